"""What an import gathers: elements in their order, and what could not be taken over, told and never dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.stroke import placed
from whiteboard.model.op import Put
from whiteboard.model.order import above
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, InkPoint
from whiteboard.model.style import Style
from whiteboard.model.validate import check_op
from whiteboard.protocol.limits import MAX_ELEMENTS
from whiteboard.words import t

from .errors import CannotImport

FIRST = ElementId("")
"""The first page, as `geometry.parent` names it."""

KeepPicture = Callable[[bytes], object]
"""Keeps the bytes of a picture; BadPicture if it is none."""


class Intake:
    """`new_id` makes ids that were never used."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self.title = ""
        self.left_out: Counter[str] = Counter()
        self._new_id = new_id
        self._elements: dict[ElementId, Element] = {}
        self._top: str | None = None

    def new_id(self) -> ElementId:
        return ElementId(self._new_id())

    def order(self) -> str:
        """An order key above all before."""
        self._top = above(self._top, len(self._elements))
        return self._top

    def take(self, element: Element) -> None:
        """Take an element in, if it keeps the rules of the board."""
        if len(self._elements) >= MAX_ELEMENTS:
            raise CannotImport(t("The file has more than {limit:,} elements.").format(limit=MAX_ELEMENTS))
        try:
            check_op(Put(element))
        except Invalid as error:
            self.leave_out(t("{kind} that breaks a rule of the board ({error})").format(kind=element.kind, error=error))
        else:
            self._elements[element.id] = element

    def leave_out(self, what: str, count: int = 1) -> None:
        """Note that something could not be taken over; `what` in the singular."""
        self.left_out[what] += count

    def document(self) -> Document:
        return Document(self._elements.values())


def ink(
    id: ElementId,
    places: Sequence[tuple[float, float, float]],
    style: Style,
    order: str,
    parent: ElementId = FIRST,
) -> Element:
    """A stroke through points of x, y in board units and pressure 0..1; BadPoints if they are none, or too many."""
    unit = UNITS_PER_BOARD_UNIT
    left, top = min(x for x, _, _ in places), min(y for _, y, _ in places)
    points = [
        InkPoint(round((x - left) * unit), round((y - top) * unit), round(pressure * MAX_PRESSURE))
        for x, y, pressure in places
    ]
    geometry, packed = placed(points, (left, top))
    geometry = msgspec.structs.replace(geometry, parent=parent)
    return Element(id=id, kind=STROKE, geometry=geometry, order=order, style=style, points=packed)
