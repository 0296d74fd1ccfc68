"""What the bytes of a picture claim to be, read from their first few: nothing is decoded.

Both ends ask this before they keep or show an asset, so a small file that unpacks to an enormous picture stays outside.
PNG (W3C PNG, 11.2.2), JPEG (ITU-T T.81, B.2.2) and WebP (RFC 9649, 2.5 to 2.7) are taken.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from whiteboard.model.content import AssetId
from whiteboard.words import t

from .limits import MAX_ASSET_BYTES, MAX_ASSET_PIXELS, MAX_ASSET_SIDE

PNG, JPEG, WEBP = "image/png", "image/jpeg", "image/webp"
TYPES: tuple[str, ...] = (PNG, JPEG, WEBP)


class BadPicture(ValueError):
    """The bytes are no picture that a board takes; the text says why, for a person to read."""


class Picture(NamedTuple):
    """A picture's type of media, and its size in pixels."""

    type: str
    width: int
    height: int


def asset_id(data: bytes) -> AssetId:
    return AssetId(hashlib.sha256(data).hexdigest())


def picture_of(data: bytes) -> Picture:
    """What the bytes are; BadPicture if they are nothing that a board takes, or too large."""
    if len(data) > MAX_ASSET_BYTES:
        raise BadPicture(t("The picture has more than {size} MB.").format(size=MAX_ASSET_BYTES // 1024 // 1024))
    picture = _png(data) or _jpeg(data) or _webp(data)
    if picture is None:
        raise BadPicture(t("This is not a PNG, JPEG or WebP picture."))
    if picture.width < 1 or picture.height < 1:
        raise BadPicture(t("The picture is empty."))
    if max(picture.width, picture.height) > MAX_ASSET_SIDE or picture.width * picture.height > MAX_ASSET_PIXELS:
        raise BadPicture(
            t("The picture is too large: {width} by {height} pixels.").format(
                width=picture.width, height=picture.height
            )
        )
    return picture


def _png(data: bytes) -> Picture | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return Picture(PNG, int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))


def _jpeg(data: bytes) -> Picture | None:
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # start of a frame
            return Picture(JPEG, int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7]))
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _webp(data: bytes) -> Picture | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            width, height = int.from_bytes(data[26:28], "little"), int.from_bytes(data[28:30], "little")
            return Picture(WEBP, width & 0x3FFF, height & 0x3FFF)
        case b"VP8L" if data[20] == 0x2F:
            bits = int.from_bytes(data[21:25], "little")
            return Picture(WEBP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8X":
            return Picture(WEBP, int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
        case _:
            return None
