"""Which part of the board a window shows, and how large: board units to screen pixels and back. Pure arithmetic."""

from __future__ import annotations

from typing import NamedTuple

from whiteboard.model.geometry import Point, Rect

MIN_ZOOM = 0.05
MAX_ZOOM = 32.0
FIT_MARGIN_PX = 48.0
MAX_FIT_ZOOM = 2.0
"""Fitting a small drawing does not blow it up beyond this."""


class Viewport(NamedTuple):
    """The board position at the view's top left corner, and how many device-independent pixels a board unit takes."""

    left: float = 0.0
    top: float = 0.0
    zoom: float = 1.0

    def to_screen(self, point: tuple[float, float]) -> Point:
        """Screen pixels of a place on the board."""
        return Point((point[0] - self.left) * self.zoom, (point[1] - self.top) * self.zoom)

    def to_board(self, point_px: tuple[float, float]) -> Point:
        return Point(self.left + point_px[0] / self.zoom, self.top + point_px[1] / self.zoom)

    def rect_to_screen(self, box: Rect) -> Rect:
        return Rect(*self.to_screen((box.left, box.top)), *self.to_screen((box.right, box.bottom)))

    def rect_to_board(self, box_px: Rect) -> Rect:
        return Rect(*self.to_board((box_px.left, box_px.top)), *self.to_board((box_px.right, box_px.bottom)))

    def visible(self, size_px: tuple[float, float]) -> Rect:
        """The part of the board that a view of this size shows."""
        return self.rect_to_board(Rect(0, 0, *size_px))

    def panned(self, dx_px: float, dy_px: float) -> Viewport:
        """The view after its content was dragged by this many screen pixels."""
        return Viewport(self.left - dx_px / self.zoom, self.top - dy_px / self.zoom, self.zoom)

    def zoomed_at(self, point_px: tuple[float, float], factor: float) -> Viewport:
        """The view magnified by `factor`, within the limits; what is at `point_px` stays there."""
        zoom = min(max(self.zoom * factor, MIN_ZOOM), MAX_ZOOM)
        fixed = self.to_board(point_px)
        return Viewport(fixed.x - point_px[0] / zoom, fixed.y - point_px[1] / zoom, zoom)

    def at_zoom(self, zoom: float, point_px: tuple[float, float]) -> Viewport:
        """The view at this zoom, within the limits; what is at `point_px` stays there."""
        return self.zoomed_at(point_px, zoom / self.zoom)


def fit(box: Rect, size_px: tuple[float, float], at_most: float = MAX_FIT_ZOOM) -> Viewport:
    """The view that shows the whole box in the middle, with a margin; as far as the zoom limits allow.

    What is small is magnified up to `at_most`.
    """
    room_x = max(size_px[0] - 2 * FIT_MARGIN_PX, 1.0)
    room_y = max(size_px[1] - 2 * FIT_MARGIN_PX, 1.0)
    zoom = min(room_x / max(box.width, 1e-9), room_y / max(box.height, 1e-9), at_most)
    zoom = min(max(zoom, MIN_ZOOM), MAX_ZOOM)
    middle = box.center
    return Viewport(middle.x - size_px[0] / zoom / 2, middle.y - size_px[1] / zoom / 2, zoom)
