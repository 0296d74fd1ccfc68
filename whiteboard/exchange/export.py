"""A board into a file of another kind: which kind, its name says."""

from __future__ import annotations

import errno
import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QFile, QIODevice

from whiteboard.files import portable
from whiteboard.files.whole_file import whole_file
from whiteboard.words import t

from . import board_json, pdf, png, svg
from .errors import CannotExport
from .progress import Report, silent
from .sheet import Export

ENDINGS: tuple[str, ...] = (".png", ".svg", ".pdf", ".json")

_PDF_END = b"%%EOF\n"


@dataclass(frozen=True, slots=True)
class Wishes:
    """`scale` in pixels a board unit, None as usual for the kind; `carries`: a PNG or SVG has the board inside."""

    scale: float | None = None
    carries: bool = True


AS_USUAL = Wishes()


def write(path: Path, export: Export, wishes: Wishes = AS_USUAL, report: Report = silent) -> str:
    """Write the file, whole or not at all; returns what the person should know of it, "" for nothing.

    CannotExport, OSError, and whatever `report` raises.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise CannotExport(
            t("{name}: choose a name that ends in {endings} or {last}.").format(
                name=path.name, endings=", ".join(ENDINGS[:-1]), last=ENDINGS[-1]
            )
        )
    with whole_file(path, backup=False) as file:
        match ending:
            case ".png":
                png.write(file, export, scale=wishes.scale or png.SCALE, board=_board(export, wishes), report=report)
            case ".svg":
                text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
                svg.write(text, export, scale=wishes.scale or 1.0, board=_board(export, wishes), report=report)
                text.flush()
                text.detach()
            case ".pdf":
                device = QFile()
                device.open(file.fileno(), QIODevice.OpenModeFlag.WriteOnly)
                pdf.write(device, export, report=report)
                device.flush()
                _check_pdf(file)
            case _:
                board_json.write(file, export, report=report)
    if ending in (".png", ".svg") and len(export.sheets) > 1:
        return t("This is page 1 of {count}. A PDF has all of them.").format(count=len(export.sheets))
    return ""


def _check_pdf(file: BinaryIO) -> None:
    """OSError if not all was written: Qt forgets why, and that a part of it was not (6.11)."""
    os.lseek(file.fileno(), -min(len(_PDF_END), os.fstat(file.fileno()).st_size), os.SEEK_END)
    if os.read(file.fileno(), len(_PDF_END)) != _PDF_END:
        file.write(_PDF_END)
        file.flush()  # says why
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _board(export: Export, wishes: Wishes) -> bytes:
    """The `.whiteboard` file of what a picture shows."""
    if not wishes.carries:
        return b""
    file = io.BytesIO()
    portable.dump(file, export.title, Export(export.title, export.sheets[:1], export.picture).document, export.picture)
    return file.getvalue()
