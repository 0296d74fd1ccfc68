"""The command line of the app: `whiteboard [FILE | LINK] [--join LINK] [--name NAME] [--data DIR] [--size WxH]`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from whiteboard.protocol.identity import person_name
from whiteboard.protocol.link import BadLink, Link, is_link, parse_link
from whiteboard.version import VERSION

DEFAULT_SIZE = (1280, 800)
SMALLEST, LARGEST = 320, 16_384


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for: at most one of `file` and `link`; sizes in pixels."""

    file: Path | None
    link: Link | None
    name: str
    data: Path | None
    size: tuple[int, int]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def parse(arguments: Sequence[str] | None = None) -> Options:
    """The options of a command line (None: the process's own); exits with a sentence and code 2 if they are bad."""
    parser = _Parser(
        prog="whiteboard",
        usage="%(prog)s [FILE | LINK] [--join LINK] [--name NAME] [--data DIR] [--size WxH]",
        description="Draw on a board, alone or together with everybody on the network.",
        epilog="Without a window: whiteboard watch, draw, doctor, export and import; each with --help.",
    )
    add = parser.add_argument
    add("board", nargs="?", metavar="FILE | LINK", help="a .whiteboard file to open, or a link to a board to join")
    add("--join", type=_link, metavar="LINK", help="go straight onto the board at this link")
    add("--name", type=_name, metavar="NAME", help="your name, as the others see it")
    add("--data", type=Path, metavar="DIR", help="keep everything there (default: this user's data folder)")
    add("--size", type=_size, default=DEFAULT_SIZE, metavar="WxH", help="size of the window, like 1280x800")
    add("--version", action="version", version=f"whiteboard {VERSION}")
    given = parser.parse_args(arguments)
    link: Link | None = given.join
    file: Path | None = None
    if given.board is not None:
        if link is not None:
            parser.error("give either a file or link, or --join, not both")
        try:
            link = _link(given.board) if is_link(given.board) else None
        except argparse.ArgumentTypeError as error:
            parser.error(str(error))
        file = Path(given.board) if link is None else None
    if file is not None and not file.is_file():
        parser.error(f"there is no file {file}")
    if given.data is not None and given.data.exists() and not given.data.is_dir():
        parser.error(f"{given.data} is not a folder")
    return Options(file and file.resolve(), link, given.name or "", given.data, given.size)


def _link(text: str) -> Link:
    try:
        return parse_link(text)
    except BadLink as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a link to a board: {error}") from None


def _name(text: str) -> str:
    name = person_name(text)
    if not name:
        raise argparse.ArgumentTypeError("a name needs at least one visible character")
    return name


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})[xX](\d{1,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size: write it like 1280x800")
    width, height = int(match[1]), int(match[2])
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise argparse.ArgumentTypeError(f"{text} is not a size a window can have")
    return width, height
