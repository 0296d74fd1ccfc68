"""What there is around a hand: the board, what is selected on it, and the tool with its looks. Tools read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from whiteboard.model.document import Document
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.geometry import Rect
from whiteboard.model.history import History
from whiteboard.model.pages import Pages, parent
from whiteboard.model.style import Style
from whiteboard.protocol.messages import Role
from whiteboard.sync.outbox import Outbox
from whiteboard.sync.peers import Peers
from whiteboard.sync.replica import Replica
from whiteboard.tools.gestures import Gestures
from whiteboard.tools.measuring import Fitted
from whiteboard.tools.registry import BY_NAME, HAND
from whiteboard.tools.select_frame import Frame
from whiteboard.tools.selection import Selection
from whiteboard.tools.step import Preview
from whiteboard.tools.tool import Cursor, Index, ToolInfo

from .board import Board
from .chores import Chores
from .held import Held
from .landing import Landing
from .news import News


class Around:
    """One board in one person's hands, as it is now."""

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
        self._landing: Landing | None = None

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
        """The frame around what is selected, in board units; None if nothing is. `preview` may move it."""
        landing = self._landing
        if landing is not None and landing.choice == self._selection.choice:
            return landing.frame
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
        if self._landing is not None and self._landing.page == self._page:
            shown = self._landing.below(shown)
        return shown if self.typed is None else replace(shown, elements=(*shown.elements, self.typed))

    # ------------------------------------------------------------ what tools find around them

    def style_of(self, case: str) -> Style:
        return self._held.inks.style_of(case)

    def new_id(self) -> ElementId:
        return ElementId(self._new_id())

    def next_order(self) -> str:
        """A key above all others; where there is no room above, the highest again: then the ids decide (SPEC D3)."""
        return self._board.next_order(self.chance)

    # ------------------------------------------------------------ inside

    @property
    def _in_hand(self) -> ToolInfo:
        return self._held.tool if self.may_draw or self._held.tool.watching else BY_NAME[HAND]
