"""What the ends of a connector in the making stick to: outlined, as long as it is in the making."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from whiteboard.editor import Editor
from whiteboard.model.geometry import Point, Rect
from whiteboard.render.overlay import ACCENT
from whiteboard.render.viewport import Viewport
from whiteboard.tools.attaching import edge

_LINE_PX = 9.0
_STRENGTH = 0.4


@dataclass(frozen=True, slots=True)
class TargetMark:
    """The outline of an element, in pixels of the view."""

    outline_px: tuple[Point, ...]

    @property
    def room(self) -> QRect:
        box = Rect.around(self.outline_px).grown(_LINE_PX)
        return QRectF(box.left, box.top, box.width, box.height).toAlignedRect()

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(ACCENT)
        color.setAlphaF(_STRENGTH)
        painter.setPen(QPen(color, _LINE_PX, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in self.outline_px]))
        painter.restore()


def target_marks(editor: Editor, view: Viewport) -> list[TargetMark]:
    """One for each target of the gesture in progress."""
    targets = [editor.document.get(id) for id in sorted(editor.preview.targets)]
    return [TargetMark(tuple(Point(*view.to_screen(point)) for point in edge(t))) for t in targets if t is not None]
