"""Files of other programs become boards; what cannot be taken over is told, and a bad file does no harm."""

from __future__ import annotations

import base64
import gzip
import itertools
import json
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from tests.exchange.lesson import PICTURE, lesson, picture
from tests.files.test_pdf import pdf as pdf
from tests.render.pictures import pixels
from whiteboard.exchange import excalidraw, export, xopp
from whiteboard.exchange.errors import CannotImport
from whiteboard.exchange.importing import Taken, taken
from whiteboard.exchange.intake import Intake
from whiteboard.exchange.sheet import prepared
from whiteboard.files import portable
from whiteboard.model.content import Binding
from whiteboard.model.element import CONNECTOR, IMAGE, PAGE, SHAPE, STROKE, TEXT, Element, in_paint_order
from whiteboard.model.geometry import Rect
from whiteboard.model.pages import pages
from whiteboard.model.points import unpack
from whiteboard.model.style import HIGHLIGHTER, MARKER, PEN
from whiteboard.render.page_image import page_image
from whiteboard.terminal import commands

pytestmark = pytest.mark.usefixtures("qapp")

URL = "data:image/png;base64," + base64.b64encode(PICTURE).decode()


def read(path: Path, kept: list[bytes] | None = None) -> Taken:
    numbers = itertools.count(1)
    return taken(path, (kept if kept is not None else []).append, lambda: f"id{next(numbers)}")


def intake() -> Intake:
    numbers = itertools.count(1)
    return Intake(lambda: f"id{next(numbers)}")


def of(kind: str, board: Taken) -> list[Element]:
    return sorted((e for e in board.document if e.kind == kind), key=lambda e: e.order)


# ---------------------------------------------------------------- Excalidraw


def drawing(*elements: dict[str, object], **files: object) -> bytes:
    listed = [{"id": f"x{n}", "x": 0, "y": 0, "width": 100, "height": 50} | e for n, e in enumerate(elements)]
    return json.dumps({"type": "excalidraw", "version": 2, "elements": listed, "files": files}).encode()


def sketch(folder: Path, *elements: dict[str, object], **files: object) -> Taken:
    path = folder / "sketch.excalidraw"
    path.write_bytes(drawing(*elements, **files))
    return read(path)


def test_shapes_keep_their_looks(tmp_path: Path) -> None:
    board = sketch(
        tmp_path,
        {"type": "rectangle", "strokeColor": "#e03131", "backgroundColor": "#ffec99", "strokeStyle": "dashed"},
        {"type": "rectangle", "roundness": {"type": 3}, "angle": 0.5, "opacity": 40},
        {"type": "ellipse", "backgroundColor": "transparent", "locked": True, "groupIds": ["inner", "outer"]},
        {"type": "diamond", "groupIds": ["outer"], "isDeleted": False},
        {"type": "diamond", "isDeleted": True},
    )
    shapes = of(SHAPE, board)
    assert [shape.content.form for shape in shapes] == ["rectangle", "rounded", "ellipse", "diamond"]
    first, second, third, fourth = shapes
    assert (first.style.color, first.style.fill, first.style.dash) == ("#e03131", "#ffec99", "dashed")
    assert (second.geometry.rotation, second.style.opacity) == (0.5, 0.4)
    assert (third.style.fill, third.lock) == ("", True)
    assert third.group.split("/")[0] == fourth.group
    assert board.lost == ()


def test_arrows_stick_to_what_they_stuck_to(tmp_path: Path) -> None:
    board = sketch(
        tmp_path,
        {"type": "rectangle"},
        {
            "type": "arrow",
            "x": 10,
            "y": 20,
            "points": [[0, 0], [100, -40]],
            "endArrowhead": "triangle",
            "startBinding": {"elementId": "x0", "focus": 0, "gap": 1},
            "endBinding": {"elementId": "nobody"},
        },
        {"type": "line", "points": [[0, 0], [50, 0], [50, 50], [0, 0]]},
        {"type": "arrow", "elbowed": True, "points": [[0, 0], [50, 0], [50, 50], [90, 50]]},
    )
    arrow, elbow = of(CONNECTOR, board)
    shape, corners = of(SHAPE, board)
    assert (arrow.style.head, arrow.style.tail, arrow.content.form) == ("triangle", "", "straight")
    assert arrow.content.start is not None
    assert (arrow.content.start.to, arrow.content.end) == (shape.id, None)
    assert (arrow.geometry.x, arrow.geometry.y, arrow.geometry.w, arrow.geometry.h) == (10, 20, 100, -40)
    assert elbow.content.form == "elbow"
    assert (corners.content.form, corners.style.fill, len(unpack(corners.points))) == ("polygon", "", 3)


