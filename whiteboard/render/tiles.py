"""The board as square opaque images of device pixels, painted in slices; panning copies them, nothing more.

A tile shows its image from the moment when it was first complete; while it is painted again (a large change) the old
image stays in place. Memory is bounded by MAX_TILE_BYTES, or by what the view and two rows around it take, if that is
more (a 4K window: 60 MB).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from whiteboard.ink.arrays import Floats
from whiteboard.model.geometry import Rect

from .device_view import TILE_PX, DeviceView, TileKey
from .painters.picture import Picture
from .paper import PAPER
from .picture_cache import BATCH, PictureCache
from .scene import Scene, Slot

MAX_TILE_BYTES = 40 << 20
TILE_BYTES = TILE_PX * TILE_PX * 4

RING = 1
"""Rows of tiles around the view that are painted ahead of a pan."""

BLOCK = 3
"""Pictures are made for blocks of this many tiles squared, because numpy wants batches."""

FULL = 120
"""A tile with so many elements is batch enough by itself."""

AT_ONCE = 60
"""A change that needs no more pictures painted than this is shown at once, a larger one in slices."""

MARGIN_PX = 2
"""Antialiasing reaches a little over an element's box, as in `DeviceView.rect`."""

_CHECK_EVERY = 8
_HAIRLINES_AT_ONCE = 400
"""So many pictures are painted between two looks at the clock."""


@dataclass(slots=True)
class _Painting:
    """A tile's picture under way: painted up to slots[done]; from slots[hairlines] on, many fit into a slice."""

    image: QImage
    slots: list[Slot]
    hairlines: int
    done: int = 0


@dataclass(slots=True)
class _Tile:
    """`stale`: something changed while it was painted, or too much to paint it at once."""

    image: QImage | None = None
    painting: _Painting | None = None
    stale: bool = False


