"""`whiteboard draw LINK --svg FILE`: puts a drawing on a board."""

from __future__ import annotations

import argparse
import math
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from whiteboard.client import BadStroke, BoardClient, CannotJoin, NotTaken
from whiteboard.model.points import MAX_POINTS
from whiteboard.model.style import COLORS, MAX_WIDTH, Style
from whiteboard.svg.paint import color as color_of
from whiteboard.svg.reader import MAX_BYTES, BadSvg, Line, Picture, picture

from . import arguments
from .sayings import COLORS as COLOR_NAMES
from .sayings import TRANSPORTS, counted
from .screen import complain, plain, run, say

THINNEST = 0.5
LARGE = 4000.0
"""A drawing that is larger, in board units, deserves a hint: a screen shows about 1300 by 800."""

DESCRIPTION = """\
Puts the lines of an SVG drawing on a board as strokes: paths, lines, polylines, polygons, rectangles,
circles and ellipses, with their colours and widths. A filled shape becomes its outline. It waits until
the server has stored everything, and says what was not taken over."""

EPILOG = """\
exit code:
  0  the drawing is on the board (parts that are no lines may be missing; they are listed)
  1  it is not, or not all of it; a sentence says why
  2  the command line is wrong, or the file cannot be read

examples:
  whiteboard draw http://192.168.1.20:7440/b/physics#K7QM-2XPA --svg axes.svg
  whiteboard draw LINK --svg map.svg --at 200,100 --scale 0.5 --color blue"""

USAGE = "LINK --svg FILE [--at X,Y] [--scale S] [--color C] [--name NAME] [--wait SECONDS]"


def main(given: Sequence[str]) -> int:
    parser = arguments.parser("draw", USAGE, DESCRIPTION, EPILOG)
    arguments.add_joining(parser, "Drawing")
    add = parser.add_argument
    add("--svg", type=Path, required=True, metavar="FILE", help="the drawing; - reads standard input")
    add("--at", type=_place, metavar="X,Y", help="where its left top corner goes (default: 0,0)", default=0j)
    add("--scale", type=arguments.positive, default=1.0, metavar="S", help="enlarge it, 0.5 is half (default: 1)")
    add("--color", type=_color, metavar="C", help="draw all in this colour: red, blue ... or #rrggbb")
    options = parser.parse_args(given)
    try:
        drawing = picture(_content(options.svg), options.scale)
    except BadSvg as error:
        parser.error(f"{options.svg}: {error}")
    except OSError as error:
        parser.error(f"{options.svg} cannot be read: {error.strerror}")
    if not drawing.lines:
        parser.error(f"{options.svg} has no lines that could be drawn{_besides(drawing)}")
    return run(_draw(options, drawing))


async def _draw(options: Namespace, drawing: Picture) -> int:
    try:
        async with BoardClient(options.link, options.name, patience=options.wait) as board:
            await _put(board, options, drawing)
    except (CannotJoin, BadStroke, NotTaken) as error:
        complain(f"whiteboard draw: {plain(str(error))}")
        return 1
    return 0


async def _put(board: BoardClient, options: Namespace, drawing: Picture) -> None:
    low, high = drawing.box
    move = options.at - low
    ids = await board.draw_all(
        ([(place.real, place.imag) for place in places], style)
        for places, style in _strokes(drawing.lines, move, options.color)
    )
    size, corner = high - low, high + move
    say(
        f"{counted(len(ids), 'stroke')} on {plain(board.name)}, from {options.at.real:.0f},{options.at.imag:.0f} "
        f"to {corner.real:.0f},{corner.imag:.0f}. Sent {TRANSPORTS[board.connection.transport]}."
    )
    if max(size.real, size.imag) > LARGE:
        fitting = 1000 / max(size.real, size.imag)
        say(
            f"That is {size.real:.0f} by {size.imag:.0f} board units; to see it on a screen, try --scale {fitting:.2g}."
        )
    if drawing.left_out:
        say(f"Not taken over: {_listed(drawing)}.")


def _strokes(lines: Sequence[Line], move: complex, color: str | None) -> Iterator[tuple[list[complex], Style]]:
    for line in lines:
        width = min(MAX_WIDTH, max(THINNEST, line.width)) if math.isfinite(line.width) else THINNEST
        style = Style(color=color or line.color, width=round(width, 2))
        for start in range(0, max(1, len(line.points) - 1), MAX_POINTS - 1):
            yield [place + move for place in line.points[start : start + MAX_POINTS]], style


def _listed(drawing: Picture) -> str:
    return ", ".join(f"{count} × {what}" for what, count in drawing.left_out.items())


def _besides(drawing: Picture) -> str:
    return f"; it has {_listed(drawing)}, which are not taken over" if drawing.left_out else ""


def _content(path: Path) -> bytes:
    """At most what is allowed and one byte more, so that the reader refuses it."""
    if str(path) == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _place(text: str) -> complex:
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        x = y = math.nan
    if not (abs(x) <= 1e6 and abs(y) <= 1e6):
        raise argparse.ArgumentTypeError(f"{text!r} is not a place: write it like 200,100")
    return complex(x, y)


def _color(text: str) -> str:
    ours = {name: code for code, name in COLOR_NAMES.items()}
    code = ours.get(text.lower()) or color_of(text)
    if not code:
        names = ", ".join(COLOR_NAMES[code] for code in COLORS)
        raise argparse.ArgumentTypeError(f"{text!r} is not a colour: take {names}, or #rrggbb")
    return code