def test_lines_that_are_closed_are_filled_and_open_ones_have_corners(tmp_path: Path) -> None:
    triangle = [[0, 0], [90, 0], [90, 90], [0, 0]]
    board = sketch(
        tmp_path,
        {"type": "line", "points": triangle, "backgroundColor": "#b2f2bb", "strokeStyle": "dashed"},
        {"type": "line", "points": triangle, "backgroundColor": "#b2f2bb", "roundness": {"type": 2}},
        {"type": "line", "points": triangle[:3], "strokeStyle": "dashed"},
    )
    sharp, round = of(SHAPE, board)
    assert (sharp.style.fill, sharp.style.dash, len(unpack(sharp.points))) == ("#b2f2bb", "dashed", 3)
    assert len(unpack(round.points)) > 10
    (line,) = of(STROKE, board)
    assert (line.style.ink, len(unpack(line.points))) == (MARKER, 5)
    assert board.lost == ("Not taken over: dashes of a line with corners.",)


def test_what_has_no_outline_gets_none_and_its_words_stay(tmp_path: Path) -> None:
    board = sketch(
        tmp_path,
        {"type": "rectangle", "strokeColor": "transparent", "backgroundColor": "#ffd43b"},
        {"type": "rectangle", "strokeColor": "transparent"},
        {"type": "text", "containerId": "x1", "text": "alone"},
    )
    (shape,) = of(SHAPE, board)
    assert (shape.style.color, shape.style.fill, shape.style.width) == ("#ffd43b", "#ffd43b", 0.25)
    assert [text.text for text in of(TEXT, board)] == ["alone"]


def test_an_arrow_sticks_where_it_stuck(tmp_path: Path) -> None:
    board = sketch(
        tmp_path,
        {"type": "rectangle"},
        {"type": "arrow", "points": [[0, 0], [9, 9]], "endBinding": {"elementId": "x0", "fixedPoint": [1.02, 0.25]}},
    )
    (arrow,) = of(CONNECTOR, board)
    assert arrow.content.end == Binding(of(SHAPE, board)[0].id, 1.0, 0.25)


def test_ink_text_labels_and_pictures_are_taken(tmp_path: Path) -> None:
    board = sketch(
        tmp_path,
        {"type": "freedraw", "points": [[0, 0], [10, 5], [20, 0]], "pressures": [0.2, 0.9, 0.4], "strokeWidth": 2},
        {"type": "text", "text": "Wave length", "fontSize": 28, "fontFamily": 3, "textAlign": "center"},
        {"type": "rectangle"},
        {"type": "text", "containerId": "x2", "text": "wr\nap", "originalText": "wrap"},
        {"type": "image", "fileId": "f"},
        f={"mimeType": "image/png", "dataURL": URL},
    )
    (stroke,) = of(STROKE, board)
    assert [point.pressure for point in unpack(stroke.points)] == [51, 230, 102]
    (text,) = of(TEXT, board)
    assert text.style.font is not None
    assert (text.text, text.style.font.size, text.style.font.family) == ("Wave length", 28, "mono")
    assert [shape.text for shape in of(SHAPE, board)] == ["wrap"]
    assert len(of(IMAGE, board)) == 1


def test_what_a_board_does_not_know_is_listed(tmp_path: Path) -> None:
    board = sketch(
        tmp_path,
        {"type": "frame"},
        {"type": "embeddable", "link": "https://example.org"},
        {"type": "hologram"},
        {"type": "ellipse", "width": "wide"},
        {"type": "freedraw", "points": []},
        {"type": "image", "fileId": "missing"},
        {"type": "text", "text": "?", "strokeColor": "transparent"},
    )
    assert not len(board.document)
    told = " ".join(board.lost)
    for word in ("frame", "embedded page", "hologram", "ellipse that is damaged", "picture", "link", "cannot be seen"):
        assert word in told


