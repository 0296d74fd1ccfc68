"""Path data (SVG 1.1, 8.3) as cubic Bezier curves: the grammar with all that programs leave out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .arcs import arc

Place = complex
"""A point of the drawing: x + iy."""

_TOKEN = re.compile(r"[\s,]*(?:([MmLlHhVvCcSsQqTtAaZz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(\S))")
_FLAG = re.compile(r"[\s,]*([01])")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


@dataclass(slots=True)
class SubPath:
    """Curves that hang together: (two controls, end) each, from `start`. A straight line has controls None."""

    start: Place
    curves: list[tuple[Place | None, Place | None, Place]] = field(default_factory=list)
    closed: bool = False

    @property
    def end(self) -> Place:
        return self.curves[-1][2] if self.curves else self.start

    def line_to(self, place: Place) -> None:
        self.curves.append((None, None, place))

    def curve_to(self, a: Place, b: Place, place: Place) -> None:
        self.curves.append((a, b, place))

    def close(self) -> None:
        if self.end != self.start:
            self.line_to(self.start)
        self.closed = True


class BadPath(ValueError):
    """The data is wrong somewhere; `good` is what was drawn before, as SVG 1.1 asks (F.2)."""

    def __init__(self, good: list[SubPath]) -> None:
        super().__init__("bad path data")
        self.good = good


def sub_paths(data: str) -> list[SubPath]:
    """The parts of a path; BadPath if the data is wrong."""
    made: list[SubPath] = []
    at = control = 0j
    last = ""
    for command, numbers in _commands(data, made):
        kind, relative = command.upper(), command.islower()
        base = at if relative else 0j
        if kind == "M":
            at = base + complex(*numbers)
            made.append(SubPath(at))
            last, control = kind, at
            continue
        if not made:
            raise BadPath(made)
        if made[-1].closed and kind != "Z":
            made.append(SubPath(at))
        path = made[-1]
        places = [base + complex(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        smooth = at
        match kind:
            case "Z":
                path.close()
                at = path.start
            case "L":
                at = places[0]
                path.line_to(at)
            case "H":
                at = complex(base.real + numbers[0], at.imag)
                path.line_to(at)
            case "V":
                at = complex(at.real, base.imag + numbers[0])
                path.line_to(at)
            case "C" | "S":
                first = places[0] if kind == "C" else 2 * at - control if last in ("C", "S") else at
                smooth, end = places[-2:]
                path.curve_to(first, smooth, end)
                at = end
            case "Q" | "T":
                smooth = places[0] if kind == "Q" else 2 * at - control if last in ("Q", "T") else at
                end = places[-1]
                path.curve_to(at + (smooth - at) * 2 / 3, end + (smooth - end) * 2 / 3, end)
                at = end
            case _:
                rx, ry, turn, large, sweep, x, y = numbers
                end = base + complex(x, y)
                for a, b, place in arc(at, end, rx, ry, turn, large != 0, sweep != 0):
                    path.curve_to(a, b, place)
                if rx == 0 or ry == 0:
                    path.line_to(end)
                at = end
        last, control = kind, smooth if kind in "CSQT" else at
    return made


def _commands(data: str, made: list[SubPath]) -> Iterator[tuple[str, list[float]]]:
    """Each command with one set of its numbers; a repeated set repeats the command, after M as L."""
    position, command = 0, ""
    while (match := _TOKEN.match(data, position)) is not None:
        letter, number, wrong = match.groups()
        if wrong or (number and command in ("", "Z", "z")):
            raise BadPath(made)
        if letter:
            command, position = letter, match.end()
            if letter in "Zz":
                yield letter, []
                continue
        numbers, position = _numbers(data, position, command, made)
        yield command, numbers
        command = {"M": "L", "m": "l"}.get(command, command)


def _numbers(data: str, position: int, command: str, made: list[SubPath]) -> tuple[list[float], int]:
    numbers: list[float] = []
    while len(numbers) < _NUMBERS[command.upper()]:
        is_flag = command in "Aa" and len(numbers) in (3, 4)  # flags need no space after them
        match = (_FLAG if is_flag else _TOKEN).match(data, position)
        text = None if match is None else match[1] if is_flag else match[2]
        if match is None or text is None:
            raise BadPath(made)
        numbers.append(float(text))
        position = match.end()
    return numbers, position
