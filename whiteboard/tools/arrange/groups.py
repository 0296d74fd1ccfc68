"""Groups: what a click selects of them, and the operations that make and dissolve them.

A group is open while something inside it is selected but not all of it; which one, the selection itself says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId, page_of
from whiteboard.model.op import Patch

from ..bulk import Portions, at_once, picking, portioned

Path = tuple[str, ...]
"""Names of groups, the outermost first."""

MAX_DEPTH = 8


def path(element: Element) -> Path:
    """The groups that an element is in."""
    return tuple(element.group.split("/")) if element.group else ()


def open_group(selection: frozenset[ElementId], document: Document) -> Path:
    """The group that somebody works in, by what is selected; () for none."""
    return at_once(opening(selection, document))


def opening(selection: frozenset[ElementId], document: Document) -> Portions[Path]:
    """The same in portions."""
    chosen = yield from picking(selection, document, locked=True)
    shared = _shared(map(path, chosen))
    if not shared:
        return ()
    members: list[tuple[ElementId, Path]] = []
    for number, some in enumerate(portioned(document)):
        if number:
            yield
        members += [(element.id, path(element)) for element in some if element.group and not element.lock]
    for depth in range(1, len(shared) + 1):
        if all(id in selection for id, groups in members if groups[:depth] == shared[:depth]):
            return shared[: depth - 1]
    return shared


def clicked(element: Element, selection: frozenset[ElementId], document: Document) -> frozenset[ElementId]:
    """What a click on an element means: it, or the outermost group that it is in, within the group that is open."""
    groups = path(element)
    if not groups:
        return frozenset([element.id])
    inside = open_group(selection, document)
    depth = len(inside) if groups[: len(inside)] == inside else 0
    return _members(element, depth, document)


def entered(element: Element, selection: frozenset[ElementId], document: Document) -> frozenset[ElementId]:
    """What a double click on it means: one group further in than what is selected."""
    groups = path(element)
    inside = open_group(selection, document)
    depth = len(inside) if groups[: len(inside)] == inside else 0
    return _members(element, depth + 1, document)


def units(elements: Sequence[Element], open_path: Path) -> Portions[list[Sequence[Element]]]:
    """The elements, with those of one group together: what is aligned and distributed as one. In portions."""
    depth = len(open_path)
    grouped: dict[Path, list[Element]] = {}
    found: list[Sequence[Element]] = []
    for number, some in enumerate(portioned(elements)):
        if number:
            yield
        for element in some:
            groups = path(element)[: depth + 1]
            if len(groups) <= depth:
                found.append((element,))
            elif groups in grouped:
                grouped[groups].append(element)
            else:
                grouped[groups] = [element]
                found.append(grouped[groups])
    return found


def grouped(ids: frozenset[ElementId], document: Document, name: str) -> tuple[Patch, ...]:
    """Operations that make one group of these elements, within the group that is open."""
    return tuple(at_once(grouping(ids, document, name)))


def grouping(ids: frozenset[ElementId], document: Document, name: str) -> Portions[Iterator[Patch]]:
    """The same in portions."""
    elements = yield from picking(ids, document)
    depth = len((yield from opening(ids, document)))
    if len(elements) < 2 or any(element.group.count("/") + 1 >= MAX_DEPTH for element in elements if element.group):
        return iter(())
    return (
        Patch(id=element.id, group="/".join((*groups[:depth], name, *groups[depth:])))
        for element, groups in ((element, path(element)) for element in elements)
    )


def ungrouped(ids: frozenset[ElementId], document: Document) -> tuple[Patch, ...]:
    """Operations that dissolve the outermost groups among these elements."""
    return tuple(at_once(ungrouping(ids, document)))


def ungrouping(ids: frozenset[ElementId], document: Document) -> Portions[Iterator[Patch]]:
    """The same in portions."""
    depth = len((yield from opening(ids, document)))
    elements = yield from picking(ids, document)
    return (
        Patch(id=element.id, group="/".join((*groups[:depth], *groups[depth + 1 :])))
        for element in elements
        if len(groups := path(element)) > depth
    )


def _members(element: Element, depth: int, document: Document) -> frozenset[ElementId]:
    """Everything in the group of the element at this depth; the element alone where it has none."""
    groups = path(element)[: depth + 1]
    if len(groups) <= depth:
        return frozenset([element.id])
    page = page_of(element)
    members = (other for other in document if other.group and not other.lock and page_of(other) == page)
    return frozenset(other.id for other in members if path(other)[: depth + 1] == groups) | {element.id}


def _shared(paths: Iterable[Path]) -> Path:
    """How the paths begin that all of them have in common."""
    shared: Path | None = None
    for groups in paths:
        if shared is None:
            shared = groups
        while groups[: len(shared)] != shared:
            shared = shared[:-1]
        if not shared:
            return ()
    return shared or ()
