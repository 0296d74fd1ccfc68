"""One page with every kind of element, in every form and look that there is, for comparing pictures of it."""

from __future__ import annotations

import math
from typing import Any

from whiteboard.model.content import CONNECTOR_FORMS, SHAPE_FORMS, Content
from whiteboard.model.element import CONNECTOR, NOTE, PAGE, SHAPE, STROKE, TEXT, Element, ElementId, Geometry
from whiteboard.model.elements.stroke import placed
from whiteboard.model.points import InkPoint, pack
from whiteboard.model.style import COLORS, DASHES, HIGHLIGHTER, INKS, TIPS, Font, Style

_POLYGON = pack([InkPoint(0, 0, 0), InkPoint(1000, 200, 0), InkPoint(600, 900, 0), InkPoint(100, 700, 0)])


def every_kind() -> list[Element]:
    """All within (0, 0) to (1366, 768); the page's paper is squared."""
    made: list[Element] = []

    def add(kind: str, x: float, y: float, w: float, h: float, rotation: float = 0.0, **groups: Any) -> None:
        geometry = Geometry(x=x, y=y, w=w, h=h, rotation=rotation)
        made.append(
            Element(id=ElementId(f"e{len(made)}"), kind=kind, geometry=geometry, order=f"{len(made):04d}V", **groups)
        )

    for i, form in enumerate(SHAPE_FORMS):
        style = Style(
            color=COLORS[i % len(COLORS)],
            fill="" if i % 2 else "#ffec99",
            width=(2.0, 4.0, 8.0)[i % 3],
            dash=DASHES[i % 3],
            opacity=0.4 if i == 4 else 1.0,
        )
        add(
            *(SHAPE, 30.0 + 150 * (i % 5), 30.0 + 130 * (i // 5), 130.0, 100.0, 0.2 * (i == 2)),
            content=Content(form=form),
            style=style,
            text=f"Label {i}" if i % 3 == 0 else "",
            points=_POLYGON if form == "polygon" else b"",
        )
    for i, tip in enumerate(TIPS):
        form = CONNECTOR_FORMS[i % 3]
        style = Style(color=COLORS[i], width=(2.0, 4.0)[i % 2], head=tip, tail=TIPS[-1 - i], dash=DASHES[i % 2])
        content = Content(form=form, bend=0.3 if form == "curved" else 0.0)
        add(CONNECTOR, 40.0 + 125 * i, 320.0, 90.0, 60.0 - 30 * i, content=content, style=style, text="yes" * (i == 0))
    text = "Photosynthesis\n- light\n- water and a rather long item that has to be broken\n1. first\n2. second"
    add(TEXT, 820, 30, 320, 190, text=text, style=Style(font=Font(size=20)), content=Content(wraps=True))
    serif = Font(size=24, family="serif", bold=True, italic=True, align="right")
    add(TEXT, 820, 240, 260, 40, 0.2, text="Serif, bold, italic", style=Style(color="#e03131", font=serif))
    add(TEXT, 1100, 240, 240, 35, text="monospaced", style=Style(font=Font(family="mono")))
    yellow = Style(color="#ffe066", font=Font(size=24, align="center"))
    add(NOTE, 40, 480, 180, 180, text="Remember the milk and the eggs", content=Content(by="Ann"), style=yellow)
    long = "A long note that is too long for its paper, so that its letters become smaller than they were chosen"
    add(NOTE, 250, 490, 160, 160, -0.1, text=long, style=Style(color="#1e1e1e"))
    wave = [InkPoint(40 * i, 500 + int(400 * math.sin(i / 3)), 60 + (i * 7) % 190) for i in range(60)]
    for i, ink in enumerate(INKS):
        width = 20.0 if ink == HIGHLIGHTER else 4.0 + 2 * i
        geometry, points = placed(wave, (460.0 + 30 * i, 480.0 + 60 * i))
        style = Style(color=COLORS[i + 1], width=width, ink=ink, opacity=0.5 if i == 2 else 1.0)
        add(STROKE, geometry.x, geometry.y, geometry.w, geometry.h, points=points, style=style)
    add("hologram", 820, 480, 140, 70)
    made.append(
        Element(
            id=ElementId("first"), kind=PAGE, geometry=Geometry(x=0, y=0), order="1", content=Content(paper="squared")
        )
    )
    return made
