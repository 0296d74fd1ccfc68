"""Where painters get the pixels of pictures from. The app and an export each bring a source of their own."""

from __future__ import annotations

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


_source: PictureSource = NoPictures()


def use(source: PictureSource) -> PictureSource:
    """Let all painters take their pictures from here from now on; returns where they took them from before."""
    global _source  # painters are functions that Qt's paint calls lead to; there is one screen
    before, _source = _source, source
    return before


def source() -> PictureSource:
    return _source
