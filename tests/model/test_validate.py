"""What is refused before anybody applies it (SPEC D4)."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest

from tests.doubles.board import stroke
from whiteboard.model.content import AssetId, Binding, Content
from whiteboard.model.element import Element, ElementId, Geometry
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.op import Op, Patch, Put, Remove, Retype
from whiteboard.model.points import InkPoint, pack
from whiteboard.model.style import Font, Style
from whiteboard.model.validate import check_element, check_op

A = ElementId("a")


def changed(**fields: Any) -> Element:
    return msgspec.structs.replace(stroke("a"), **fields)


@pytest.mark.parametrize("op", [Put(stroke("a")), Patch(id=A, lock=True), Patch(id=A), Remove(A)])
def test_an_ordinary_operation_passes(op: Op) -> None:
    check_op(op)


@pytest.mark.parametrize("id", ["", "x" * 65, "a b", "a/b", "ä", "a\n"])
def test_a_bad_id_is_refused(id: str) -> None:
    with pytest.raises(Invalid):
        check_op(Remove(ElementId(id)))


@pytest.mark.parametrize(
    "geometry",
    [
        Geometry(x=math.nan, y=0.0),
        Geometry(x=0.0, y=math.inf),
        Geometry(x=0.0, y=0.0, w=2e9),
        Geometry(x=0.0, y=0.0, rotation=-math.inf),
        Geometry(x=0.0, y=0.0, parent=ElementId("a b")),
    ],
)
def test_a_geometry_out_of_range_is_refused_in_puts_and_patches(geometry: Geometry) -> None:
    for op in (Put(changed(geometry=geometry)), Patch(id=A, geometry=geometry)):
        with pytest.raises(Invalid):
            check_op(op)


@pytest.mark.parametrize(
    "style",
    [
        Style(color="red"),
        Style(color="#FFF"),
        Style(color="#12345g"),
        Style(width=0.0),
        Style(width=-1.0),
        Style(width=math.nan),
        Style(width=1e6),
        Style(ink="spray"),
    ],
)
def test_a_style_that_no_stroke_can_have_is_refused(style: Style) -> None:
    with pytest.raises(Invalid):
        check_element(changed(style=style))


@pytest.mark.parametrize(
    "fields",
    [
        {"points": b""},
        {"points": b"\x80"},
        {"points": pack([InkPoint(-1, 0, 0)])},
        {"points": pack([InkPoint(161, 0, 0)])},
        {"points": pack([InkPoint(0, 81, 0)])},
        {"order": ""},
        {"order": "A0"},
        {"kind": ""},
        {"kind": "x" * 33},
        {"text": "x" * 20_001},
    ],
    ids=str,
)
def test_content_that_no_stroke_can_have_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        check_element(changed(**fields))


def test_an_element_of_an_unknown_kind_passes_d6() -> None:
    check_element(changed(kind="hologram", points=b"\x80", style=Style(ink="light")))


NAN = math.nan
LONG_RULER = Element(
    id=A, kind="instrument", geometry=Geometry(x=0, y=0, w=1e9, h=80), order="A", content=Content(form="ruler")
)


@pytest.mark.parametrize(
    "element",
    [
        changed(style=Style(opacity=1.5)),
        changed(style=Style(opacity=NAN)),
        changed(style=Style(fill="red")),
        changed(style=Style(dash="wavy")),
        changed(style=Style(head="skull")),
        changed(style=Style(font=Font(size=0.0))),
        changed(style=Style(font=Font(size=NAN))),
        changed(style=Style(font=Font(align="justify"))),
        changed(style=Style(font=Font(family="x" * 99))),
        changed(style=Style(ink="laser")),
        changed(group="/"),
        changed(group="a//b"),
        changed(group="/".join("abcdefghij")),
        changed(content=Content(form="x" * 99)),
        changed(content=Content(title="x" * 999)),
        changed(content=Content(by="a\x1bb")),
        changed(content=Content(asset=AssetId("../etc/passwd"))),
        changed(content=Content(bend=NAN)),
        changed(content=Content(bend=9.0)),
        changed(content=Content(start=Binding("a b"))),
        changed(content=Content(end=Binding("a", u=99.0))),
        changed(content=Content(end=Binding("a", v=NAN))),
        changed(kind="shape", points=b"", content=Content(form="hologram")),
        changed(kind="connector", points=b"", content=Content(form="wire")),
        changed(kind="image", points=b""),
        changed(kind="page", points=b"", geometry=Geometry(x=0, y=0, parent=A)),
        LONG_RULER,
    ],
    ids=lambda e: f"{e.kind} {e.style} {e.group} {e.content}"[-60:],
)
def test_what_a_kind_or_look_cannot_be_is_refused(element: Element) -> None:
    with pytest.raises(Invalid):
        check_element(element)


def test_typing_is_checked_on_both_sides() -> None:
    for base, text in (("x" * 20_001, ""), ("", "x" * 20_001), ("\x1b", ""), ("", "\x00")):
        with pytest.raises(Invalid):
            check_op(Retype(id=A, base=base, text=text))
