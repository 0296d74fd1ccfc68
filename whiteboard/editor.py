"""The conductor: pointer event, tool, replica, on_change. No Qt and no await.

The single door to a board: what my hand does and what the server says both come in here, and both leave as `News`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

import msgspec

from whiteboard.model.document import Change, Document
from whiteboard.model.element import FIRST_PAGE, STROKE, UNPAINTED, Element, ElementId, page_of
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.history import History
from whiteboard.model.op import Op, Patch, Remove
from whiteboard.model.order import above, is_order
from whiteboard.model.page_edits import PageEdit
from whiteboard.model.pages import Pages, parent
from whiteboard.model.style import Style
from whiteboard.protocol.messages import ClientMessage, Edit, Entry, Hello, Presence, Role, Snapshot, Tick, Welcome
from whiteboard.sync.outbox import Outbox
from whiteboard.sync.peers import PeerNews, Peers
from whiteboard.sync.portions import in_portions, in_sum
from whiteboard.sync.replica import Replica
from whiteboard.tools.arrange.transforming import moved, present
from whiteboard.tools.connecting import Connections
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
from whiteboard.tools.gestures import Gestures
from whiteboard.tools.in_hand import cursor_for, tool_for
from whiteboard.tools.inks import Inks, ink_width
from whiteboard.tools.laid import Laid
from whiteboard.tools.measuring import Fitted, as_it_is, remeasured
from whiteboard.tools.registry import BY_NAME, ERASER, FIRST, HAND, SELECT
from whiteboard.tools.select_frame import Frame
from whiteboard.tools.selection import Selection
from whiteboard.tools.step import NOBODY, NOT_MOVED, Preview
from whiteboard.tools.tool import Cursor, ToolInfo
from whiteboard.tools.tool import Index as Index

NO_CHANGE = Change()


@dataclass(frozen=True, slots=True)
class News:
    """What one event or message changed; a field at its default says: nothing of that kind.

    `change` is the document's, `peers` the others' doings, `refused` my edits that the server refused, with its words.
    `preview` says that what I see besides the document is new: wet ink, marks, selection, box, the tool in hand.
    `restarted` says that the document was replaced whole (`change` is still the difference). `pan` asks to move the
    view by so many board units, `write` to let the person type into that element; `turned`: another page is shown,
    because somebody else deleted the page `lost`, if it says so.
    """

    change: Change = field(default_factory=Change)
    peers: PeerNews = field(default_factory=PeerNews)
    refused: tuple[tuple[Edit, Entry], ...] = ()
    preview: bool = False
    restarted: bool = False
    pan: Point = NOT_MOVED
    write: ElementId | None = None
    turned: bool = False
    lost: ElementId | None = None

    def __bool__(self) -> bool:
        quiet = not self.change and not self.peers and not self.refused and self.pan == NOT_MOVED
        return self.preview or self.restarted or self.turned or self.write is not None or not quiet


class Editor:
    """One board in one person's hands. A call that changes anything tells `on_change`, once, before it returns."""

    def __init__(
        self,
        replica: Replica,
        *,
        index: Index,
        new_id: Callable[[], str],
        chance: Callable[[], int],
        on_change: Callable[[News], None],
    ) -> None:
        """`chance` gives any non-negative integer; it makes order keys of several people differ.

        Whoever knows fonts and the person's name sets `fitted`, which finds boxes of texts, and `signature`; `typed` is
        shown in place of the element whose text is in a field above the board.
        """
        self.replica = replica
        self.peers = Peers()
        self.outbox = Outbox()
        self.history = History()
        self.index = index
        self.inks = Inks()
        self.pages = Pages(replica.document)
        self._laid = Laid(replica.document)
        self.keep_tool = False
        self._connections = Connections(replica.document)
        self._page = parent(self.pages.listed[0].id)
        self._selection = Selection()
        self.snapping = True
        self.holding_shapes = True
        self.fitted: Fitted = as_it_is
        self.signature = ""
        self.typed: Element | None = None
        self._new_id = new_id
        self.chance = chance
        self._on_change = on_change
        self._tool = BY_NAME[FIRST]
        self._cursor = self._tool.cursor
        self._gestures = Gestures()
        self._top = _top_order(replica.document)

    # ------------------------------------------------------------ reading

    @property
    def document(self) -> Document:
        return self.replica.document

    @property
    def tool(self) -> str:
        """The name of the tool in hand: always the hand if I may only look."""
        return self._in_hand.name

    @property
    def may_draw(self) -> bool:
        """Whether the host lets me change the board, as far as I was told (SPEC R1)."""
        return self.peers.role is not Role.VIEWER

    @property
    def page(self) -> ElementId:
        """The page on the screen, as `geometry.parent` names it: empty for the first."""
        return self._page

    @property
    def instruments(self) -> list[Element]:
        """Rulers and their like on the page that is shown, the lowest first."""
        return self._laid.on(self._page)

    @property
    def last_stroke(self) -> Element | None:
        """The stroke that I drew last, if that was the last thing I did."""
        added = self.history.newest.added
        return added[0] if len(added) == 1 and added[0].kind == STROKE and added[0].id in self.document else None

    @property
    def color(self) -> str:
        """The colour of the ink in hand, or of the one that was last."""
        return self.inks.color

    @property
    def width(self) -> float:
        """Its nominal width in board units, or the eraser's: usually one of the four of the toolbar."""
        return self.inks.eraser if self._tool.family == ERASER else self.inks.width

    @property
    def eraser_px(self) -> float:
        """How far an eraser reaches on the screen: it looks larger than ink of the same nominal width."""
        return 2 * self.inks.eraser

    @property
    def selection(self) -> frozenset[ElementId]:
        """What is selected; all of it is on the board."""
        return self._selection.ids

    @property
    def selection_frame(self) -> Frame | None:
        """The frame around what is selected, in board units; None if nothing is."""
        return self._selection.frame(self.document)

    @property
    def selection_box(self) -> Rect | None:
        """The upright box around that."""
        frame = self.selection_frame
        return None if frame is None else frame.upright

    @property
    def busy(self) -> bool:
        """Whether a gesture is in progress."""
        return bool(self._gestures)

    @property
    def cursor(self) -> Cursor:
        """The shape that the pointer should have now."""
        return self._gestures.cursor or self._cursor

    @property
    def preview(self) -> Preview:
        """What my gestures show above the document: only elements that are still there."""
        shown = self._connections.shown(self._gestures.preview(self.document), self.document)
        return shown if self.typed is None else replace(shown, elements=(*shown.elements, self.typed))

    # ------------------------------------------------------------ my hand

    def handle(self, event: PointerEvent) -> None:
        """Let a tool do what the pointer means. An event that fits no gesture is ignored."""
        match event := self._gestures.continued(event):
            case PointerHover():
                self._point_at(event.at)
                self._cursor = cursor_for(event, self._in_hand, self)
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

    def choose(self, tool: str) -> None:
        """Take a tool in hand, by its name in the registry; KeyError if there is none.

        Gestures in progress keep theirs, but one that waits for another click is given up.
        """
        if (pointer := self._gestures.waiting) is not None:
            self._do(PointerCancel(pointer=pointer))
        self._take(BY_NAME[tool])
        self._on_change(News(preview=True))

    def turn_to(self, page: ElementId) -> None:
        """Show another page, as `geometry.parent` names it: empty for the first."""
        if self._turn(page):
            self._on_change(News(preview=True, turned=True))

    def edit_pages(self, edit: PageEdit) -> None:
        """Do something with pages, to be undone as one, and show the page that it is about."""
        change = self._apply(edit.ops)
        self.history.record(change)
        self._tell(change, shows=edit.shows)

    def set_color(self, color: str) -> None:
        """Colour what is selected; without a selection, take the last ink in hand, in this colour."""
        self.restyle(lambda style: msgspec.structs.replace(style, color=color))

    def set_width(self, width: float) -> None:
        """The same for a nominal width in board units."""
        if self._tool.family == ERASER:
            self.inks.eraser = width
            self._on_change(News(preview=True))
        elif not self._restyle(lambda style: msgspec.structs.replace(style, width=ink_width(style.ink, width))):
            self.inks.change(width=width)
            self._take_ink()

    def restyle(self, restyled: Callable[[Style], Style]) -> None:
        """Give what is selected another look; without a selection, what is drawn next."""
        if not self._restyle(restyled):
            self.inks.change(**msgspec.structs.asdict(restyled(self.inks.style)))
            self._take_ink()

    def cancel(self) -> None:
        """Escape: give up what is in progress; if nothing is, select nothing."""
        if self._gestures:
            self._cancel_gestures()
        elif self.selection:
            self._select(NOBODY)
            self._on_change(News(preview=True))

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
        elif self.may_draw and (ops := self.history.undo(self.document)):
            change = self._apply(ops, loosens=False)
            self.history.undone(change)
            self._tell(change, seen=True)

    def redo(self) -> None:
        """Do again what was undone last; not while a gesture is in progress, which is about to be newer."""
        if not self._gestures and self.may_draw and (ops := self.history.redo(self.document)):
            change = self._apply(ops, loosens=False)
            self.history.redone(change)
            self._tell(change, seen=True)

    def select(self, ids: frozenset[ElementId]) -> None:
        """Select those of these elements that are on the board, with a tool in hand that selects."""
        if self._tool.family != SELECT:
            self._take(BY_NAME[SELECT])
        self._select(frozenset(id for id in ids if id in self.document))
        self._on_change(News(preview=True))

    def select_all(self) -> None:
        """Select every element of the page that is not locked."""
        here = self._page or FIRST_PAGE
        painted = (e for e in self.document if e.kind not in UNPAINTED and page_of(e) == here)
        self.select(frozenset(element.id for element in painted if not element.lock))

    def delete_selection(self) -> None:
        self.arrange([Remove(element.id) for element in present(self.selection, self.document)])

    def nudge(self, by: Point) -> None:
        """Move what is selected by so many board units."""
        self.arrange(moved(self.selection, by, self.document))

    def arrange(self, ops: Sequence[Op]) -> None:
        """Do this edit to what is selected, if there is anything to do and nobody is at it."""
        if ops and not self._gestures:
            self.submit(ops)

    def submit(self, ops: Sequence[Op], *, joins: bool = False) -> Change:
        """Do an edit of my own, to be undone as one; with `joins`, together with the last one, of the same elements."""
        change = self._apply(ops)
        self.history.record(change, joins=joins)
        self._tell(change)
        return change

    # ------------------------------------------------------------ what tools find around them

    def style_of(self, case: str) -> Style:
        return self.inks.style_of(case)

    def new_id(self) -> ElementId:
        return ElementId(self._new_id())

    def next_order(self) -> str:
        """A key above all others; where there is no room above, the highest again: then the ids decide (SPEC D3)."""
        order = above(self._top, self.chance())
        return self._top if self._top is not None and not is_order(order) else order

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
                change = self._healed(received.change)
                self._tell(change, peers=self.peers.receive(message, now), refused=received.refused)
            case _:
                assert_never(message)
        if might_draw and not self.may_draw:
            self._cancel_gestures()

    def load(self, snapshot: Snapshot) -> None:
        """Replace the document by the snapshot that the server pointed to; my pending edits stay on top."""
        is_new = not len(self.document)
        received = self.replica.load(snapshot)
        self._tell(self._healed(received.change), refused=received.refused, restarted=True, opens=is_new)

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

    def _begin(self, event: PointerDown) -> None:
        info = tool_for(event, self._in_hand, self) if self.may_draw else self._in_hand
        if event.pointer == self._gestures.waiting:
            self._go_on(event)
            return
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
        change = self._apply(step.ops) if step.ops else Change()
        self.history.record(change)
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

    def _apply(self, ops: Sequence[Op], *, loosens: bool = True) -> Change:
        if not self.may_draw:
            return Change()
        measured = [*ops, *remeasured(ops, self.document, self.fitted)]
        whole = self._connections.completed(measured, self.document, loosens=loosens)
        return in_sum([self.replica.submit(portion) for portion in in_portions(whole)])

    def _healed(self, change: Change) -> Change:
        """A change by others, with what I put right after it (SPEC D10)."""
        self._connections.follow(change.without(STROKE))
        healing = self._connections.healing(change, self.document) if self.may_draw else []
        return in_sum([change, self.replica.submit(healing)]) if healing else change

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
        self.pages.follow(change)
        but_strokes = change.without(STROKE)
        self._laid.follow(but_strokes)
        self._connections.follow(but_strokes)
        orders = [after.order for _, after in change.elements if after is not None]
        self._top = max(orders if self._top is None else [self._top, *orders], default=None)
        touched = {before.id for before, _ in change.elements if before is not None}
        if not touched:
            return False
        held = not touched.isdisjoint(self.selection)
        if held:
            self._select(self.selection - {element.id for element in change.removed})
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

    @property
    def _in_hand(self) -> ToolInfo:
        return self._tool if self.may_draw or self._tool.watching else BY_NAME[HAND]

    def _point_at(self, at: Point) -> None:
        self.outbox.point_at(Presence(x=at.x, y=at.y, tool=self.tool, page=self._page))

    def _take(self, info: ToolInfo, *, keep_selection: bool = False) -> None:
        self._tool, self._cursor = info, info.cursor
        if info.case is not None:
            self.inks.last = info.case
        if info.family != SELECT and not keep_selection:
            self._select(NOBODY)

    def _take_ink(self) -> None:
        if self._tool.case is None:
            self._take(next(info for info in BY_NAME.values() if info.case == self.inks.last))
        self._on_change(News(preview=True))

    def _restyle(self, restyled: Callable[[Style], Style]) -> bool:
        """Change the look of what is selected; returns whether anything is."""
        elements = present(self.selection, self.document)
        self.arrange([Patch(id=element.id, style=restyled(element.style)) for element in elements])
        return bool(elements)


def _top_order(document: Document) -> str | None:
    return max([element.order for element in document], default=None)
