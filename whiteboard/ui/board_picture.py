"""The picture of one board in one view: the renderer, wet ink, previews and what lies above, kept up with the editor.

It decides what is shown and what must be painted again; when that happens is the canvas' business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QRegion

from whiteboard.editor import Editor, News
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.render.regions import rectangles
from whiteboard.render.renderer import Renderer
from whiteboard.render.viewport import Viewport
from whiteboard.tools.step import Preview

from .instrument_mark import instrument_marks
from .lasers import Lasers
from .lift import Lift
from .live_ink import LiveInk
from .on_page import on_page
from .overlay_layer import Mark, OverlayLayer
from .peer_motion import PeerMotion
from .selection_marks import marks_of
from .shown import Shown
from .target_marks import target_marks


class FoundByRenderer:
    """The editor's way to find elements by place: the renderer knows where their pictures are."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def at(self, point: Point, tolerance: float) -> ElementId | None:
        return self._renderer.hit_test(point, tolerance)

    def inside(self, box: Rect) -> Sequence[ElementId]:
        return self._renderer.elements_in(box)

    def solid(self, box: Rect) -> Sequence[ElementId]:
        return self._renderer.solids_in(box)

    def meeting(self, box: Rect) -> Sequence[ElementId]:
        return self._renderer.elements_meeting(box)

    def touching(self, a: Point, b: Point, radius: float) -> Sequence[ElementId]:
        return self._renderer.elements_touching(a, b, radius)


class BoardPicture:
    """Keeps up with one editor. Times are seconds of the clock."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.renderer = Renderer(clock)
        self.index = FoundByRenderer(self.renderer)
        self._own_wet: dict[ElementId, int] = {}
        self._shown = Shown()
        self._lasers = Lasers(clock)
        self._ink = LiveInk(self.renderer, self._lasers)
        self._peers = PeerMotion()
        self._overlay = OverlayLayer()
        self._lift = Lift(self.renderer, clock)

    def reset(self, editor: Editor) -> None:
        """Show another board."""
        self._peers.clear()
        self.turn(editor)

    def turn(self, editor: Editor) -> None:
        """Show another page of it."""
        self._own_wet.clear()
        self._lasers.clear()
        self._shown = Shown()
        self._lift.reset()
        page = editor.page
        paper = editor.pages.page(page).paper
        self.renderer.reset(editor.document, paper, lambda elements: on_page(elements, page))
        self._peers.turn(page, editor.peers, self._ink)

    def follow(self, news: News, editor: Editor, now: float) -> None:
        """Take in what has changed; it is painted with the next frame."""
        preview = editor.preview
        if change := self._shown.follow(news.change, editor.document, preview):
            self.renderer.apply(change)
        self._lift.follow(news.change, preview)
        if news.change:
            self.renderer.print_on(editor.pages.page(editor.page).paper)
        self._wet(preview)
        if news.peers:
            self._lasers.note(news.peers.trails)
            self._peers.receive(news.peers, editor.peers, self._ink, now)

    def frame(self, editor: Editor, view: Viewport, size_px: tuple[int, int], density: float, now: float) -> QRegion:
        """Move on what moves by itself; returns what must be painted again. `density` is the device pixel ratio."""
        self._peers.release(self._ink, now)
        marks = [*self._lift.mark(view, size_px, density), *self._marks(editor, view, now)]
        dirty = QRegion()
        for rect in (*self.renderer.take_dirty(), *self._overlay.show(marks)):
            dirty += rect
        return dirty

    def is_still(self, now: float) -> bool:
        """Whether the picture stays as it is until there is news."""
        return self._peers.is_still(now) and not self._lasers

    @property
    def unfinished(self) -> bool:
        """Whether `work` is needed for the next frame."""
        return self._lift.unfinished

    def work(self, budget: float) -> float | None:
        """As Renderer.work: paint for about so many seconds what is shown later."""
        until = self._clock() + budget
        return self.renderer.work(until - self._clock()) if self._lift.work(until) else 0.0

    def paint(self, painter: QPainter, region: QRegion) -> None:
        self.renderer.paint(painter, rectangles(region))
        self._overlay.paint(painter, region)

    def _wet(self, preview: Preview) -> None:
        """My own strokes in progress, as far as the renderer does not have them yet."""
        for id in self._own_wet.keys() - {stroke.id for stroke in preview.strokes}:
            del self._own_wet[id]
            self._ink.drop_wet(id)
        for stroke in preview.strokes:
            known = self._own_wet.get(stroke.id, 0)
            if len(stroke.points) > known:
                self._ink.extend_wet(stroke.id, stroke.style, stroke.origin, known, stroke.points[known:])
                self._own_wet[stroke.id] = len(stroke.points)

    def _marks(self, editor: Editor, view: Viewport, now: float) -> list[Mark]:
        """What lies above the board, lowest first."""
        return [
            *instrument_marks(editor, view),
            *target_marks(editor, view),
            *marks_of(editor, view),
            *self._lasers.marks(view, now),
            *self._peers.marks(editor.peers, view, now),
        ]
