"""A panel that lies over a page, below its bar at the right, and lets the person go on drawing beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from .buttons import Kind, button, words
from .shortcuts import is_escape
from .tab_order import read_in_order
from .target_button import IconButton
from .theme import BAR_PX, GAP_PX, HEADING_PT, MARGIN_PX, RADIUS_PX, THEME


class Panel(QWidget):
    """Content goes into `column`, buttons stand below it. A part of the window, so it moves with it everywhere.

    The keys stay where they were; Tab leads from there into the panel, and closing it back.
    """

    def __init__(self, over: QWidget, *, width_px: int) -> None:
        super().__init__(over)
        self._over = over
        self._width_px = width_px
        self._came_from: QWidget | None = None
        self.heading = words(points=HEADING_PT, bold=True)
        self.close_button = IconButton("close", self.tr("Close"), self.tr("Close (Esc)"), self.hide)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._content = QWidget()
        self._content.installEventFilter(self)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_PX + 4)
        self._scroll = _scrolling(self._content)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _, lacking: self._grow(lacking))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP_PX)
        self._buttons.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX + 4)
        outer.setSpacing(GAP_PX)
        outer.addLayout(top)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, MARGIN_PX, 0)
        inner.setSpacing(2 * GAP_PX)
        inner.addWidget(self._scroll, 1)
        inner.addLayout(self._buttons)
        outer.addLayout(inner, 1)
        over.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def add_button(self, label: str, do: Callable[[], object], kind: Kind = "plain") -> QPushButton:
        made = button(label, kind)
        made.clicked.connect(lambda _: do())
        self._buttons.addWidget(made)
        return made

    def place(self) -> None:
        """Take the room that the content needs, at the right below the bar; in a low window the content scrolls."""
        layout = self.layout()
        assert isinstance(layout, QLayout)
        for each in (layout, self.column):
            each.activate()
        width = min(self._width_px, self._over.width() - 2 * GAP_PX)
        inside = self._content.minimumSizeHint().height()
        if self.column.hasHeightForWidth():
            inside = max(inside, self.column.totalHeightForWidth(width - 4 * MARGIN_PX))
        height = min(layout.totalMinimumSize().height() + inside, self._room)
        self.setGeometry(self._over.width() - width - GAP_PX, BAR_PX + GAP_PX, width, height)

    @property
    def _room(self) -> int:
        return self._over.height() - BAR_PX - 2 * GAP_PX

    def _grow(self, lacking: int) -> None:
        """Words that wrap in the content's own layouts may need more than the content says that it needs."""
        if lacking and self.height() < self._room:
            self.resize(self.width(), min(self.height() + lacking, self._room))

    def parts(self) -> Sequence[QWidget]:
        """What Tab goes through, as one reads it."""
        return [self]

    def reveal(self, part: QWidget) -> None:
        """Scroll so far that this part of the content can be seen."""
        layout = self._content.layout()
        assert isinstance(layout, QLayout)
        layout.activate()
        self._scroll.ensureWidgetVisible(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if watched is self._content:
            if event.type() == QEvent.Type.LayoutRequest:
                self.place()
            return False
        if watched is not self._over:
            return False
        if event.type() == QEvent.Type.Resize:
            self.place()
        elif is_escape(event) and not _is_busy():
            event.accept()
            self.hide()
            return True
        return False

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self.place()
        return handled

    def showEvent(self, event: object) -> None:
        for other in self._over.findChildren(Panel, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if other is not self:
                other.hide()  # it has the same place
        self.place()
        self.raise_()
        focus = QApplication.focusWidget()
        if focus is not None and self._over.isAncestorOf(focus) and not self.isAncestorOf(focus):
            self._came_from = focus
            read_in_order([focus, *self.parts()])

    def hideEvent(self, event: QHideEvent) -> None:
        came_from, self._came_from = self._came_from, None
        focus = QApplication.focusWidget()
        if came_from is not None and Shiboken.isValid(came_from) and focus is not None and self.isAncestorOf(focus):
            came_from.setFocus()

    def mousePressEvent(self, event: object) -> None:
        """A click on the panel is no click on the board below it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(THEME.colors.border)))
            painter.setBrush(QColor(THEME.colors.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)


def _scrolling(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    for seen_through in (scroll.viewport(), content):
        seen_through.setAutoFillBackground(False)
    return scroll


def _is_busy() -> bool:
    """Whether Escape has something nearer to give up: a stroke or a word being typed."""
    held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    focus = QApplication.focusWidget()
    return held or (isinstance(focus, QLineEdit) and not focus.isReadOnly())
