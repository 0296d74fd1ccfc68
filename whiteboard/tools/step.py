"""What a tool answers to an event: what to show, what to tell the others, and what to do to the document."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Op
from whiteboard.model.points import InkPoint
from whiteboard.model.style import Style
from whiteboard.model.transform import Transform

from .bulk import Bulk

NOBODY: frozenset[ElementId] = frozenset()
NOT_MOVED = Point(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class WetStroke:
    """A stroke of my own in progress, until the element with this id takes its place.

    `points`, relative to `origin` in 1/16 board unit, is the live list of the stroke: it grows at its end.
    """

    id: ElementId
    style: Style
    origin: Point
    points: Sequence[InkPoint]


@dataclass(frozen=True, slots=True)
class Guide:
    """A thin line that says what something snaps to, in board units."""

    begin: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Preview:
    """What gestures in progress show on top of the document.

    `marked` would be erased and are faint, `hidden` are not shown. `moved` stand `moved_by` board units from where the
    document has them, or are transformed as `through` says; `copies`: they are copies, and what the document has stays
    where it is. `elements` are shown as they are here: in place of those of the document with the same ids, or new
    ones. `box` and `lasso` (a closed line) select, `guides` say what snaps; `turning` is the angle in radians that a
    rotation has reached. `landing`: what is moved is being put down; the document has some of it there already.
    `targets` are what the ends of a connector in the making stick to.
    """

    strokes: tuple[WetStroke, ...] = ()
    marked: frozenset[ElementId] = NOBODY
    hidden: frozenset[ElementId] = NOBODY
    moved: frozenset[ElementId] = NOBODY
    moved_by: Point = NOT_MOVED
    through: Transform | None = None
    copies: bool = False
    landing: bool = False
    elements: tuple[Element, ...] = ()
    box: Rect | None = None
    lasso: tuple[Point, ...] = ()
    guides: tuple[Guide, ...] = ()
    turning: float | None = None
    targets: frozenset[ElementId] = NOBODY

    @property
    def way(self) -> Transform:
        """What becomes of those that it moves or transforms."""
        return Transform.moving(self.moved_by) if self.through is None else self.through

    @property
    def selects(self) -> bool:
        """Whether it is that of a gesture that selects or changes what is selected."""
        return bool(self.moved or self.elements or self.lasso or self.guides) or self.box is not None


NOTHING = Preview()


@dataclass(frozen=True, slots=True)
class Trail:
    """Fresh points of a stroke in progress, for the others to see."""

    stroke: WetStroke
    points: Sequence[InkPoint]


@dataclass(frozen=True, slots=True)
class Step:
    """The answer to one event. A field that is None leaves things as they are.

    `ops` are one edit; with `joins` it is undone together with the one before, of the same elements. `bulk` is an edit
    of very many elements, done in portions; what the `preview` moves stays to be seen there meanwhile. `pan` moves the
    view by so many board units; `trail_over` is the stroke of which no more points come, because it is among the ops or
    because it was given up. `write` asks the window to let the person type into that element; `take` names a tool to
    take in hand. `over` ends the gesture, and its preview with it.
    """

    ops: tuple[Op, ...] = ()
    bulk: Bulk | None = None
    joins: bool = False
    preview: Preview | None = None
    trail: Trail | None = None
    trail_over: ElementId | None = None
    selection: frozenset[ElementId] | None = None
    pan: Point | None = None
    write: ElementId | None = None
    take: str | None = None
    over: bool = False


There = Callable[[frozenset[ElementId], Document], frozenset[ElementId]]

STAY = Step()
OVER = Step(over=True)


def united(previews: Iterable[Preview], document: Document, there: There | None = None) -> Preview:
    """What several gestures at once show, without the elements that somebody removed meanwhile.

    `there` finds those of what is moved that are on the board, if somebody knows them already. Only one gesture at a
    time selects, moves or changes elements, because those tools work alone; several draw.
    """
    strokes: tuple[WetStroke, ...] = ()
    elements: tuple[Element, ...] = ()
    marked: frozenset[ElementId] = NOBODY
    hidden: frozenset[ElementId] = NOBODY
    selecting = NOTHING
    for preview in previews:
        strokes += preview.strokes
        elements += preview.elements
        marked |= preview.marked
        hidden |= preview.hidden
        if preview.selects:
            selecting = preview
    return dataclasses.replace(
        selecting,
        strokes=strokes,
        elements=elements,
        marked=frozenset(id for id in marked if id in document),
        hidden=frozenset(id for id in hidden if id in document),
        moved=(there or _present)(selecting.moved, document),
    )


def _present(ids: frozenset[ElementId], document: Document) -> frozenset[ElementId]:
    return frozenset(id for id in ids if id in document)
