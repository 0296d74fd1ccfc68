"""What other programs put on the clipboard or let drop here, and which part of it a board takes."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QTextDocumentFragment

SVG = "image/svg+xml"
_SVG_BEGINNINGS = ("<svg", "<?xml")
_IMAGE_WITHIN = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']data:image/[\w.+-]+;base64,([^"']+)["']""", re.IGNORECASE)
_PICTURE_SIGN = "\ufffc"
"""What Qt writes in place of a picture."""


def is_useful(data: QMimeData) -> bool:
    """Whether there is anything for a board."""
    return data.hasUrls() or data.hasImage() or data.hasText() or data.hasHtml() or data.hasFormat(SVG)


def files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def drawing(data: QMimeData) -> bytes:
    """A drawing in SVG, or nothing."""
    text = data.text()
    plain = text.encode() if text.lstrip().startswith(_SVG_BEGINNINGS) else b""
    return bytes(data.data(SVG).data()) or plain


def words(data: QMimeData) -> str:
    """Text, or nothing: a picture's address is none."""
    if data.hasUrls() and data.hasImage():
        return ""
    if data.hasText():
        return data.text()
    return QTextDocumentFragment.fromHtml(data.html()).toPlainText().replace(_PICTURE_SIGN, "")


def image(data: QMimeData) -> QImage | None:
    """A picture in memory, also one that is written into a page."""
    if data.hasImage():
        return cast("QImage", data.imageData())
    within = _IMAGE_WITHIN.search(data.html())
    if within is None:
        return None
    try:
        found = QImage.fromData(base64.b64decode(within[1], validate=False))
    except binascii.Error:
        return None
    return None if found.isNull() else found
