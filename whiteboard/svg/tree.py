"""An SVG file as a tree of its elements. The file may come from anybody.

Only the standard library's expat touches it, with everything refused that makes XML dangerous: no entities, no inner
document type, limits of size, depth and number. Nothing it names is fetched and no script is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from whiteboard.words import t

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 100
MAX_ELEMENTS = 50_000

_SVG = "http://www.w3.org/2000/svg "
_XLINK = "http://www.w3.org/1999/xlink "
_HTML = "http://www.w3.org/1999/xhtml "


class BadSvg(Exception):
    """The file is not an SVG drawing that can be read, or not a harmless one; the text says why, for people."""


@dataclass(slots=True)
class Node:
    """An element: its name without the namespaces of SVG and HTML, its attributes, and what it contains in order."""

    tag: str
    attributes: dict[str, str]
    contents: list[Node | str] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Node]:
        return (each for each in self.contents if isinstance(each, Node))

    @property
    def everything(self) -> Iterator[Node]:
        """This element and all within it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(list(node.children)))

    @property
    def target(self) -> str:
        """The id of the element that this one refers to; "" for none, or one outside of the file."""
        link = self.attributes.get("href") or self.attributes.get("xlink:href") or ""
        return link.strip()[1:] if link.strip().startswith("#") else ""


def parsed(data: bytes) -> Node:
    """The outermost element; BadSvg if it is no SVG, or too much."""
    if len(data) > MAX_BYTES:
        raise BadSvg(t("The file is larger than {size} MB.").format(size=MAX_BYTES // 1024 // 1024))
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _on_doctype
    parser.EntityDeclHandler = _on_entity
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.words
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadSvg(
            t("This is not an SVG file: {error} in line {line}.").format(
                error=expat.ErrorString(error.code), line=error.lineno
            )
        ) from None
    except (LookupError, ValueError):  # of the parser, before it reads anything
        raise BadSvg(t("This file is in an encoding that is not known here. Save it as UTF-8.")) from None
    return builder.root


def _on_doctype(name: str, system: str | None, public: str | None, inner: bool) -> None:
    if inner:
        raise BadSvg(t("The file declares entities, which could hide anything. Save it as plain SVG."))


def _on_entity(*declaration: object) -> None:
    raise BadSvg(t("The file declares entities, which could hide anything. Save it as plain SVG."))


class _Builder:
    """Builds the tree as the parser meets its parts."""

    def __init__(self) -> None:
        self.root = Node("", {})
        self._open: list[Node] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._open) > MAX_DEPTH:
            raise BadSvg(t("The file has too many parts inside each other, or too many at all."))
        plain = {key.replace(_XLINK, "xlink:"): value for key, value in attributes.items()}
        node = Node(name.removeprefix(_SVG).removeprefix(_HTML), plain)
        if self._open:
            self._open[-1].contents.append(node)
        elif node.tag != "svg":
            raise BadSvg(t("This is not an SVG file: it begins with something else."))
        else:
            self.root = node
        self._open.append(node)

    def end(self, name: str) -> None:
        self._open.pop()

    def words(self, words: str) -> None:
        self._open[-1].contents.append(words)
