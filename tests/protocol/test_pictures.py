"""What a picture claims to be is read from its first bytes; what is none, or enormous, stays outside."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from whiteboard.protocol.limits import MAX_ASSET_BYTES
from whiteboard.protocol.pictures import BadPicture, Picture, picture_of


def drawn(format: str, width: int = 37, height: int = 21) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, format)  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
    return bytes(buffer.data().data())


@pytest.mark.parametrize("format", ["png", "jpeg", "webp"])
def test_type_and_size_are_read_as_qt_writes_them(format: str) -> None:
    assert picture_of(drawn(format)) == Picture(f"image/{format}", 37, 21)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480), (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0" + b"\x7f\x02\0" + b"\xdf\x01\0", (640, 480)),
    ],
)
def test_the_other_kinds_of_webp_are_read(head: bytes, size: tuple[int, int]) -> None:
    assert picture_of(head) == Picture("image/webp", *size)


def test_a_small_file_that_claims_to_be_enormous_is_refused() -> None:
    bomb = bytearray(drawn("png"))
    bomb[16:24] = struct.pack(">II", 60_000, 60_000)
    with pytest.raises(BadPicture, match="too large"):
        picture_of(bytes(bomb))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(BadPicture):
        picture_of(data)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(BadPicture, match="16 MB"):
        picture_of(drawn("png") + bytes(MAX_ASSET_BYTES))


@given(st.sampled_from([drawn("png"), drawn("jpeg"), drawn("webp")]), st.data())
def test_damaged_pictures_are_refused_or_measured_and_nothing_else(whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(data.draw(st.integers(0, 4))):
        if damaged:
            damaged[data.draw(st.integers(0, min(len(damaged) - 1, 64)))] = data.draw(st.integers(0, 255))
    try:
        picture = picture_of(bytes(damaged))
    except BadPicture:
        return
    assert picture.width * picture.height <= 50_000_000
