"""The one window: a page, a line above it for trouble that lasts, and the keys that work on every page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from .app_actions import APP_ACTIONS, Wish
from .theme import GAP_PX, MARGIN_PX, SMALL_PT, THEME, font

SMALLEST_PX = QSize(760, 480)


class MainWindow(QWidget):
    """It never closes by itself: `close_wanted` asks whoever runs the app."""

    close_wanted = Signal()
    wished = Signal(object)
    """The key of a `Wish` was pressed."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.really = False
        """Set when the app ends: then it closes."""
        self._pages = QStackedWidget()
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        self._trouble.setFont(font(SMALL_PT, bold=True))
        self._trouble.setMargin(GAP_PX)
        self._trouble.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        self._trouble.setAutoFillBackground(True)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._trouble)
        column.addWidget(self._pages, 1)
        self._shortcuts: list[QShortcut] = []
        self.rebind()
        self.setWindowTitle(self.tr("Whiteboard"))
        self.setMinimumSize(SMALLEST_PX)
        self.resize(self._fitting(size))

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    @property
    def trouble(self) -> str:
        return self._trouble.text() if not self._trouble.isHidden() else ""

    def show_page(self, page: QWidget, title: str) -> None:
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()
        self.show_title(title)

    def show_title(self, title: str) -> None:
        name = self.tr("Whiteboard")
        self.setWindowTitle(f"{title} – {name}" if title else name)

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong until it is not; "" when all is well."""
        self._trouble.setText(sentence)
        self._trouble.setAccessibleName(sentence)
        self._trouble.setVisible(bool(sentence))
        self._color()

    def come_forward(self) -> None:
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def rebind(self) -> None:
        """Take the keys as the person wants them now."""
        for old in self._shortcuts:
            old.setParent(None)
            old.deleteLater()
        self._shortcuts = [self._shortcut(key, action.wish) for action in APP_ACTIONS for key in action.keys_now]

    # ------------------------------------------------------------ inside

    def _shortcut(self, key: str, wish: Wish) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: self.wished.emit(wish))
        return shortcut

    def _fitting(self, size: QSize) -> QSize:
        return size.boundedTo(QGuiApplication.primaryScreen().availableSize())

    def _color(self) -> None:
        palette = self._trouble.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(THEME.colors.danger))
        palette.setColor(QPalette.ColorRole.WindowText, QColor("#1b1d20" if THEME.is_dark else "#ffffff"))
        self._trouble.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._color()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.really:
            event.accept()
        else:
            event.ignore()
            self.close_wanted.emit()
