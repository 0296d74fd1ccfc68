"""Boards that are announced on the network, as they come and go; and what to do while there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from whiteboard.protocol.link import Link
from whiteboard.words import t

from . import icons
from .buttons import words
from .theme import BODY_PT, GAP_PX, ICON_PX, RADIUS_PX, SMALL_GAP_PX, SMALL_PT, THEME, font

PATIENCE_SECONDS = 5.0
"""After so long without a board the person is told of other ways."""

ROW_PX = 56


@dataclass(frozen=True, slots=True)
class BoardNear:
    """A board to be offered. `host` is who shares it, `people` how many are there (None: not known)."""

    title: str
    host: str
    link: Link
    people: int | None = None
    open: bool = False
    mine: bool = False

    @property
    def details(self) -> str:
        count = "" if self.people is None else t("1 person") if self.people == 1 else t("{count} people")
        mine = t("shared from this computer") if self.mine else ""
        access = t("no code needed") if self.open and not self.mine else ""
        return " · ".join(
            part for part in (self.host if not self.mine else "", mine, count.format(count=self.people), access) if part
        )


class NearbyRow(QAbstractButton):
    """One board; a click joins it: `chosen` carries the BoardNear."""

    chosen = Signal(object)

    def __init__(self, board: BoardNear, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.setFixedHeight(ROW_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)
        self.show_board(board)

    def _choose(self) -> None:
        self.chosen.emit(self.board)

    def show_board(self, board: BoardNear) -> None:
        self.board = board
        self.setAccessibleName(self.tr("Join {title}, {details}").format(title=board.title, details=board.details))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(colors.accent if self.hasFocus() or self.underMouse() else colors.border))
            painter.setBrush(QColor(colors.hover if self.underMouse() else colors.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
            picture = icons.pixmap("people", colors.accent, ICON_PX, self.devicePixelRatioF())
            painter.drawPixmap(GAP_PX + 4, (self.height() - ICON_PX) // 2, picture)
            left = ICON_PX + 3 * GAP_PX
            width = self.width() - left - GAP_PX
            for text, points, bold, color, top in (
                (self.board.title, BODY_PT, True, colors.text, 9),
                (self.board.details, SMALL_PT, False, colors.muted, 30),
            ):
                painter.setFont(font(points, bold=bold))
                painter.setPen(QColor(color))
                shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
                painter.drawText(QRectF(left, top, width, 22), Qt.AlignmentFlag.AlignLeft, shown)


class NearbyList(QWidget):
    """`chosen` carries the BoardNear. It counts the time without a board only while it can be seen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, NearbyRow] = {}
        self.hint = words(muted=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL_GAP_PX * 2)
        self._column.addWidget(self.hint)
        self._waited = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._give_hint)
        self._show_hint()

    def show_boards(self, boards: Sequence[BoardNear]) -> None:
        links = {str(board.link): board for board in boards}
        for gone in self.rows.keys() - links.keys():
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for key, board in links.items():
            if key in self.rows:
                self.rows[key].show_board(board)
            else:
                self._add(key, board)
        if boards:
            self._waited = False
            self._timer.stop()
        elif not self._waited and not self._timer.isActive():
            self._timer.start(round(PATIENCE_SECONDS * 1000))
        self._show_hint()

    def _add(self, key: str, board: BoardNear) -> None:
        row = self.rows[key] = NearbyRow(board)
        row.chosen.connect(self.chosen)
        self._column.addWidget(row)

    def _give_hint(self) -> None:
        self._waited = True
        self._show_hint()

    def _show_hint(self) -> None:
        self.hint.setVisible(not self.rows)
        if self._waited:
            self.hint.setText(
                self.tr(
                    "No board found. Is it shared, and are you in the same Wi-Fi? Some networks keep computers apart: "
                    "then type the address and the code from the other screen below, or paste the link."
                )
            )
        else:
            self.hint.setText(self.tr("Looking for boards in your network…"))

    def showEvent(self, event: object) -> None:
        if not self.rows and not self._waited:
            self._timer.start(round(PATIENCE_SECONDS * 1000))

    def hideEvent(self, event: object) -> None:
        self._timer.stop()
