"""The editor: all that one can ask of a board that is being worked on, by hand, by key, or from the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, assert_never

import msgspec

from whiteboard.model.document import Change
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Op
from whiteboard.model.page_edits import PageEdit
from whiteboard.model.style import Style
from whiteboard.protocol.messages import ClientMessage, Hello, Snapshot, Tick, Welcome
from whiteboard.tools.arrange.transforming import each_moved, each_present
from whiteboard.tools.events import PointerCancel, PointerDown
from whiteboard.tools.inks import ink_width
from whiteboard.tools.registry import BY_NAME, SELECT
from whiteboard.tools.step import NOBODY, NOT_MOVED

from .chores import PORTION
from .conductor import NO_CHANGE
from .news import News
from .nudges import Nudges
from .undertakings import Undertakings


class Editor(Undertakings):
    """One board in one person's hands. A call that changes anything tells `on_change`, once, before it returns.

    What is done to more than PORTION elements is not done then, but `unfinished`: call `go_on` between two looks at the
    input until it is; each portion is told. What my hand does meanwhile to few elements is done at once.
    """

    # ------------------------------------------------------------ my hand

    def choose(self, tool: str) -> None:
        """Take a tool in hand, by its name in the registry; KeyError if there is none.

        Gestures in progress keep theirs, but one that waits for another click is given up.
        """
        if (pointer := self._gestures.waiting) is not None:
            self._do(PointerCancel(pointer=pointer))
        self._take(BY_NAME[tool])
        self._on_change(News(preview=True))

    def choose_or_give_back(self, tool: str) -> None:
        """The same; if it is in hand already, take the one before it."""
        self.choose(self._held.before.name if self._held.tool.name == tool else tool)

    def turn_to(self, page: ElementId) -> None:
        """Show another page, as `geometry.parent` names it: empty for the first."""
        if self._turn(page):
            self._on_change(News(preview=True, turned=True))

    def edit_pages(self, edit: PageEdit) -> None:
        """Do something with pages, to be undone as one, and show the page that it is about."""
        if len(edit.ops) > PORTION:
            self._start(self._edited(edit.ops, shows=edit.shows))
        else:
            change = self._apply(edit.ops)
            self.history.record(change)
            self._tell(change, shows=edit.shows)

    def set_color(self, color: str) -> None:
        """Colour what is selected; without a selection, take the last ink in hand, in this colour."""
        self.restyle(lambda style: msgspec.structs.replace(style, color=color))

    def set_width(self, width: float) -> None:
        """The same for a nominal width in board units."""
        if self._held.erases:
            self._held.inks.eraser = width
            self._on_change(News(preview=True))
        elif not self._restyle(lambda style: msgspec.structs.replace(style, width=ink_width(style.ink, width))):
            self._change_ink(width=width)

    def restyle(self, restyled: Callable[[Style], Style]) -> None:
        """Give what is selected another look; without a selection, what is drawn next."""
        if not self._restyle(restyled):
            self._change_ink(**msgspec.structs.asdict(restyled(self._held.inks.style)))

    def cancel(self) -> None:
        """Escape: give up what is in progress; else select nothing; if nothing is selected, put the tool away."""
        if self._gestures:
            self._cancel_gestures()
        elif self.selection:
            self._select(NOBODY)
            self._on_change(News(preview=True))
        elif self._held.tool.family != SELECT:
            self.choose(SELECT)

    def keep(self, on: bool) -> None:
        """Keep tools in hand that else give way to select once they have drawn."""
        self.keep_tool = on
        self._on_change(News(preview=True))

    def finish(self) -> None:
        """Enter: end a gesture of several clicks as a double click does."""
        if (pointer := self._gestures.waiting) is not None:
            self._go_on(PointerDown(at=NOT_MOVED, seconds=0.0, pointer=pointer, clicks=2))

    def undo(self) -> None:
        """Take back my newest edit (SPEC U2); while a gesture is in progress, give up only that (SPEC U3)."""
        if self._gestures:
            self._cancel_gestures()
        elif self.may_draw:
            self._start(self._undone(self.history.undoing, self.history.undone))

    def redo(self) -> None:
        """Do again what was undone last; not while a gesture is in progress, which is about to be newer."""
        if not self._gestures and self.may_draw:
            self._start(self._undone(self.history.redoing, self.history.redone))

    def select(self, ids: frozenset[ElementId]) -> None:
        """Select those of these elements that are on the board, with a tool in hand that selects."""
        if len(ids) > PORTION:
            self._start(self._selected([ids]))
        else:
            self._take_up(ids)

    def select_all(self) -> None:
        """Select every element of the page that is not locked."""
        self._start(self._selected(self._unlocked()))

    def delete_selection(self) -> None:
        self._start(self._deleted())

    def nudge(self, by: Point) -> None:
        """Move what is selected by so many board units; not while it is still being moved, as by a key that is held.

        Nudges of the same in the same way, one after another, are undone together.
        """
        if self._chores:
            return
        if len(self.selection) > PORTION:
            self._start(self._arranged(lambda: each_moved(self.selection, by, self.document)))
        elif not self._gestures and (ops := tuple(each_moved(self.selection, by, self.document))):
            self._nudges.do(self.selection, by, lambda joins: self.submit(ops, joins=joins))

    def arrange(self, ops: Iterable[Op]) -> None:
        """Do this edit to what is selected, if there is anything to do and nobody is at it."""
        self._start(self._arranged(lambda: ops))

    def submit(self, ops: Sequence[Op], *, joins: bool = False) -> Change:
        """Do an edit of my own, to be undone as one; with `joins`, together with the last one, of the same elements.

        Returns what has changed by now: of an edit of more than PORTION operations, nothing (see `unfinished`).
        """
        if len(ops) > PORTION:
            self._start(self._edited(ops))
            return NO_CHANGE
        change = self._apply(ops)
        self.history.record(change, joins=joins)
        self._tell(change)
        return change

    # ------------------------------------------------------------ the network

    def hello(self) -> Hello:
        """The first message of a connection; the caller fills in board, code and name."""
        return self.replica.hello()

    def receive(self, message: Welcome | Tick, now: float) -> None:
        """Take in what the server says; `now` in seconds, by the same clock as in `take_outgoing` and `tidy`."""
        might_draw = self.may_draw
        match message:
            case Welcome():
                self.outbox.connected()
                self.replica.welcomed(message)
                self._on_change(News(peers=self.peers.welcomed(message, now)))
            case Tick():
                received = self.replica.receive(message)
                change = self._board.healed(received.change, may_draw=self.may_draw)
                self._tell(change, peers=self.peers.receive(message, now), refused=received.refused)
            case _:
                assert_never(message)
        if might_draw and not self.may_draw:
            self._cancel_gestures()

    def load(self, snapshot: Snapshot) -> None:
        """Replace the document by the snapshot that the server pointed to; my pending edits stay on top."""
        self.complete()
        is_new = not len(self.document)
        received = self.replica.load(snapshot)
        healed = self._board.healed(received.change, may_draw=self.may_draw)
        self._tell(healed, refused=received.refused, restarted=True, opens=is_new)

    def disconnected(self) -> None:
        """The connection is gone; everything goes on without."""
        self.replica.disconnected()
        self._on_change(News(peers=self.peers.disconnected()))

    def take_outgoing(self, now: float) -> list[ClientMessage]:
        """Messages to send now, each once; none while the server has not welcomed me."""
        return [*self.replica.take_edits(), *self.outbox.take(now)] if self.replica.online else []

    def tidy(self, now: float) -> None:
        """Let go of pointers and trails without news (SPEC L4). Call it about once a second."""
        if peers := self.peers.expire(now):
            self._on_change(News(peers=peers))

    # ------------------------------------------------------------ inside

    @cached_property
    def _nudges(self) -> Nudges:
        return Nudges(self.history)

    def _change_ink(self, **looks: Any) -> None:
        self._held.inks.change(**looks)
        if self._held.inked is not self._held.tool:
            self._take(self._held.inked)
        self._on_change(News(preview=True))

    def _restyle(self, restyled: Callable[[Style], Style]) -> bool:
        """Change the look of what is selected; returns whether anything is."""
        if next(each_present(self.selection, self.document), None) is None:
            return False
        self._start(self._arranged(lambda: self._restyled(restyled)))
        return True
