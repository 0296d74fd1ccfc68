"""What is checked at once is found good or bad as it is one by one."""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec
import pytest

from tests.files.strokes import stroke
from whiteboard.ink.checking import Checker
from whiteboard.model.element import MAX_POSITION, Element, ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.op import Put
from whiteboard.model.points import MAX_POINTS, InkPoint, pack
from whiteboard.model.validate import check_op

FLOOD = b"\xff" * 4 + b"\x0f"
GOOD = stroke(1)


def placed(**new: float) -> Element:
    return msgspec.structs.replace(GOOD, geometry=msgspec.structs.replace(GOOD.geometry, **new))


def styled(**new: object) -> Element:
    return msgspec.structs.replace(GOOD, style=msgspec.structs.replace(GOOD.style, **new))


def inked(points: bytes) -> Element:
    return msgspec.structs.replace(GOOD, points=points)


def with_its(**new: object) -> Element:
    return msgspec.structs.replace(GOOD, **new)


BAD: dict[str, Callable[[], Element]] = {
    "nowhere": lambda: placed(x=math.nan),
    "at the end of the world": lambda: placed(y=math.inf),
    "behind it": lambda: placed(x=2 * MAX_POSITION),
    "turned by nothing": lambda: placed(rotation=math.nan),
    "with a box too small": lambda: placed(w=0.0),
    "on a page with a bad name": lambda: placed(parent=ElementId("no page!")),  # type: ignore[arg-type]
    "without points": lambda: inked(b""),
    "with half a point": lambda: inked(GOOD.points[:-1]),
    "with a number cut off": lambda: inked(GOOD.points[:-1] + b"\x80"),
    "with a point left of its box": lambda: inked(pack([InkPoint(-1, 0, 9)])),
    "pressed too hard": lambda: inked(bytes((0, 0, 0x80, 0x08))),
    "with a number that runs over": lambda: inked(FLOOD + b"\0\0"),
    "with numbers that lead back": lambda: inked((FLOOD + b"\0\0") * 2),
    "with too many points": lambda: inked(bytes(3 * (MAX_POINTS + 1))),
    "without colour": lambda: styled(color="red"),
    "too wide": lambda: styled(width=1e9),
    "in no ink": lambda: styled(ink="blood"),
    "with a bad id": lambda: with_its(id="a b"),
    "with a bad order": lambda: with_its(order="A0"),
    "with a long order": lambda: with_its(order="A" * 65),
    "with a bad group": lambda: with_its(group="//"),
    "of no kind": lambda: with_its(kind=""),
    "with a bad text": lambda: with_its(text="\0"),
}


def is_good(element: Element) -> bool:
    try:
        check_op(Put(element))
    except Invalid:
        return False
    return True


@pytest.mark.parametrize("what", BAD)
def test_a_bad_element_among_good_ones_is_found(what: str) -> None:
    bad = BAD[what]()
    assert not is_good(bad)
    elements = [stroke(1), bad, stroke(2), bad, stroke(3)]
    assert Checker().sound(elements) == [True, False, True, False, True]
    assert Checker().sound([bad]) == [False]


def test_good_ones_are_good_together() -> None:
    others = [
        with_its(kind="novelty", ext={"a": 1}),
        with_its(group="g1/g2", lock=True),
        placed(parent=ElementId("page-2")),  # type: ignore[arg-type]
        inked(pack([InkPoint(0, 0, 255)])),
        with_its(order="A" * 64),
    ]
    elements = [*(stroke(n) for n in range(50)), *others]
    assert all(map(is_good, elements))
    assert all(Checker().sound(elements))
    assert Checker().sound([]) == []
