"""What a clipboard carries from board to board: JSON of elements, and nothing in it is trusted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from whiteboard.ink.checking import all_sound
from whiteboard.model.element import MAX_POSITION, PAGE, Element, ElementId, in_paint_order
from whiteboard.model.geometry import Point
from whiteboard.words import t

from ..select_frame import frame_around
from ..tool import Surroundings
from .copies import Copies, copied

MIME = "application/x-whiteboard+json"
FORMAT = 1
MAX_BYTES = 64 * 1024 * 1024
MAX_ELEMENTS = 50_000


class Clip(msgspec.Struct, frozen=True, kw_only=True):
    """`whiteboard` is the version of the format."""

    whiteboard: int
    elements: tuple[Element, ...] = ()


class CannotPaste(Exception):
    """The clipboard's content is not what it says it is, or too much; the text is a sentence for the person."""


def packed(elements: Iterable[Element]) -> bytes:
    """The elements for the clipboard, from the back to the front."""
    return msgspec.json.encode(Clip(whiteboard=FORMAT, elements=tuple(sorted(elements, key=in_paint_order))))


def unpacked(data: bytes) -> tuple[Element, ...]:
    """The elements on the clipboard, checked like those from the network; CannotPaste."""
    if len(data) > MAX_BYTES:
        raise CannotPaste(t("That is too much to paste at once."))
    try:
        clip = msgspec.json.decode(data, type=Clip)
        count = len(clip.elements)
        unsound = count <= MAX_ELEMENTS and not all_sound(clip.elements)
    except (msgspec.MsgspecError, RecursionError):
        raise CannotPaste(t("What was copied cannot be read here.")) from None
    if unsound:
        raise CannotPaste(t("What was copied cannot be read here."))
    if clip.whiteboard > FORMAT:
        raise CannotPaste(t("That was copied by a newer Whiteboard. Update this one."))
    if count > MAX_ELEMENTS:
        raise CannotPaste(t("That is too much to paste at once."))
    if len({element.id for element in clip.elements}) < count:
        raise CannotPaste(t("What was copied cannot be read here."))
    return tuple(element for element in clip.elements if element.kind != PAGE)


def pasted(elements: Sequence[Element], at: Point, around: Surroundings) -> Copies:
    """Operations that put the elements on the board with their middle at a place, on top of everything; CannotPaste."""
    frame = frame_around(elements)
    if frame is None:
        return Copies((), frozenset[ElementId]())
    middle = frame.upright.center
    copies = copied(elements, Point(round(at.x - middle.x), round(at.y - middle.y)), around)
    for op in copies.ops:
        g = op.element.geometry
        if max(abs(g.x), abs(g.y)) > MAX_POSITION:
            raise CannotPaste(t("There is no room for that here."))
    return copies
