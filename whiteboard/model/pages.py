"""The pages of a board in their order, kept up with the document change by change.

A page is an element; the first needs none (FIRST_PAGE), and so does a page that only its elements still name, because
whoever made it took that back: what others drew there is not lost. How pages are changed is in `page_edits.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .change import Change, counted
from .element import FIRST_PAGE, PAGE, Element, ElementId, in_paint_order, page_of


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the document has it; `element` is None where it has none."""

    id: ElementId
    element: Element | None = None

    @property
    def paper(self) -> str:
        return "" if self.element is None else self.element.content.paper

    @property
    def title(self) -> str:
        return "" if self.element is None else self.element.content.title

    @property
    def order(self) -> str | None:
        """Its order key; None: before or after all that have one (see `Pages`)."""
        return None if self.element is None else self.element.order


class Pages:
    """First the first page, if it has no element; then those with one, by (order, id); then those that are only named.

    Gone pages are left out; if all are gone, the first of them is there nevertheless, because a board has a page.
    """

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        self._elements: dict[ElementId, Element] = {}
        self._counts: Counter[ElementId] = Counter()
        self._listed: tuple[Page, ...] | None = None
        listed = list(elements)
        self._take([element for element in listed if element.kind == PAGE])
        self._count(counted(listed), 1)

    def follow(self, change: Change) -> bool:
        """Keep up with a change of the document; returns whether any page is another one now, or elsewhere."""
        before, gist = self.listed, change.gist
        for old, _ in gist.others:
            if old is not None and old.kind == PAGE:
                self._elements.pop(old.id, None)
                self._listed = None
        self._count(gist.left, -1)
        self._take([new for _, new in gist.others if new is not None and new.kind == PAGE])
        self._count(gist.came, 1)
        return self._listed is None and self.listed != before

    def _take(self, pages: Iterable[Element]) -> None:
        for element in pages:
            self._elements[element.id] = element
            self._listed = None

    def _count(self, named: Mapping[ElementId, int], more: int) -> None:
        """So many elements name each page now (1), or do not any more (-1)."""
        for page, count in named.items():
            self._counts[page] += more * count
            if self._counts[page] <= 0:
                del self._counts[page]
            if page not in self._elements and page != FIRST_PAGE:
                self._listed = None

    @property
    def listed(self) -> tuple[Page, ...]:
        """The pages that are there, in their order; at least one."""
        if self._listed is None:
            self._listed = self._list()
        return self._listed

    def _list(self) -> tuple[Page, ...]:
        known = [Page(element.id, element) for element in sorted(self._elements.values(), key=in_paint_order)]
        if FIRST_PAGE not in self._elements:
            known.insert(0, Page(FIRST_PAGE))
        known += [Page(id) for id in sorted(self._counts.keys() - self._elements.keys() - {FIRST_PAGE})]
        shown = tuple(page for page in known if page.element is None or not page.element.content.gone)
        return shown or (known[0],)

    @property
    def gone(self) -> tuple[Page, ...]:
        """The pages that were deleted and can be brought back, in their order."""
        shown = {page.id for page in self.listed}
        elements = sorted(self._elements.values(), key=in_paint_order)
        return tuple(Page(element.id, element) for element in elements if element.id not in shown)

    def count(self, page: ElementId) -> int:
        """How many elements are on a page."""
        return self._counts[page or FIRST_PAGE]

    def place(self, page: ElementId) -> int | None:
        """Where a page comes, from 0; None if it is not there."""
        wanted = page or FIRST_PAGE
        return next((place for place, listed in enumerate(self.listed) if listed.id == wanted), None)

    def page(self, page: ElementId) -> Page:
        """The page of this id, there or gone; without an element, if none is known."""
        wanted = page or FIRST_PAGE
        return Page(wanted, self._elements.get(wanted))

    def touched(self, change: Change, page: ElementId) -> ElementId:
        """Where one sees a change: on `page`, if it touches it, or else on the first page that it touches."""
        here = page or FIRST_PAGE
        places = {e.id if e.kind == PAGE else page_of(e): None for e in map(_latest, change.elements) if e is not None}
        there = [place for place in places if self.place(place) is not None]
        return here if here in there or not there else there[0]

    def neighbour(self, page: ElementId) -> Page:
        """The page to show in place of one that is not there: what came after it, or else what is last."""
        element = self.page(page).element
        if element is not None:
            key = in_paint_order(element)
            for listed in self.listed:
                if listed.element is not None and in_paint_order(listed.element) > key:
                    return listed
        return self.listed[-1]


def _latest(pair: tuple[Element | None, Element | None]) -> Element | None:
    before, after = pair
    return before if after is None else after


def parent(page: ElementId) -> ElementId:
    """A page as `geometry.parent` and messages name it: empty for the first."""
    return ElementId("") if page == FIRST_PAGE else page


def pages(elements: Iterable[Element]) -> tuple[Page, ...]:
    """The pages of a document, in their order."""
    return Pages(elements).listed
