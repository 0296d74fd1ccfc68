"""The canvas: what a person's devices do goes to the editor, what the editor says goes to the screen.

It knows no tool and no element; it holds the view and decides when to paint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from whiteboard.allocation import give_back_holes
from whiteboard.editor import Editor, News
from whiteboard.model.document import Change
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.render.viewport import MAX_FIT_ZOOM, Viewport, fit
from whiteboard.tools.events import PointerEvent, PointerLeft
from whiteboard.tools.step import NOT_MOVED

from .board_picture import BoardPicture
from .canvas_cursor import CanvasCursor
from .clicks import Clicks
from .one_shot import one_shot
from .pointer import PAN_TOOL, MouseInput
from .resting import Resting
from .tablet import PenInput, is_eraser
from .touch import FingerInput
from .wheel import wheeled

SLICE_SECONDS = 0.004
"""Tiles are rendered for at most so long at a time, between two looks at the input."""

FRAME_SECONDS = 0.004
"""Frames follow each other no faster: a mouse of 1,000 Hz must not paint a thousand times a second."""

_PLAYBACK_MS = 16
"""How often a frame is painted while others' ink or pointers move."""

_ASLEEP_MS = 1000
"""How often what changed is put away while the canvas is hidden or minimised."""

_IDLE_MS = 1000
"""Memory is given back when nothing was to be painted for so long."""

_OPENED_ZOOM = 1.0
"""A board that opens is not magnified: what is on it has the size it was drawn at, where there is room."""

_APP = Qt.ApplicationAttribute


