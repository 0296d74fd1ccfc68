"""The board page: canvas, top bar, islands and toasts, around one editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from whiteboard.editor import Editor, Index, News
from whiteboard.render.viewport import Viewport

from .actions import ACTIONS
from .announcements import sentences
from .canvas_widget import Canvas
from .shortcuts import Shortcuts
from .theme import GAP_PX, HEADING_PT, MARGIN_PX, font
from .toast import Toasts
from .toolbar import Toolbar
from .top_bar import TopBar
from .zoom_controls import ZoomControls

MakeEditor = Callable[[Index, Callable[[News], None]], Editor]
"""Builds the editor from the two things that the page has for it: an index and where news go."""


class BoardView(QWidget):
    """One board on the screen. It owns its editor; whoever wants the editor's news too connects to `news`."""

    news = Signal(object)
    """A `News`, after the page has taken it in."""

    home_wanted = Signal()
    renamed = Signal(str)
    """The person gave the board this title."""

    def __init__(
        self,
        make_editor: MakeEditor,
        *,
        title: str,
        view: Viewport | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.canvas = Canvas()
        self.editor = make_editor(self.canvas.index, self._on_news)
        self.top_bar = TopBar(self, title)
        self.top_bar.home.connect(self.home_wanted)
        self.top_bar.renamed.connect(self.renamed)
        self.top_bar.title.done.connect(self.canvas.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.canvas, 1)
        self._toolbar = Toolbar(self.editor, self)
        self._toolbar.fingers_toggled.connect(self._toggle_fingers)
        self._zoom = ZoomControls(self, self)
        self._hint = _hint(self)
        self.toasts = Toasts(self)
        self._shortcuts = Shortcuts(self, ACTIONS, self)
        self.setFocusProxy(self.canvas)
        self.canvas.bottom_inset_px = self._toolbar.sizeHint().height() + MARGIN_PX
        self.canvas.pen_seen.connect(self._on_pen)
        self.canvas.open(self.editor, view)
        self._show_hint()

    def set_right_widgets(self, widgets: Iterable[QWidget]) -> None:
        """What stands at the right of the top bar: connection, members, Share, menu."""
        self.top_bar.set_right_widgets(widgets)

    @property
    def title(self) -> str:
        return self.top_bar.title.text()

    def set_title(self, title: str) -> None:
        """Show a title that came from elsewhere."""
        self.top_bar.title.show_title(title)

    # ------------------------------------------------------------ inside

    def _on_news(self, news: News) -> None:
        self.canvas.show_news(news)
        if self._toolbar.refresh():
            self._arrange()
        self.top_bar.refresh()
        self._show_hint()
        for sentence in sentences(news):
            self.toasts.say(sentence)
        self.news.emit(news)

    def _show_hint(self) -> None:
        shared = self.editor.replica.standing.attached
        words = self.tr("Draw here.") if shared else self.tr("Draw here. Press Share to invite your class.")
        if words != self._hint.text():
            self._hint.setText(words)
            self._place_hint()
        editor = self.editor
        self._hint.setVisible(not (len(editor.document) or editor.busy or editor.peers.drawing))

    def _on_pen(self) -> None:
        self._toolbar.offer_fingers(True)
        self._arrange()
        self.toasts.say(
            self.tr("You write with a pen now: fingers move the board."),
            (self.tr("Draw with fingers"), partial(self._let_fingers_draw, True)),
        )

    def _toggle_fingers(self) -> None:
        self._let_fingers_draw(not self.canvas.fingers_draw)

    def _let_fingers_draw(self, on: bool) -> None:
        self.canvas.fingers_draw = on
        self._toolbar.fingers.setChecked(on)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The islands stay clear of each other, down to a window that is hardly wider than the tools."""
        width, floor = self.width(), self.height() - MARGIN_PX
        tools, zoom = self._toolbar.sizeHint(), self._zoom.sizeHint()
        self._zoom.resize(zoom)
        self._toolbar.resize(tools)
        stacked = width < tools.width() + zoom.width() + 2 * MARGIN_PX + GAP_PX
        zoom_left = width - MARGIN_PX - zoom.width()
        room = width if stacked else zoom_left - GAP_PX + MARGIN_PX
        left = min((width - tools.width()) // 2, room - MARGIN_PX - tools.width())
        self._toolbar.move(max(left, 0), floor - tools.height())
        above_tools = floor - tools.height() - GAP_PX
        self._zoom.move(zoom_left, (above_tools if stacked else floor) - zoom.height())
        self.toasts.place(MARGIN_PX, above_tools)
        self._place_hint()

    def _place_hint(self) -> None:
        hint, middle = self._hint.sizeHint(), self.canvas.geometry().center()
        self._hint.setGeometry((self.width() - hint.width()) // 2, middle.y() - 96, hint.width(), hint.height())


def _hint(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(font(HEADING_PT))
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    faint = label.palette()
    faint.setColor(QPalette.ColorRole.WindowText, "#767d84")  # on paper, which is white in every scheme
    label.setPalette(faint)
    return label
