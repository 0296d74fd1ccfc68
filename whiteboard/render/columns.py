"""What the scene must know of many elements at once, as columns of numbers: 0.4 us an element instead of 3.

`model.elements.bounds` says the same of one element; strokes, which boards are full of, are worked out together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from whiteboard.ink.arrays import Floats
from whiteboard.model.element import STROKE, Element
from whiteboard.model.elements import bounds

Ranks = npt.NDArray[np.uint64]
Boxes = npt.NDArray[np.float32]
"""(4, n): left, top, right and bottom in board units, rounded outwards. Multiples of 1/16 up to a million are exact."""

RANK_BYTES = 8

_LOWEST, _HIGHEST = np.float32(-np.inf), np.float32(np.inf)


@dataclass(frozen=True, slots=True)
class Columns:
    """`boxes` (4, n); `thickness` (n,) in board units: infinite for all but strokes.

    `ranks` (n,) sort as the order keys do, as far as RANK_BYTES of these tell them apart.
    """

    boxes: Boxes
    thickness: Floats
    ranks: Ranks


def columns(elements: Sequence[Element]) -> Columns:
    places = [element.geometry for element in elements]
    widths = _floats([element.style.width for element in elements])
    x, y = _floats([place.x for place in places]), _floats([place.y for place in places])
    half = widths / 2
    right = x + _floats([place.w for place in places])
    bottom = y + _floats([place.h for place in places])
    boxes = np.array([x - half, y - half, right + half, bottom + half])
    for number, element in enumerate(elements):
        if element.kind != STROKE:
            boxes[:, number] = bounds(element)
            widths[number] = np.inf
    return Columns(outwards(boxes), widths, ranks([element.order for element in elements]))


def outwards(boxes: Floats) -> Boxes:
    """Boxes (4, n) in half of the memory, none smaller than it was."""
    rounded = boxes.astype(np.float32)
    low, high = rounded[:2], rounded[2:]
    inside = low > boxes[:2]
    low[inside] = np.nextafter(low[inside], _LOWEST)
    inside = high < boxes[2:]
    high[inside] = np.nextafter(high[inside], _HIGHEST)
    return rounded


def lower(number: float) -> np.float32:
    """As `outwards`, of the left or top of one box."""
    rounded = np.float32(number)
    return np.nextafter(rounded, _LOWEST) if rounded.item() > number else rounded


def higher(number: float) -> np.float32:
    """As `outwards`, of its right or bottom."""
    rounded = np.float32(number)
    return np.nextafter(rounded, _HIGHEST) if rounded.item() < number else rounded


def _floats(values: Sequence[float]) -> Floats:
    """An array of these; sooner than by np.array, which looks at each twice."""
    return np.fromiter(values, np.float64, len(values))


def thickness(element: Element) -> float:
    """As in Columns, of one element."""
    return element.style.width if element.kind == STROKE else np.inf


def rank(order: str) -> int:
    """As `ranks`, of one key."""
    return int.from_bytes(order.encode()[:RANK_BYTES].ljust(RANK_BYTES, b"\0"))


def ranks(orders: Sequence[str]) -> Ranks:
    """Numbers that ascend as the first bytes of these keys do; longer keys may share one."""
    # UTF-8 sorts as the text does, and a big-endian number as its bytes; Any: numpy's stubs know no ">u8" views.
    heads: Any = np.array([order.encode() for order in orders], f"S{RANK_BYTES}")  # cuts what is longer off
    result: Ranks = heads.view(">u8").astype(np.uint64)
    return result
