"""Papers: crisp, without seams, faded where too fine, and as the protocol says."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

import whiteboard.protocol
from tests.doubles.board import stroke
from tests.render.pictures import Pixels, pixels
from whiteboard.model.content import PAPERS
from whiteboard.model.geometry import Rect
from whiteboard.model.paper import RULINGS, Way, rulings
from whiteboard.render.page_image import page_image
from whiteboard.render.paper import paint_paper
from whiteboard.render.sketch import sketching, thumbnail

pytestmark = pytest.mark.usefixtures("qapp")

SIDE = 160
ZOOMS = (0.25, 1.0, 1.37, 4.0)


def painted(paper: str, zoom: float, *, pieces: int = 1, corner: tuple[int, int] = (-37, 1051)) -> Pixels:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(0)
    side = SIDE // pieces
    with QPainter(image) as painter:
        for i in range(pieces):
            for j in range(pieces):
                paint_paper(painter, QRect(i * side, j * side, side, side), corner, zoom, paper)
    return pixels(image)


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("paper", PAPERS)
def test_pieces_fit_together(paper: str, zoom: float) -> None:
    whole, pieces = painted(paper, zoom), painted(paper, zoom, pieces=4)
    if rulings(paper) and rulings(paper)[0].way is Way.DOTS:  # round dots, cut where a piece ends, differ in a shade
        assert np.abs(whole.astype(int) - pieces).max() <= 24
    else:
        assert np.array_equal(whole, pieces)


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper not in ("", "dotted")])
@pytest.mark.parametrize("zoom", [1.0, 1.37, 2.0])
def test_lines_are_crisp(paper: str, zoom: float) -> None:
    """Only the colours of the rulings and the paper, nothing between them."""
    mine = {tuple(map(int, color)) for color in painted(paper, zoom).reshape(-1, 3)}
    assert len(mine) <= 1 + len({(ruling.color, ruling.strength(zoom)) for ruling in rulings(paper)})


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_too_fine_is_gone_instead_of_grey(paper: str) -> None:
    assert painted(paper, 0.05).min() >= 200
    assert all(ruling.strength(0.01) == 0 for ruling in rulings(paper))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_light(paper: str) -> None:
    assert painted(paper, 1.0).mean() > 225


def test_a_paper_that_a_newer_version_knows_is_plain() -> None:
    assert painted("hexagons", 1.0).min() == 255


def test_exported_and_sketched_pages_have_their_paper() -> None:
    box = Rect(0, 0, 100, 100)
    assert pixels(page_image([stroke("a")], box, 1.0, "squared")).min() < 255
    assert pixels(thumbnail([], QSize(120, 80), "squared")).min() < 255


def test_a_sketch_takes_many_steps_of_little_work() -> None:
    steps = list(sketching([stroke(f"s{i}", 3.0 * i) for i in range(500)], QSize(160, 100)))
    assert len(steps) > 10
    assert [step is None for step in steps[:-1]] == [True] * (len(steps) - 1)
    assert steps[-1] is not None


def test_the_protocol_describes_the_papers() -> None:
    text = (Path(whiteboard.protocol.__file__).parent / "PROTOCOL.md").read_text(encoding="utf-8")
    table = text[text.index("**Papers.**") : text.index("A ruling that is too fine")]
    written: dict[str, set[tuple[str, float, float, float]]] = {}
    paper = ""
    for row in re.findall(r"(?m)^\| (.*) \|$", table)[1:]:
        name, what, spacing, offsets, color, width = (cell.strip(" `") for cell in row.split("|"))
        paper = name or paper
        for offset in offsets.split(","):
            place = (color, float(spacing.split()[0]), float(offset), float(width))
            written.setdefault(paper, set()).add(place)
        assert "gap" not in what or any(r.gap == float(re.findall(r"gap (\d+)", what)[0]) for r in RULINGS[paper])
    known = {
        paper: {(r.color, r.spacing, r.offset, r.width) for r in ruled} for paper, ruled in RULINGS.items() if ruled
    }
    assert written == known
