"""`whiteboard draw LINK --svg FILE`: puts a drawing on a board."""

from __future__ import annotations

import argparse
import math
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from whiteboard.client import BoardClient, CannotJoin, NotTaken
from whiteboard.model.element import Element
from whiteboard.model.elements import boxed, transformed
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.style import COLORS
from whiteboard.model.transform import Transform
from whiteboard.svg.paint import color as color_of
from whiteboard.svg.reader import picture
from whiteboard.svg.tree import MAX_BYTES, BadSvg
from whiteboard.tools.arrange.sketched import Sketch, sketched

from . import arguments
from .sayings import COLORS as COLOR_NAMES
from .sayings import TRANSPORTS, counted
from .screen import complain, plain, run, say

LARGE = 4000.0
"""A drawing that is larger, in board units, deserves a hint: a screen shows about 1300 by 800."""

DESCRIPTION = """\
Puts an SVG drawing on a board: rectangles and ellipses as shapes, areas as filled polygons, lines as
strokes, and its words as texts, with their colours and widths. It waits until the server has stored
everything, and says what was not taken over."""

EPILOG = """\
exit code:
  0  the drawing is on the board (what a board cannot show is listed)
  1  it is not, or not all of it; a sentence says why
  2  the command line is wrong, or the file cannot be read

examples:
  whiteboard draw http://192.168.1.20:7440/b/physics#K7QM-2XPA.5NRHCGNQ4TR480B2FJMZQB1JYQ --svg axes.svg
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
        drawing = sketched(picture(_content(options.svg), options.scale))
    except BadSvg as error:
        parser.error(f"{options.svg}: {error}")
    except OSError as error:
        parser.error(f"{options.svg} cannot be read: {error.strerror}")
    if not drawing.elements:
        parser.error(f"{options.svg} has nothing that could be drawn{_besides(drawing)}")
    return run(_draw(options, drawing))


async def _draw(options: Namespace, drawing: Sketch) -> int:
    try:
        async with BoardClient(options.link, options.name, patience=options.wait) as board:
            await _put(board, options, drawing)
    except (CannotJoin, NotTaken) as error:
        complain(f"whiteboard draw: {plain(str(error))}")
        return 1
    return 0


async def _put(board: BoardClient, options: Namespace, drawing: Sketch) -> None:
    box = _box(drawing.elements)
    to, size = Point(options.at.real, options.at.imag), Point(box.width, box.height)
    move = Transform.moving(Point(to.x - box.left, to.y - box.top))
    ids = await board.add(_colored(transformed(element, move), options.color) for element in drawing.elements)
    say(
        f"{counted(len(ids), 'element')} on {plain(board.name)}, from {to.x:.0f},{to.y:.0f} "
        f"to {to.x + size.x:.0f},{to.y + size.y:.0f}. Sent {TRANSPORTS[board.connection.transport]}."
    )
    if max(size) > LARGE:
        fitting = 1000 / max(size)
        say(f"That is {size.x:.0f} by {size.y:.0f} board units; to see it on a screen, try --scale {fitting:.2g}.")
    if drawing.left_out:
        say(f"Not taken over: {_listed(drawing)}.")


def _box(elements: Iterable[Element]) -> Rect:
    """The box around all lines, wherever their middle is."""
    return Rect.around(corner for element in elements for corner in boxed.corners(element.geometry))


def _colored(element: Element, color: str | None) -> Element:
    if not color:
        return element
    style = msgspec.structs.replace(element.style, color=color, fill=element.style.fill and color)
    return msgspec.structs.replace(element, style=style)


def _listed(drawing: Sketch) -> str:
    return ", ".join(f"{count} × {what}" for what, count in drawing.left_out.items())


def _besides(drawing: Sketch) -> str:
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
