"""Puts pictures on the board: new ones side by side where the person wants them, pages of a PDF one page each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from whiteboard.model.content import AssetId
from whiteboard.model.document import Document
from whiteboard.model.element import ElementId, Geometry
from whiteboard.model.elements.image import image
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Op, Put
from whiteboard.model.page_edits import PageEdit, add_page
from whiteboard.model.pages import Pages, parent
from whiteboard.protocol.pictures import PNG

SHARE_OF_VIEW = 0.6
"""A picture that is put on the board takes at most so much of the view's width and height."""

GAP = 24.0
PLAIN = ""
"""The paper behind a page of a PDF, which has its own."""

UNITS_PER_POINT = 96 / 72
"""A page of a PDF has the size that paper has on a screen of 96 dots an inch at 100 %."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that is kept already, and its natural size in board units."""

    asset: AssetId
    type: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The picture of a page, and the page's size in points."""

    asset: AssetId
    width: float
    height: float


class Board(Protocol):
    """What placing needs of the editor."""

    @property
    def page(self) -> ElementId: ...

    @property
    def pages(self) -> Pages: ...

    @property
    def chance(self) -> Callable[[], int]: ...

    def new_id(self) -> ElementId: ...

    def next_order(self) -> str: ...


def images(pictures: Sequence[Kept], at: Point, seen: Rect, board: Board) -> list[Put]:
    """Put pictures in a row around `at`, none larger than fits well into what is `seen` of the board."""
    sizes = [_fitted(picture, seen) for picture in pictures]
    left = at.x - (sum(width for width, _ in sizes) + GAP * (len(sizes) - 1)) / 2
    ops = []
    order = board.next_order()
    for picture, (width, height) in zip(pictures, sizes, strict=True):
        place = Geometry(x=left, y=at.y - height / 2, w=width, h=height, parent=board.page)
        ops.append(Put(image(board.new_id(), picture.asset, picture.type, place, order)))
        left += width + GAP
    return ops


def pdf_pages(pictures: Sequence[KeptPage], board: Board) -> PageEdit:
    """Put each picture, locked, on a page of its own after the one that is shown; the first on that, if it is empty."""
    pages, made_so_far = board.pages, Document()
    ops: list[Op] = []
    here = board.page
    shows: ElementId | None = None
    for number, picture in enumerate(pictures):
        if number or pages.count(here):
            made = add_page(pages, here, new_id=board.new_id, chance=board.chance, paper=PLAIN)
            ops += made.ops
            here = made.shows
            if not made_so_far:
                made_so_far = Document(p.element for p in (*pages.listed, *pages.gone) if p.element is not None)
            made_so_far.apply(made.ops)
            pages = Pages(made_so_far)
        w, h = picture.width * UNITS_PER_POINT, picture.height * UNITS_PER_POINT
        place = Geometry(x=0.0, y=0.0, w=w, h=h, parent=parent(here))
        ops.append(Put(image(board.new_id(), picture.asset, PNG, place, board.next_order(), lock=True)))
        shows = here if shows is None else shows
    return PageEdit(tuple(ops), shows if shows is not None else here)


def _fitted(picture: Kept, seen: Rect) -> tuple[float, float]:
    share = min(
        1.0,
        SHARE_OF_VIEW * seen.width / max(picture.width, 1.0),
        SHARE_OF_VIEW * seen.height / max(picture.height, 1.0),
    )
    return picture.width * share, picture.height * share
