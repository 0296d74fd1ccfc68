"""What is exported: the pages of a board, or some elements of one, each page with the box that it takes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from whiteboard.model.content import AssetId
from whiteboard.model.document import Document
from whiteboard.model.element import UNPAINTED, Element, ElementId, in_paint_order, page_of
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect
from whiteboard.model.pages import Page, pages
from whiteboard.words import t

from .errors import CannotExport

MARGIN = 24.0
"""Board units around what is on a page."""

EMPTY = Rect(0.0, 0.0, 960.0, 540.0)
"""What an empty page shows."""

ReadPicture = Callable[[AssetId], bytes | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its elements in paint order, the part of the page that they take, and its paper."""

    page: Page
    elements: tuple[Element, ...]
    box: Rect


@dataclass(frozen=True, slots=True)
class Export:
    """A board as it is to be exported: `sheets` at least one; `picture` gives the bytes of its pictures."""

    title: str
    sheets: tuple[Sheet, ...]
    picture: ReadPicture

    @property
    def document(self) -> Document:
        """What is exported, as a document."""
        elements = [element for sheet in self.sheets for element in sheet.elements]
        return Document([*elements, *(sheet.page.element for sheet in self.sheets if sheet.page.element is not None)])

    @property
    def count(self) -> int:
        return sum(len(sheet.elements) for sheet in self.sheets)


def prepared(
    title: str,
    document: Document,
    picture: ReadPicture,
    *,
    page: int | None = None,
    selection: Collection[ElementId] | None = None,
) -> Export:
    """The whole board, one page of it (counted from 1), or some of its elements. CannotExport says what is wrong."""
    listed = pages(document)
    if page is not None and not 1 <= page <= len(listed):
        words = t("There is no page {page}: the board has 1 page.")
        if len(listed) > 1:
            words = t("There is no page {page}: the board has {count} pages.")
        raise CannotExport(words.format(page=page, count=len(listed)))
    if selection is not None:
        return Export(title, (_selected(document, listed, selection),), picture)
    on: dict[ElementId, list[Element]] = {shown.id: [] for shown in listed}
    for element in document:
        if is_exported(element) and (place := on.get(page_of(element))) is not None:
            place.append(element)
    chosen = listed if page is None else listed[page - 1 : page]
    return Export(title, tuple(_sheet(shown, on[shown.id]) for shown in chosen), picture)


def is_exported(element: Element) -> bool:
    """Instruments are tools, and pages are no drawing."""
    return element.kind not in UNPAINTED


def _selected(document: Document, listed: tuple[Page, ...], selection: Collection[ElementId]) -> Sheet:
    missing = sorted(id for id in selection if id not in document)
    if missing:
        raise CannotExport(t("There is no element {id} on the board.").format(id=missing[0]))
    elements = [element for id in selection if (element := document.get(id)) is not None and is_exported(element)]
    homes = {page_of(element) for element in elements}
    if len(homes) != 1:
        raise CannotExport(t("Select something that can be exported, all of it on one page."))
    (home,) = homes
    return _sheet(next((page for page in listed if page.id == home), Page(home)), elements)


def _sheet(page: Page, elements: list[Element]) -> Sheet:
    ordered = tuple(sorted(elements, key=in_paint_order))
    boxes = [bounds(element) for element in ordered]
    if not boxes:
        return Sheet(page, ordered, EMPTY)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Sheet(page, ordered, Rect(min(lefts), min(tops), max(rights), max(bottoms)).grown(MARGIN))
