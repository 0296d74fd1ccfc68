"""Many elements that are dragged, sized or turned at once: taken off the board as one picture, which then only moves.

Copies that are dragged are such a picture too, however few: there is no element of them yet.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Rect
from whiteboard.model.transform import Transform
from whiteboard.render.cutout import Cutout, common
from whiteboard.render.renderer import Renderer
from whiteboard.render.viewport import Viewport

MOST_SINGLY = 100
"""So many elements are moved one by one; the renderer takes about 20 microseconds for each, every frame."""

_BEYOND = 0.25
"""How far the picture reaches beyond the view, as a share of it, so that what was outside can be dragged in."""


class Lifted:
    """The picture of these elements, before they are moved as `by` says, as far as they can be seen then.

    It is painted by and by; call `go_on` until it is `done`.
    """

    def __init__(
        self,
        ids: frozenset[ElementId],
        renderer: Renderer,
        by: Transform,
        view: Viewport,
        size_px: tuple[int, int],
        density: float,
    ) -> None:
        self.ids = ids
        seen = _seen(by, view, size_px)
        wide, high = _BEYOND * seen.width, _BEYOND * seen.height
        reach = Rect(seen.left - wide, seen.top - high, seen.right + wide, seen.bottom + high)
        self._view_zoom, self._density = view.zoom, density
        self._scale = view.zoom * density * max(by.size, 0.01)
        self._picture: Cutout = renderer.cut_out(ids, reach, self._scale)

    @property
    def done(self) -> bool:
        return self._picture.done

    def go_on(self, clock: Callable[[], float], until: float) -> None:
        """Paint until that time."""
        self._picture.go_on(clock, until)

    def serves(self, ids: frozenset[ElementId], by: Transform, view: Viewport, size_px: tuple[int, int]) -> bool:
        """Whether it is a picture of these, and covers, moved so, all that the view shows of them."""
        picture, seen = self._picture, _seen(by, view, size_px)
        if self.ids is not ids and self.ids != ids:
            return False
        shown = seen if picture.around is None else common(seen, picture.around)
        return view.zoom == self._view_zoom and picture.reach.contains(shown)

    def room(self, by: Transform, view: Viewport) -> QRectF:
        """Where the picture is then, in pixels of the view."""
        if self._is_exact(by, view):
            at, size, density = self._corner(by, view), self._picture.image.size(), self._density
            return QRectF(at.x(), at.y(), size.width() / density, size.height() / density)
        return _on_screen(by, view).mapRect(_rect(self._picture.box)).adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, by: Transform, view: Viewport) -> None:
        painter.save()
        if self._is_exact(by, view):
            painter.translate(self._corner(by, view))
            painter.scale(1 / self._density, 1 / self._density)
            painter.drawImage(0, 0, self._picture.image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(_on_screen(by, view), combine=True)
            painter.drawImage(_rect(self._picture.box), self._picture.image)
        painter.restore()

    def _is_exact(self, by: Transform, view: Viewport) -> bool:
        """Whether a pixel of the picture is one of the screen."""
        return by.only_moves and view.zoom == self._view_zoom and self._picture.zoom == view.zoom * self._density

    def _corner(self, by: Transform, view: Viewport) -> QPointF:
        """Of the picture, on a device pixel of the view."""
        zoom, box = self._picture.zoom, self._picture.box
        x = round(box.left * zoom) + round(by.e * zoom) - round(view.left * zoom)
        y = round(box.top * zoom) + round(by.f * zoom) - round(view.top * zoom)
        return QPointF(x / self._density, y / self._density)


def _on_screen(by: Transform, view: Viewport) -> QTransform:
    """From board units before the move to pixels of the view."""
    place = QTransform(view.zoom, 0, 0, view.zoom, -view.left * view.zoom, -view.top * view.zoom)
    return QTransform(*by) * place


def _seen(by: Transform, view: Viewport, size_px: tuple[int, int]) -> Rect:
    """Where on the board is what the view shows after the move."""
    back, possible = QTransform(*by).inverted()
    seen = view.visible(size_px)
    if not possible:
        return seen
    corners = [back.map(QPointF(x, y)) for x in (seen.left, seen.right) for y in (seen.top, seen.bottom)]
    return Rect.around([(corner.x(), corner.y()) for corner in corners])


def _rect(box: Rect) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
