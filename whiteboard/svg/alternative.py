"""Which part of a `switch` is shown (SVG 1.1, 5.8), where a program wrote the same in several ways."""

from __future__ import annotations

import re

from .tree import Node

LINE_EM = 1.3
"""From line to line, in heights of the letters."""


def alternative(node: Node) -> list[Node]:
    """Which child of a `switch` is shown: the first that asks for nothing special.

    Where a program wrote its own text beside one that it had to cut short, the words of its own are taken.
    """
    listed = [child for child in node.children if child.tag != "foreignObject"]
    listed.sort(key=lambda child: "systemLanguage" in child.attributes)
    if not listed:
        return []
    chosen = listed[0]
    own = next((child for child in node.children if child.tag == "foreignObject"), None)
    if chosen.tag == "text" and own is not None and (words := _lines_of(own)):
        style = chosen.attributes.get("style", "") + ";white-space:pre"
        up = f"{-LINE_EM / 2 * words.count(chr(10)):g}em"  # the middle of all lines stays where that of one was
        chosen = Node("text", chosen.attributes | {"style": style, "dy": up}, [words])
    return [chosen]


def _lines_of(node: Node) -> str:
    """The words of HTML, with lines where paragraphs end."""
    made = ""
    for each in node.contents:
        if isinstance(each, str):
            made += re.sub(r"\s+", " ", each)
        elif each.tag == "br":
            made += "\n"
        elif each.tag not in ("style", "script"):
            inner = _lines_of(each)
            made += inner if each.tag not in ("div", "p", "li") else f"\n{inner}\n"
    return "\n".join(line.strip() for line in made.split("\n") if line.strip())
