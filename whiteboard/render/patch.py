"""A few neighbouring tiles that are painted as one image, in steps: what lies across them is filled once.

Tiles of 256 pixels are small enough to come and go; painted one by one, half of all ink would be filled twice or more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from .device_view import TILE_PX, DeviceView, TileKey
from .painters.picture import Picture
from .paper import paint_paper
from .picture_cache import BATCH, PictureCache
from .scene import Scene
from .slot_table import Slot

SIDE = 2
"""So many tiles squared are painted together."""

ENOUGH = 120
"""A patch with so many elements is batch enough for numpy by itself."""

_BLOCK = 2
"""Else pictures are made for so many patches squared."""

_HAIRLINES = 400
"""So many hairlines are made in one go: 2 ms."""

BEGINNING_SECONDS = 0.0015
"""With less time than this left, no batch is begun: it takes 2 ms."""

_CHECK_EVERY = 8
"""So many pictures are painted between two looks at the clock."""

Corner = tuple[int, int]
"""A QPoint that may lie at the end of the world."""

Known = tuple[Scene, PictureCache, DeviceView]
"""What there is to paint, and how large."""


Item = tuple[int, Slot | Picture]
"""A place among all that is painted, and what is painted there: a slot's own picture, or hairlines."""


@dataclass(slots=True)
class Patch:
    """Tiles `keys` under way; `corner` is that of the image, device pixels from the board's origin to right and down.

    First the pictures of `to_make` are made, then the hairlines of the places `thin` of `slots`; then all `items` are
    painted in the order of their places, up to `done` by now.
    """

    keys: Sequence[TileKey]
    corner: Corner
    image: QImage
    slots: list[Slot]
    to_make: list[Slot]
    thin: list[int]
    items: list[Item]
    done: int = 0

    @classmethod
    def of(cls, keys: Sequence[TileKey], around: QRect, known: Known) -> Patch:
        """The patch of these tiles, all of one; pictures may be made ahead for what is `around` (the view's pixels)."""
        scene, pictures, view = known
        rect = QRect()
        for key in keys:
            rect = rect.united(view.tile_rect(key))
        slots = scene.painted(view.board_box(rect))
        if len(slots) < ENOUGH:
            ahead = scene.painted(view.board_box(_block(keys[0], view).intersected(around).united(rect)))
        else:
            ahead = slots
        image = QImage(rect.size(), QImage.Format.Format_RGB32)
        corner = rect.left() + view.left, rect.top() + view.top
        with QPainter(image) as painter:
            paint_paper(painter, image.rect(), corner, view.zoom, scene.paper)
        return cls.on(image, corner, slots, ahead, pictures, view.zoom, keys)

    @classmethod
    def on(
        cls,
        image: QImage,
        corner: Corner,
        slots: list[Slot],
        ahead: list[Slot],
        pictures: PictureCache,
        zoom: float,
        keys: Sequence[TileKey] = (),
    ) -> Patch:
        """These slots, in paint order, to be painted on an image; pictures are to be made of those `ahead`."""
        is_thin = pictures.thin(slots, zoom)
        thin, thick = np.flatnonzero(is_thin).tolist(), np.flatnonzero(~is_thin).tolist()
        items: list[Item] = [(place, slots[place]) for place in thick]
        return cls(keys, corner, image, slots, pictures.missing(ahead, zoom), thin, items)

    def add(self, slot: Slot) -> None:
        """An element came on top of all others."""
        self.items.append((len(self.slots), slot))
        self.slots.append(slot)

    def go_on(self, known: Known, clock: Callable[[], float], until: float) -> bool:
        """Paint until that time; whether the patch is complete."""
        _, pictures, view = known
        while self.to_make or self.thin:
            if self.to_make:
                batch, self.to_make = self.to_make[:BATCH], self.to_make[BATCH:]
                pictures.make(batch, view.zoom)
            else:
                hairs, self.thin = self.thin[:_HAIRLINES], self.thin[_HAIRLINES:]
                self.items += pictures.hairlines([self.slots[place] for place in hairs], hairs, view.zoom)
                if not self.thin:
                    self.items.sort(key=itemgetter(0))
            begins = BEGINNING_SECONDS if self.to_make or self.thin else 0.0
            if clock() + begins >= until:
                return False
        with QPainter(self.image) as painter:
            ready(painter, self.corner, view.zoom)
            while self.done < len(self.items):
                for picture in self._next(pictures, view.zoom):
                    picture.paint(painter)
                if clock() >= until and self.done < len(self.items):
                    return False
        return True

    def tile(self, key: TileKey) -> QImage:
        """The image of one of the tiles."""
        if len(self.keys) == 1:
            return self.image
        left, top = self.corner
        return self.image.copy(key[0] * TILE_PX - left, key[1] * TILE_PX - top, TILE_PX, TILE_PX)

    def place_in(self, view: DeviceView) -> QRect:
        """Where it lies in a view of the same zoom, in device pixels."""
        return QRect(self.corner[0] - view.left, self.corner[1] - view.top, self.image.width(), self.image.height())

    def _next(self, pictures: PictureCache, zoom: float) -> Sequence[Picture]:
        """What comes next: a few pictures of slots, or one of hairlines."""
        items = self.items
        slots: list[Slot] = []
        while self.done < len(items) and len(slots) < _CHECK_EVERY:
            item = items[self.done][1]
            if not isinstance(item, Slot):
                if slots:
                    break
                self.done += 1
                return [item]
            slots.append(item)
            self.done += 1
        return pictures.pictures(slots, zoom)


def ready(painter: QPainter, corner: Corner, zoom: float) -> None:
    """Make a painter paint in board units; its origin is this many device pixels from the board's."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-corner[0], -corner[1])
    painter.scale(zoom, zoom)


def together(keys: Sequence[TileKey], first: TileKey) -> list[TileKey]:
    """Those of the tiles that are painted with the first."""
    patch = first[0] // SIDE, first[1] // SIDE
    return [key for key in keys if (key[0] // SIDE, key[1] // SIDE) == patch]


def _block(key: TileKey, view: DeviceView) -> QRect:
    """The pixels of the view around a tile that pictures are made ahead for."""
    span = SIDE * _BLOCK
    corner = view.tile_rect((key[0] // span * span, key[1] // span * span))
    return QRect(corner.topLeft(), corner.size() * span)
