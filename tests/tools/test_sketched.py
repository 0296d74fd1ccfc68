"""Drawings of other programs as elements: what has a form keeps it, what is filled stays filled."""

import base64

import pytest

from tests.exchange.lesson import PICTURE
from whiteboard.model.element import CONNECTOR, IMAGE, SHAPE, STROKE, TEXT
from whiteboard.model.points import unpack
from whiteboard.svg.reader import picture
from whiteboard.tools.arrange.sketched import EDGE, Sketch, sketched


def drawn(body: str) -> Sketch:
    return sketched(picture(f'<svg fill="none">{body}</svg>'.encode()))


def test_shapes_stay_shapes_with_fill_and_outline() -> None:
    rect, ellipse = drawn(
        '<rect x="5" width="20" height="10" fill="gold" stroke="navy" stroke-width="3" stroke-dasharray="9"/>'
        '<circle cx="50" cy="50" r="10" fill="red" opacity=".5"/>'
    ).elements
    assert (rect.content.form, rect.style.fill, rect.style.color) == ("rectangle", "#ffd700", "#000080")
    assert (rect.style.width, rect.style.dash, rect.geometry.w) == (3, "dashed", 20)
    assert (ellipse.content.form, ellipse.style.fill, ellipse.style.color) == ("ellipse", "#ff0000", "#ff0000")
    assert (ellipse.style.width, ellipse.style.opacity, ellipse.geometry.x) == (EDGE, 0.5, 40)


def test_a_filled_path_is_a_filled_polygon() -> None:
    (both,) = drawn('<path d="M0 0H20V20Z" fill="red" stroke="blue"/>').elements
    assert (both.kind, both.content.form, both.style.fill, both.style.color) == (SHAPE, "polygon", "#ff0000", "#0000ff")
    assert len(unpack(both.points)) == 3


def test_an_area_with_a_hole_has_its_outlines_apart() -> None:
    area, outer, inner = drawn('<path d="M0 0H9V9H0ZM3 3V6H6V3Z" fill="red" stroke="blue" stroke-width="2"/>').elements
    assert [each.style.fill for each in (area, outer, inner)] == ["#ff0000", "", ""]
    assert (area.style.color, outer.style.color) == ("#ff0000", "#0000ff")
    assert len(unpack(area.points)) == 4 + 4 + 2


def test_an_open_path_is_filled_but_not_closed() -> None:
    area, line = drawn('<path d="M0 0H20V20" fill="red" stroke="blue"/>').elements
    assert (area.kind, line.kind) == (SHAPE, STROKE)


def test_a_fill_that_is_seen_through_otherwise_lies_beneath_the_outline() -> None:
    area, outline = drawn('<rect width="9" height="9" fill="red" fill-opacity=".3" stroke="blue"/>').elements
    assert (area.style.opacity, area.style.fill) == (0.3, "#ff0000")
    assert (outline.style.opacity, outline.style.fill) == (1.0, "")


def test_a_straight_line_keeps_dashes_and_tips_and_others_are_told() -> None:
    sketch = drawn(
        '<g stroke="red"><path d="M0 0L50 20" stroke-dasharray="1" marker-end="url(#a)"/><path d="M0 0H9V9" '
        'stroke-dasharray="1" marker-start="url(#a)"/></g>'
    )
    arrow, line = sketch.elements
    assert (arrow.kind, arrow.style.dash, arrow.style.head, arrow.style.tail) == (CONNECTOR, "dotted", "triangle", "")
    assert (arrow.geometry.w, arrow.geometry.h) == (50, 20)
    assert line.kind == STROKE
    assert sketch.left_out == {"dashes of a line with corners": 1, "tip of a line with corners": 1}


def test_words_are_texts_of_their_size() -> None:
    (text,) = drawn('<text x="100" y="50" font-size="20" fill="red" text-anchor="middle">Words</text>').elements
    assert (text.kind, text.text, text.style.color) == (TEXT, "Words", "#ff0000")
    assert text.style.font is not None
    assert (text.style.font.size, text.style.font.align) == (20, "center")
    assert text.geometry.x + text.geometry.w / 2 == pytest.approx(100)
    assert text.geometry.y == pytest.approx(30)


def test_a_picture_keeps_its_proportions_where_somebody_keeps_it() -> None:
    url = "data:image/png;base64," + base64.b64encode(PICTURE).decode()
    drawing = picture(f'<svg><image width="100" height="300" href="{url}"/></svg>'.encode())
    kept: list[bytes] = []
    (image,) = sketched(drawing, kept.append).elements
    assert (image.kind, image.geometry.w, kept) == (IMAGE, 100, [PICTURE])
    assert image.geometry.y + image.geometry.h / 2 == 150
    assert image.geometry.h < 300
    assert sketched(drawing).left_out == {"image": 1}
