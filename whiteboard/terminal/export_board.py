"""`whiteboard export FILE OUT`: a board as a picture or document, without a window."""

from __future__ import annotations

import argparse
import os
import signal
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from whiteboard.exchange.errors import Cancelled, CannotExport, CannotImport
from whiteboard.model.content import AssetId
from whiteboard.model.element import ElementId
from whiteboard.protocol.pictures import asset_id

from . import arguments
from .screen import INTERRUPTED, complain, plain, say

DESCRIPTION = """\
Makes a PNG, SVG, PDF or JSON file of a .whiteboard file: which one, the name of OUT says. No screen is needed.
A PDF has one page for each page of the board, drawn as lines and letters. PNG and SVG show one page, and carry
the board inside, so that Whiteboard can open them again."""

EPILOG = """\
exit code:
  0  OUT is there
  1  it is not; a sentence says why
  2  the command line is wrong

examples:
  whiteboard export physics.whiteboard physics.pdf
  whiteboard export physics.whiteboard figure.png --page 3 --scale 4
  whiteboard export physics.whiteboard figure.svg --selection 4hK0uTe2VbA,9QzmWc7RfLx"""

USAGE = "FILE OUT.(png|svg|pdf|json) [--page N] [--scale S] [--selection IDS] [--plain]"

SMALLEST_SCALE, LARGEST_SCALE = 0.001, 1000.0


def main(given: Sequence[str]) -> int:
    parser = arguments.parser("export", USAGE, DESCRIPTION, EPILOG)
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="a .whiteboard file, or a PNG or SVG with a board inside")
    add("out", type=Path, metavar="OUT", help="what to write: a name that ends in .png, .svg, .pdf or .json")
    add("--page", type=_count, metavar="N", help="only this page, counted from 1")
    add("--scale", type=_scale, metavar="S", help="pixels a board unit (PNG: 2), or size of the SVG (1)")
    add("--selection", type=_ids, metavar="IDS", help="only these elements: their ids, with commas between them")
    add("--plain", action="store_true", help="leave the board out of a PNG or SVG")
    options = parser.parse_args(given)
    if options.scale is not None and options.out.suffix.lower() in (".pdf", ".json"):
        parser.error("--scale is for .png and .svg: a PDF is sharp in any size")
    try:
        _export(options)
    except Cancelled:
        complain("whiteboard export: Stopped.")
        return INTERRUPTED
    except (CannotExport, CannotImport) as error:
        complain(f"whiteboard export: {plain(str(error), 600)}")
        return 1
    except OSError as error:
        complain(f"whiteboard export: {error.filename or options.out}: {error.strerror or error}.")
        return 1
    say(str(options.out))
    return 0


def _export(options: Namespace) -> None:
    """Write the file, and say what is to be said of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from whiteboard.exchange import export, importing
    from whiteboard.exchange.sheet import prepared

    pictures: dict[AssetId, bytes] = {}

    def keep(data: bytes) -> None:
        pictures[asset_id(data)] = data

    board = importing.own_board(options.file, keep)
    application = QGuiApplication.instance() or QGuiApplication([])
    chosen = prepared(board.title, board.document, pictures.get, page=options.page, selection=options.selection)
    wishes = export.Wishes(options.scale, not options.plain)
    with _Interrupt() as interrupt:
        hint = export.write(options.out, chosen, wishes, interrupt.report)
    del application
    for sentence in (*board.lost, hint):
        if sentence:
            complain(f"whiteboard export: {sentence}")


class _Interrupt:
    """Ctrl+C is heard between two steps: an exception in the middle of Qt's painting would be lost in there."""

    def __init__(self) -> None:
        self._told = False

    def __enter__(self) -> _Interrupt:
        self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def report(self, done: int, total: int) -> None:
        """A `Report`; raises Cancelled after Ctrl+C."""
        if self._told:
            raise Cancelled

    def _hear(self, *_: object) -> None:
        self._told = True


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10**6):
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of a page")
    return int(text)


def _scale(text: str) -> float:
    number = arguments.positive(text)
    if not SMALLEST_SCALE <= number <= LARGEST_SCALE:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a scale: give a number from {SMALLEST_SCALE:g} to {LARGEST_SCALE:g}"
        )
    return number


def _ids(text: str) -> tuple[ElementId, ...]:
    ids = tuple(ElementId(id.strip()) for id in text.split(",") if id.strip())
    if not ids:
        raise argparse.ArgumentTypeError("give the ids of elements, with commas between them")
    return ids