def test_looks_that_a_board_does_not_know_are_listed(tmp_path: Path) -> None:
    board = sketch(
        tmp_path,
        {"type": "rectangle", "backgroundColor": "#ffd43b", "fillStyle": "hachure"},
        {"type": "text", "containerId": "x0", "text": "red", "strokeColor": "#e03131"},
        {"type": "arrow", "points": [[0, 0], [9, 9]], "endArrowhead": "crowfoot_one"},
        {"type": "image", "fileId": "f", "scale": [-1, 1]},
        f={"mimeType": "image/png", "dataURL": URL},
    )
    told = " ".join(board.lost)
    for word in ("pattern of a filling", "colour of a label", "crowfoot_one", "mirroring"):
        assert word in told


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)
FIELDS = ("x", "y", "width", "angle", "points", "pressures", "fileId", "groupIds", "text", "fontSize", "startBinding")
KINDS = ("rectangle", "line", "arrow", "freedraw", "text", "image")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(FIELDS), VALUES)), max_size=3))
def test_no_drawing_can_break_the_reader(elements: list[tuple[str, dict[str, object]]]) -> None:
    data = drawing(*({"type": kind} | fields for kind, fields in elements))
    with suppress(CannotImport):
        excalidraw.read(data, intake(), lambda data: None)


# ---------------------------------------------------------------- Xournal++


PAGES = f"""<?xml version="1.0"?><xournal creator="Xournal++" fileversion="4"><title>x</title><preview>aaaa</preview>
<page width="595" height="842"><background type="solid" color="#ffffffff" style="lined"/><layer>
<stroke tool="pen" color="#3333ccff" width="1.5 0.75 1.5">10 10 20 20 30 10</stroke>
<stroke tool="pen" color="#ff0000ff" width="3">10 50 90 50</stroke>
<stroke tool="pen" color="#00ff00ff" width="2" fill="51">0 0 50 0 50 50</stroke>
<stroke tool="pen" color="#00ff00ff" width="3" style="dash">0 90 50 90</stroke>
<stroke tool="highlighter" color="#ffff007f" width="8">10 50 90 50</stroke>
<text font="Sans Bold" size="12" x="72" y="36" color="black">Hello &amp; welcome</text></layer></page>
<page width="595" height="842"><background type="pdf" domain="absolute" filename="/etc/passwd" pageno="1"/><layer>
<image left="0" top="0" right="72" bottom="36">{base64.b64encode(PICTURE).decode()}</image>
<stroke tool="pen" width="1">broken</stroke></layer></page></xournal>"""


def notebook(folder: Path, content: str) -> Path:
    path = folder / "notes.xopp"
    path.write_bytes(gzip.compress(content.encode()))
    return path


def test_a_notebook_keeps_pages_ink_text_and_pictures(tmp_path: Path) -> None:
    kept: list[bytes] = []
    board = read(notebook(tmp_path, PAGES), kept)
    assert [page.paper for page in pages(board.document)] == ["ruled", ""]
    written, drawn, filled, marked = of(STROKE, board)
    assert [s.style.ink for s in (written, drawn, filled, marked)] == [PEN, MARKER, MARKER, HIGHLIGHTER]
    (area,), (dashed,) = of(SHAPE, board), of(CONNECTOR, board)
    assert (area.style.fill, area.style.opacity, area.order < filled.order) == ("#00ff00", 0.2, True)
    assert (dashed.style.dash, dashed.style.width) == ("dashed", 4.0)
    assert written.style.color == "#3333cc"
    assert [p.pressure for p in unpack(written.points)] == [128, 255, 255]
    assert drawn.style.width == pytest.approx(4.0)
    (text,) = of(TEXT, board)
    assert text.style.font is not None
    assert (text.text, text.geometry.x, text.style.font.bold) == ("Hello & welcome", 96.0, True)
    (image,) = of(IMAGE, board)
    assert image.geometry.parent == pages(board.document)[1].id
    assert kept == [PICTURE]
    assert any("background" in sentence for sentence in board.lost)
    assert any("stroke" in sentence for sentence in board.lost)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<xournal>",
        "<other/>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><xournal>&a;</xournal>",
        "<xournal>" + "<layer>" * 100,
    ],
)
def test_a_bad_notebook_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(CannotImport):
        read(notebook(tmp_path, content))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(PAGES)))
def test_no_notebook_can_break_the_reader(noise: bytes, at: int) -> None:
    data = gzip.compress(PAGES[:at].encode() + noise + PAGES[at:].encode())
    with suppress(CannotImport):
        xopp.read(data, intake(), lambda data: None)


# ---------------------------------------------------------------- others


