"""What a clipboard carries from board to board: JSON of elements, and nothing in it is trusted.

What is very much is worked out in portions, each up to the next `yield`, so that nobody waits for all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from whiteboard.ink.checking import all_sound
from whiteboard.model.element import MAX_POSITION, PAGE, Element
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put
from whiteboard.protocol.snapshot_pieces import BARE, pieces
from whiteboard.words import t

from ..bulk import Portions, at_once, in_order
from ..select_frame import frame_around, frame_of_parts
from ..tool import Surroundings
from .copies import Copies, each_copy

MIME = "application/x-whiteboard+json"
FORMAT = 1
MAX_BYTES = 64 * 1024 * 1024
MAX_ELEMENTS = 50_000

PORTION = 1000
LOOKED_AT = 5000
"""So many elements are encoded, and looked at, in a few milliseconds."""


class Clip(msgspec.Struct, frozen=True, kw_only=True):
    """`whiteboard` is the version of the format."""

    whiteboard: int
    elements: tuple[Element, ...] = ()


class CannotPaste(Exception):
    """The clipboard's content is not what it says it is, or too much; the text is a sentence for the person."""


def packed(elements: Iterable[Element]) -> bytes:
    """The elements for the clipboard, from the back to the front."""
    return at_once(packing(list(elements)))


def packing(elements: Sequence[Element]) -> Portions[bytes]:
    """The same in portions."""
    ordered = yield from in_order(elements)
    parts = [msgspec.json.encode(Clip(whiteboard=FORMAT))[:-1], b',"elements":[']
    for begin in range(0, len(ordered), PORTION):
        if begin:
            yield
            parts.append(b",")
        parts.append(msgspec.json.encode(ordered[begin : begin + PORTION])[1:-1])
    parts.append(b"]}")
    if len(ordered) > PORTION:
        yield
    return b"".join(parts)


def unpacked(data: bytes) -> tuple[Element, ...]:
    """The elements on the clipboard, checked like those from the network; CannotPaste."""
    return at_once(unpacking(data))


def unpacking(data: bytes) -> Portions[tuple[Element, ...]]:
    """The same in portions."""
    if len(data) > MAX_BYTES:
        raise CannotPaste(t("That is too much to paste at once."))
    try:
        try:
            elements = yield from _read(pieces(data, between=BARE))
        except msgspec.MsgspecError:  # cut at the wrong place
            elements = yield from _read([data])
    except (msgspec.MsgspecError, RecursionError):
        raise CannotPaste(t("What was copied cannot be read here.")) from None
    if len({element.id for element in elements}) < len(elements):
        raise CannotPaste(t("What was copied cannot be read here."))
    return tuple(element for element in elements if element.kind != PAGE)


def pasted(elements: Sequence[Element], at: Point, around: Surroundings) -> Copies:
    """Operations that put the elements on the board with their middle at a place, on top of everything; CannotPaste."""
    ops = tuple(at_once(placing(elements, at, around)))
    return Copies(ops, frozenset(op.element.id for op in ops))


def placing(elements: Sequence[Element], at: Point, around: Surroundings) -> Portions[Iterator[Put]]:
    """The same in portions; the operations are worked out one by one when they are asked for."""
    frames = []
    for begin in range(0, len(elements), LOOKED_AT):
        if begin:
            yield
        frames.append(frame_around(elements[begin : begin + LOOKED_AT]))
    frame = frame_of_parts([part for part in frames if part is not None])
    if frame is None:
        return iter(())
    middle = frame.upright.center
    by = Point(round(at.x - middle.x), round(at.y - middle.y))
    for begin in range(0, len(elements), LOOKED_AT):
        if begin:
            yield
        for place in [element.geometry for element in elements[begin : begin + LOOKED_AT]]:
            if abs(place.x + by.x) > MAX_POSITION or abs(place.y + by.y) > MAX_POSITION:
                raise CannotPaste(t("There is no room for that here."))
    ordered = yield from in_order(elements)
    return each_copy(ordered, by, around)


# ---------------------------------------------------------------- inside


def _read(clips: Iterable[bytes]) -> Portions[list[Element]]:
    """The elements of parts of a clip, each of which is one itself."""
    elements: list[Element] = []
    for number, part in enumerate(clips):
        if number:
            yield
        clip = msgspec.json.decode(part, type=Clip)
        elements += clip.elements
        if len(elements) > MAX_ELEMENTS:
            raise CannotPaste(t("That is too much to paste at once."))
        if not all_sound(clip.elements):
            raise CannotPaste(t("What was copied cannot be read here."))
        if clip.whiteboard > FORMAT:
            raise CannotPaste(t("That was copied by a newer Whiteboard. Update this one."))
    return elements
