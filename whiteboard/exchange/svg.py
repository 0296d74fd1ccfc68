"""SVG: one page as a drawing that browsers and Inkscape open, and that can carry the board inside."""

from __future__ import annotations

import base64
import re
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TextIO

from PySide6.QtGui import QPainter

from whiteboard.model.element import STROKE
from whiteboard.render import picture_source
from whiteboard.render.page_image import paint_elements

from . import svg_ink, vector_paper
from .album import Album
from .progress import Report, Steps, silent
from .sheet import Export
from .svg_device import SvgDevice

SHARPNESS = 2.0
"""Ink is made for this zoom, and pictures are this many pixels a board unit wide at most."""

BOARD = "whiteboard"
_BOARD = re.compile(rb'<metadata id="whiteboard">([A-Za-z0-9+/=\s]*)</metadata>')


def write(file: TextIO, export: Export, *, scale: float = 1.0, board: bytes = b"", report: Report = silent) -> None:
    """Write the first sheet, and within it `board`, the bytes of its `.whiteboard` file."""
    sheet = export.sheets[0]
    box = sheet.box
    steps = Steps(len(sheet.elements), report)
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{box.width * scale:g}" height="{box.height * scale:g}" '
        f'viewBox="{box.left:g} {box.top:g} {box.width:g} {box.height:g}">\n'
    )
    file.write(f"<title>{escape(export.title)}</title>\n")
    if board:
        file.write(f'<metadata id="{BOARD}">{base64.b64encode(board).decode()}</metadata>\n')
    device = SvgDevice(file.write, box.width, box.height)
    with picture_source.using(Album(export.picture)), QPainter(device) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        vector_paper.paint(painter, box, sheet.page.paper)
        for is_ink, run in groupby(sheet.elements, key=lambda element: element.kind == STROKE):
            for batch in steps.batches(run):
                if is_ink:
                    svg_ink.write(file.write, batch, SHARPNESS)
                else:
                    paint_elements(painter, batch, SHARPNESS)
    file.write("</svg>\n")


def board_in(path: Path, limit: int = 256 * 1024 * 1024) -> bytes | None:
    """The `.whiteboard` file that an SVG carries; None if it carries none. OSError as it comes."""
    with path.open("rb") as file:
        found = _BOARD.search(file.read(limit))
    return base64.b64decode(found[1]) if found is not None else None
