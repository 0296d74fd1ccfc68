"""Files of many kinds into a board: which kind, their name and their first bytes say."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from whiteboard.files import portable
from whiteboard.files.pdf import CannotReadPdf, PdfPages
from whiteboard.model.content import Content
from whiteboard.model.document import Document
from whiteboard.model.element import PAGE, Element, ElementId, Geometry
from whiteboard.model.elements.image import image
from whiteboard.protocol.pictures import PNG, BadPicture, asset_id
from whiteboard.render import picture_import
from whiteboard.words import t

from . import drawing, excalidraw, png, svg, xopp
from .errors import CannotImport
from .intake import Intake, KeepPicture

MAX_BYTES = 512 * 1024 * 1024
UNITS_PER_POINT = 96 / 72

BOARD_ENDINGS: tuple[str, ...] = (portable.SUFFIX, ".excalidraw", ".xopp")
"""Files that are a board of their own; pictures and PDFs can also be put on one that is there."""

ENDINGS: tuple[str, ...] = (*BOARD_ENDINGS, ".pdf", *picture_import.ENDINGS)


@dataclass(frozen=True, slots=True)
class Taken:
    """A board from a file. `lost` are sentences about what could not be taken over."""

    title: str
    document: Document
    lost: tuple[str, ...] = ()


def taken(path: Path, keep: KeepPicture, new_id: Callable[[], str]) -> Taken:
    """The board that a file holds, or makes; `keep` is given its pictures. CannotImport, or OSError for the file.

    Takes a while: call it in a thread. A PDF is painted by a child process.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise CannotImport(
            t("{name}: files that end in {endings} can be imported.").format(name=path.name, endings=", ".join(ENDINGS))
        )
    if path.stat().st_size > MAX_BYTES:
        raise CannotImport(t("{name} is larger than {size} MB.").format(name=path.name, size=MAX_BYTES // 1024 // 1024))
    inside = board_inside(path)
    if ending == portable.SUFFIX or inside is not None:
        return _board(path, inside, keep)
    intake = Intake(new_id)
    try:
        match ending:
            case ".excalidraw":
                excalidraw.read(path.read_bytes(), intake, keep)
            case ".xopp":
                xopp.read(path.read_bytes(), intake, keep)
            case ".svg":
                drawing.read(path.read_bytes(), intake, keep)
            case ".pdf":
                _read_pdf(path, intake, keep)
            case _:
                _read_picture(path, intake, keep)
    except (BadPicture, CannotReadPdf, CannotImport) as error:
        raise CannotImport(f"{path.name}: {error}") from None
    return Taken(path.stem[:80], intake.document(), _told(intake))


def own_board(path: Path, keep: KeepPicture) -> Taken:
    """The board in a `.whiteboard` file, or within a PNG or SVG that Whiteboard made. CannotImport, or OSError."""
    return _board(path, board_inside(path), keep)


def board_inside(path: Path) -> bytes | None:
    """The `.whiteboard` file that a picture carries; None if it carries none. OSError."""
    match path.suffix.lower():
        case ".png":
            return png.board_in(path)
        case ".svg":
            return svg.board_in(path)
        case _:
            return None


def _board(path: Path, inside: bytes | None, keep: KeepPicture) -> Taken:
    try:
        if inside is None:
            board = portable.read(path, keep)
        else:
            board = portable.parse(io.BytesIO(inside), path.name, keep)
    except portable.CannotRead as error:
        raise CannotImport(str(error)) from None
    return Taken(board.title, board.document, (board.lost,) if board.lost else ())


def _read_pdf(path: Path, intake: Intake, keep: KeepPicture) -> None:
    for page in PdfPages(path):
        keep(page.png)
        parent = ElementId("")
        if page.number > 1:
            parent = intake.new_id()
            intake.take(
                Element(
                    id=parent, kind=PAGE, geometry=Geometry(0.0, 0.0), order=intake.order(), content=Content(paper="")
                )
            )
        w, h = page.width * UNITS_PER_POINT, page.height * UNITS_PER_POINT
        place = Geometry(0.0, 0.0, w, h, 0.0, parent)
        intake.take(image(intake.new_id(), asset_id(page.png), PNG, place, intake.order(), lock=True))


def _read_picture(path: Path, intake: Intake, keep: KeepPicture) -> None:
    ready = picture_import.ready(path.read_bytes())
    keep(ready.data)
    place = Geometry(0.0, 0.0, ready.width, ready.height)
    intake.take(image(intake.new_id(), asset_id(ready.data), ready.type, place, intake.order()))


def _told(intake: Intake) -> tuple[str, ...]:
    """What was left out, most of it first."""
    return tuple(
        t("Not taken over: {what}.").format(what=what)
        if count == 1
        else t("Not taken over, {count} times: {what}.").format(count=count, what=what)
        for what, count in intake.left_out.most_common()
    )
