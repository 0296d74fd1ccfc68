"""Where painters get the pixels of pictures from: the app's shelf on the screen, an album of its own for an export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from PySide6.QtGui import QImage

from whiteboard.model.content import AssetId


class PictureSource(Protocol):
    """Pictures by the hash of their bytes."""

    def image(self, id: AssetId, width_px: float) -> QImage | None:
        """The picture, sharp enough to be `width_px` device pixels wide, or as sharp as it is at hand; None if not."""

    def share(self, id: AssetId) -> float | None:
        """How much of a picture that is not at hand has arrived, 0..1; None if nobody has it yet."""


class NoPictures:
    """Has none, and expects none."""

    def image(self, id: AssetId, width_px: float) -> QImage | None:
        return None

    def share(self, id: AssetId) -> float | None:
        return None


_everywhere: PictureSource = NoPictures()
_here: ContextVar[PictureSource | None] = ContextVar("picture source", default=None)


def use(source: PictureSource) -> PictureSource:
    """Let painters take their pictures from here from now on; returns where they took them from before."""
    global _everywhere  # painters are functions that Qt's paint calls lead to; there is one screen
    before, _everywhere = _everywhere, source
    return before


@contextmanager
def using(source: PictureSource) -> Iterator[None]:
    """The same for what is painted within the context, in this thread."""
    token = _here.set(source)
    try:
        yield
    finally:
        _here.reset(token)


def source() -> PictureSource:
    return _here.get() or _everywhere
