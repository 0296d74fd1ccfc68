"""Find: a small bar at the upper right that leads from match to match, over all pages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from whiteboard.editor import Editor, News
from whiteboard.model.element import FIRST_PAGE, Element, ElementId, page_of
from whiteboard.model.elements import bounds
from whiteboard.model.find import search
from whiteboard.model.pages import parent
from whiteboard.model.style import Font
from whiteboard.render.viewport import Viewport

from .canvas_widget import Canvas
from .island import Island
from .motion import MOTION
from .shortcuts import is_escape
from .target_button import IconButton
from .theme import RADIUS_PX, SMALL_PT, THEME, font

_TYPED_MS = 120
"""The search begins so long after the last letter."""

_CHANGED_MS = 400
_SLICE_PORTIONS = 4
_GLIDE_MS = 260
_FIELD_PX, _COUNT_PX, _COUNT_GAP_PX = 180, 76, 12
_LEAST_LETTERS_PX = 14.0
"""The view goes nearer to letters that are smaller on the screen."""

_MARK_GAP_PX = 8


class FindBar(Island):
    """Opened with `open`; `follow` hears all news."""

    moved = Signal()
    """It is there now, or gone: whoever places what floats above the board does that anew."""

    def __init__(self, editor: Editor, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        self._found: list[ElementId] = []
        self._portions: Iterator[list[ElementId]] = iter(())
        self._finding: list[ElementId] = []
        self._at: ElementId | None = None
        self._jumps = False
        self.setAccessibleName(self.tr("Find text"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find on this board"))
        self.field.setAccessibleName(self.tr("Text to find"))
        self.field.setFixedWidth(_FIELD_PX)
        self.count = QLabel()
        self.count.setFont(font(SMALL_PT))
        self.count.setFixedWidth(_COUNT_PX)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add(
            self.field,
            self.count,
            IconButton("previous", self.tr("Previous match"), self.tr("Previous match (Shift+Enter)"), self.previous),
            IconButton("next", self.tr("Next match"), self.tr("Next match (Enter)"), self.next),
            IconButton("close", self.tr("Close"), self.tr("Close (Esc)"), self.close_bar),
        )
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._begin)
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._go_on)
        self._mark = _FoundMark(canvas)
        self._glide = _Glide(canvas, self)
        self.field.textEdited.connect(self._on_typed)
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        canvas.view_changed.connect(self._show_mark)
        self.hide()

    def open(self) -> None:
        """Show the bar, with the last words to be typed over."""
        self.show()
        self.raise_()
        self.moved.emit()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._jumps = False
        self._due.start(0)

    def close_bar(self) -> None:
        for timer in (self._due, self._slices):
            timer.stop()
        self._glide.stop()
        self._mark.hide()
        self.hide()
        self.moved.emit()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def follow(self, news: News) -> None:
        """Look again when the board has changed."""
        if self.isHidden():
            return
        if news.change and not self._due.isActive():
            self._jumps = False
            self._due.start(_CHANGED_MS)
        if news.turned:
            self._show_mark()

    # ------------------------------------------------------------ searching

    def _on_typed(self) -> None:
        self._jumps = True
        self._due.start(_TYPED_MS)

    def _begin(self) -> None:
        self._finding = []
        self._portions = search(list(self._editor.document), self.field.text())
        self._slices.start()

    def _go_on(self) -> None:
        """A slice of the search; the window stays quick while 100,000 elements are looked through."""
        for _ in range(_SLICE_PORTIONS):
            portion = next(self._portions, None)
            if portion is None:
                self._slices.stop()
                self._done()
                return
            self._finding += portion

    def _done(self) -> None:
        places = {page.id: number for number, page in enumerate(self._editor.pages.listed)}
        found = [element for id in self._finding if (element := self._editor.document.get(id)) is not None]
        found = [element for element in found if page_of(element) in places]
        found.sort(key=lambda e: (places[page_of(e)], e.geometry.y, e.geometry.x))
        self._found = [element.id for element in found]
        if self._at not in self._found:
            self._at = None
        if self._jumps and self._at is None and found:
            here = self._editor.page or FIRST_PAGE
            self._go_to(next((element for element in found if page_of(element) == here), found[0]))
        self._jumps = False
        self._say()
        self._show_mark()

    def _say(self) -> None:
        if not self.field.text().strip():
            words = ""
        elif not self._found:
            words = self.tr("Not found")
        elif self._at is None:
            words = self.tr("%n found", "", len(self._found))
        else:
            words = self.tr("{} of {}").format(self._found.index(self._at) + 1, len(self._found))
        self.count.setText(words)
        self.count.setAccessibleName(words)
        most = (words, self.tr("{} of {}").format(len(self._found), len(self._found)))
        width = max(_COUNT_PX, *(self.count.fontMetrics().horizontalAdvance(w) + _COUNT_GAP_PX for w in most))
        if width != self.count.width():
            self.count.setFixedWidth(width)
            self.moved.emit()

    # ------------------------------------------------------------ going there

    def _step(self, by: int) -> None:
        if not self._found:
            return
        at = self._found.index(self._at) if self._at in self._found else -1 if by > 0 else 0
        element = self._editor.document.get(self._found[(at + by) % len(self._found)])
        if element is not None:
            self._go_to(element)
            self._say()

    def _go_to(self, element: Element) -> None:
        self._at = element.id
        page = parent(page_of(element))
        if page != self._editor.page:
            self._editor.turn_to(page)
        self._glide.to(self._view_of(element))
        self._show_mark()

    def _view_of(self, element: Element) -> Viewport:
        """The view with this in its middle; no nearer and no further away than it must be."""
        box, view = bounds(element), self._canvas.view
        wide, high = self._canvas.width() * 0.8, self._canvas.height() * 0.7
        zoom = max(view.zoom, _LEAST_LETTERS_PX / (element.style.font or Font()).size)
        zoom = min(zoom, wide / max(box.width, 1.0), high / max(box.height, 1.0))
        middle = box.center
        there = view.at_zoom(zoom, (0.0, 0.0))
        w, h = self._canvas.width() / there.zoom, self._canvas.height() / there.zoom
        return Viewport(middle.x - w / 2, middle.y - h / 2, there.zoom)

    def _show_mark(self) -> None:
        element = self._editor.document.get(self._at) if self._at is not None and self.isVisible() else None
        if element is None or parent(page_of(element)) != self._editor.page:
            self._mark.hide()
            return
        box = self._canvas.view.rect_to_screen(bounds(element)).grown(_MARK_GAP_PX)
        around = QRectF(box.left, box.top, box.width, box.height)
        self._mark.setGeometry(around.intersected(QRectF(self._canvas.rect()).adjusted(-9, -9, 9, 9)).toAlignedRect())
        self._mark.show()

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Escape:
                    self.close_bar()
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                    self._step(-1 if back else 1)
                    return True
                case _:
                    return False
        if watched is self.parent() and not self.isHidden() and is_escape(event) and self.field.hasFocus():
            event.accept()
            return True
        return False


class _FoundMark(QWidget):
    """A frame around the match; the pointer goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        ground = QColor(colors.accent)
        ground.setAlpha(28)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colors.accent), 3))
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS_PX, RADIUS_PX)


class _Glide(QVariantAnimation):
    """Takes the view to another place in a moment; stops when somebody moves it meanwhile."""

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._from = self._to = self._shown = Viewport()
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._on_value)

    def to(self, view: Viewport) -> None:
        self.stop()
        self._from = self._shown = self._canvas.view
        self._to = view
        self.setDuration(0 if MOTION.reduced else _GLIDE_MS)
        self.start()

    def _on_value(self, share: float) -> None:
        if self._canvas.view != self._shown:
            self.stop()
            return
        a, b = self._from, self._to
        zoom = a.zoom * (b.zoom / a.zoom) ** share
        width, height = self._canvas.width(), self._canvas.height()
        x = (a.left + width / 2 / a.zoom) * (1 - share) + (b.left + width / 2 / b.zoom) * share
        y = (a.top + height / 2 / a.zoom) * (1 - share) + (b.top + height / 2 / b.zoom) * share
        self._shown = b if share >= 1 else Viewport(x - width / 2 / zoom, y - height / 2 / zoom, zoom)
        self._canvas.look(self._shown)