class TileCache:
    """The tiles of one view; `clock` gives steady seconds."""

    def __init__(self, scene: Scene, pictures: PictureCache, clock: Callable[[], float]) -> None:
        self._scene = scene
        self._pictures = pictures
        self._clock = clock
        self._view = DeviceView(1.0, 0, 0, 0, 0)
        self._tiles: OrderedDict[TileKey, _Tile] = OrderedDict()
        self._block: tuple[int, int, int] | None = None
        self._to_make: list[Slot] = []

    def set_view(self, view: DeviceView) -> None:
        """Show another part of the board; another zoom begins with no tiles."""
        if view.zoom != self._view.zoom:
            self.clear()
        self._view = view

    def clear(self) -> None:
        self._tiles.clear()
        self._block = None
        self._to_make = []

    @property
    def crisp(self) -> bool:
        """Whether every visible tile shows something."""
        tiles = self._tiles
        return all(key in tiles and tiles[key].image for key in self._view.tiles_in(self._view.whole))

    @property
    def current(self) -> bool:
        """Whether every visible tile shows all that is there."""
        shown = (self._tiles.get(key) for key in self._view.tiles_in(self._view.whole))
        return all(tile and tile.image and not tile.painting and not tile.stale for tile in shown)

    @property
    def bytes(self) -> int:
        """Memory of all images."""
        images = sum((tile.image is not None) + (tile.painting is not None) for tile in self._tiles.values())
        return images * TILE_BYTES

    # ------------------------------------------------------------ changes

    def append(self, slot: Slot) -> None:
        """An element came on top of all others: paint it onto the tiles that it touches."""
        for key, tile in self._touched(self._scene.box(slot)):
            if tile.image is not None:
                with QPainter(tile.image) as painter:
                    self._ready(painter, key)
                    for picture in self._pictures.pictures([slot], self._view.zoom):
                        picture.paint(painter)
            if tile.painting is not None:
                tile.painting.slots.append(slot)

    def repaint(self, boxes: Iterable[Rect]) -> None:
        """Something in these boxes on the board changed: paint them again, now if it is little, or else in slices."""
        self._block = None
        self._to_make = []
        dirty: dict[TileKey, QRect] = {}
        for box in boxes:
            rect = self._view.rect(box)
            for key, _ in self._touched(box):
                dirty[key] = dirty.get(key, QRect()).united(rect.intersected(self._view.tile_rect(key)))
        slots = {key: self._scene.meeting(self._view.board_box(rect)).tolist() for key, rect in dirty.items()}
        at_once = sum(map(len, slots.values())) <= AT_ONCE
        for key, rect in dirty.items():
            tile = self._tiles[key]
            if at_once and tile.image is not None:
                self._repaint_now(key, tile.image, rect, slots[key])
            tile.stale = tile.stale or not at_once or tile.painting is not None

    def mark_stale(self, boxes: Floats) -> None:
        """Something in very many boxes on the board changed, (4, n): paint the tiles there again, in slices."""
        self._block = None
        self._to_make = []
        if not self._tiles:
            return
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
            painter.fillRect(inside, PAPER)
            painter.setClipRect(inside)
            self._ready(painter, key)
            for picture in self._pictures.pictures(slots, self._view.zoom):
                picture.paint(painter)

    def _touched(self, box: Rect) -> list[tuple[TileKey, _Tile]]:
        rect = self._view.rect(box)
        if rect.width() * rect.height() > len(self._tiles) * TILE_PX * TILE_PX:
            return [(key, tile) for key, tile in self._tiles.items() if self._view.tile_rect(key).intersects(rect)]
        return [(key, self._tiles[key]) for key in self._view.tiles_in(rect) if key in self._tiles]

    # ------------------------------------------------------------ painting in slices

    def work(self, until: float) -> tuple[list[QRect], bool]:
        """Paint tiles until this time; the places in the view that show something new, and whether all is done."""
        fresh: list[QRect] = []
        wanted = self._view.tiles_wanted(RING)
        for key in wanted:
            tile = self._tiles.setdefault(key, _Tile())
            if tile.image is not None and tile.painting is None and not tile.stale:
                continue
            if tile.painting is None:
                tile.painting, tile.stale = self._begun(key), False
            if not (self._prepare(key, tile, until) and self._paint_on(key, tile, until)):
                return fresh, False
            place = self._view.tile_rect(key)
            if place.intersects(self._view.whole):
                fresh.append(place)
            if self._clock() >= until:
                return fresh, False
        self._evict()
        return fresh, not any(self._tiles[key].stale for key in wanted)

    def _begun(self, key: TileKey) -> _Painting:
        image = QImage(TILE_PX, TILE_PX, QImage.Format.Format_RGB32)
        image.fill(PAPER)
        box = self._view.board_box(self._view.tile_rect(key))
        thick, thin = self._pictures.parted(self._scene.meeting(box).tolist(), self._view.zoom)
        return _Painting(image, thick + thin, len(thick))

    def _prepare(self, key: TileKey, tile: _Tile, until: float) -> bool:
        """Make the pictures of the block of tiles around this one, or of a full tile alone; False if time is up."""
        painting = tile.painting
        full = painting is not None and len(painting.slots) >= FULL
        span = 1 if full else BLOCK
        block = key[0] // span, key[1] // span, span
        if block != self._block:
            self._block = block
            if full and painting is not None:
                slots = painting.slots[: painting.hairlines]
            else:
                corner = self._view.tile_rect((block[0] * span, block[1] * span))
                box = self._view.board_box(QRect(corner.topLeft(), corner.size() * span))
                slots = self._scene.meeting(box).tolist()
            self._to_make = self._pictures.missing(slots, self._view.zoom)
        while self._to_make:
            batch, self._to_make = self._to_make[:BATCH], self._to_make[BATCH:]
            self._pictures.make(batch, self._view.zoom)
            if self._clock() >= until:
                return False
        return True

    def _paint_on(self, key: TileKey, tile: _Tile, until: float) -> bool:
        """Go on painting a tile; False if time is up before it is complete."""
        painting = tile.painting
        if painting is None:
            return True
        with QPainter(painting.image) as painter:
            self._ready(painter, key)
            while painting.done < len(painting.slots):
                until_done, found = self._some(painting)
                for picture in found:
                    picture.paint(painter)
                painting.done = until_done
                if self._clock() >= until and painting.done < len(painting.slots):
                    return False
        tile.image, tile.painting = painting.image, None
        self._tiles.move_to_end(key)
        return True

    def _some(self, painting: _Painting) -> tuple[int, Sequence[Picture]]:
        """The pictures that come next in a tile, and how far it is painted with them."""
        begin, thick = painting.done, painting.hairlines
        thin = begin >= thick
        end = min(begin + _HAIRLINES_AT_ONCE, len(painting.slots)) if thin else min(begin + _CHECK_EVERY, thick)
        here = [slot for slot in painting.slots[begin:end] if self._scene.holds(slot)]
        pictures = self._pictures.pictures if thin else self._pictures.thick_pictures  # some may have come on top since
        return end, pictures(here, self._view.zoom)

    def _ready(self, painter: QPainter, key: TileKey) -> None:
        """A tile's painter in board units."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-key[0] * TILE_PX, -key[1] * TILE_PX)
        painter.scale(self._view.zoom, self._view.zoom)

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
        for key in self._view.tiles_in(rect):
            place = self._view.tile_rect(key)
            part = place.intersected(rect)
            tile = self._tiles.get(key)
            if tile is None or tile.image is None:
                holes.append(part)
            elif part == place:
                painter.drawImage(place.topLeft(), tile.image)
            else:
                painter.drawImage(part, tile.image, part.translated(-place.topLeft()))
        return holes
