"""What hypothesis draws from: elements, operations and edits on a small board, so that they meet."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.doubles.board import stroke
from whiteboard.model.element import Element, ElementId, Geometry
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.style import COLORS, Style

IDS = st.sampled_from([ElementId(letter) for letter in "abcd"])
POSITIONS = st.integers(-50, 50).map(float)
STYLES = st.sampled_from([Style(color=color) for color in COLORS[:3]])
GEOMETRIES = st.builds(Geometry, x=POSITIONS, y=POSITIONS, w=st.just(10.0), h=st.just(5.0))
ORDERS = st.text("ABC", min_size=1, max_size=3)


@st.composite
def elements(draw: st.DrawFn) -> Element:
    return stroke(draw(IDS), draw(POSITIONS), draw(POSITIONS), order=draw(ORDERS), color=draw(STYLES).color)


@st.composite
def patches(draw: st.DrawFn) -> Patch:
    groups: dict[str, Any] = {}
    if draw(st.booleans()):
        groups["geometry"] = draw(GEOMETRIES)
    if draw(st.booleans()):
        groups["style"] = draw(STYLES)
    return Patch(id=draw(IDS), **groups)


OPS: st.SearchStrategy[Op] = elements().map(Put) | patches() | IDS.map(Remove)
EDITS = st.lists(OPS, min_size=1, max_size=4)
