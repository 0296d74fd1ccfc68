"""Who moves an element moves the ends of the connectors that stick to it, in the same edit (SPEC D10).

For tools that change a connector itself: `end_moved` and `bent` give the connector as it would be with an end, or its
middle, somewhere else; `sticks_at` says what an end dropped there sticks to (None with Ctrl held). Show what they give
as `Preview.elements`, with the element stuck to in `Preview.targets`, and submit it as `rewritten`.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Iterable, Iterator, Sequence, Set

import msgspec

from whiteboard.model.content import Binding
from whiteboard.model.document import Change, Document, applied
from whiteboard.model.element import CONNECTOR, Element, ElementId, page_of
from whiteboard.model.elements import kind_of
from whiteboard.model.elements.connector_line import ends
from whiteboard.model.op import Op, Patch, Put, target
from whiteboard.model.transform import Transform

from .attaching import Find, led
from .bulk import is_much
from .connector_ends import bent as bent
from .connector_ends import end_moved as end_moved
from .connector_ends import sticks_at as sticks_at
from .connector_ends import targets_of as targets_of
from .step import NOBODY, Preview

MOST_LED = 200
"""Of what sticks to very much that is moved, so many connectors are seen to follow; more do so when it is put down."""

FITS = 0.5
"""An end that lies no further than so many board units from where its binding wants it is where it should be."""


class Connections:
    """Which connectors of a document stick to which elements; follows the document through every change."""

    def __init__(self, document: Iterable[Element] = ()) -> None:
        self._stuck: dict[ElementId, set[ElementId]] = {}
        self._mine: set[ElementId] = set()
        self._last: tuple[Preview, Preview] | None = None
        self._left = (NOBODY, NOBODY, NOBODY)
        self._near: tuple[frozenset[ElementId], bool, frozenset[ElementId]] | None = None
        for element in [element for element in document if element.kind == CONNECTOR]:
            self._take(element)

    def follow(self, change: Change) -> None:
        if change:
            self._last = None
        for before, after in change.gist.others:
            element = before or after
            if element is not None and element.kind == CONNECTOR:
                self._near = None
                self._drop(before)
                self._take(after)

    def completed(
        self, ops: Sequence[Op], document: Document, *, loosens: bool = True, whole: Collection[ElementId] = ()
    ) -> Sequence[Op]:
        """An edit of my own, together with what it means for connectors; they are mine from now on."""
        completed = (*ops, *followed(ops, document, self, loosens=loosens, whole=whole)) if ops else ops
        for op in completed:
            element = op.element if isinstance(op, Put) else document.get(op.id)
            if element is not None and element.kind == CONNECTOR:
                self._mine.add(element.id)
        return completed

    def healing(self, change: Change, document: Document) -> list[Op]:
        """What is to be put right after a change by others.

        Two people who move both ends of a connector at once write the geometry of it that either sees; the later one
        stays, with one end where the element was. Who has written that connector, and sees an element that it sticks
        to come to a place where no end is, writes it anew. All of them compute the same.
        """
        if not self._mine:
            return []
        ops: list[Op] = []
        for id in sorted(self.stuck_to(change.ids) & self._mine):
            connector = document.get(id)
            if connector is not None and not connector.lock:
                wanted = led(connector, document.get)
                if not _fits(connector, wanted):
                    ops += rewritten(connector, wanted)
        return ops

    def shown(self, preview: Preview, document: Document) -> Preview:
        """The preview, and in it the connectors that follow what it moves or changes."""
        moved = NOBODY if preview.copies else preview.moved
        if not self._stuck or not (moved or preview.elements):
            return preview
        if self._last is None or self._last[0] != preview:  # it is asked for several times a frame
            self._last = (preview, self._followed(preview, moved, document))
        return self._last[1]

    def _followed(self, preview: Preview, moved: frozenset[ElementId], document: Document) -> Preview:
        changed = {element.id: element for element in preview.elements}
        way = preview.through or Transform.moving(preview.moved_by)

        def find(id: ElementId) -> Element | None:
            if id in changed:
                return changed[id]
            element = document.get(id)
            return element if element is None or id not in moved else kind_of(element).transformed(element, way)

        if is_much(moved):
            near = self._concerned(moved, way)
            if len(near) > MOST_LED:
                return preview
            pairs = _led(near | changed.keys(), document.get, find, self, loosens=True, whole=moved)
        else:
            pairs = _led(moved | changed.keys(), document.get, find, self, loosens=True)
        following = {new.id: new for old, new in pairs if old is not new and old != new}
        if not following:
            return preview
        kept = (element for element in preview.elements if element.id not in following)
        elements = (*kept, *following.values())
        return dataclasses.replace(preview, elements=elements, moved=self._without(preview.moved, following.keys()))

    def _concerned(self, moved: frozenset[ElementId], by: Transform) -> frozenset[ElementId]:
        """The connectors that very much takes along, and those among it; if it is only moved, not those moved whole."""
        rigid = by.only_moves
        if self._near is None or self._near[0] is not moved or self._near[1] != rigid:
            concerned: set[ElementId] = set()
            still: set[ElementId] = set()
            for target, connectors in self._stuck.items():
                comes = target in moved
                for id in connectors:
                    if comes or id in moved:
                        concerned.add(id)
                    if not (comes and id in moved):
                        still.add(id)
            self._near = moved, rigid, frozenset(concerned & still if rigid else concerned)
        return self._near[2]

    def _without(self, moved: frozenset[ElementId], some: Set[ElementId]) -> frozenset[ElementId]:
        """The one without the other; the same object for the same, so that nobody compares very many."""
        if some.isdisjoint(moved):
            return moved
        if self._left[0] is not moved or self._left[1] != some:
            self._left = moved, frozenset(some), moved - some
        return self._left[2]

    def stuck_to(self, ids: Iterable[ElementId]) -> set[ElementId]:
        """The connectors that stick to any of these elements."""
        if not self._stuck:
            return set()
        return {connector for id in ids for connector in self._stuck.get(id, ())}

    def _take(self, element: Element | None) -> None:
        for id in _targets(element):
            if element is not None:
                self._stuck.setdefault(id, set()).add(element.id)

    def _drop(self, element: Element | None) -> None:
        for id in _targets(element):
            stuck = self._stuck.get(id)
            if stuck is not None and element is not None:
                stuck.discard(element.id)
                if not stuck:
                    del self._stuck[id]


def followed(
    ops: Sequence[Op],
    document: Document,
    connections: Connections,
    *,
    loosens: bool = True,
    whole: Collection[ElementId] = (),
) -> list[Patch]:
    """What an edit must do besides to the connectors that stick to what it changes.

    Ends follow; an end lets go of an element that the edit removes or takes to another page. Where `loosens`, an end
    that the edit itself takes elsewhere lets go, too: not in undo and redo, where others may have moved the element,
    and not if the element is one of the `whole`, which come along in other portions of the same.
    """
    touched = {target(op) for op in ops}
    concerned = connections.stuck_to(touched) | {
        id for id in touched if (element := document.get(id)) is not None and element.kind == CONNECTOR
    }
    concerned |= {op.element.id for op in ops if isinstance(op, Put) and op.element.kind == CONNECTOR}
    if not concerned:
        return []
    after: dict[ElementId, Element | None] = {}
    for op in ops:
        id = target(op)
        after[id] = applied(op, after[id] if id in after else document.get(id))

    def find(id: ElementId) -> Element | None:
        return after[id] if id in after else document.get(id)

    patches: list[Patch] = []
    for old, new in _led(touched, document.get, find, connections, loosens=loosens, whole=whole):
        patches += rewritten(old, new)
    return patches


def rewritten(connector: Element, wanted: Element) -> list[Patch]:
    """The operation that makes a connector what it should be; none if it is that."""
    groups = {
        name: getattr(wanted, name)
        for name in ("geometry", "points", "content")
        if getattr(wanted, name) != getattr(connector, name)
    }
    return [Patch(id=connector.id, **groups)] if groups else []


# ---------------------------------------------------------------- inside


def _led(
    touched: Iterable[ElementId],
    before: Find,
    after: Find,
    connections: Connections,
    *,
    loosens: bool,
    whole: Collection[ElementId] = (),
) -> Iterator[tuple[Element, Element]]:
    """Each connector that a change concerns: as the change leaves it, and as it should be."""
    changed = set(touched)
    concerned = connections.stuck_to(changed)
    concerned |= {id for id in changed if (e := before(id) or after(id)) is not None and e.kind == CONNECTOR}
    for id in sorted(concerned):
        old, connector = before(id), after(id)
        if connector is None or connector.lock or (old is not None and old.lock) or not _targets(connector):
            continue
        wanted = _let_go(connector, before, after)
        stays = any(to in changed or to in whole for to in _targets(wanted))
        if loosens and id in changed and not stays and not _same_place(old, connector):
            wanted = _loosened(wanted, after)
        yield connector, led(wanted, after)


def _let_go(connector: Element, before: Find, after: Find) -> Element:
    """Without the bindings to what was there and is not any more, or is on another page."""

    def kept(binding: Binding | None) -> Binding | None:
        if binding is None or before(ElementId(binding.to)) is None:
            return binding
        there = after(ElementId(binding.to))
        return binding if there is not None and page_of(there) == page_of(connector) else None

    content = connector.content
    loose = msgspec.structs.replace(content, start=kept(content.start), end=kept(content.end))
    return connector if loose == content else msgspec.structs.replace(connector, content=loose)


def _loosened(connector: Element, find: Find) -> Element:
    """Without the bindings of ends that were taken elsewhere."""
    wanted = led(connector, find)
    off = [math.dist(here, there) > FITS for here, there in zip(ends(connector), ends(wanted), strict=True)]
    content = connector.content
    loose = msgspec.structs.replace(
        content, start=None if off[0] else content.start, end=None if off[1] else content.end
    )
    return msgspec.structs.replace(connector, content=loose)


def _fits(connector: Element, wanted: Element) -> bool:
    return all(math.dist(a, b) <= FITS for a, b in zip(ends(connector), ends(wanted), strict=True))


def _same_place(old: Element | None, new: Element) -> bool:
    return old is not None and old.geometry == new.geometry


def _targets(element: Element | None) -> frozenset[ElementId]:
    return frozenset() if element is None or element.kind != CONNECTOR else targets_of(element)
