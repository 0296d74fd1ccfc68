"""From taking up many elements to their being down again: one picture of them above the board, which lacks them.

The board is painted without them once the picture is ready, and the picture stays until they are painted at their new
place. So nothing is ever missing, whatever it takes to paint all that.
"""

from __future__ import annotations

from collections.abc import Callable

from whiteboard.model.document import Change
from whiteboard.model.transform import Transform
from whiteboard.render.renderer import Renderer
from whiteboard.render.viewport import Viewport
from whiteboard.tools.step import NOBODY, NOTHING, Preview

from .lifted import Lifted
from .overlay_layer import LiftedMark
from .shown import is_lifted

_AT_ONCE = 0.012
"""What is painted in so many seconds is there with the first frame."""


class Lift:
    """What is lifted off one page; `clock` gives steady seconds."""

    def __init__(self, renderer: Renderer, clock: Callable[[], float]) -> None:
        self._renderer = renderer
        self._clock = clock
        self._preview = NOTHING
        self._by = Transform()
        self._picture: Lifted | None = None
        self._making: Lifted | None = None
        self._changed = False

    @property
    def unfinished(self) -> bool:
        """Whether `work`, and then another frame, are needed."""
        return self._making is not None or (self._picture is not None and not self._renderer.crisp)

    def reset(self) -> None:
        """Forget it all: another page is shown."""
        self._preview, self._picture, self._making, self._changed = NOTHING, None, None, False

    def follow(self, change: Change, preview: Preview) -> None:
        """This has changed in the document, and that is what gestures show now."""
        before, self._preview = self._preview, preview
        if is_lifted(preview):
            if not is_lifted(before):
                self._picture, self._making, self._changed = None, None, False
            if preview.landing:  # what the document has of it is in two places from now on
                self._making = None
            self._by = preview.way
            if change and not preview.landing and not preview.moved.isdisjoint(change.ids):
                self._changed = True
        elif is_lifted(before):
            self._making = None
            if not (change or before.landing):  # it was given up
                self._by = Transform()
                self._picture = None if before.copies else self._picture
            self._renderer.conceal(NOBODY)

    def mark(self, view: Viewport, size_px: tuple[int, int], density: float) -> list[LiftedMark]:
        """The picture where it is now; begins with another one where that is needed."""
        preview = self._preview
        if is_lifted(preview):
            self._renew(view, size_px, density)
            if self._picture is not None:
                self._renderer.conceal(NOBODY if preview.copies else preview.moved)
        elif self._picture is not None and self._renderer.crisp:
            self._picture = None
        return [] if self._picture is None else [LiftedMark(self._picture, self._by, view)]

    def work(self, until: float) -> bool:
        """Paint until that time; whether there is no more to do."""
        if self._making is not None and not self._renderer.taking_in:
            self._making.go_on(self._clock, until)
            if self._making.done:
                self._picture, self._making = self._making, None
        return self._making is None or self._renderer.taking_in

    def _renew(self, view: Viewport, size_px: tuple[int, int], density: float) -> None:
        moved, picture = self._preview.moved, self._picture
        if self._making is not None or self._preview.landing:
            return
        if picture is None or self._changed or not picture.serves(moved, self._by, view, size_px):
            self._changed = False
            self._making = Lifted(moved, self._renderer, self._by, view, size_px, density)
            self.work(self._clock() + _AT_ONCE)