class Canvas(QWidget):
    """One board, as large as the window. Give it an editor with `open`, and that editor's news with `show_news`."""

    view_changed = Signal()
    pen_seen = Signal()
    """A pen was used for the first time: fingers move the view from now on (see `fingers_draw`)."""

    def __init__(self, parent: QWidget | None = None, *, clock: Callable[[], float] = perf_counter) -> None:
        super().__init__(parent)
        self._picture = BoardPicture(clock)
        self.renderer = self._picture.renderer
        self.index = self._picture.index
        self.bottom_inset_px = 0.0
        """What floats over the lower edge; a fitted view keeps clear of it (see `keep_clear`)."""
        self.side_insets_px = (0.0, 0.0)
        """The same at the left and at the right."""
        self._clock = clock
        self._editor: Editor | None = None
        self._view: Viewport | None = None
        self._fit_due: float | None = None
        self._place_open = False
        self._page = ElementId("")
        self._left: dict[ElementId, Viewport] = {}
        self._mouse, self.pen, self._fingers = MouseInput(), PenInput(), FingerInput()
        self._clicks = Clicks()
        self._resting = Resting(self, self._do)
        self.pen_known = False
        """Whether a pen was used on this board."""
        self.fingers_beside_pen = False
        """Whether fingers draw on when it is."""
        self._pen_inverted = False
        self._space_held = False
        self._pointer = CanvasCursor(self)
        self._last_frame = 0.0
        self._frames = one_shot(self, self._show_frame)
        self._slices = one_shot(self, self._work)
        self._idle = one_shot(self, give_back_holes)
        for compressing in (_APP.AA_CompressHighFrequencyEvents, _APP.AA_CompressTabletEvents):
            QCoreApplication.setAttribute(compressing, False)  # every sample of mouse and pen counts for the ink
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setAccessibleName(self.tr("Board"))
        self.setAccessibleDescription(self.tr("Draw here with mouse, pen or finger."))

    # ------------------------------------------------------------ the board

    def open(self, editor: Editor, view: Viewport | None = None) -> None:
        """Show this board; without a view, all of it, or the middle of an empty one."""
        self._editor, self._view, self._fit_due = editor, view, None
        self._place_open = view is None
        self._page = editor.page
        self._left.clear()
        self._picture.reset(editor)
        if view is None:
            self.fit(_OPENED_ZOOM)
        self._show_view()

    def show_again(self, elements: Sequence[Element]) -> None:
        """These look different now, though they are the same."""
        self._picture.renderer.apply(Change(tuple((element, element) for element in elements)))
        self._want_frame()
        self._want_work()

    def show_news(self, news: News) -> None:
        """Follow what the editor says has changed."""
        editor = self._editor
        if editor is None:
            return
        was_empty = self.renderer.bounds is None and not editor.busy
        if news.turned:
            self._turn(editor)
        self._picture.follow(news, editor, self._clock())
        if news.restarted and was_empty and len(editor.document):
            self.fit(_OPENED_ZOOM)  # what a joined board had on it
        if news.pan != NOT_MOVED:
            view = self.view
            self.look(Viewport(view.left + news.pan.x, view.top + news.pan.y, view.zoom))
        self._choose_cursor()
        self._want_frame()
        self._want_work()

    def _turn(self, editor: Editor) -> None:
        """Show another page, as it was left, or all of it."""
        self._left[self._page] = self.view
        self._page = editor.page
        self._picture.turn(editor)
        view = self._left.get(self._page)
        if view is None:
            self.fit(_OPENED_ZOOM)
        else:
            self.look(view)

    def leave_alike(self, page: ElementId, copy: ElementId) -> None:
        """Show of the copy of a page, once it is turned to, what is to be seen of that."""
        if (view := {**self._left, self._page: self.view}.get(page)) is not None:
            self._left[copy] = view

    # ------------------------------------------------------------ the view

    def keep_clear(self, left_px: float, right_px: float, bottom_px: float) -> None:
        """So much of the edges lies under something that stays."""
        self.side_insets_px, self.bottom_inset_px = (left_px, right_px), bottom_px
        if self._place_open and self._editor is not None:
            self.fit(_OPENED_ZOOM)

    @property
    def view(self) -> Viewport:
        return self._view or Viewport()

    def look(self, view: Viewport) -> None:
        """Show this part of the board."""
        self._fit_due = None
        if view != self._view:
            self._view = view
            self._show_view()

    def look_at(self, place: Point, zoom: float | None = None) -> None:
        """Show this place in the middle, as large as now unless a zoom is given."""
        zoom = self.view.zoom if zoom is None else zoom
        width, height = self._room
        left = place.x - (width / 2 + self.side_insets_px[0]) / zoom
        self.look(Viewport(left, place.y - height / 2 / zoom, zoom))

    def zoom_by(self, factor: float, at_px: QPointF | None = None) -> None:
        """Magnify; what is at `at_px` (the middle) stays there."""
        at = QRectF(self.rect()).center() if at_px is None else at_px
        self.look(self.view.zoomed_at((at.x(), at.y()), factor))

    def zoom_to(self, zoom: float) -> None:
        """Show a board unit as so many pixels, around the middle."""
        middle = QRectF(self.rect()).center()
        self.look(self.view.at_zoom(zoom, (middle.x(), middle.y())))

    def fit(self, at_most: float = MAX_FIT_ZOOM) -> None:
        """Show all that is on the page, once all is known; on an empty one, the place where everybody begins."""
        if self.renderer.taking_in:
            self._fit_due = at_most
            self._want_work()
            return
        box = self.renderer.bounds
        if box is None:
            self.look_at(Point(0.0, 0.0), 1.0)
        else:
            self.fit_to(box, at_most)

    def fit_to(self, box: Rect, at_most: float = MAX_FIT_ZOOM) -> None:
        """Show this part of the page in the middle."""
        view = fit(box, self._room, at_most)
        self.look(Viewport(view.left - self.side_insets_px[0] / view.zoom, view.top, view.zoom))

    @property
    def _room(self) -> tuple[float, float]:
        return max(self.width() - sum(self.side_insets_px), 1.0), self.height() - self.bottom_inset_px

    def _show_view(self) -> None:
        size = (self.width(), self.height())
        self.renderer.set_view(self.view, size, self.devicePixelRatioF())
        self._choose_cursor()
        self._want_frame()
        self._want_work()
        self.view_changed.emit()

    # ------------------------------------------------------------ frames

    def _want_frame(self) -> None:
        """Paint soon: at once, if the last frame is not of just now; rarely, while nobody sees it."""
        if self._frames.isActive() and self._frames.interval() < _PLAYBACK_MS:
            return
        wait = self._last_frame + FRAME_SECONDS - self._clock()
        self._frames.start(max(0, ceil(wait * 1000)) if self._is_seen() else _ASLEEP_MS)

    def _show_frame(self) -> None:
        editor, now = self._editor, self._clock()
        if editor is None:
            return
        self._last_frame = now
        size, density = (self.width(), self.height()), self.devicePixelRatioF()
        dirty = self._picture.frame(editor, self.view, size, density, now)
        if not dirty.isEmpty():
            self.update(dirty)
        if self._picture.unfinished:
            self._want_work()
        if not self._picture.is_still(now):
            self._frames.start(_PLAYBACK_MS if self._is_seen() else _ASLEEP_MS)

    def _want_work(self) -> None:
        if self._is_seen():
            self._slices.start(0)

    def _work(self) -> None:
        if not self._is_seen():
            return
        wait = self._picture.work(SLICE_SECONDS)
        if self._fit_due is not None and not self.renderer.taking_in:
            self.fit(self._fit_due)
        self._want_frame()
        if wait is not None:
            self._slices.start(ceil(wait * 1000))
        else:
            self._idle.start(_IDLE_MS)

    @property
    def unfinished(self) -> bool:
        """Whether a picture that moves stands in for something that is not painted yet."""
        return self._picture.unfinished

    def _is_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._place_open = False
        with QPainter(self) as painter:
            self._picture.paint(painter, event.region())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._place_open and self._editor is not None:
            self.fit(_OPENED_ZOOM)  # a size before the first picture is only a guess
        self._show_view()

    def showEvent(self, event: QShowEvent) -> None:
        self._want_frame()
        self._want_work()

    # ------------------------------------------------------------ input

    @property
    def fingers_draw(self) -> bool:
        """Whether one finger draws; two always move the view."""
        return self._fingers.may_draw

    @fingers_draw.setter
    def fingers_draw(self, on: bool) -> None:
        self._fingers.may_draw = on

    def _do(self, event: PointerEvent | None) -> None:
        if self._editor is not None and event is not None:
            self._resting.follow(event)
            self._editor.handle(self._clicks.counted(event))
            self._choose_cursor()

    def event(self, event: QEvent) -> bool:
        match event:
            case QTouchEvent():
                self._touch(event)
                return True
            case QNativeGestureEvent() if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
                return True
            case _:
                if event.type() == QEvent.Type.DevicePixelRatioChange:
                    self._show_view()
                return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse_event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse_event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse_event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse_event(event)

    def _mouse_event(self, event: QMouseEvent) -> None:
        event.accept()
        if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:  # pen and fingers speak for themselves
            self._pen_inverted = False
            self._do(self._mouse.handle(event, self.view, panning=self._space_held))

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()
        if not self.pen_known:
            self.pen_known = True
            self._see_pen()
        self._pen_inverted = is_eraser(event.pointingDevice())
        self._do(self.pen.handle(event, self.view, panning=self._space_held))

    def _see_pen(self) -> None:
        if not self.fingers_beside_pen:
            for cancelled in self._fingers.stop_drawing():
                self._do(cancelled)
            self.pen_seen.emit()

    def _touch(self, event: QTouchEvent) -> None:
        event.accept()
        panning = self._editor is not None and self._editor.tool == PAN_TOOL
        near = self.pen.is_near(event.timestamp() / 1000)
        answer = self._fingers.handle(event, self.view, panning=panning, pen_near=near)
        for pointer_event in answer.events:
            self._do(pointer_event)
        if answer.view is not None:
            self.look(answer.view)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self.look(wheeled(event, self.view))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._hold_space(True)
        else:
            self._do(self._mouse.rekeyed(event))
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        else:
            self._do(self._mouse.rekeyed(event))
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_space(False)
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._do(PointerLeft())

    def _hold_space(self, held: bool) -> None:
        self._space_held = held
        self._choose_cursor()

    def _choose_cursor(self) -> None:
        if self._editor is not None:
            zoom, erasing = self.view.zoom, self._pen_inverted
            self._pointer.choose(self._editor, zoom, panning=self._space_held, erasing=erasing)
