"""The view in device pixels, with a whole-numbered offset, and the grid of tiles over it.

Tile (i, j) covers the device pixels from i * TILE_PX, j * TILE_PX on, counted from the board's origin at this zoom.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import ceil, floor

from PySide6.QtCore import QRect

from whiteboard.model.geometry import Rect

from .viewport import Viewport

TILE_PX = 256

TileKey = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DeviceView:
    """`zoom` in device pixels a board unit; `left`, `top` the device pixels from the board's origin to the view."""

    zoom: float
    left: int
    top: int
    width: int
    height: int

    @classmethod
    def of(cls, viewport: Viewport, size_px: tuple[int, int], ratio: float) -> DeviceView:
        zoom = viewport.zoom * ratio
        width, height = (ceil(side * ratio) for side in size_px)
        return cls(zoom, round(viewport.left * zoom), round(viewport.top * zoom), width, height)

    @property
    def whole(self) -> QRect:
        return QRect(0, 0, self.width, self.height)

    @property
    def whole_tiles(self) -> QRect:
        """The view and what else lies on the tiles that it shows."""
        left, top = self.left // TILE_PX * TILE_PX, self.top // TILE_PX * TILE_PX
        right, bottom = -(-(self.left + self.width) // TILE_PX), -(-(self.top + self.height) // TILE_PX)
        return QRect(left - self.left, top - self.top, right * TILE_PX - left, bottom * TILE_PX - top)

    def widened(self, by: int) -> DeviceView:
        """The view and so many pixels around it."""
        return DeviceView(self.zoom, self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def rect(self, box: Rect, margin: int = 2) -> QRect:
        """Device pixels, from the view's corner, that a box on the board touches; cut off far outside the view."""
        far = 1 << 20

        def pixel(place: float) -> int:
            return int(min(max(place, -far), far))

        left, top = pixel(floor(box.left * self.zoom - self.left)), pixel(floor(box.top * self.zoom - self.top))
        right, bottom = pixel(ceil(box.right * self.zoom - self.left)), pixel(ceil(box.bottom * self.zoom - self.top))
        return QRect(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin)

    def board_box(self, rect: QRect, margin: int = 1) -> Rect:
        """The box on the board that these device pixels (from the view's corner) show, and a margin of pixels."""
        return Rect(
            (rect.x() + self.left - margin) / self.zoom,
            (rect.y() + self.top - margin) / self.zoom,
            (rect.x() + self.left + rect.width() + margin) / self.zoom,
            (rect.y() + self.top + rect.height() + margin) / self.zoom,
        )

    def tile_rect(self, key: TileKey) -> QRect:
        """Where a tile lies in the view, in device pixels."""
        return QRect(key[0] * TILE_PX - self.left, key[1] * TILE_PX - self.top, TILE_PX, TILE_PX)

    def tiles_in(self, rect: QRect) -> list[TileKey]:
        """The tiles that these device pixels of the view lie on."""
        if rect.isEmpty():
            return []
        return [
            (i, j)
            for j in range(*_tile_span(rect.y() + self.top, rect.height()))
            for i in range(*_tile_span(rect.x() + self.left, rect.width()))
        ]

    def tiles_wanted(self, ring: int) -> tuple[TileKey, ...]:
        """The visible tiles from the middle outwards, then `ring` rows around them, likewise."""
        columns, rows = _tile_span(self.left, self.width), _tile_span(self.top, self.height)
        return () if self.whole.isEmpty() else _wanted(columns, rows, ring)


@lru_cache(maxsize=8)
def _wanted(columns: tuple[int, int], rows: tuple[int, int], ring: int) -> tuple[TileKey, ...]:
    """Those around the tiles in these spans; a pan asks again and again for the same ones."""
    (left, right), (top, bottom) = columns, rows
    middle_x, middle_y = (left + right - 1) / 2, (top + bottom - 1) / 2

    def order(key: TileKey) -> tuple[bool, float]:
        i, j = key
        return not (left <= i < right and top <= j < bottom), (i - middle_x) ** 2 + (j - middle_y) ** 2

    keys = product(range(left - ring, right + ring), range(top - ring, bottom + ring))
    return tuple(sorted(keys, key=order))


def _tile_span(begin: int, length: int) -> tuple[int, int]:
    """First and one after last tile that the pixels from `begin` on lie on."""
    return begin // TILE_PX, (begin + length - 1) // TILE_PX + 1
