"""The board page: canvas, top bar, islands and toasts, around one editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from whiteboard.editor import Editor, Index, News
from whiteboard.model.element import FIRST_PAGE
from whiteboard.model.geometry import Point
from whiteboard.render.text_boxes import fitted
from whiteboard.render.viewport import Viewport

from .actions import ACTIONS
from .announce import announce
from .announcements import sentences
from .canvas_widget import Canvas
from .clipboard import Clipboard
from .color_chooser import ColorChooser
from .context_menu import open_on_right_click
from .find_bar import FindBar
from .in_place import InPlace
from .look.choice import IN_A_ROW
from .look.panel import LookPanel
from .minimap import Minimap
from .narration import Narration
from .page_control import PageControl
from .page_strip import PageStrip
from .page_work import PageWork
from .places import NOTHING, Floating, placed, stays_open
from .shortcuts import Shortcuts
from .theme import GAP_PX, HEADING_PT, MARGIN_PX, THEME, font
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
    insert_wanted = Signal()
    """A picture or a PDF is to be put on the board."""

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
        self._toolbar.insert_wanted.connect(self.insert_wanted)
        self._toolbar.panel_toggled.connect(self.toggle_look)
        self._toolbar.own_color_wanted.connect(self._choose_color)
        self.toasts = Toasts(self)
        self.pages = PageWork(self.editor, self.toasts.say, self)
        self.clipboard = Clipboard(self.editor, self.canvas, lambda: self.canvas.view)
        self.clipboard.failed.connect(self.toasts.say)
        open_on_right_click(self)
        self._zoom = ZoomControls(self, self)
        self._page_control = PageControl(self.editor, self.pages, self)
        self.strip = PageStrip(self.editor, self.pages, self)
        self.minimap = Minimap(self.editor, self.canvas, self)
        self.pages.strip_wanted.connect(self._toggle_strip)
        self.pages.map_wanted.connect(self.minimap.toggle)
        self.pages.copied.connect(self.canvas.leave_alike)
        self.minimap.toggled.connect(self._zoom.map.setChecked)
        self.minimap.toggled.connect(self._arrange)
        self.editor.fitted = fitted
        self.typing = InPlace(self.canvas, self.editor)
        self.finder = FindBar(self.editor, self.canvas, self)
        self.finder.moved.connect(self._arrange)
        self._chooser = ColorChooser(self.canvas, self)
        self.look = LookPanel(self, self._chooser, self._arrange, self)
        self._look_folded = self._look_called = False
        self._narration = Narration(self.editor, self.pages, partial(announce, self.canvas))
        self._hint = _hint(self)
        self._left_handed = False
        self._shortcuts = Shortcuts(self, ACTIONS, self)
        self._unfinished = QTimer(self)
        self._unfinished.setSingleShot(True)
        self._unfinished.timeout.connect(self._go_on)
        self.setFocusProxy(self.canvas)
        self.canvas.bottom_inset_px = self._toolbar.sizeHint().height() + MARGIN_PX
        self.canvas.pen_seen.connect(self._on_pen)
        self.canvas.open(self.editor, view)
        self.look.refresh()
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

    def rebind(self) -> None:
        """Take the keys as the person wants them now."""
        self._shortcuts.rebind()

    def be_left_handed(self, on: bool) -> None:
        """Whether what stands at the left stands at the right, and the other way round."""
        if on != self._left_handed:
            self._left_handed = on
            self._arrange()

    def go_to(self, member: int) -> None:
        """Look where a member is: at that page, with the pointer there in the middle, if it is on it."""
        peers = self.editor.peers
        self.pages.turn_to(peers.pages.get(member) or FIRST_PAGE)
        pointer = peers.pointers.get(member)
        if pointer is not None:
            self.canvas.look_at(Point(pointer.x, pointer.y))

    # ------------------------------------------------------------ inside

    def _go_on(self) -> None:
        """A portion of what is done to very many elements, between two looks at the input."""
        self.editor.go_on()
        self._want_portion()

    def _want_portion(self) -> None:
        if self.editor.unfinished and not self._unfinished.isActive():
            self._unfinished.start(0)

    def _on_news(self, news: News) -> None:
        self._want_portion()
        self.canvas.show_news(news)
        self.typing.follow(news)
        self.finder.follow(news)
        if self._look_called and self.editor.busy and not self._look_stays:
            self._look_called = False  # it makes room for the hand
            self._arrange()
        self.look.follow(news)
        resized = self._toolbar.refresh(self.look.subject)
        if self._page_control.refresh() or resized:
            self._arrange()
        self.strip.follow(news)
        self.minimap.follow(news)
        self.pages.follow(news)
        self._narration.follow()
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

    def toggle_look(self) -> None:
        """Open the panel of looks, or close it: for good where there is room for it, else until somebody draws."""
        if self._look_stays:
            self._look_folded = not self._look_folded
        else:
            self._look_called = not self._look_called
        self._arrange()

    def _choose_color(self, anchor: QWidget) -> None:
        self._chooser.open_beside(anchor, self.editor.color, self.editor.set_color)

    def _toggle_strip(self) -> None:
        self.strip.setVisible(self.strip.isHidden())
        self._arrange()
        if self.strip.isHidden():
            self.canvas.setFocus()

    def _on_pen(self) -> None:
        self._toolbar.offer_fingers(True)
        self._arrange()
        self.toasts.say(
            self.tr("You write with a pen now: fingers move the board."),
            (self.tr("Draw with fingers"), partial(self.let_fingers_draw, True)),
        )

    def _toggle_fingers(self) -> None:
        self.let_fingers_draw(not self.canvas.fingers_draw)

    def let_fingers_draw(self, on: bool) -> None:
        """Whether one finger draws, or moves the view; two always move it."""
        self.canvas.fingers_draw = on
        self._toolbar.fingers.setChecked(on)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._arrange()  # perhaps to larger targets

    @property
    def _look_stays(self) -> bool:
        """Whether there is room for the panel to stay open."""
        strip = 0 if self.strip.isHidden() else self.strip.width()
        width = IN_A_ROW * THEME.target_px + 2 * GAP_PX
        return stays_open(self.size(), self.top_bar.height(), strip, width, THEME.letters)

    def _arrange(self) -> None:
        """Nothing that floats lies over anything else, down to a window that is hardly wider than the tools."""
        stays = self._look_stays
        opens = (not self._look_folded if stays else self._look_called) and bool(self.look.subject)
        self._toolbar.show_quick(not stays or self._look_folded)
        self._toolbar.look.setChecked(not self._look_folded if stays else opens)
        self._toolbar.fold(self.width() - 2 * MARGIN_PX)
        floating = Floating(
            self.size(),
            self.top_bar.height(),
            self._toolbar.sizeHint(),
            self._zoom.sizeHint(),
            self._page_control.sizeHint(),
            strip_width=0 if self.strip.isHidden() else self.strip.width(),
            map=NOTHING if self.minimap.isHidden() else self.minimap.size(),
            find=NOTHING if self.finder.isHidden() else self.finder.sizeHint(),
            left_handed=self._left_handed,
        )
        room = placed(floating, 0).look
        look = self.look.fit(self.width(), room.height()) if opens else NOTHING
        places = placed(floating, look.width())
        for widget, place in (
            (self._toolbar, places.tools),
            (self._zoom, places.zoom),
            (self._page_control, places.pages),
            (self.minimap, places.map),
            (self.finder, places.find),
        ):
            if not widget.isHidden():
                widget.setGeometry(place)
        if not self.strip.isHidden():
            self.strip.setGeometry(places.strip)
        self.look.setVisible(opens)
        if opens:
            self.look.setGeometry(QRect(places.look.topLeft(), look))
        self.toasts.place(places.toasts.x(), places.toasts.y(), right=self._left_handed)
        taken = look.width() + 2 * MARGIN_PX if opens and stays else 0
        sides = (0, taken) if self._left_handed else (taken, 0)
        self.canvas.keep_clear(*sides, self._toolbar.height() + MARGIN_PX)
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
