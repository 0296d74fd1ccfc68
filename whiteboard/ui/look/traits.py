"""What one may choose about the look of things: which kinds have which trait, how it is read and written. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import CONNECTOR, IMAGE, NOTE, SHAPE, STROKE, TEXT, Element, ElementId
from whiteboard.model.elements.connector_line import CURVED
from whiteboard.model.elements.shape import POLYGON
from whiteboard.model.op import Op, Patch
from whiteboard.model.style import HIGHLIGHTER, MARKER, PEN, Font, Style
from whiteboard.tools.arrange.looks import nominal
from whiteboard.tools.arrange.transforming import each_present
from whiteboard.tools.attaching import led
from whiteboard.tools.connect import FIRST_BEND
from whiteboard.tools.connecting import rewritten
from whiteboard.tools.inks import ink_width

Value = str | float | bool


class Trait(Enum):
    """One thing to choose. PAPER is the colour of a note, LINE and FORM what connectors and shapes are made to be."""

    COLOR = auto()
    PAPER = auto()
    FILL = auto()
    WIDTH = auto()
    DASH = auto()
    LINE = auto()
    TAIL = auto()
    HEAD = auto()
    FORM = auto()
    OPACITY = auto()
    SIZE = auto()
    FAMILY = auto()
    ALIGN = auto()
    BOLD = auto()
    ITALIC = auto()


LETTERS = (Trait.SIZE, Trait.FAMILY, Trait.ALIGN, Trait.BOLD, Trait.ITALIC)
FORMS = (Trait.LINE, Trait.FORM)

_INK = (Trait.COLOR, Trait.WIDTH, Trait.OPACITY)
_SHAPE = (Trait.COLOR, Trait.FILL, Trait.WIDTH, Trait.DASH, Trait.OPACITY)
_LINE = (Trait.COLOR, Trait.WIDTH, Trait.DASH, Trait.TAIL, Trait.HEAD, Trait.OPACITY)

OF_CASE: dict[str, tuple[Trait, ...]] = {
    PEN: _INK,
    MARKER: _INK,
    HIGHLIGHTER: _INK,
    SHAPE: _SHAPE,
    CONNECTOR: _LINE,
    TEXT: (Trait.COLOR, Trait.OPACITY, *LETTERS),
    NOTE: (Trait.PAPER, *LETTERS),
}
"""What may be chosen for a tool, by the look of the pencil case that it draws with."""

_OF_KIND: dict[str, tuple[Trait, ...]] = {
    STROKE: _INK,
    SHAPE: (*_SHAPE, Trait.FORM),
    CONNECTOR: (*_LINE, Trait.LINE),
    TEXT: OF_CASE[TEXT],
    NOTE: (*OF_CASE[NOTE], Trait.OPACITY),
    IMAGE: (Trait.OPACITY,),
}


def traits_of(element: Element) -> tuple[Trait, ...]:
    """Those that mean something for an element; letters only where there are any."""
    traits = _OF_KIND.get(element.kind, ())
    labelled = element.kind in (SHAPE, CONNECTOR) and bool(element.text)
    return (*traits, *LETTERS) if labelled else traits


def read(trait: Trait, style: Style, form: str = "") -> Value:
    """The value of a style, whose width is that of the ink, or the form of an element."""
    font = style.font or Font()
    values: dict[Trait, Value] = {
        Trait.COLOR: style.color,
        Trait.PAPER: style.color,
        Trait.FILL: style.fill,
        Trait.WIDTH: nominal(style).width,
        Trait.DASH: style.dash,
        Trait.LINE: form,
        Trait.TAIL: style.tail,
        Trait.HEAD: style.head,
        Trait.FORM: form,
        Trait.OPACITY: style.opacity,
        Trait.SIZE: font.size,
        Trait.FAMILY: font.family,
        Trait.ALIGN: font.align,
        Trait.BOLD: font.bold,
        Trait.ITALIC: font.italic,
    }
    return values[trait]


def styled(trait: Trait, value: Value) -> Callable[[Style], Style]:
    """Writes a value into a style with a nominal width; ValueError for what is no matter of style."""
    name = trait.name.lower()
    if trait in FORMS:
        raise ValueError(f"{name} is no matter of style")
    if trait in LETTERS:
        return lambda s: msgspec.structs.replace(s, font=msgspec.structs.replace(s.font or Font(), **{name: value}))
    field = "color" if trait is Trait.PAPER else name
    return lambda style: msgspec.structs.replace(style, **{field: value})


def changes(trait: Trait, value: Value, ids: Iterable[ElementId], document: Document) -> list[Op]:
    """One edit that gives this to those of the elements that have the trait and are not locked."""
    return list(each_change(trait, value, ids, document))


def each_change(trait: Trait, value: Value, ids: Iterable[ElementId], document: Document) -> Iterator[Op]:
    """The same, one operation after the other, each worked out when it is asked for."""
    for element in each_present(ids, document):
        if trait in traits_of(element):
            yield from _changed(trait, value, element, document)


def _changed(trait: Trait, value: Value, element: Element, document: Document) -> list[Patch]:
    if trait in FORMS:
        return _reformed(str(value), element, document)
    if trait is Trait.WIDTH:
        value = ink_width(element.style.ink, float(value))
    style = styled(trait, value)(element.style)
    return [Patch(id=element.id, style=style)] if style != element.style else []


def _reformed(form: str, element: Element, document: Document) -> list[Patch]:
    """Another outline in the same box, or another way between the same ends. A polygon keeps its corners in case."""
    if form == element.content.form or (form == POLYGON and not element.points):
        return []
    content = msgspec.structs.replace(element.content, form=form)
    if element.kind == SHAPE:
        return [Patch(id=element.id, content=content)]
    content = msgspec.structs.replace(content, bend=(content.bend or FIRST_BEND) if form == CURVED else 0.0)
    wanted = led(msgspec.structs.replace(element, content=content, points=b""), document.get)
    return rewritten(element, wanted)
