"""Ink looks as it did when somebody last looked at it: one picture a style at 25, 100 and 400 %.

What may differ is the last bit of antialiasing: no more than MOST of a channel in any pixel, and MEAN on average over
the pixels with ink. A stroke that is a quarter pixel wider, or lies a quarter pixel beside, is far beyond both.
"""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.render import reference
from tests.render.pictures import Pixels, inked, pixels
from whiteboard.model.element import Element

pytestmark = pytest.mark.usefixtures("qapp")

MOST = 40
MEAN = 2.0

every_picture = pytest.mark.parametrize(
    ("style", "percent"), [(style, percent) for style in reference.STYLES for percent in reference.ZOOMS]
)


def kept(style: str, percent: int) -> Pixels:
    image = QImage(str(reference.path(style, percent)))
    assert not image.isNull(), "python -m tests.render.reference makes it"
    return pixels(image)


def is_alike(one: Pixels, other: Pixels) -> bool:
    off = np.abs(one - other).max(axis=2)
    ink = inked(one) | inked(other)
    return bool(off.max() <= MOST and off[ink].mean() <= MEAN)


@every_picture
def test_ink_looks_as_it_did(style: str, percent: int) -> None:
    assert is_alike(pixels(reference.picture(reference.strokes(style), percent)), kept(style, percent))


@every_picture
def test_a_slight_fault_would_be_seen(style: str, percent: int) -> None:
    zoom = reference.ZOOMS[percent]

    def moved(element: Element) -> Element:
        g = element.geometry
        return msgspec.structs.replace(element, geometry=msgspec.structs.replace(g, x=g.x + 0.25 / zoom))

    def wider(element: Element) -> Element:
        look = element.style
        wide = msgspec.structs.replace(look, width=look.width + 0.5 / zoom)
        return msgspec.structs.replace(element, style=wide)

    for fault in (moved, wider):
        faulty = reference.picture([fault(element) for element in reference.strokes(style)], percent)
        assert not is_alike(pixels(faulty), kept(style, percent))
