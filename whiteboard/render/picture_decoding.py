"""From the bytes of a picture to pixels: upright, never larger than asked for, and never larger than a board takes."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from whiteboard.protocol.pictures import BadPicture, picture_of
from whiteboard.words import t

MAX_SIDE_PX = 4096
"""No side of a picture gets more pixels in memory: it would fill a classroom screen twice over."""


def natural_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as it is to be seen: a camera may have noted that it was held upright. BadPicture."""
    picture = picture_of(data)
    buffer = _buffer(data)  # the reader does not keep it alive
    turned = bool(_reader(buffer).transformation().value & _TURNED)
    return (picture.height, picture.width) if turned else (picture.width, picture.height)


def decoded(data: bytes, width_px: int = MAX_SIDE_PX) -> QImage:
    """The picture, about `width_px` wide if it is wider; BadPicture if it cannot be read."""
    width, height = natural_size(data)
    buffer = _buffer(data)
    reader = _reader(buffer)
    shrink = min(1.0, max(width_px, 1) / width, MAX_SIDE_PX / max(width, height))
    if shrink < 1:
        stored = reader.size()
        reader.setScaledSize(
            QSize(max(1, math.ceil(stored.width() * shrink)), max(1, math.ceil(stored.height() * shrink)))
        )
    image = reader.read()
    if image.isNull():
        raise BadPicture(t("The picture is damaged ({error}).").format(error=reader.errorString()))
    opaque = not image.hasAlphaChannel()
    return image.convertToFormat(QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied)


_TURNED = 4
"""The bit of QImageIOHandler.Transformation that stands for a quarter turn."""


def _buffer(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _reader(buffer: QBuffer) -> QImageReader:
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader
