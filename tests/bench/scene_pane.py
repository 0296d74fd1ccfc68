"""A board in a plain QGraphicsScene, as most Qt programs do it: a path item for each stroke, drawn with a round pen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGraphicsPathItem, QGraphicsScene, QGraphicsView

from tests.bench.panes import Drawer, show_now
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, InkPoint, unpack
from whiteboard.model.style import HIGHLIGHTER, Style
from whiteboard.render.viewport import Viewport


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