def test_a_drawing_in_svg_becomes_elements(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0L50 50' stroke='#ff0000' stroke-width='3'/>"
        f"<image width='9' height='9' href='{URL}'/><text>Words</text><g filter='url(#f)'/></svg>"
    )
    kept: list[bytes] = []
    board = read(path, kept)
    (line,) = of(STROKE, board)
    assert (line.style.color, line.style.width) == ("#ff0000", 3.0)
    assert [text.text for text in of(TEXT, board)] == ["Words"]
    assert (len(of(IMAGE, board)), kept) == (1, [PICTURE])
    assert board.lost == ("Not taken over: filter.",)


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 300 200">
<style>.gold { fill: gold; stroke: navy; stroke-width: 2 } .area { fill: #334455; fill-rule: evenodd }</style>
<defs><g id="cup"><path d="M0 0h20v20a10 10 0 0 1-20 0z" fill="currentColor" stroke="black"/></g>
<symbol id="sym" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="orange"/></symbol></defs>
<use href="#cup" x="10" y="10" color="teal"/><use href="#cup" transform="translate(50 10) scale(2)" color="pink"/>
<use href="#sym" x="120" y="10" width="40" height="40"/>
<path class="area" d="M180 10h60v60h-60zm15 15v30h30v-30zm20 20a5 5 0 1 0 .1 0z"/>
<path d="M10 100c20-40 40 40 60 0s40-20 40 10-80 60-100-10z" fill="#e33" fill-opacity=".5" stroke="#900"
 stroke-width="5"/>
<g transform="translate(150 100) skewX(20)"><rect width="60" height="40" class="gold"/></g>
<g transform="rotate(-30 260 150)"><ellipse cx="250" cy="150" rx="40" ry="12" fill="#a5d8ff" opacity=".7"/></g>
<path d="M10 150 L 40 190 L 70 150 L 100 190" fill="none" stroke="#0a0" stroke-width="6" stroke-linejoin="round"/>
</svg>"""


def test_a_drawing_in_svg_looks_as_it_did(tmp_path: Path) -> None:
    if shutil.which("rsvg-convert") is None:
        pytest.skip("rsvg-convert is not installed")
    path = tmp_path / "drawing.svg"
    path.write_text(DRAWING)
    subprocess.run(["rsvg-convert", "-b", "white", str(path), "-o", str(tmp_path / "theirs.png")], check=True)
    board = read(path)
    assert board.lost == ()
    ours = page_image(sorted(board.document, key=in_paint_order), Rect(0, 0, 300, 200), 1.0)
    theirs = QImage(str(tmp_path / "theirs.png"))
    assert np.abs(pixels(ours) - pixels(theirs)).mean() < 0.01 * 255


def test_a_pdf_becomes_pages_with_locked_backgrounds(pdf: Path) -> None:
    board = read(pdf)
    assert len(pages(board.document)) == 3
    assert [image.lock for image in of(IMAGE, board)] == [True] * 3
    assert len(of(PAGE, board)) == 2


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_what_whiteboard_exported_opens_as_the_board_that_it_was(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"page{ending}"
    export.write(path, prepared("Lesson", lesson(), picture, page=1))
    kept: list[bytes] = []
    board = read(path, kept)
    assert (board.title, board.lost, kept) == ("Lesson", (), [PICTURE])
    assert len(board.document) == len(prepared("Lesson", lesson(), picture, page=1).sheets[0].elements)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"hello"),
        ("a.png", b"hello"),
        ("a.pdf", b"hello"),
        ("a.svg", b"hello"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.xopp", b"hello"),
        ("a.excalidraw", b"hello"),
        ("a.excalidraw", b'{"type":"excalidraw","elements":' + b"[" * 5000),
        ("a.whiteboard", b"hello"),
    ],
)
def test_what_is_no_board_is_refused_with_its_name(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CannotImport, match=r"a\."):
        read(path)


def test_the_command_imports_and_lists_what_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "notes.whiteboard"
    assert commands.main(["import", str(notebook(tmp_path, PAGES)), str(out)]) == 0
    assert "Not taken over" in capsys.readouterr().err
    assert portable.read(out).title == "notes"
    (tmp_path / "bad.xopp").write_bytes(b"hello")
    assert commands.main(["import", str(tmp_path / "bad.xopp"), str(tmp_path / "bad.whiteboard")]) == 1
    assert not (tmp_path / "bad.whiteboard").exists()
    assert commands.main(["import", str(tmp_path / "gone.xopp"), str(out)]) == 1
    with pytest.raises(SystemExit) as left:
        commands.main(["import", str(out), str(tmp_path / "a.pdf")])
    assert left.value.code == 2
