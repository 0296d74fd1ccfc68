"""What people drop on a board becomes a picture that everybody can see, or is refused in words."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtGui import QImage

from tests.protocol.test_pictures import drawn
from whiteboard.protocol.limits import MAX_ASSET_BYTES
from whiteboard.protocol.pictures import BadPicture, picture_of
from whiteboard.render.picture_import import from_image, ready

pytestmark = pytest.mark.usefixtures("qapp")

GIF = bytes.fromhex(
    "47494638396102000200800000ff0000ffffff2c00000000020002000002028451002c000000000200020000020284 51003b"
)
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><rect width='40' height='20' fill='red'/></svg>"


@pytest.mark.parametrize("format", ["png", "jpeg", "webp"])
def test_common_pictures_are_taken_as_they_are(format: str) -> None:
    data = drawn(format, 60, 30)
    taken = ready(data)
    assert (taken.data, taken.type, taken.width, taken.height) == (data, f"image/{format}", 60, 30)


@pytest.mark.parametrize("format", ["bmp", "ppm"])
def test_others_become_png(format: str) -> None:
    assert picture_of(ready(drawn(format, 60, 30)).data) == ("image/png", 60, 30)


def test_of_a_gif_the_first_frame_is_taken() -> None:
    taken = ready(GIF)
    assert QImage.fromData(taken.data).pixelColor(0, 0).name() == "#ff0000"


def test_a_drawing_in_svg_becomes_a_sharp_picture_of_its_own_size() -> None:
    taken = ready(SVG)
    assert (taken.width, taken.height) == (40, 20)
    assert picture_of(taken.data) == ("image/png", 2048, 1024)
    assert QImage.fromData(taken.data).pixelColor(1000, 500).name() == "#ff0000"


def test_an_image_of_the_clipboard_is_taken() -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    image.fill(0)
    assert picture_of(from_image(image).data) == ("image/png", 10, 10)
    with pytest.raises(BadPicture):
        from_image(QImage())


def test_what_cannot_be_seen_is_refused_in_words() -> None:
    bomb = bytearray(drawn("png"))
    bomb[16:24] = struct.pack(">II", 60_000, 60_000)
    deep = b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 600_000
    for data in (b"", b"hello", bytes(bomb), drawn("png")[:60], bytes(MAX_ASSET_BYTES + 1), b"GIF89a", deep):
        with pytest.raises(BadPicture):
            ready(data)
