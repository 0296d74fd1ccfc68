"""The door to this room: what a canvas widget tells the renderer, and what it gets painted.

A widget (opaque, Qt.WidgetAttribute.WA_OpaquePaintEvent) uses it so:

- `reset(elements)` for a new board or page, `apply(change)` for each change of the document, `set_view` on pan, zoom,
  resize. Large ones are taken in by `work`, in portions, while `taking_in`; until then finding and `bounds` know some.
- `extend_wet` for new points of strokes in progress, one's own (at once) and the others' (through `TrailPlayback`);
  `drop_wet` where one is given up. A stroke that arrives as an element takes its wet ink's place by itself.
- Once a frame: `update()` each rectangle of `take_dirty()`.
- In paintEvent: `paint(painter, rectangles(event.region()))`, then the functions of `overlay` on the same painter.
- `work(budget)` from a zero timer while it returns 0, after that many seconds if it returns more, and again after any
  of the calls above if it returned None.

All rectangles are QRects in the widget's device-independent pixels. Nothing here keeps a reference to a painter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

import msgspec
import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from whiteboard.model.document import Change
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import InkPoint
from whiteboard.model.style import Style

from .cutout import Cutout
from .device_view import TILE_PX, DeviceView
from .intake import Intake, Pair, Portion, Shows, everything
from .paper import paint_paper
from .picture_cache import PictureCache
from .scene import Scene
from .slot_table import Slot
from .still import Still
from .tiles import RING, TileCache
from .touching import Touching
from .viewport import Viewport
from .wet_ink import WetInk

SETTLE = 0.03
"""Seconds without a zoom step before tiles of the new zoom are painted: a pinch passes levels that nobody will see."""

MOST_AT_ONCE = 200
"""A change of more elements than this is taken in by portions, and not painted piece by piece."""

OPENED_AT_ONCE = 4000
"""A board of no more elements than this is known as soon as it is opened: 2 ms."""


class Renderer:
    """The picture of one board in one view. `clock` gives steady seconds (time.perf_counter)."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ratio = 1.0
        self._view = DeviceView(1.0, 0, 0, 0, 0)
        self._wet = WetInk()
        self._touching = Touching()
        self._still: Still | None = None
        self._settled_at = 0.0
        self._dirty: list[QRect] = []
        self.reset(())

    def reset(self, elements: Iterable[Element], paper: str = "", shows: Shows = everything) -> None:
        """Show another board, or another page of it, on this paper (a name of `model.paper`).

        Of the elements, and of what changes later, only those are shown that `shows` picks.
        """
        self._scene = Scene(paper=paper)
        self._pictures = PictureCache(self._scene)
        self._tiles = TileCache(self._scene, self._pictures, self._clock)
        self._tiles.set_view(self._view)
        self._wet.clear()
        self._still = None
        self._settled_at = 0.0
        self._all_dirty()
        listed = list(elements)
        self._scene.reserve(len(listed))
        self._intake = Intake(listed, shows)
        if len(listed) <= OPENED_AT_ONCE:
            while self._intake:
                self._take_portion(self._intake.next())

    def print_on(self, paper: str) -> None:
        """Show the same on another paper."""
        if paper != self._scene.paper:
            self._scene.paper = paper
            self._still = None
            self._tiles.repaint_all()
            self._all_dirty()

    def apply(self, change: Change) -> None:
        """Follow a change of the document."""
        self._take_in(change.elements)

    @property
    def taking_in(self) -> bool:
        """Whether `work` must be called before all that it was told of is on the board."""
        return bool(self._intake)

    def _take_in(self, pairs: Sequence[Pair]) -> None:
        """Small changes at once, large ones, and all that follow, in portions."""
        if len(pairs) > MOST_AT_ONCE:  # room made by and by takes 30 ms once
            self._scene.reserve(sum([before is None for before, _ in pairs]))
        if self._intake or len(pairs) > MOST_AT_ONCE:
            self._intake.wait(pairs)
        elif pairs:
            self._take_few(self._intake.seen(pairs))

    def _take_few(self, pairs: Sequence[Pair]) -> None:
        boxes: list[Rect] = []
        for before, after in pairs:
            element = after or before
            slot = None if element is None else self._scene.slot(element.id)
            if element is not None and slot is not None:
                boxes.append(self._scene.box(slot))
                self._renew_picture(slot, after)
                if after is None:
                    self._scene.remove(element.id)
            if after is None:
                continue
            if slot is not None:
                boxes.append(self._scene.box(self._scene.replace(after)))
            else:
                slot = self._scene.add(after)
                box = self._scene.box(slot)
                self.drop_wet(after.id)
                if self._scene.is_top(slot) and not boxes:
                    self._tiles.append(slot)
                    self._dirty_box(box)
                else:
                    boxes.append(box)
        self._tiles.repaint(boxes)
        for box in boxes:
            self._dirty_box(box)

    def _take_portion(self, portion: Portion) -> None:
        """Take some of very many elements in; the tiles that they touch are painted again when all is in."""
        scene = self._scene
        new = list(portion.fresh)
        gone, replaced, boxes = [], [], []
        changed = [(element, after) for before, after in portion.pairs if (element := after or before) is not None]
        slots = scene.find([element.id for element, _ in changed])
        for (element, after), slot in zip(changed, slots, strict=True):
            if slot is None:
                if after is not None:
                    new.append(after)
            elif after is None:
                gone.append((slot, element.id))
            else:
                replaced.append((slot, after))
        if gone or replaced:
            boxes.append(scene.boxes([slot for slot, _ in (*gone, *replaced)]))
        for slot, _ in gone:
            self._pictures.forget(slot)
        scene.remove_all([id for _, id in gone])
        for slot, after in replaced:
            self._renew_picture(slot, after)
            scene.replace(after)
        added = scene.add_all(new)
        if self._wet:
            for element in new:
                self.drop_wet(element.id)
        if len(self._tiles):
            boxes.append(scene.boxes(added + [slot for slot, _ in replaced]))
            self._tiles.mark_stale(np.concatenate(boxes, axis=1))

    def conceal(self, ids: Set[ElementId]) -> None:
        """Paint all but these elements from now on: they are shown elsewhere. They are found as before."""
        before = self._scene.concealed
        if ids is not before:  # to compare very many takes a while
            self._scene.concealed = ids
            if ids != before:
                self._tiles.repaint_all()

    def cut_out(self, ids: Set[ElementId], reach: Rect, zoom: float) -> Cutout:
        """A picture of these elements, as far as they meet a box, to be painted by and by."""
        return Cutout(self._scene, self._pictures, ids, reach, zoom)

    def _renew_picture(self, slot: Slot, after: Element | None) -> None:
        """What is kept of an element's picture moves with it, or is forgotten."""
        before = self._scene.element(slot)
        if after is not None:
            there = msgspec.structs.replace(before.geometry, x=after.geometry.x, y=after.geometry.y)
            if msgspec.structs.replace(before, geometry=there, order=after.order) == after:
                return self._pictures.move(slot, there.x - before.geometry.x, there.y - before.geometry.y)
        return self._pictures.forget(slot)

    def set_view(self, viewport: Viewport, size_px: tuple[int, int], device_pixel_ratio: float) -> None:
        """Show this part of the board from now on."""
        view = DeviceView.of(viewport, size_px, device_pixel_ratio)
        if view == self._view and device_pixel_ratio == self._ratio:
            return
        if view.zoom != self._view.zoom:
            self._keep_still()
            self._settled_at = self._clock() + SETTLE
        self._view, self._ratio = view, device_pixel_ratio
        self._tiles.set_view(view)
        self._all_dirty()

    # ------------------------------------------------------------ ink in progress

    def extend_wet(self, id: ElementId, style: Style, origin: Point, start: int, points: Sequence[InkPoint]) -> None:
        """More of a stroke in progress: points from index `start` on (those known already are skipped).

        `points` are relative to `origin` (board units), as in TrailNews and StrokeBuilder.points. A stroke that is on
        the board already is not drawn again.
        """
        if self._scene.slot(id) is None:
            self._wet.extend(id, style, origin, start, points)

    def drop_wet(self, id: ElementId) -> None:
        """The stroke in progress was given up, or is unknown."""
        self._dirty.extend(self._wet.drop(id, self._view))

    # ------------------------------------------------------------ painting

    def take_dirty(self) -> list[QRect]:
        """What must be painted again since this was last asked; prepares the wet ink for it. Once a frame."""
        dirty = self._dirty + self._wet.prepare(self._view)
        self._dirty = []
        whole = self._view.whole
        return [self._logical(part) for rect in dirty if not (part := rect.intersected(whole)).isEmpty()]

    def paint(self, painter: QPainter, rects: Iterable[QRect]) -> None:
        """Paint the board and its wet ink into these rectangles, opaquely; leaves the painter as it was."""
        device = [self._device(rect).intersected(self._view.whole) for rect in rects]
        painter.save()
        _use_device_pixels(painter, self._ratio)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        self._paint_tiles(painter, device)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._wet.paint(painter, device, self._view)
        painter.restore()

    def work(self, budget: float) -> float | None:
        """Render tiles for at most about `budget` seconds; seconds until it wants to be called again, or None."""
        now = self._clock()
        until = now + budget
        while self._intake:
            self._take_portion(self._intake.next())
            if self._clock() >= until:
                return 0.0
        if now < self._settled_at:
            return self._settled_at - now
        fresh, done = self._tiles.work(until)
        self._dirty.extend(fresh)
        if self._still is not None and self._tiles.crisp:
            self._still = None
        return None if done else 0.0

    def _paint_tiles(self, painter: QPainter, rects: Iterable[QRect]) -> None:
        """Paint the board into device pixels of the view, or of its surroundings."""
        for rect in rects:
            holes = self._tiles.paint(painter, rect)
            if self._still is not None:
                self._still.paint(painter, holes, self._view, self._scene.paper)
            else:
                for hole in holes:
                    view = self._view
                    paint_paper(painter, hole, (view.left, view.top), view.zoom, self._scene.paper)

    def _keep_still(self) -> None:
        """Keep what the view shows, and the tiles around it, until those of another zoom are ready."""
        if self._view.whole.isEmpty() or (self._still is not None and not self._tiles.crisp):
            return  # in the midst of a pinch the older picture is the crisp one
        wide = self._view.widened(RING * TILE_PX)
        image = QImage(wide.width, wide.height, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.translate(self._view.left - wide.left, self._view.top - wide.top)
            self._paint_tiles(painter, [wide.whole.translated(wide.left - self._view.left, wide.top - self._view.top)])
        self._still = Still(image, wide)

    @property
    def crisp(self) -> bool:
        """Whether the whole view shows what is there, as sharply as it will ever be."""
        return not self._intake and self._tiles.current

    @property
    def tile_bytes(self) -> int:
        """Memory of the tiles, bounded as tiles.py says."""
        return self._tiles.bytes

    # ------------------------------------------------------------ finding

    @property
    def bounds(self) -> Rect | None:
        """The box around everything on the board; None if it is empty."""
        return self._scene.bounds

    def hit_test(self, point: Point, tolerance: float) -> ElementId | None:
        """The topmost element within `tolerance` board units of the point."""
        touched = self.elements_touching(point, point, tolerance)
        return touched[-1] if touched else None

    def elements_in(self, box: Rect) -> list[ElementId]:
        """The elements that lie wholly inside the box, in paint order."""
        return [self._scene.element(slot).id for slot in self._scene.inside(box).tolist()]

    def solids_in(self, box: Rect) -> list[ElementId]:
        """The same without ink."""
        return [self._scene.element(slot).id for slot in self._scene.solid(box).tolist()]

    def elements_meeting(self, box: Rect) -> list[ElementId]:
        """The elements whose boxes meet this one, in paint order."""
        return [self._scene.element(slot).id for slot in self._scene.meeting(box).tolist()]

    def elements_touching(self, a: Point, b: Point, radius: float) -> list[ElementId]:
        """The elements whose picture comes within `radius` board units of the segment a to b, in paint order."""
        near = self._scene.meeting(Rect.spanned_by(a, b).grown(radius)).tolist()
        return [element.id for element in self._touching([self._scene.element(slot) for slot in near], a, b, radius)]

    # ------------------------------------------------------------ rectangles

    def _dirty_box(self, box: Rect) -> None:
        self._dirty.append(self._view.rect(box))

    def _all_dirty(self) -> None:
        self._dirty = [self._view.whole]

    def _logical(self, rect: QRect) -> QRect:
        """Device-independent pixels that contain these device pixels."""
        ratio = self._ratio
        if ratio == 1:
            return rect
        return QRectF(rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio).toAlignedRect()

    def _device(self, rect: QRect) -> QRect:
        ratio = self._ratio
        if ratio == 1:
            return rect
        return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio).toAlignedRect()


def _use_device_pixels(painter: QPainter, ratio: float) -> None:
    """Make the painter's unit the device pixel, and its origin lie on one (a widget may begin between two)."""
    painter.scale(1 / ratio, 1 / ratio)
    place = painter.deviceTransform()
    painter.translate(round(place.dx()) - place.dx(), round(place.dy()) - place.dy())
