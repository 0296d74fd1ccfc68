"""The server's command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whiteboard.protocol.code import ALPHABET, typed
from whiteboard.protocol.identity import board_name
from whiteboard.protocol.limits import DEFAULT_PORT
from whiteboard.version import VERSION

_HOSTNAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,252}")
SHORTEST_CODE = 4
LONGEST_CODE = 32
LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for. `code`: None keeps each board's own, "" lets everybody in."""

    host: str
    port: int
    data: Path | None
    boards: tuple[str, ...]
    code: str | None
    announce: bool
    announce_as: str
    log_level: str
    parent_pipe: bool
    names: tuple[str, ...]
    guests: bool
    tls: bool


def parse(arguments: Sequence[str] | None = None) -> Options:
    """The options of a command line (None: the process's own); exits with a sentence if they are not valid."""
    parser = argparse.ArgumentParser(
        prog="whiteboard-server", description="Host shared whiteboards on this machine, without a screen."
    )
    add = parser.add_argument
    add("--host", default="0.0.0.0", metavar="ADDR", help="address to listen on (default: all, the whole LAN)")
    add("--port", type=_port, default=DEFAULT_PORT, metavar="N", help=f"default {DEFAULT_PORT}; 0 picks a free one")
    add("--data", type=Path, metavar="DIR", help="where boards are kept (default: this user's data folder)")
    add("--board", type=_board, action="append", default=[], metavar="NAME", help="a board to serve; may be repeated")
    codes = parser.add_mutually_exclusive_group()
    codes.add_argument("--code", type=_code, metavar="CODE", help="join code of all boards (default: one each, kept)")
    codes.add_argument("--open", action="store_true", help="let everybody in who reaches this machine, without a code")
    add(
        "--hostname",
        type=_name,
        action="append",
        default=[],
        metavar="NAME",
        help="a DNS name by which others call this machine; may be repeated",
    )
    plain = parser.add_mutually_exclusive_group()
    plain.add_argument(
        "--guests",
        action="store_true",
        help="let in browsers and other programs that do not encrypt (whoever is in the network can read along)",
    )
    plain.add_argument(
        "--no-tls",
        action="store_true",
        help="encrypt and announce nothing: for a proxy on this machine that has a certificate",
    )
    add("--no-announce", action="store_true", help="do not announce the boards on the network")
    add("--announce-as", default="", metavar="NAME", help=argparse.SUPPRESS)  # whoever shares from their app
    add("--log-level", type=str.lower, choices=LEVELS, default="info", metavar="L", help="|".join(LEVELS))
    add("--parent-pipe", action="store_true", help=argparse.SUPPRESS)  # stop when standard input closes
    add("--version", action="version", version=f"whiteboard-server {VERSION}")
    given = parser.parse_args(arguments)
    return Options(
        host=given.host,
        port=given.port,
        data=given.data,
        boards=tuple(dict.fromkeys(given.board)),
        code="" if given.open else given.code,
        announce=not (given.no_announce or given.no_tls),
        announce_as=given.announce_as,
        log_level=given.log_level,
        parent_pipe=given.parent_pipe,
        names=tuple(given.hostname),
        guests=given.guests or given.no_tls,
        tls=not given.no_tls,
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number from 0 to 65535")
    return int(text)


def _name(text: str) -> str:
    if not _HOSTNAME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a name like boards.school.example")
    return text.lower()


def _board(text: str) -> str:
    name = board_name(text)
    if not name:
        raise argparse.ArgumentTypeError("a board's name needs at least one visible character")
    return name


def _code(text: str) -> str:
    code = typed(text)
    if not SHORTEST_CODE <= len(code) <= LONGEST_CODE or not set(code) <= set(ALPHABET):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a join code: use {SHORTEST_CODE} to {LONGEST_CODE} digits and letters, but no U"
        )
    return code
