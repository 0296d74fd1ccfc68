"""Style sheets (CSS 2.1) as drawing programs write them: rules for names of elements, classes and ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([A-Za-z][\w-]*|\*)?((?:[.#][\w-]+)*)")
_PART = re.compile(r"([.#])([\w-]+)")

MAX_RULES, MAX_ALIKE = 5000, 50
"""Rules, and rules that ask for the same name: more are missed."""

MAX_CLASSES = 16
"""Of one element: more are passed over."""

Stated = dict[str, str]
"""Properties and what they are set to."""


@dataclass(slots=True)
class StyleSheet:
    """Its rules by the last part of their selector; `missed` counts those that ask for more than is looked at here."""

    missed: int = 0
    _rules: dict[str, list[tuple[int, int, frozenset[str], Stated]]] = field(default_factory=dict)
    _found: dict[frozenset[str], Stated] = field(default_factory=dict)
    _needed: set[str] = field(default_factory=set)
    _count: int = 0

    def add(self, text: str) -> None:
        """Add the rules of a `style` element."""
        for selectors, stated in _rules(_COMMENT.sub(" ", text)):
            for selector in selectors.split(","):
                self._add(selector.strip(), stated)

    def stated(self, tag: str, attributes: Mapping[str, str]) -> Stated:
        """What holds for an element: of two rules the one that is more precise, or else later."""
        if not self._rules:
            return {}
        all_names = {
            tag,
            *("." + name for name in attributes.get("class", "").split(maxsplit=MAX_CLASSES)[:MAX_CLASSES]),
        }
        if "id" in attributes:
            all_names.add("#" + attributes["id"])
        names = frozenset(all_names & self._needed | {tag})
        if names in self._found:
            return self._found[names]
        found = [rule for name in (*names, "*") for rule in self._rules.get(name, ()) if rule[2] <= names]
        whole: Stated = {}
        for _, _, _, stated in sorted(found, key=lambda rule: rule[:2]):
            whole |= stated
        self._found[names] = whole
        return whole

    def _add(self, selector: str, stated: Stated) -> None:
        match = _SELECTOR.fullmatch(selector)
        if match is None or not selector or self._count >= MAX_RULES:
            self.missed += 1
            return
        tag, rest = match[1] or "", _PART.findall(match[2])
        needed = frozenset(kind + name for kind, name in rest) | (
            frozenset({tag}) if tag not in ("", "*") else frozenset()
        )
        weight = sum(100 if name[0] == "#" else 10 if name[0] == "." else 1 for name in needed)
        alike = self._rules.setdefault(min(needed, default="*"), [])
        if len(alike) >= MAX_ALIKE:
            self.missed += 1
            return
        self._count += 1
        self._needed |= needed
        alike.append((weight, self._count, needed, stated))


def declared(text: str) -> Stated:
    """The declarations of a `style` attribute, or between the braces of a rule."""
    stated: Stated = {}
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            stated[name.strip().lower()] = value.replace("!important", "").strip()
    return stated


def _rules(text: str) -> list[tuple[str, Stated]]:
    """Selectors and declarations; what stands in an at-rule (fonts, other media) is passed over."""
    made: list[tuple[str, Stated]] = []
    position, depth, begin = 0, 0, 0
    selector = ""
    for match in re.finditer(r"[{};]", text):
        sign = match[0]
        if sign == "{":
            if depth == 0:
                selector, begin = text[position : match.start()].strip(), match.end()
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            if depth == 0:
                if selector and not selector.startswith("@"):
                    made.append((selector, declared(text[begin : match.start()])))
                position = match.end()
        elif sign == ";" and depth == 0:  # @import and the like
            position = match.end()
    return made
