"""Exporting from the app, and opening what other programs made."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from whiteboard.exchange import png
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.export_dialog import Choice, ExportDialog, Part

pytestmark = pytest.mark.usefixtures("qapp")


def asked(app: Desktop) -> ExportDialog:
    app.shell.fulfil(Wish.EXPORT)
    return app.found(ExportDialog)


async def export(app: Desktop, choice: Choice, path: Path) -> None:
    await app.shell.export_flow.export(app.board, choice, path)


async def test_the_dialog_offers_what_makes_sense(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        dialog = asked(app)
        chosen: list[Choice] = []
        dialog.chosen.connect(chosen.append)
        assert not dialog.carries.isVisible()  # a PDF carries nothing
        dialog.choose(".png", 4.0)
        assert dialog.carries.isVisible()
        app.click(dialog.go)
        assert chosen == [Choice(Part.PAGE, ".png", 4.0, carries=True)]
        app.found(QFileDialog).reject()


async def test_a_selection_is_what_one_wants_to_export(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw(150)
        app.draw(250)
        app.board.editor.select_all()
        dialog = asked(app)
        chosen: list[Choice] = []
        dialog.chosen.connect(chosen.append)
        app.click(dialog.go)
        assert (chosen[0].part, chosen[0].ending) == (Part.SELECTION, ".png")
        app.found(QFileDialog).reject()


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf", ".json"])
async def test_the_file_is_there_and_it_is_said(tmp_path: Path, ending: str) -> None:
    async with desktop(tmp_path / "data") as app:
        app.draw()
        path = tmp_path / f"lesson{ending}"
        await export(app, Choice(Part.PAGE, ending, 1.0, carries=True), path)
        assert path.stat().st_size > 100
        assert f"Exported as {path.name}." in " ".join(app.words)
        if ending == ".png":
            assert QImage(str(path)).width() > 100
            assert png.board_in(path) is not None


async def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        await export(app, Choice(Part.PAGE, ".png", 1.0, carries=True), tmp_path / "nowhere" / "a.png")
        assert any("cannot be written" in said for said in app.words)


async def test_a_file_of_another_program_opens_as_a_board(tmp_path: Path) -> None:
    path = tmp_path / "notes.xopp"
    path.write_bytes(
        gzip.compress(
            b"<xournal><page><background type='solid' style='graph'/><layer>"
            b"<stroke tool='pen' color='black' width='2'>10 10 50 50</stroke></layer></page></xournal>"
        )
    )
    async with desktop(tmp_path / "data") as app:
        app.draw()
        before = app.board.id
        app.board.add_files([path])
        await until(lambda: app.board.id != before)
        assert app.board.view.title == "notes"
        assert app.board.editor.pages.listed[0].paper == "squared"
