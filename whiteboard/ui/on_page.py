"""What of a board is on the page that is shown: the renderer hears of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whiteboard.model.document import Change
from whiteboard.model.element import FIRST_PAGE, PAGE, Element, ElementId, page_of


def on_page(elements: Iterable[Element], page: ElementId) -> Iterator[Element]:
    """Those of the elements that are on the page and are painted; `page` as `geometry.parent` names it."""
    return (element for element in elements if is_on(element, page))


def is_on(element: Element, page: ElementId) -> bool:
    return element.kind != PAGE and page_of(element) == (page or FIRST_PAGE)


def change_on(change: Change, page: ElementId) -> Change:
    """What a change means for the page: an element that moves to another one is gone from it."""
    if all(e is None or is_on(e, page) for pair in change.elements for e in pair):
        return change
    pairs = (tuple(e if e is not None and is_on(e, page) else None for e in pair) for pair in change.elements)
    return Change(tuple((before, after) for before, after in pairs if before is not after))
