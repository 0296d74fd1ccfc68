"""PNG: a picture of one page, which can carry the board inside and be opened again."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from whiteboard.render import picture_source
from whiteboard.render.page_image import paint_elements
from whiteboard.render.paper import paint_paper
from whiteboard.words import t

from .album import Album
from .errors import CannotExport
from .progress import Report, Steps, silent
from .sheet import Export, Sheet

SCALE = 2.0
MAX_PIXELS = 100_000_000
MAX_SIDE = 32_000
BOARD = b"wbRd"
"""The chunk with a `.whiteboard` file: ancillary, private, safe to copy (PNG, 4.7.2)."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def write(file: BinaryIO, export: Export, *, scale: float = SCALE, board: bytes = b"", report: Report = silent) -> None:
    """Write the first sheet with `scale` pixels a board unit, and with `board`, the bytes of its `.whiteboard` file."""
    image = painted(export, export.sheets[0], scale, report)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
    data = bytes(buffer.data().data())
    head = len(_SIGNATURE) + 25  # the chunk IHDR comes first
    file.write(data[:head])
    if board:
        file.write(_chunk(BOARD, board))
    file.write(data[head:])


def painted(export: Export, sheet: Sheet, scale: float, report: Report = silent) -> QImage:
    """The picture of a sheet; CannotExport if it would be too large."""
    box = sheet.box
    width, height = max(1.0, box.width * scale), max(1.0, box.height * scale)
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise CannotExport(
            t(
                "The picture would have {width} by {height} pixels, which is too many. Choose a smaller "
                "scale, or export as PDF or SVG."
            ).format(width=f"{width:.6g}", height=f"{height:.6g}")
        )
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    steps = Steps(len(sheet.elements), report)
    with picture_source.using(Album(export.picture)), QPainter(image) as painter:
        corner = round(box.left * scale), round(box.top * scale)
        paint_paper(painter, image.rect(), corner, scale, sheet.page.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-box.left, -box.top)
        for batch in steps.batches(sheet.elements):
            paint_elements(painter, batch, scale)
    return image


def board_in(path: Path) -> bytes | None:
    """The `.whiteboard` file that a PNG carries; None if it carries none, or is none. OSError as it comes."""
    with path.open("rb") as file:
        if file.read(len(_SIGNATURE)) != _SIGNATURE:
            return None
        for kind, length in _chunks(file):
            if kind == BOARD:
                data = file.read(length)
                check = file.read(4)
                return data if check == struct.pack(">I", zlib.crc32(BOARD + data)) else None
            file.seek(length + 4, 1)
    return None


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        yield kind, length


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
