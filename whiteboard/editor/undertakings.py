"""What I do to the document: few elements at once, many in portions over several turns of the window's loop.

Each portion is an edit of its own to the server and on disk, as it is where an edit is too large for a message; all of
them are one entry of the history (SPEC, Words).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache

from whiteboard.model.document import Document
from whiteboard.model.element import FIRST_PAGE, UNPAINTED, ElementId, page_of
from whiteboard.model.history import Deed
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.style import Style
from whiteboard.sync.portions import in_portions
from whiteboard.tools.arrange.transforming import each_present
from whiteboard.tools.bulk import Portions
from whiteboard.tools.registry import BY_NAME, SELECT
from whiteboard.tools.step import NOBODY

from .chores import LOOKED_AT, PORTION, Chore
from .conductor import Conductor
from .news import News


class Undertakings(Conductor):
    """`_start` begins with one of the others; while one is under way, the next waits for its turn."""

    @property
    def unfinished(self) -> bool:
        """Whether `go_on` is to be called again and again."""
        return bool(self._chores)

    def go_on(self) -> None:
        """Do the next portion."""
        if self._chores:
            self._chores.go_on()
            if not self._chores:
                self._on_change(News(preview=True))

    def begin(self, chore: Chore) -> None:
        """Do something that takes its time, up to each `next` a portion, when all that was begun before is done."""
        self._start(chore)

    def putting(self, ops: Iterable[Put]) -> Chore:
        """Put new elements on the board, to be undone as one, and select them."""
        ids: list[ElementId] = []

        def noted() -> Iterator[Put]:
            for op in ops:
                ids.append(op.element.id)
                yield op

        yield from self._done(in_portions(noted(), PORTION), self.history.recorded)
        if ids:
            self._take_up(ids)

    def arranging(self, found: Portions[Iterable[Op]]) -> Chore:
        """Do an edit of what is selected, which is worked out in portions, too; not while somebody is at it."""
        if not self._gestures:
            whole = self.selection
            ops = yield from found
            yield from self._done(in_portions(ops, PORTION), self.history.recorded, whole=whole)

    def complete(self) -> None:
        """Do all that is unfinished."""
        while self.unfinished:
            self.go_on()

    # ------------------------------------------------------------ inside

    def _start(self, chore: Chore) -> None:
        """Do it now, if it is one portion and nothing is under way."""
        if self._chores:
            self._chores.add(chore)
            return
        self._chores.add(chore)
        self._chores.go_on()
        if self._chores:
            self._on_change(News(preview=True))

    def _arranged(self, found: Callable[[], Iterable[Op]]) -> Chore:
        """An edit of what is selected when its turn comes, worked out then."""
        if not self._gestures:
            yield from self._done(in_portions(found(), PORTION), self.history.recorded, whole=self.selection)

    def _deleted(self) -> Chore:
        if self._gestures:
            return
        ids, document = self.selection, self.document
        ops = (Remove(element.id) for element in each_present(ids, document))
        if len(ids) > PORTION:
            self._select(NOBODY)  # or else it would get smaller a hundred times
        yield from self._done(in_portions(ops, PORTION), self.history.recorded, whole=ids)

    def _undone(self, reverse: Callable[[Document], Iterator[Sequence[Op]]], keep: Callable[[Deed], None]) -> Chore:
        yield from self._done(reverse(self.document), keep, loosens=False, seen=True)

    def _selected(self, found: Iterable[Collection[ElementId]]) -> Chore:
        ids: set[ElementId] = set()
        for number, some in enumerate(found):
            if number:
                yield
            ids.update(some)
        self._take_up(ids)

    def _take_up(self, ids: Collection[ElementId]) -> None:
        """Select those of these elements that are on the board, with a tool in hand that selects."""
        if self._held.tool.family != SELECT:
            self._take(BY_NAME[SELECT])
        wanted = frozenset(ids)
        missing = self.document.missing(wanted)
        self._select(wanted - missing if missing else wanted)
        self._on_change(News(preview=True))

    def _unlocked(self) -> Iterator[list[ElementId]]:
        """What is on the page and can be selected with all else."""
        here = self._page or FIRST_PAGE
        elements = list(self.document)
        for begin in range(0, len(elements), LOOKED_AT):
            some = [e for e in elements[begin : begin + LOOKED_AT] if not e.lock and e.kind not in UNPAINTED]
            yield [element.id for element in some if page_of(element) == here]

    def _restyled(self, restyled: Callable[[Style], Style]) -> Iterator[Op]:
        styled = cache(restyled)  # many elements have few styles
        for element in each_present(self.selection, self.document):
            yield Patch(id=element.id, style=styled(element.style))
