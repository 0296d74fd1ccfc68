"""The settings: one small dialog of a few pages. Everything applies at once; nobody needs it on the first day."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from .board_window import BoardView
from .buttons import words
from .choices import Choices
from .pen_test import PenTest
from .setting_names import PAGES, title
from .settings_general import GeneralPage
from .settings_keys import KeysPage
from .settings_pages import Keeper
from .settings_pen import PenPage
from .target_button import IconButton
from .theme import GAP_PX, HEADING_PT, MARGIN_PX, THEME

SIZE_PX = QSize(680, 600)


class SettingsDialog(QDialog):
    """`show_page` turns to a page of `setting_names.PAGES`."""

    def __init__(self, parent: QWidget, keeper: Keeper, board: BoardView | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Settings"))
        self.general, self.keys = GeneralPage(keeper), KeysPage(keeper)
        self.pen = PenPage(keeper, lambda: self.show_page("test"))
        self.test = PenTest(keeper, board)
        self._made: dict[str, QWidget] = {
            "general": _scrolling(self.general),
            "pen": _scrolling(self.pen),
            "test": self.test,
            "keys": self.keys,
        }
        self.tabs = Choices({page: title(label) for page, label in PAGES.items()}, self.tr("Pages"))
        self.tabs.changed.connect(self._turn)
        self._stack = QStackedWidget()
        for page in PAGES:
            self._stack.addWidget(self._made[page])
        top = QHBoxLayout()
        top.addWidget(words(self.windowTitle(), HEADING_PT, bold=True), 1)
        top.addWidget(IconButton("close", self.tr("Close"), self.tr("Close (Esc)"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN_PX, MARGIN_PX, MARGIN_PX, 2 * MARGIN_PX)
        column.setSpacing(GAP_PX)
        column.addLayout(top)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, MARGIN_PX, 0)
        inner.setSpacing(MARGIN_PX)
        inner.addWidget(self.tabs)
        inner.addWidget(self._stack, 1)
        column.addLayout(inner, 1)
        room = parent.window().size() - QSize(4 * MARGIN_PX, 4 * MARGIN_PX)
        self.resize((SIZE_PX * THEME.letters).boundedTo(room))
        self.show_page("general")
        self.tabs.setFocus()

    def show_page(self, page: str) -> None:
        self.tabs.choose(page)

    @property
    def page(self) -> object:
        """The name of the page that is shown."""
        return self.tabs.choice

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self._made[str(self.tabs.choice)])


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for seen_through in (area.viewport(), page):
        seen_through.setAutoFillBackground(False)
    return area
