"""The same board in three windows: our renderer, a plain QGraphicsScene, and the floor, an image that fills its window.

The scene is what most Qt programs do: a QGraphicsPathItem for each stroke, a polyline with a round pen. The floor holds
no board at all: whatever is asked for, it copies one opaque image.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QFrame, QGraphicsPathItem, QGraphicsScene, QGraphicsView, QWidget

from whiteboard.model.document import Change, Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, InkPoint, unpack
from whiteboard.model.style import HIGHLIGHTER, Style
from whiteboard.render.regions import rectangles
from whiteboard.render.renderer import Renderer
from whiteboard.render.viewport import Viewport

SLICE = 0.004
"""Seconds of tiles at a time, as in the canvas."""


@dataclass(slots=True)
class Drawer:
    """Somebody's stroke in progress; `points` are relative to `origin`, `fresh` of them new since the last frame."""

    id: ElementId
    style: Style
    origin: Point
    points: list[InkPoint]
    fresh: int


class Pane(Protocol):
    """A window of the bench. Nothing is shown before `show_frame`."""

    def open(self, elements: Iterable[Element]) -> None: ...

    def look(self, view: Viewport) -> None: ...

    def append(self, element: Element) -> None: ...

    def draw(self, drawers: Sequence[Drawer]) -> None: ...

    def stop_drawing(self, drawers: Sequence[Drawer]) -> None: ...

    def hit(self, at: Point) -> None: ...

    def work(self) -> float | None:
        """One slice of what is done between frames; seconds until there is more to do, or None."""
        ...

    def rest(self, seconds: float) -> None:
        """So much time passes without work."""
        ...

    def show_frame(self) -> None:
        """Paint what is due, and flush it to the screen."""
        ...

    @property
    def complete(self) -> bool:
        """Whether the window shows all that is on this part of the board, sharply."""
        ...

    def close(self) -> bool: ...


