"""What leaves the app looks in other programs as it does here, carries the board, and is whole or not there."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.doubles.board import stroke
from tests.doubles.surprises import Surprises
from tests.exchange.lesson import PICTURE, lesson, picture
from tests.render.pictures import pixels
from whiteboard.exchange import export, pdf, png, svg, vector_paper
from whiteboard.exchange.errors import Cancelled, CannotExport
from whiteboard.exchange.export import Wishes, write
from whiteboard.exchange.sheet import Export, prepared
from whiteboard.files import portable
from whiteboard.model.content import AssetId
from whiteboard.model.document import Document
from whiteboard.model.element import INSTRUMENT, ElementId
from whiteboard.protocol.pictures import asset_id
from whiteboard.terminal import commands

pytestmark = pytest.mark.usefixtures("qapp")


def chosen(**wishes: object) -> Export:
    return prepared("Lesson", lesson(), picture, **wishes)  # type: ignore[arg-type]


def exported(folder: Path, name: str, board: Export | None = None, wishes: Wishes | None = None) -> Path:
    path = folder / name
    write(path, board or chosen(page=1), wishes or Wishes())
    return path


def by(program: str, *arguments: object) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, timeout=240)


def difference(a: Path, b: Path) -> float:
    """The mean difference of two pictures of nearly the same size, 0..1."""
    one, other = (QImage(str(path)) for path in (a, b))
    assert abs(one.width() - other.width()) <= 2
    assert abs(one.height() - other.height()) <= 2
    width, height = min(one.width(), other.width()), min(one.height(), other.height())
    left, right = (pixels(image.copy(0, 0, width, height)) for image in (one, other))
    return float(np.abs(left - right).mean() / 255)


@pytest.mark.parametrize("page", [1, 2])
def test_an_svg_looks_elsewhere_as_it_does_here(tmp_path: Path, page: int) -> None:
    ours = exported(tmp_path, "ours.png", chosen(page=page), Wishes(scale=1.0))
    drawing = exported(tmp_path, "drawing.svg", chosen(page=page))
    by("rsvg-convert", drawing, "-o", tmp_path / "theirs.png")
    assert difference(ours, tmp_path / "theirs.png") < 0.02


@pytest.mark.parametrize("page", [1, 2])
def test_a_pdf_looks_elsewhere_as_it_does_here(tmp_path: Path, page: int) -> None:
    ours = exported(tmp_path, "ours.png", chosen(page=page), Wishes(scale=1.0))
    document = exported(tmp_path, "lesson.pdf", chosen())
    by("pdftoppm", "-r", 96, "-f", page, "-l", page, "-singlefile", "-png", document, tmp_path / "theirs")
    assert difference(ours, tmp_path / "theirs.png") < 0.02


def test_a_pdf_has_all_pages_and_text_that_can_be_selected(tmp_path: Path) -> None:
    document = exported(tmp_path, "lesson.pdf", chosen())
    by("pdftotext", document, tmp_path / "words.txt")
    pages = (tmp_path / "words.txt").read_text().split("\f")
    assert len(pages) == 3  # with what follows the last one
    assert "hologram" in pages[0]
    assert "Photosynthesis <&>" in pages[1]


@pytest.mark.parametrize(("name", "read"), [("a.png", png.board_in), ("a.svg", svg.board_in)])
def test_a_picture_carries_the_board_unless_it_is_not_to(
    tmp_path: Path, name: str, read: Callable[[Path], bytes | None]
) -> None:
    inside = read(exported(tmp_path, name))
    assert inside is not None
    (tmp_path / "inside.whiteboard").write_bytes(inside)
    kept: list[bytes] = []
    board = portable.read(tmp_path / "inside.whiteboard", kept.append)
    assert (board.title, board.lost) == ("Lesson", "")
    assert all(board.document.get(element.id) == element for element in chosen(page=1).sheets[0].elements)
    assert kept == [PICTURE]
    assert read(exported(tmp_path, name, wishes=Wishes(carries=False))) is None


def test_json_has_everything_but_what_nobody_sees(tmp_path: Path) -> None:
    board = json.loads(exported(tmp_path, "board.json", chosen()).read_text())
    assert board["title"] == "Lesson"
    document = lesson()
    shown = {element.id for element in document if element.kind != INSTRUMENT}
    assert {element["id"] for element in board["elements"]} == shown
    assert list(board["pictures"]) == [asset_id(PICTURE)]


def test_what_is_named_is_exported_and_nothing_else() -> None:
    one = chosen(selection=[ElementId("t")])
    assert [element.id for element in one.sheets[0].elements] == ["t"]
    assert one.sheets[0].page.paper == "squared"
    assert [sheet.page.id for sheet in chosen().sheets] == ["first", "p2"]


@pytest.mark.parametrize(
    "wishes", [{"page": 3}, {"page": 0}, {"selection": [ElementId("nobody")]}, {"selection": ["t", "e0"]}]
)
def test_what_is_not_there_cannot_be_exported(wishes: dict[str, object]) -> None:
    with pytest.raises(CannotExport):
        chosen(**wishes)


def test_an_empty_board_is_a_sheet_of_paper(tmp_path: Path) -> None:
    empty = prepared("", Document(), picture)
    for name in ("a.png", "a.svg", "a.pdf", "a.json"):
        assert exported(tmp_path, name, empty).stat().st_size > 0


def test_a_picture_that_would_be_too_large_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="smaller scale"):
        exported(tmp_path, "large.png", wishes=Wishes(scale=100.0))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf", "a.json"])
def test_who_gives_up_keeps_the_file_that_was_there(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("before")

    def enough(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(tmp_path / name, chosen(), report=enough)
    assert (tmp_path / name).read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of a file there")
@pytest.mark.parametrize("name", ["board.png", "board.svg", "board.pdf", "board.json"])
def test_a_disk_that_is_full_leaves_the_file_that_was_there(tmp_path: Path, name: str, surprises: Surprises) -> None:
    import resource

    surprises.expect("QPainter::end: Painter ended with")
    path = tmp_path / name
    path.write_text("before")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    board = chosen(page=1)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match="File too large") as caught:
            write(path, board)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.filename == str(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write(tmp_path / "a.pdf", chosen(), report=lambda done, total: seen.append((done, total)))
    assert seen
    assert seen[-1][0] == seen[-1][1]


def test_progress_with_very_much_ink_does_not_stand_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_INK", 10)
    monkeypatch.setattr(pdf, "FEW_INK", 10)
    monkeypatch.setattr(pdf, "TILE", 200.0)
    board = prepared("Ink", Document(stroke(f"s{n}", x=100.0 * n) for n in range(40)), picture)
    seen: list[tuple[int, int]] = []
    write(tmp_path / "a.pdf", board, report=lambda done, total: seen.append((done, total)))
    assert len({done for done, _ in seen}) > 15
    assert [done for done, total in seen].count(40) == 1
    assert seen[-1] == (40, 40)


def test_the_command_exports_without_a_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    board = tmp_path / "lesson.whiteboard"
    portable.write(board, "Lesson", lesson(), picture)
    out = tmp_path / "page.png"
    assert commands.main(["export", str(board), str(out), "--page", "2", "--scale", "1"]) == 0
    assert QImage(str(out)).width() > 200
    assert capsys.readouterr().out == f"{out}\n"
    assert commands.main(["export", str(out), str(tmp_path / "again.svg")]) == 0  # with the board that it carries


def test_ctrl_c_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    board = tmp_path / "lesson.whiteboard"
    portable.write(board, "Lesson", lesson(), picture)

    def interrupted(painter: object, *rest: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(vector_paper, "paint", interrupted)
    assert commands.main(["export", str(board), str(tmp_path / "a.pdf")]) == 130
    assert capsys.readouterr().err == "whiteboard export: Stopped.\n"
    assert [path.name for path in tmp_path.iterdir()] == [board.name]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["no.whiteboard", "a.png"], 1, "No such file"),
        (["lesson.whiteboard", "a.gif"], 1, "ends in"),
        (["lesson.whiteboard", "a.png", "--page", "9"], 1, "no page 9"),
        (["lesson.whiteboard", "nowhere/a.png"], 1, "nowhere/a.png: No such file"),
        (["lesson.whiteboard", "folder.png"], 1, "folder.png: Is a directory"),
        (["lesson.whiteboard", "a.png", "--scale", "999"], 1, "too many"),
        (["lesson.whiteboard", "a.png", "--scale", "1e300"], 2, "not a scale"),
        (["lesson.whiteboard", "a.pdf", "--scale", "2"], 2, "sharp in any size"),
        (["lesson.whiteboard", "a.png", "--selection", "nobody"], 1, "no element nobody"),
        (["lesson.whiteboard", "a.png", "--page", "x"], 2, "number of a page"),
        (["lesson.whiteboard", "a.png", "--scale", "-1"], 2, "above 0"),
        (["bad.whiteboard", "a.png"], 1, "not a Whiteboard file"),
    ],
)
def test_the_command_says_what_is_wrong(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    portable.write(tmp_path / "lesson.whiteboard", "Lesson", lesson(), picture)
    (tmp_path / "bad.whiteboard").write_text("hello")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(SystemExit) as left:
        raise SystemExit(commands.main(["export", *arguments]))
    assert left.value.code == code
    assert words in capsys.readouterr().err


def test_a_picture_that_is_missing_is_no_reason_to_fail(tmp_path: Path) -> None:
    def nothing(id: AssetId) -> bytes | None:
        return None

    for name in export.ENDINGS:
        exported(tmp_path, f"a{name}", prepared("Lesson", lesson(), nothing))
