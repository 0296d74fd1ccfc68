"""`whiteboard import IN OUT.whiteboard`: a board of another program's file, without a window."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from whiteboard import interrupt
from whiteboard.exchange.errors import CannotImport
from whiteboard.files import portable
from whiteboard.model.content import AssetId
from whiteboard.model.element import element_id
from whiteboard.protocol.pictures import asset_id

from . import arguments
from .sayings import counted
from .screen import INTERRUPTED, complain, plain, say

DESCRIPTION = """\
Makes a .whiteboard file of a file of another program: .excalidraw, .xopp (Xournal++), .svg (shapes, paths, text,
pictures), .pdf (one page each, as a locked background), and pictures. A PNG or SVG that Whiteboard exported opens
as the board that it was. What cannot be taken over is listed."""

EPILOG = """\
exit code:
  0  OUT is there (what is listed could not be taken over)
  1  it is not; a sentence says why
  2  the command line is wrong"""


MOST_SENTENCES = 30


def main(given: Sequence[str]) -> int:
    parser = arguments.parser("import", "IN OUT.whiteboard", DESCRIPTION, EPILOG)
    parser.add_argument("source", type=Path, metavar="IN", help="the file to import")
    parser.add_argument("out", type=Path, metavar="OUT", help="the board to write: a name that ends in .whiteboard")
    options = parser.parse_args(given)
    if options.out.suffix.lower() != portable.SUFFIX:
        parser.error(f"{options.out}: choose a name that ends in {portable.SUFFIX}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from whiteboard.exchange.importing import taken

    pictures: dict[AssetId, bytes] = {}

    def keep(data: bytes) -> None:
        pictures[asset_id(data)] = data

    interrupt.is_heard()
    try:
        application = QGuiApplication.instance() or QGuiApplication([])
        board = taken(options.source, keep, lambda: element_id(secrets.randbits(64)))
        portable.write(options.out, board.title, board.document, pictures.get)
        del application
    except KeyboardInterrupt:
        complain("whiteboard import: Stopped.")
        return INTERRUPTED
    except CannotImport as error:
        complain(f"whiteboard import: {plain(str(error), 600)}")
        return 1
    except OSError as error:
        complain(f"whiteboard import: {error.filename or options.source}: {error.strerror or error}.")
        return 1
    for sentence in board.lost[:MOST_SENTENCES]:
        complain(plain(sentence))
    if len(board.lost) > MOST_SENTENCES:
        complain(f"... and {len(board.lost) - MOST_SENTENCES} more kinds of things.")
    say(f"{options.out}: {counted(len(board.document), 'element')}")
    return 0
