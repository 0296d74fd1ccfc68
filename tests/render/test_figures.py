"""Shapes and connectors look as they did, stay inside their bounds however they lie, and are seen from far away."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.doubles.figures import arrow, box
from tests.render import figures_reference as reference
from tests.render.pictures import inked, picture, pixels, shown
from tests.render.reference import ZOOMS
from tests.render.test_reference import is_alike
from whiteboard.model.content import CONNECTOR_FORMS, SHAPE_FORMS
from whiteboard.model.element import Element
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect
from whiteboard.model.style import TIPS, Style
from whiteboard.render.page_image import page_image
from whiteboard.render.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")

every_scene = pytest.mark.parametrize("scene", list(reference.SCENES))


@every_scene
@pytest.mark.parametrize("percent", ZOOMS)
def test_figures_look_as_they_did(scene: str, percent: int) -> None:
    kept = QImage(reference.path(scene, percent))
    assert not kept.isNull(), "python -m tests.render.figures_reference makes it"
    assert is_alike(pixels(reference.picture(scene, reference.SCENES[scene](), percent)), pixels(kept))


@every_scene
def test_a_slight_fault_would_be_seen(scene: str) -> None:
    def wider(element: Element) -> Element:
        style = msgspec.structs.replace(element.style, width=element.style.width + 0.5)
        return msgspec.structs.replace(element, style=style)

    faulty = reference.picture(scene, [wider(element) for element in reference.SCENES[scene]()], 100)
    assert not is_alike(pixels(faulty), pixels(QImage(reference.path(scene, 100))))


def stays_inside(element: Element, zoom: float) -> None:
    around = bounds(element)
    margin = 12
    view = Viewport(around.left - margin / zoom, around.top - margin / zoom, zoom)
    size = int(around.width * zoom) + 2 * margin, int(around.height * zoom) + 2 * margin
    marks = inked(picture(shown([element], view, size=size), size=size))
    assert marks.any()
    marks[margin - 1 : -margin + 1, margin - 1 : -margin + 1] = False
    assert not marks.any()


@pytest.mark.parametrize("zoom", [0.2, 1.0, 3.0])
@pytest.mark.parametrize("rotation", [0.0, 0.7])
@pytest.mark.parametrize("form", SHAPE_FORMS)
def test_a_shape_stays_inside_its_bounds(form: str, rotation: float, zoom: float) -> None:
    style = Style(width=10.0, fill="#d0ebff", opacity=0.6, dash="dashed")
    made = msgspec.structs.replace(box("a", 7, 9, form=form, rotation=rotation), style=style, text="A label for it")
    stays_inside(made, zoom)


@pytest.mark.parametrize("zoom", [0.2, 1.0, 3.0])
@pytest.mark.parametrize("tip", TIPS[1:])
@pytest.mark.parametrize("form", CONNECTOR_FORMS)
def test_a_connector_stays_inside_its_bounds(form: str, tip: str, zoom: float) -> None:
    style = Style(width=6.0, head=tip, tail=tip, opacity=0.6)
    made = msgspec.structs.replace(arrow("a", (0, 0), (170, -90), form=form, bend=0.6), style=style, text="is part of")
    stays_inside(made, zoom)


def test_what_is_seen_through_does_not_add_up_where_outline_and_inside_meet() -> None:
    style = Style(color="#000000", width=20.0, fill="#000000", opacity=0.5)
    image = pixels(page_image([msgspec.structs.replace(box("a"), style=style)], Rect(0, 0, 100, 60), 1.0))
    assert np.ptp(image[2:-2, 2:-2]) <= 2
    assert abs(int(image[30, 50, 0]) - 128) <= 2


def test_thin_lines_are_seen_from_far_away() -> None:
    far = page_image([box("a", w=4000, h=3000), arrow("b", (0, 0), (4000, 3000))], Rect(-100, -100, 4100, 3100), 0.02)
    assert inked(pixels(far)).sum() > 200


def test_a_line_does_not_run_through_its_label() -> None:
    line = msgspec.structs.replace(arrow("a", (0, 50), (400, 50)), text="WWWW")
    image = pixels(page_image([line], Rect(0, 0, 400, 100), 1.0))
    beside = image[50, 150:250].min(axis=1) > 250
    assert beside.any()
    assert not (image[50, 20:100].min(axis=1) > 250).any()


def test_an_undashed_tip_ends_a_dashed_line() -> None:
    style = Style(width=8.0, head="triangle", dash="dotted")
    made = msgspec.structs.replace(arrow("a", (0, 50), (300, 50)), style=style)
    image = pixels(page_image([made], Rect(0, 0, 320, 100), 1.0))
    assert (image[50, 270:296].max(axis=1) < 60).all()
