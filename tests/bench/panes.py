"""The same board in three windows: our renderer, a plain QGraphicsScene, and the floor, an image that fills its window.

The floor holds no board at all: whatever is asked for, it copies one opaque image. The scene is in `scene_pane.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from whiteboard.model.document import Change, Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint
from whiteboard.model.style import Style
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


def new_pane(renderer: str, size_px: tuple[int, int]) -> Pane:
    """The window of `ours`, `scene` or `floor`."""
    if renderer == "ours":
        return OurPane(size_px)
    if renderer == "floor":
        return FloorPane(size_px)
    from tests.bench.scene_pane import ScenePane  # 2 MB that a process without a scene does not take

    return ScenePane(size_px)


def show_now(window: QWidget) -> None:
    """Paint and flush what is due without waiting for the screen."""
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
