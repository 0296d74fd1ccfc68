"""What the commands' arguments have in common."""

from __future__ import annotations

import argparse
import math
from typing import NoReturn

from whiteboard.protocol.identity import person_name
from whiteboard.protocol.link import BadLink, Link, parse_link


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def parser(command: str, usage: str, description: str, epilog: str = "") -> Parser:
    return Parser(
        prog=f"whiteboard {command}",
        usage=f"%(prog)s {usage}",
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def add_joining(parser: argparse.ArgumentParser, name: str) -> None:
    """The link and how to be there."""
    parser.add_argument("link", type=link, metavar="LINK", help="the board, as the app shows it under Share")
    parser.add_argument("--name", type=named, default=name, help=f"the name that the others see (default: {name})")
    parser.add_argument(
        "--wait",
        type=positive,
        default=0.0,
        metavar="SECONDS",
        help="go on trying for so long if the board is not there yet",
    )


def link(text: str) -> Link:
    try:
        return parse_link(text)
    except BadLink as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a link to a board: {error}") from None


def named(text: str) -> str:
    name = person_name(text)
    if not name:
        raise argparse.ArgumentTypeError("a name needs at least one visible character")
    return name


def positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and number > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return number


def port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number from 1 to 65535")
    return int(text)
