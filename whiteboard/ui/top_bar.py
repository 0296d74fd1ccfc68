"""The bar above the board: home, title, undo and redo on the left; connection, people, Share and menu on the right."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from whiteboard.editor import Editor
from whiteboard.protocol.limits import MAX_BOARD_NAME_LENGTH

from .actions import BY_NAME, BoardParts
from .target_button import IconButton
from .theme import GAP_PX, SMALL_GAP_PX, THEME, TITLE_PT, font

_LONGEST_TITLE_PX = 320
_SHORTEST_TITLE_PX = 96
_EDGE_PX, _FADE_PX = 4, 48


class TopBar(QWidget):
    """The right side is other people's: `set_right_widgets`."""

    home = Signal()
    renamed = Signal(str)

    def __init__(self, board: BoardParts, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor: Editor = board.editor
        self.setFixedHeight(THEME.bar_px)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SMALL_GAP_PX, 0, GAP_PX, 0)
        self._row.setSpacing(SMALL_GAP_PX)
        home = IconButton("home", self.tr("My boards"), self.tr("My boards"), self.home.emit)
        self.title = Title(title)
        self.title.renamed.connect(self.renamed)
        self._undo, self._redo = (
            IconButton(action.icon, action.label, action.hint, partial(action.do, board))
            for action in (BY_NAME["undo"], BY_NAME["redo"])
        )
        for widget in (home, self.title, self._undo, self._redo):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._right: list[QWidget] = []
        self.refresh()

    def set_right_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Show these on the right, in this order; what was there before is taken out."""
        for old in self._right:
            self._row.removeWidget(old)
            old.setParent(None)
        self._right = list(widgets)
        for widget in self._right:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def refresh(self) -> None:
        """Undo and redo are on when there is something to do."""
        editor = self._editor
        self._undo.setEnabled(editor.busy or (editor.may_draw and editor.history.can_undo))
        self._redo.setEnabled(editor.may_draw and editor.history.can_redo)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.height() != THEME.bar_px:
            self.setFixedHeight(THEME.bar_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colors.surface))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.border))


class Title(QLineEdit):
    """The board's name, edited in place: Enter or leaving it keeps it, Escape does not."""

    renamed = Signal(str)
    done = Signal()
    """Enter or Escape: whoever had the keyboard before should have it again."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._is_cut = False
        self.setProperty("kind", "title")
        self.setFont(font(TITLE_PT, bold=True))
        self.setMaxLength(MAX_BOARD_NAME_LENGTH)
        self.setAccessibleName(self.tr("Name of this board"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus | Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self.returnPressed.connect(self.done)
        self.show_title(title)

    def show_title(self, title: str) -> None:
        self._kept = title
        self.setText(title)
        self.setCursorPosition(0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        title = " ".join(self.text().split())
        if title and title != self._kept:
            self._kept = title
            self.renamed.emit(title)
        self.show_title(self._kept)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is too long for the bar fades out at its end; the tooltip has all of it."""
        super().paintEvent(event)
        if self.hasFocus() or not self._is_cut:
            return
        ground = QColor(THEME.colors.hover if self.underMouse() else THEME.colors.surface)
        clear = QColor(ground)
        clear.setAlpha(0)
        end = self.width() - _EDGE_PX
        fade = QLinearGradient(end - _FADE_PX, 0, end, 0)
        fade.setColorAt(0, clear)
        fade.setColorAt(0.8, ground)
        with QPainter(self) as painter:
            painter.fillRect(QRect(end - _FADE_PX, _EDGE_PX, _FADE_PX, self.height() - 2 * _EDGE_PX), fade)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 28
        self._is_cut = wide > _LONGEST_TITLE_PX
        self.setFixedWidth(min(max(wide, _SHORTEST_TITLE_PX), _LONGEST_TITLE_PX))
        rename = self.tr("Rename this board")
        self.setToolTip(f"{self.text()}\n{rename}" if self._is_cut else rename)
