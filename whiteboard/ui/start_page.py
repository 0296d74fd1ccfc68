"""The page between boards: my own on the left, those of others on the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from whiteboard.files.board_info import BoardId, BoardInfo

from .action import hint
from .avatar import Avatar
from .board_card import BoardCard, NewBoardCard
from .board_grid import BoardGrid
from .buttons import button, words
from .dropping import DropTarget
from .foreign_data import files
from .join_form import JoinForm
from .nearby import BoardNear, NearbyList
from .tab_order import read_in_order
from .target_button import IconButton
from .theme import BAR_PX, BODY_PT, GAP_PX, HEADING_PT, MARGIN_PX, TARGET_PX, THEME, TITLE_PT
from .toast import Toasts

SIDE_PX = 336


class StartPage(QWidget):
    """It shows what it is given and says what the person wants; it changes nothing itself."""

    board_opened = Signal(str)
    board_renamed = Signal(str, str)
    board_duplicated = Signal(str)
    board_saved_as = Signal(str)
    board_trashed = Signal(str)
    new_wanted = Signal()
    file_wanted = Signal()
    """Of the person's choice."""
    file_dropped = Signal(object)
    """Its path."""
    near_chosen = Signal(object)
    link_wanted = Signal(object)
    profile_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, *, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.cards: list[BoardCard] = []
        self.new_card = NewBoardCard()
        self.new_card.opened.connect(self.new_wanted)
        self.grid = BoardGrid()
        self.grid.show_cards([self.new_card])
        self.empty = words(self.tr("What you draw is kept here by itself. Begin with an empty board."), muted=True)
        self.nearby = NearbyList()
        self.nearby.chosen.connect(self.near_chosen)
        self.join_form = JoinForm()
        self.join_form.wanted.connect(self.link_wanted)
        self.me = Avatar(size_px=36)
        self.me.clicked.connect(self.profile_wanted)
        self.my_name = words(points=BODY_PT)
        self.my_name.setWordWrap(False)
        self.menu = IconButton("menu", self.tr("Menu"), self.tr("Menu"), self.menu_wanted.emit)
        self.side = _Side()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(), 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addLayout(row, 1)
        self._fill_side()
        self.toasts = Toasts(self)
        DropTarget(self, files).dropped.connect(self._on_drop)

    # ------------------------------------------------------------ what is shown

    def show_boards(
        self, boards: Sequence[BoardInfo], picture: Callable[[BoardId], bytes | None], shared: Collection[BoardId]
    ) -> None:
        self.cards = [BoardCard(info, picture(info.id), self._now(), shared=info.id in shared) for info in boards]
        for card in self.cards:
            id = card.info.id
            card.opened.connect(partial(self.board_opened.emit, id))
            card.renamed.connect(partial(self.board_renamed.emit, id))
            card.duplicated.connect(partial(self.board_duplicated.emit, id))
            card.saved_as.connect(partial(self.board_saved_as.emit, id))
            card.trashed.connect(partial(self.board_trashed.emit, id))
        self.grid.show_cards([self.new_card, *self.cards])
        self.empty.setVisible(not self.cards)
        self._order_keys()

    def show_near(self, boards: Sequence[BoardNear]) -> None:
        self.nearby.show_boards(boards)
        self._order_keys()

    def show_me(self, name: str, color: str) -> None:
        self.me.show_person(name, color, words=self.tr("{} (you): change name or colour").format(name))
        self.my_name.setText(name)

    # ------------------------------------------------------------ inside

    def _on_drop(self, data: QMimeData, _at: QPointF) -> None:
        for path in files(data):
            self.file_dropped.emit(path)

    def _order_keys(self) -> None:
        rows = self.nearby.rows.values()
        read_in_order([self.me, self.menu, self._open_file, self.new_card, *self.cards, *rows, self.join_form])

    def _bar(self) -> QWidget:
        bar = _Bar()
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * MARGIN_PX, 0, GAP_PX, 0)
        name = words(self.tr("Whiteboard"), TITLE_PT, bold=True)
        name.setWordWrap(False)
        row.addWidget(name)
        row.addStretch()
        row.addWidget(self.my_name)
        row.addWidget(self.me)
        row.addWidget(self.menu)
        return bar

    def _left(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * MARGIN_PX, 2 * MARGIN_PX, 2 * MARGIN_PX, 2 * MARGIN_PX)
        column.setSpacing(2 * GAP_PX)
        heading = QHBoxLayout()
        heading.addWidget(words(self.tr("My boards"), HEADING_PT, bold=True))
        heading.addStretch()
        self._open_file = button(
            self.tr("Open file…"), "quiet", icon="open", tip=hint(self.tr("Open a .whiteboard file"), "Ctrl+O")
        )
        self._open_file.setFixedHeight(TARGET_PX)
        self._open_file.clicked.connect(self.file_wanted)
        heading.addWidget(self._open_file)
        column.addLayout(heading)
        column.addWidget(self.empty)
        column.addWidget(self.grid)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and is scrolled to
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _fill_side(self) -> None:
        self.side.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(2 * MARGIN_PX, 2 * MARGIN_PX, 2 * MARGIN_PX, 2 * MARGIN_PX)
        column.setSpacing(GAP_PX + 4)
        heading = words(self.tr("Boards near you"), HEADING_PT, bold=True)
        heading.setFixedHeight(TARGET_PX)
        column.addWidget(heading)
        column.addWidget(self.nearby)
        column.addSpacing(2 * GAP_PX)
        column.addWidget(words(self.tr("Join with a link or code"), TITLE_PT, bold=True))
        column.addWidget(self.join_form)
        column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toasts.place(MARGIN_PX, self.height() - MARGIN_PX)


class _Bar(QWidget):
    """The bar at the top, like a board's."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(THEME.colors.surface))
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(THEME.colors.border))


class _Side(QWidget):
    """What is not mine stands on a ground of its own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(THEME.colors.surface))
            painter.fillRect(0, 0, 1, self.height(), QColor(THEME.colors.border))
