"""What people do with pages, as operations: pure functions of what is there; the caller submits them as one edit.

A deleted page is marked as gone and keeps its elements, so nothing that somebody draws on it meanwhile is lost, and one
operation brings all of it back. `Chance` makes order keys of several people differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from .content import NO_CONTENT, Binding, Content
from .element import FIRST_PAGE, PAGE, Element, ElementId, Geometry, page_of
from .op import Op, Patch, Put, Remove
from .order import above, between, is_order
from .pages import Page, Pages, parent

Chance = Callable[[], int]
NewId = Callable[[], ElementId]


@dataclass(frozen=True, slots=True)
class PageEdit:
    """Operations, and the page that is to be shown when they are done."""

    ops: tuple[Op, ...]
    shows: ElementId


def add_page(pages: Pages, after: ElementId, *, new_id: NewId, chance: Chance, paper: str | None = None) -> PageEdit:
    """A new page after another, with the same paper unless another is given."""
    paper = pages.page(after).paper if paper is None else paper
    return _new_page(pages, after, Content(paper=paper), new_id, chance)


def duplicate_page(
    pages: Pages, elements: Iterable[Element], page: ElementId, *, new_id: NewId, chance: Chance
) -> PageEdit:
    """A copy of a page and of all `elements` of the board that are on it, after it."""
    was = pages.page(page)
    made = _new_page(pages, page, Content(paper=was.paper, title=was.title), new_id, chance)
    copies = copied_to(made.shows, [e for e in elements if e.kind != PAGE and page_of(e) == page], new_id)
    return PageEdit((*made.ops, *map(Put, copies)), made.shows)


def delete_page(pages: Pages, page: ElementId, *, new_id: NewId, chance: Chance) -> PageEdit:
    """Mark a page as gone. Instead of the last one there is an empty page with the same paper."""
    place = pages.place(page)
    if place is None:
        return PageEdit((), page)
    gone = _rewritten(pages, page, chance, gone=True)
    if len(pages.listed) == 1:
        fresh = add_page(pages, page, new_id=new_id, chance=chance)
        return PageEdit((*fresh.ops, gone), fresh.shows)
    others = [listed.id for listed in pages.listed if listed.id != page]
    return PageEdit((gone,), others[min(place, len(others) - 1)])


def restore_page(pages: Pages, page: ElementId, *, chance: Chance, instead: ElementId | None = None) -> PageEdit:
    """Bring a page back that is gone; `instead` of one that came in its place, if nothing is on that."""
    back = _rewritten(pages, page, chance, gone=False)
    if instead is None or pages.count(instead):
        return PageEdit((back,), page)
    return PageEdit((back, Remove(instead)), page)


def move_page(pages: Pages, page: ElementId, place: int, *, chance: Chance) -> PageEdit:
    """Let a page come at `place`, from 0, among the pages as they are then."""
    was = pages.place(page)
    if was is None or was == place:
        return PageEdit((), page)
    room = _room(pages, place, page, chance)
    if pages.page(page).element is None:
        return PageEdit((*room.ops, Put(_element(page, room.order, NO_CONTENT))), page)
    return PageEdit((*room.ops, Patch(id=page, order=room.order)), page)


def title_page(pages: Pages, page: ElementId, title: str, *, chance: Chance) -> PageEdit:
    return PageEdit((_rewritten(pages, page, chance, title=title),), page)


def paper_page(pages: Pages, page: ElementId, paper: str, *, chance: Chance) -> PageEdit:
    """Print a page with another paper."""
    return PageEdit((_rewritten(pages, page, chance, paper=paper),), page)


def copied_to(page: ElementId, elements: Sequence[Element], new_id: NewId) -> list[Element]:
    """Copies of elements, on a page: they have new ids, groups of their own, and stick to each other as before.

    What stuck to something that is not copied sticks no longer.
    """
    ids = {element.id: new_id() for element in elements}
    names: dict[str, str] = {}

    def group(path: str) -> str:
        return "/".join(names.setdefault(name, new_id()) for name in path.split("/")) if path else ""

    def binding(end: Binding | None) -> Binding | None:
        to = None if end is None else ids.get(ElementId(end.to))
        return None if end is None or to is None else msgspec.structs.replace(end, to=to)

    def content(of: Content) -> Content:
        if of.start is None and of.end is None:
            return of
        return msgspec.structs.replace(of, start=binding(of.start), end=binding(of.end))

    return [
        msgspec.structs.replace(
            element,
            id=ids[element.id],
            geometry=msgspec.structs.replace(element.geometry, parent=parent(page)),
            group=group(element.group),
            content=content(element.content),
        )
        for element in elements
    ]


# ------------------------------------------------------------ inside


@dataclass(frozen=True, slots=True)
class _Room:
    """An order key for a page, and what must be done first so that it says what it should."""

    order: str
    ops: tuple[Op, ...] = ()


def _new_page(pages: Pages, after: ElementId, content: Content, new_id: NewId, chance: Chance) -> PageEdit:
    id = new_id()
    room = _room(pages, (pages.place(after) or 0) + 1, None, chance)
    only = pages.listed[0].element  # if all are gone, the first is shown nevertheless: it stays beside the new one
    kept = [_rewritten(pages, only.id, chance, gone=False)] if only is not None and only.content.gone else []
    return PageEdit((*room.ops, *kept, Put(_element(id, room.order, content))), id)


def _room(pages: Pages, place: int, moved: ElementId | None, chance: Chance) -> _Room:
    """Room at `place` among the pages without `moved`."""
    others = [page for page in pages.listed if page.id != moved]
    low, high = others[:place], others[place:]
    keyed = all(page.order is not None for page in low if page.id != FIRST_PAGE)
    if keyed and not (high and high[0].id == FIRST_PAGE and high[0].order is None):
        order = _between(low[-1].order if low else None, high[0].order if high else None, chance)
        if order is not None:
            return _Room(order)
    return _renumbered(low, high, chance)


def _between(low: str | None, high: str | None, chance: Chance) -> str | None:
    """A key between two; None if there is no room."""
    if high is None:
        order = above(low, chance())
    elif low is not None and low >= high:
        return None
    else:
        order = between(low, high, chance())
    return order if is_order(order) else None


def _renumbered(low: Sequence[Page], high: Sequence[Page], chance: Chance) -> _Room:
    """Give all pages new keys, and those without an element one: somebody is to come before or between them."""
    ops: list[Op] = []
    last = here = ""
    for page in (*low, None, *high):
        last = above(last or None, chance())
        if page is None:
            here = last
        elif page.element is None:
            ops.append(Put(_element(page.id, last, NO_CONTENT)))
        else:
            ops.append(Patch(id=page.id, order=last))
    return _Room(here, tuple(ops))


def _rewritten(pages: Pages, page: ElementId, chance: Chance, **news: object) -> Op:
    """Another content for a page; one without an element gets one, where it is."""
    element = pages.page(page).element
    if element is not None:
        return Patch(id=page, content=msgspec.structs.replace(element.content, **news))
    keys = [listed.order for listed in (*pages.listed, *pages.gone) if listed.order is not None]
    first = page == FIRST_PAGE
    order = _between(None, min(keys), chance) if first and keys else above(max(keys, default=None), chance())
    return Put(_element(page, order or above(None, chance()), msgspec.structs.replace(NO_CONTENT, **news)))


def _element(id: ElementId, order: str, content: Content) -> Element:
    return Element(id=id, kind=PAGE, geometry=Geometry(0.0, 0.0), order=order, content=content)
