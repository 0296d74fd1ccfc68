"""The board as square opaque images of device pixels, painted in slices; panning copies them, nothing more.

A tile shows its image from the moment when it was first complete; while it is painted again (a large change) the old
image stays in place. Memory is bounded by MAX_TILE_BYTES, or by what the view and two rows around it take, if that is
more (a 4K window: 60 MB).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from whiteboard.ink.arrays import Floats
from whiteboard.model.geometry import Rect

from .device_view import TILE_PX, DeviceView, TileKey
from .paper import PAPER, paint_paper
from .patch import BEGINNING_SECONDS, Corner, Known, Patch, ready, together
from .picture_cache import PictureCache
from .scene import Scene
from .slot_table import Slot

MAX_TILE_BYTES = 32 << 20
TILE_BYTES = TILE_PX * TILE_PX * 4

RING = 1
"""Rows of tiles around the view that are painted ahead of a pan."""

AT_ONCE = 60
"""A change that needs no more pictures painted than this is shown at once, a larger one in slices."""

MARGIN_PX = 2
"""Antialiasing reaches a little over an element's box, as in `DeviceView.rect`."""


@dataclass(slots=True)
class _Tile:
    """`stale`: something changed since it was painted, too much to paint it at once, or while it was under way."""

    image: QImage | None = None
    stale: bool = False


