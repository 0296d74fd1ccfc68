"""From a pointer event to a change: what a tool says is done here, and told. What one can ask besides: `editor.py`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from whiteboard.model.document import Change, Document
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.history import Deed, History
from whiteboard.model.op import Op, target
from whiteboard.model.pages import Pages, parent
from whiteboard.model.style import Style
from whiteboard.protocol.messages import Edit, Entry, Presence, Role
from whiteboard.sync.outbox import Outbox
from whiteboard.sync.peers import PeerNews, Peers
from whiteboard.sync.portions import in_portions, in_sum
from whiteboard.sync.replica import Replica
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
from whiteboard.tools.measuring import Fitted
from whiteboard.tools.registry import BY_NAME, HAND, SELECT
from whiteboard.tools.select_frame import Frame
from whiteboard.tools.selection import Selection
from whiteboard.tools.step import NOBODY, NOT_MOVED, Preview
from whiteboard.tools.tool import Cursor, Index, ToolInfo

from .board import Board
from .chores import PORTION, Chore, Chores
from .held import Held
from .news import News

NO_CHANGE = Change()


class Conductor:
    """What happens when the pointer does something. A call that changes anything tells `on_change`, once."""

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
        self._board = Board(replica)
        self.peers = Peers()
        self.outbox = Outbox()
        self.history = History()
        self.index = index
        self.keep_tool = False
        self._page = parent(self.pages.listed[0].id)
        self._selection = Selection()
        self.snapping = True
        self.holding_shapes = True
        self.signature = ""
        self.typed: Element | None = None
        self._new_id = new_id
        self.chance = chance
        self._on_change = on_change
        self._held = Held()
        self._gestures = Gestures()
        self._chores = Chores()

    # ------------------------------------------------------------ reading

    @property
    def document(self) -> Document:
        return self.replica.document

    @property
    def pages(self) -> Pages:
        return self._board.pages

    @property
    def fitted(self) -> Fitted:
        return self._board.fitted

    @fitted.setter
    def fitted(self, fitted: Fitted) -> None:
        self._board.fitted = fitted

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
        return self._board.instruments_on(self._page)

    @property
    def last_stroke(self) -> Element | None:
        """The stroke that I drew last, if that was the last thing I did."""
        added = self.history.newest.added
        return added[0] if len(added) == 1 and added[0].kind == STROKE and added[0].id in self.document else None

    @property
    def color(self) -> str:
        """The colour of the ink in hand, or of the one that was last."""
        return self._held.inks.color

    @property
    def width(self) -> float:
        """Its nominal width in board units, or the eraser's: usually one of the four of the toolbar."""
        return self._held.width

    @property
    def eraser_px(self) -> float:
        """How far an eraser reaches on the screen: it looks larger than ink of the same nominal width."""
        return 2 * self._held.inks.eraser

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
        return self._gestures.cursor or self._held.cursor

    @property
    def preview(self) -> Preview:
        """What my gestures show above the document: only elements that are still there."""
        shown = self._board.shown(self._gestures.preview(self.document))
        return shown if self.typed is None else replace(shown, elements=(*shown.elements, self.typed))

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

    # ------------------------------------------------------------ what tools find around them

    def style_of(self, case: str) -> Style:
        return self._held.inks.style_of(case)

    def new_id(self) -> ElementId:
        return ElementId(self._new_id())

    def next_order(self) -> str:
        """A key above all others; where there is no room above, the highest again: then the ids decide (SPEC D3)."""
        return self._board.next_order(self.chance)

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
        change = NO_CHANGE
        if len(step.ops) > PORTION:
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
                deed.append(change)
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

    @property
    def _in_hand(self) -> ToolInfo:
        return self._held.tool if self.may_draw or self._held.tool.watching else BY_NAME[HAND]

    def _point_at(self, at: Point) -> None:
        self.outbox.point_at(Presence(x=round(at.x, 2), y=round(at.y, 2), tool=self.tool, page=self._page))

    def _take(self, info: ToolInfo, *, keep_selection: bool = False) -> None:
        self._held.take(info)
        if info.family != SELECT and not keep_selection:
            self._select(NOBODY)


def _targets(ops: Sequence[Op]) -> frozenset[ElementId]:
    """The elements that portions of an edit touch; of one portion nobody asks for them."""
    return frozenset(map(target, ops)) if len(ops) > PORTION else NOBODY
