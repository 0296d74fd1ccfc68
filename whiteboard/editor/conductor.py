"""From a pointer event to a change: what a tool says is done here, and told. What one can ask besides: `editor.py`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from whiteboard.model.document import Change
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.history import Deed
from whiteboard.model.op import Op, target
from whiteboard.model.pages import parent
from whiteboard.protocol.messages import Edit, Entry, Presence
from whiteboard.sync.peers import PeerNews
from whiteboard.sync.portions import in_portions, in_sum
from whiteboard.tools.bulk import Bulk
from whiteboard.tools.events import (
    Contact,
    PointerCancel,
    PointerDown,
    PointerEvent,
    PointerHover,
    PointerLeft,
    PointerMove,
    PointerRest,
    PointerUp,
)
from whiteboard.tools.in_hand import cursor_for, tool_for
from whiteboard.tools.registry import BY_NAME, SELECT
from whiteboard.tools.step import NOBODY, NOT_MOVED, NOTHING, Preview
from whiteboard.tools.tool import ToolInfo

from .around import Around
from .chores import PORTION, Chore
from .landing import Landing
from .news import News

NO_CHANGE = Change()


class Conductor(Around):
    """What happens when the pointer does something. A call that changes anything tells `on_change`, once."""

    # ------------------------------------------------------------ my hand

    def handle(self, event: PointerEvent) -> None:
        """Let a tool do what the pointer means. An event that fits no gesture is ignored."""
        match event := self._gestures.continued(event):
            case PointerHover():
                self._point_at(event.at)
                self._held.cursor = cursor_for(event, self._in_hand, self)
            case PointerLeft():
                self.outbox.point_at(Presence(page=self._page))
            case PointerDown():
                self._point_at(event.at)
                self._begin(event)
            case PointerMove() | PointerUp():
                self._point_at(event.at)
                self._go_on(event)
            case PointerCancel() | PointerRest():
                self._go_on(event)
            case _:
                assert_never(event)

    # ------------------------------------------------------------ inside

    def _begin(self, event: PointerDown) -> None:
        info = tool_for(event, self._in_hand, self) if self.may_draw else self._in_hand
        if event.pointer == self._gestures.waiting:
            self._go_on(event)
            return
        if self._landing is not None and info.family == SELECT:
            return  # it must be down before it can be taken up again
        kept = NO_CHANGE
        if event.pointer in self._gestures:  # its end got lost
            kept = self._do(PointerCancel(pointer=event.pointer)).change
        if self._gestures.begin(event.pointer, info):
            self._go_on(event, kept)

    def _go_on(self, event: Contact | PointerRest, before: Change = NO_CHANGE) -> None:
        """Ask the pointer's tool; `before` has changed already."""
        if event.pointer in self._gestures:
            news = self._do(event)
            if before:
                news = replace(news, change=in_sum([before, news.change]))
            if news:
                self._on_change(news)

    def _cancel_gestures(self) -> None:
        news = [self._do(PointerCancel(pointer=pointer)) for pointer in self._gestures.pointers]
        lost = next((each.lost for each in news if each.turned), None)
        change = in_sum([each.change for each in news])
        self._on_change(News(change=change, preview=True, turned=lost is not None, lost=lost))

    def _do(self, event: Contact | PointerRest) -> News:
        """Ask the pointer's tool and do what it says."""
        step = self._gestures.ask(event, self)
        if step.trail is not None:
            stroke = step.trail.stroke
            self.outbox.trail(stroke.id, stroke.origin, stroke.style, step.trail.points, self._page)
        keeps = self.keep_tool and step.take is not None
        selection = None if keeps else step.selection
        shows = step.preview is not None or step.over or selection not in (None, self.selection)
        if selection is not None:
            self._select(selection)
        change = NO_CHANGE
        if step.bulk is not None:
            self._chores.add(self._put_down(step.bulk, step.preview or NOTHING))
        elif len(step.ops) > PORTION:
            self._chores.add(self._edited(step.ops))
        elif step.ops:
            change = self._apply(step.ops)
            self.history.record(change, joins=step.joins)
        if step.trail_over is not None:
            if step.trail_over in self.document:
                self.outbox.finished(step.trail_over)
            else:
                self.outbox.given_up(step.trail_over)
        touches = self._settle(change)
        if step.take is not None and not keeps:
            self._take(BY_NAME[step.take], keep_selection=selection is not None)
        page = self._page
        turned = not self._gestures and self._turn(page)  # it may have been deleted while I drew on it
        return News(
            change=change,
            preview=shows or touches or turned,
            pan=step.pan or NOT_MOVED,
            write=step.write,
            turned=turned,
            lost=page if turned else None,
        )

    def _apply(self, ops: Sequence[Op], *, loosens: bool = True, whole: Collection[ElementId] = NOBODY) -> Change:
        return self._board.apply(ops, loosens=loosens, whole=whole) if self.may_draw else NO_CHANGE

    def _put_down(self, bulk: Bulk, preview: Preview) -> Chore:
        """An edit of very many elements, which are shown as in the preview until it is done."""
        if preview.moved and self.may_draw:
            gone = self.document.missing(preview.moved)
            there = replace(preview, moved=preview.moved - gone if gone else preview.moved, landing=True)
            frame, choice = self.selection_frame, self._selection.choice
            self._landing = Landing(self._board.shown(there), self._page, frame, choice)
        return self._landed(bulk)

    def _landed(self, bulk: Bulk) -> Chore:
        new: list[ElementId] = []

        def noted(ops: Iterable[Op]) -> Iterator[Op]:
            for op in ops:
                if bulk.selects:
                    new.append(target(op))
                yield op

        ops = yield from bulk.ops(self.document)
        most = min(PORTION, bulk.in_portion)
        yield from self._done(in_portions(noted(ops), most), self.history.recorded, whole=bulk.ids)
        landing, self._landing = self._landing, None
        if landing is not None and landing.choice == self._selection.choice:
            if bulk.selects and self._held.tool.family == SELECT:
                self._select(frozenset(new) - self.document.missing(frozenset(new)))
            elif not bulk.selects:
                self._selection.carry(landing.preview.way)
        self._on_change(News(preview=True))

    def _edited(self, ops: Sequence[Op], *, shows: ElementId | None = None) -> Chore:
        """An edit of my own, to be undone as one."""
        yield from self._done(in_portions(ops, PORTION), self.history.recorded, shows=shows, whole=_targets(ops))

    def _done(
        self,
        portions: Iterable[Sequence[Op]],
        keep: Callable[[Deed], None],
        *,
        whole: Collection[ElementId] = NOBODY,
        loosens: bool = True,
        seen: bool = False,
        shows: ElementId | None = None,
    ) -> Chore:
        """Do and tell each portion; `keep` gets what they change. `whole` are the elements that all of them touch."""
        deed: Deed = []
        for number, ops in enumerate(portions):
            if number:
                yield
            change = self._apply(ops, loosens=loosens, whole=whole)
            if change:
                deed.append(Change(change.elements))  # without its gist: sets that the collector would look through
            if change and len(deed) == 1:
                keep(deed)
            self._tell(change, shows=shows, seen=seen and not number)

    def _tell(
        self,
        change: Change,
        *,
        peers: PeerNews | None = None,
        refused: tuple[tuple[Edit, Entry], ...] = (),
        restarted: bool = False,
        shows: ElementId | None = None,
        seen: bool = False,
        opens: bool = False,
    ) -> None:
        """`shows` is the page to show from now on; `seen`: one that shows the change; `opens`: the first there is."""
        touches, page = self._settle(change), self._page
        if opens:
            shows = self.pages.listed[0].id
        wanted = shows if shows is not None else self.pages.touched(change, page) if seen else page
        theirs = restarted or peers is not None
        turned = bool(change) and not (theirs and self._gestures) and self._turn(wanted)
        lost = page if turned and theirs and not opens else None
        told = PeerNews() if peers is None else peers
        news = News(change, told, refused, touches or turned, restarted, turned=turned, lost=lost)
        if news:
            self._on_change(news)

    def _settle(self, change: Change) -> bool:
        """Live with a change of the document, whoever made it; returns whether it touches what I have in hand."""
        self._board.follow(change)
        self._gestures.follow(change)
        touched = change.gist.known
        if not touched:
            return False
        held = not touched.isdisjoint(self.selection)
        if held:
            self._selection.lose([element.id for element in change.removed])
            self._measure()
        return held or self._gestures.concern(touched)

    def _turn(self, page: ElementId) -> bool:
        """Show a page, or the one after it if it is not there; returns whether that is another one than before."""
        there = page if self.pages.place(page) is not None else self.pages.neighbour(page).id
        if parent(there) == self._page:
            return False
        for pointer in self._gestures.pointers:
            self._do(PointerCancel(pointer=pointer))
        self._select(NOBODY)
        self._page = parent(there)
        self.outbox.point_at(Presence(page=self._page))
        return True

    def _select(self, ids: frozenset[ElementId]) -> None:
        self._selection.choose(ids)
        self._measure()

    def _measure(self) -> None:
        """See to it that the frame of what is selected is known, by and by if that is much."""
        if self._selection.needs_time:
            self._chores.add(self._selection.measuring(lambda: self.document))

    def _point_at(self, at: Point) -> None:
        self.outbox.point_at(Presence(x=round(at.x, 2), y=round(at.y, 2), tool=self.tool, page=self._page))

    def _take(self, info: ToolInfo, *, keep_selection: bool = False) -> None:
        self._held.take(info)
        if info.family != SELECT and not keep_selection:
            self._select(NOBODY)


def _targets(ops: Sequence[Op]) -> frozenset[ElementId]:
    """The elements that portions of an edit touch; of one portion nobody asks for them."""
    return frozenset(map(target, ops)) if len(ops) > PORTION else NOBODY