class TileCache:
    """The tiles of one view; `clock` gives steady seconds."""

    def __init__(self, scene: Scene, pictures: PictureCache, clock: Callable[[], float]) -> None:
        self._scene = scene
        self._pictures = pictures
        self._clock = clock
        self._view = DeviceView(1.0, 0, 0, 0, 0)
        self._tiles: OrderedDict[TileKey, _Tile] = OrderedDict()
        self._patch: Patch | None = None

    def set_view(self, view: DeviceView) -> None:
        """Show another part of the board; another zoom begins with no tiles."""
        if view.zoom != self._view.zoom:
            self.clear()
        self._view = view

    def __len__(self) -> int:
        return len(self._tiles)

    def clear(self) -> None:
        self._tiles.clear()
        self._patch = None

    @property
    def crisp(self) -> bool:
        """Whether every visible tile shows something."""
        tiles = self._tiles
        return all(key in tiles and tiles[key].image for key in self._view.tiles_in(self._view.whole))

    @property
    def current(self) -> bool:
        """Whether every visible tile shows all that is there."""
        shown = (self._tiles.get(key) for key in self._view.tiles_in(self._view.whole))
        return all(tile and tile.image and not tile.stale for tile in shown)

    @property
    def bytes(self) -> int:
        """Memory of all images."""
        patch = 0 if self._patch is None else self._patch.image.sizeInBytes()
        images = [tile.image.cacheKey() for tile in self._tiles.values() if tile.image is not None]
        return len(set(images)) * TILE_BYTES + patch

    # ------------------------------------------------------------ changes

    def append(self, slot: Slot) -> None:
        """An element came on top of all others: paint it onto the tiles that it touches."""
        if self._scene.element(slot).id in self._scene.concealed:
            return
        box, zoom = self._scene.box(slot), self._view.zoom
        touched = [(key, tile.image) for key, tile in self._touched(box) if tile.image is not None]
        pictures = self._pictures.pictures([slot], zoom) if touched else []
        for key, image in touched:
            with QPainter(image) as painter:
                ready(painter, _corner(key), zoom)
                for picture in pictures:
                    picture.paint(painter)
        if self._patch is not None and self._view.rect(box).intersects(self._patch.place_in(self._view)):
            self._patch.add(slot)

    def repaint(self, boxes: Iterable[Rect]) -> None:
        """Something in these boxes on the board changed: paint them again, now if it is little, or else in slices."""
        dirty: dict[TileKey, QRect] = {}
        for box in boxes:
            rect = self._view.rect(box)
            for key, _ in self._touched(box):
                dirty[key] = dirty.get(key, QRect()).united(rect.intersected(self._view.tile_rect(key)))
        slots = {key: self._scene.painted(self._view.board_box(rect)) for key, rect in dirty.items()}
        at_once = sum(map(len, slots.values())) <= AT_ONCE
        for key, rect in dirty.items():
            tile = self._tiles[key]
            if at_once and tile.image is not None:
                self._repaint_now(key, tile.image, rect, slots[key])
            under_way = self._patch is not None and key in self._patch.keys
            tile.stale = tile.stale or under_way or (not at_once and tile.image is not None)

    def mark_stale(self, boxes: Floats) -> None:
        """Something in very many boxes on the board changed, (4, n): paint the tiles there again, in slices.

        There must be tiles.
        """
        pixels = boxes * self._view.zoom + np.array([[-MARGIN_PX], [-MARGIN_PX], [MARGIN_PX], [MARGIN_PX]])
        low = np.min(list(self._tiles), axis=0)[:, None]
        high = np.max(list(self._tiles), axis=0)[:, None]
        first, last = np.floor(pixels[:2] / TILE_PX), np.floor(pixels[2:] / TILE_PX)
        near = ((last >= low) & (first <= high)).all(axis=0)
        spans = np.concatenate([np.maximum(first, low), np.minimum(last, high)])[:, near].astype(np.int64)
        for left, top, right, bottom in np.unique(spans, axis=1).T.tolist():
            for key in product(range(left, right + 1), range(top, bottom + 1)):
                if key in self._tiles:
                    self._tiles[key].stale = True

    def _repaint_now(self, key: TileKey, image: QImage, rect: QRect, slots: Sequence[Slot]) -> None:
        inside = rect.translated(-self._view.tile_rect(key).topLeft())
        with QPainter(image) as painter:
            paint_paper(painter, inside, _corner(key), self._view.zoom, self._scene.paper)
            painter.setClipRect(inside)
            ready(painter, _corner(key), self._view.zoom)
            for picture in self._pictures.pictures(slots, self._view.zoom):
                picture.paint(painter)

    def _touched(self, box: Rect) -> list[tuple[TileKey, _Tile]]:
        rect = self._view.rect(box)
        if rect.width() * rect.height() > len(self._tiles) * TILE_PX * TILE_PX:
            return [(key, tile) for key, tile in self._tiles.items() if self._view.tile_rect(key).intersects(rect)]
        return [(key, self._tiles[key]) for key in self._view.tiles_in(rect) if key in self._tiles]

    def repaint_all(self) -> None:
        """Everything looks different now: paint it again, in slices."""
        self._patch = None
        for tile in self._tiles.values():
            tile.stale = True

    # ------------------------------------------------------------ painting in slices

    def work(self, until: float) -> tuple[list[QRect], bool]:
        """Paint tiles until this time; the places in the view that show something new, and whether all is done."""
        fresh: list[QRect] = []
        known = self._scene, self._pictures, self._view
        while (patch := self._patch or self._next_patch(known)) is not None:
            self._patch = patch
            if not patch.go_on(known, self._clock, until):
                return fresh, False
            self._patch = None
            bare = not patch.slots and not self._scene.paper
            for key in patch.keys:
                self._tiles[key].image = QImage(_bare_tile()) if bare else patch.tile(key)
                self._tiles.move_to_end(key)
                place = self._view.tile_rect(key)
                if place.intersects(self._view.whole):
                    fresh.append(place)
            if self._clock() + BEGINNING_SECONDS >= until:
                return fresh, False
        self._evict()
        return fresh, True

    def _next_patch(self, known: Known) -> Patch | None:
        """What must be painted next, what is in view first; None if nothing must."""
        wanted = self._view.tiles_wanted(RING)
        first = next((key for key in wanted if self._is_lacking(key)), None)
        if first is None:
            return None
        seen = self._view.tile_rect(first).intersects(self._view.whole)
        around = self._view.whole_tiles if seen else self._view.whole.adjusted(-TILE_PX, -TILE_PX, TILE_PX, TILE_PX)
        visible = [key for key in wanted if self._view.tile_rect(key).intersects(self._view.whole) == seen]
        keys = [key for key in together(visible, first) if self._is_lacking(key)]
        for key in keys:
            self._tiles.setdefault(key, _Tile()).stale = False
        return Patch.of(keys, around, known)

    def _is_lacking(self, key: TileKey) -> bool:
        tile = self._tiles.get(key)
        return tile is None or tile.image is None or tile.stale

    def _evict(self) -> None:
        """Let go of the tiles that were painted longest ago and are far from the view."""
        near = self._view.tiles_wanted(RING + 1)
        most = max(MAX_TILE_BYTES // TILE_BYTES, len(near))
        if len(self._tiles) <= most:
            return
        keep = set(near)
        for key in [key for key in self._tiles if key not in keep][: len(self._tiles) - most * 7 // 8]:
            del self._tiles[key]

    # ------------------------------------------------------------ showing

    def paint(self, painter: QPainter, rect: QRect) -> list[QRect]:
        """Copy the tiles into these device pixels of the view; what no tile is ready for is returned."""
        holes = []
        left, top, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        for key in self._view.tiles_in(rect):
            x, y = key[0] * TILE_PX - self._view.left, key[1] * TILE_PX - self._view.top
            begin_x, begin_y = max(x, left), max(y, top)
            wide, high = min(x + TILE_PX, left + width) - begin_x, min(y + TILE_PX, top + height) - begin_y
            tile = self._tiles.get(key)
            if tile is None or tile.image is None:
                holes.append(QRect(begin_x, begin_y, wide, high))
            else:
                painter.drawImage(begin_x, begin_y, tile.image, begin_x - x, begin_y - y, wide, high)
        return holes


@cache
def _bare_tile() -> QImage:
    """Nothing but paper. Its copies share its memory until they are painted on."""
    image = QImage(TILE_PX, TILE_PX, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    return image


def _corner(key: TileKey) -> Corner:
    """Where a tile lies, in device pixels from the board's origin."""
    return key[0] * TILE_PX, key[1] * TILE_PX
