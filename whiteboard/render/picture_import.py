"""Pictures from files, the clipboard and other programs, made into what a board takes.

PNG, JPEG and WebP are taken as they are; what else Qt can read (SVG, the first frame of a GIF, BMP ...) becomes PNG.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from whiteboard.protocol.limits import MAX_ASSET_BYTES, MAX_ASSET_PIXELS
from whiteboard.protocol.pictures import TYPES, BadPicture, picture_of
from whiteboard.words import t

from .picture_decoding import decoded, natural_size

SVG_SIDE_PX = 2048
"""The longer side of a drawing that has no pixels of its own."""

MAX_SVG_BYTES = 2 * 1024 * 1024
ENDINGS: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".bmp", ".tif", ".tiff")
"""How the names of files with pictures end."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture that a board takes: its bytes, their type, and its natural size in board units."""

    data: bytes
    type: str
    width: float
    height: float


def ready(data: bytes) -> Ready:
    """The picture in these bytes; BadPicture says in words why not. Takes a moment: call it in a thread."""
    if len(data) > MAX_ASSET_BYTES:
        raise BadPicture(t("The picture has more than {size} MB.").format(size=MAX_ASSET_BYTES // 1024 // 1024))
    try:
        type = picture_of(data).type
    except BadPicture:
        if _is_ours(data):
            raise
        return _read_other(data)
    width, height = natural_size(data)
    decoded(data, 64)  # damaged ones are refused here, not on everybody's screen
    return Ready(data, type, float(width), float(height))


def from_image(image: QImage) -> Ready:
    """An image that is in memory already, for example from the clipboard."""
    if image.isNull() or image.width() * image.height() > MAX_ASSET_PIXELS:
        raise BadPicture(t("The picture is empty or too large."))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
    data = bytes(buffer.data().data())
    if len(data) > MAX_ASSET_BYTES:
        raise BadPicture(t("The picture has more than {size} MB.").format(size=MAX_ASSET_BYTES // 1024 // 1024))
    return Ready(data, TYPES[0], float(image.width()), float(image.height()))


def _is_ours(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _read_other(data: bytes) -> Ready:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    is_svg = bytes(reader.format().data()) in (b"svg", b"svgz")
    if is_svg:
        if len(data) > MAX_SVG_BYTES or data.startswith(b"\x1f\x8b"):
            raise BadPicture(t("This SVG drawing is too large."))
        longer = max(size.width(), size.height(), 1)
        share = SVG_SIDE_PX / longer
        reader.setScaledSize(QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share))))
    elif size.isValid() and size.width() * size.height() > MAX_ASSET_PIXELS:
        raise BadPicture(
            t("The picture is too large: {width} by {height} pixels.").format(width=size.width(), height=size.height())
        )
    image = reader.read()
    if image.isNull():
        raise BadPicture(t("This is not a picture that can be read."))
    made = from_image(image)
    if is_svg:  # it has more pixels than it is large, to be sharp from near
        return replace(made, width=float(size.width()), height=float(size.height()))
    return made