class PassingTime:
    """Seconds of processor time, and those that nobody spent: a busy neighbour costs nothing."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def __call__(self) -> float:
        return process_time() + self._skipped

    def skip(self, seconds: float) -> None:
        self._skipped += seconds


class OurPane(QWidget):
    """The renderer as the canvas uses it."""

    def __init__(self, size_px: tuple[int, int]) -> None:
        super().__init__()
        self.clock = PassingTime()
        self.renderer = Renderer(self.clock)
        self._size = size_px
        self._document = Document()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*size_px)
        self.show()

    def open(self, elements: Iterable[Element]) -> None:
        self._document = Document(elements)
        self.renderer.reset(self._document)

    def look(self, view: Viewport) -> None:
        self.renderer.set_view(view, self._size, 1.0)

    def append(self, element: Element) -> None:
        self.renderer.apply(Change(((None, element),)))

    def draw(self, drawers: Sequence[Drawer]) -> None:
        for drawer in drawers:
            start = len(drawer.points) - drawer.fresh
            self.renderer.extend_wet(drawer.id, drawer.style, drawer.origin, start, drawer.points[start:])

    def stop_drawing(self, drawers: Sequence[Drawer]) -> None:
        for drawer in drawers:
            self.renderer.drop_wet(drawer.id)

    def hit(self, at: Point) -> None:
        self.renderer.hit_test(at, 4.0)

    def work(self) -> float | None:
        return self.renderer.work(SLICE)

    def rest(self, seconds: float) -> None:
        self.clock.skip(seconds)

    def show_frame(self) -> None:
        dirty = QRegion()
        for rect in self.renderer.take_dirty():
            dirty += rect
        if not dirty.isEmpty():
            self.update(dirty)
        show_now(self)

    @property
    def complete(self) -> bool:
        return self.renderer.crisp

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.renderer.paint(painter, rectangles(event.region()))


class ScenePane(QGraphicsView):
    """A plain QGraphicsScene of path items."""

    def __init__(self, size_px: tuple[int, int]) -> None:
        super().__init__()
        self._wet: dict[ElementId, QGraphicsPathItem] = {}
        self._board = QGraphicsScene()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setBackgroundBrush(QBrush(QColor("white")))
        self.resize(*size_px)
        self.show()

    def open(self, elements: Iterable[Element]) -> None:
        board = QGraphicsScene()
        for element in elements:
            board.addItem(_item(element))
        board.setSceneRect(board.itemsBoundingRect().adjusted(-4000, -4000, 4000, 4000))
        self._board = board
        self.setScene(board)

    def look(self, view: Viewport) -> None:
        if view.zoom != self.transform().m11():
            self.resetTransform()
            self.scale(view.zoom, view.zoom)
        corner = self.mapFromScene(QPointF(view.left, view.top))
        for bar, by in ((self.horizontalScrollBar(), corner.x()), (self.verticalScrollBar(), corner.y())):
            bar.setValue(bar.value() + by)

    def append(self, element: Element) -> None:
        self._board.addItem(_item(element))

    def draw(self, drawers: Sequence[Drawer]) -> None:
        for drawer in drawers:
            item = self._wet.get(drawer.id)
            if item is None:
                item = self._wet[drawer.id] = QGraphicsPathItem()
                item.setPen(_pen(drawer.style))
                item.setPos(QPointF(*drawer.origin))
                self._board.addItem(item)
            item.setPath(_polyline(drawer.points))

    def stop_drawing(self, drawers: Sequence[Drawer]) -> None:
        for drawer in drawers:
            self._board.removeItem(self._wet.pop(drawer.id))

    def hit(self, at: Point) -> None:
        self._board.items(QRectF(at.x - 4, at.y - 4, 8, 8))

    def work(self) -> float | None:
        return None

    def rest(self, seconds: float) -> None:
        """Nothing happens meanwhile."""

    def show_frame(self) -> None:
        QCoreApplication.processEvents()  # the scene tells its views of changes with a message of its own
        show_now(self)

    @property
    def complete(self) -> bool:
        return True


class FloorPane(QWidget):
    """One opaque image, copied to the whole window at each frame."""

    def __init__(self, size_px: tuple[int, int]) -> None:
        super().__init__()
        self._image = QImage(*size_px, QImage.Format.Format_RGB32)
        self._image.fill(QColor("white"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*size_px)
        self.show()

    def open(self, elements: Iterable[Element]) -> None:
        """Nothing is kept of them."""

    def look(self, view: Viewport) -> None:
        """It has no places."""

    def append(self, element: Element) -> None:
        """Nothing is kept of it."""

    def draw(self, drawers: Sequence[Drawer]) -> None:
        """Nobody's ink is shown."""

    def stop_drawing(self, drawers: Sequence[Drawer]) -> None:
        """Nobody's ink is shown."""

    def hit(self, at: Point) -> None:
        """There is nothing to hit."""

    def work(self) -> float | None:
        return None

    def rest(self, seconds: float) -> None:
        """Nothing happens meanwhile."""

    def show_frame(self) -> None:
        self.update()
        show_now(self)

    @property
    def complete(self) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(0, 0, self._image)


PANES: dict[str, type[OurPane] | type[ScenePane] | type[FloorPane]] = {
    "ours": OurPane,
    "scene": ScenePane,
    "floor": FloorPane,
}


def show_now(window: QWidget) -> None:
    """Paint and flush what is due without waiting for the screen."""
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def _item(element: Element) -> QGraphicsPathItem:
    item = QGraphicsPathItem(_polyline(unpack(element.points)))
    item.setPen(_pen(element.style))
    item.setPos(element.geometry.x, element.geometry.y)
    return item


def _polyline(points: Sequence[InkPoint]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x / UNITS_PER_BOARD_UNIT, y / UNITS_PER_BOARD_UNIT) for x, y, _ in points]))
    return path


def _pen(style: Style) -> QPen:
    color = QColor(style.color)
    if style.ink == HIGHLIGHTER:
        color.setAlpha(110)
    return QPen(color, style.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
