"""The small map of a page at the lower right: all that is on it, and a frame around what one sees. Drag to go there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from whiteboard.editor import Editor, News
from whiteboard.model.element import FIRST_PAGE, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.render.viewport import Viewport

from .action import hint
from .canvas_widget import Canvas
from .page_thumbnails import PageThumbnails
from .theme import PAPER, RADIUS_PX, THEME, faded

SIZE_PX = QSize(212, 148)
_INSIDE_PX = 6
_LEAST_FRAME_PX = 6.0


class Minimap(QWidget):
    """`toggled` says whether it is open now."""

    toggled = Signal(bool)

    def __init__(self, editor: Editor, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        self._held: Viewport | None = None
        self._pictures = PageThumbnails(editor, SIZE_PX, self, with_paper=False)
        self._pictures.ready.connect(self.update)
        canvas.view_changed.connect(self.update)
        self.setFixedSize(SIZE_PX)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Map of the page"))
        self.setToolTip(hint(self.tr("Drag to another place"), "Shift+M"))
        self.hide()

    def toggle(self) -> None:
        self.setVisible(self.isHidden())
        self.toggled.emit(not self.isHidden())

    def follow(self, news: News) -> None:
        """Show what the editor says is new, once it is quiet."""
        self._pictures.follow(news)
        if news.turned or news.restarted:
            self.update()

    def renew(self, pages: Iterable[ElementId]) -> None:
        """These pages look different now."""
        self._pictures.renew(pages)

    # ------------------------------------------------------------ inside

    @property
    def _page(self) -> ElementId:
        return self._editor.page or FIRST_PAGE

    @property
    def _seen(self) -> Rect:
        return self._canvas.view.visible((self._canvas.width(), self._canvas.height()))

    def _map(self) -> Viewport:
        """Where the map shows what: all that is on the page, and what one sees."""
        if self._held is not None:
            return self._held
        seen, known = self._seen, self._pictures.box(self._page)
        whole = seen if known is None else seen.united(known)
        width, height = SIZE_PX.width() - 2 * _INSIDE_PX, SIZE_PX.height() - 2 * _INSIDE_PX
        zoom = min(width / max(whole.width, 1e-6), height / max(whole.height, 1e-6))
        middle = whole.center
        return Viewport(middle.x - SIZE_PX.width() / 2 / zoom, middle.y - SIZE_PX.height() / 2 / zoom, zoom)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self._map()  # or else the map would move under the pointer
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.update()

    def _go_to(self, at_px: QPointF) -> None:
        place, view = self._map().to_board((at_px.x(), at_px.y())), self._canvas.view
        width, height = self._canvas.width() / view.zoom, self._canvas.height() / view.zoom
        self._canvas.look(Viewport(place.x - width / 2, place.y - height / 2, view.zoom))

    def hideEvent(self, event: QHideEvent) -> None:
        self._held = None
        self._pictures.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._pictures.density = self.devicePixelRatioF()
        colors, shown = THEME.colors, self._map()
        picture, box = self._pictures.picture(self._page), self._pictures.box(self._page)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
            painter.fillPath(path, PAPER)
            painter.setClipPath(path)
            if picture is not None and box is not None:
                painter.drawPixmap(_rect(shown.rect_to_screen(box)), picture, QRectF(picture.rect()))
            frame = _rect(shown.rect_to_screen(self._seen))
            if min(frame.width(), frame.height()) < _LEAST_FRAME_PX:
                middle = Point(frame.center().x(), frame.center().y())
                frame = QRectF(middle.x - 5, middle.y - 4, 10, 8)
            painter.setBrush(faded(QColor(colors.accent), 0.12))
            painter.setPen(QPen(QColor(colors.accent), 1.5))
            painter.drawRoundedRect(frame, 2, 2)
            painter.setClipping(False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawPath(path)


def _rect(box: Rect) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
