"""How somebody looks around on a board, and waits for it; what needs no more than a window stands here."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tests.bench.panes import Pane
from whiteboard.render.viewport import Viewport

Size = tuple[int, int]
SIZE: Size = 1920, 1080
ZOOM_STEP = 1.1


def finish(pane: Pane) -> None:
    """Let the pane do all that it has to do."""
    while (wait := pane.work()) is not None:
        pane.rest(wait)
    pane.show_frame()


def walk(start: Viewport, frames: int) -> Iterator[Viewport]:
    """A drag over fresh ground, 20 pixels a frame, that turns by and by."""
    view = start
    for number in range(frames):
        turn = number / 70
        view = view.panned(-20 * math.cos(turn), -20 * math.sin(turn))
        yield view


def pinches(start: Viewport, count: int) -> Iterator[list[Viewport]]:
    """Zoom gestures of six steps, in and out in turn."""
    for number in range(count):
        factor = ZOOM_STEP if number % 2 else 1 / ZOOM_STEP
        yield [start.zoomed_at((900, 500), factor**step) for step in range(1, 7)]
