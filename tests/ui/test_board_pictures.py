"""Pictures and PDFs on a board: dropped, chosen, refused in words, and seen by the others."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from tests.files.test_pdf import COLORS
from tests.files.test_pdf import pdf as pdf
from tests.protocol.test_pictures import drawn
from whiteboard.files.asset_folder import FOLDER_NAME
from whiteboard.model.element import IMAGE, Element, ElementId
from whiteboard.ui.progress import ProgressBox

pytestmark = pytest.mark.usefixtures("qapp")


def images(app: Desktop) -> list[Element]:
    return [element for element in app.board.editor.document if element.kind == IMAGE]


def drop(app: Desktop, data: QMimeData, at: QPointF) -> None:
    """At a place of the canvas; the page around it takes it, as Qt asks the nearest that does."""
    view = app.board.view
    at = view.canvas.mapTo(view, at)
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(int(at.x()), int(at.y())), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, none))


async def test_a_picture_that_is_dropped_is_put_there_and_selected(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(drawn("png", 300, 150))
    async with desktop(tmp_path / "data") as app:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drop(app, data, QPointF(200, 150))
        await until(lambda: images(app))
        (image,) = images(app)
        at = app.board.view.canvas.view.to_board((200, 150))
        g = image.geometry
        assert (g.x + g.w / 2, g.y + g.h / 2) == pytest.approx(at)
        assert g.w / g.h == pytest.approx(2)
        assert app.board.editor.selection == {image.id}
        await until(lambda: _middle(app, g.x + g.w / 2, g.y + g.h / 2) == "#336699")
        app.board.editor.undo()
        assert not images(app)


def _middle(app: Desktop, x: float, y: float) -> str:
    canvas = app.board.view.canvas
    at = canvas.view.to_screen((x, y))
    return canvas.grab().toImage().pixelColor(int(at.x), int(at.y)).name()


async def test_an_image_from_another_program_is_taken_too(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        data = QMimeData()
        data.setImageData(image)
        drop(app, data, QPointF(100, 100))
        await until(lambda: images(app))


async def test_every_page_of_a_pdf_becomes_a_page_with_a_locked_background(tmp_path: Path, pdf: Path) -> None:
    async with desktop(tmp_path / "data") as app:
        app.board.add_files([pdf])
        await until(lambda: len(images(app)) == 3)
        pages = [page.id for page in app.board.editor.pages.listed]
        assert len(pages) == 3  # the first one was empty
        assert all(image.lock for image in images(app))
        app.board.editor.undo()
        assert len(app.board.editor.pages.listed) == 1


async def test_a_pdf_comes_on_plain_pages_after_a_squared_one(tmp_path: Path, pdf: Path) -> None:
    async with desktop(tmp_path / "data") as app:
        app.draw()
        app.board.view.pages.print_on("squared")
        app.board.add_files([pdf])
        await until(lambda: len(images(app)) == 3)
        assert [page.paper for page in app.board.editor.pages.listed] == ["squared", "", "", ""]


async def test_the_pictures_of_pages_show_what_has_arrived(tmp_path: Path, pdf: Path) -> None:
    async with desktop(tmp_path / "data") as app:
        app.draw()
        app.board.add_files([pdf])
        await until(lambda: len(images(app)) == 3)
        pages = [page.id for page in app.board.editor.pages.listed]
        thumbnails = app.board.view.strip.thumbnails

        def color(page: ElementId) -> str:
            known = thumbnails.picture(page)
            if known is None:
                return ""
            image = known.toImage()
            return image.pixelColor(image.width() // 2, image.height() // 2).name()

        await until(lambda: [color(page) for page in pages[1:]] == list(COLORS), what="the colours of the PDF")


@pytest.mark.parametrize("name", ["a.png", "a.pdf", "gone.png"])
async def test_what_cannot_be_read_is_said_and_changes_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if not name.startswith("gone"):
        path.write_bytes(b"hello")
    async with desktop(tmp_path / "data") as app:
        app.board.add_files([path])
        await until(lambda: any(name in said for said in app.words))
        assert not images(app)


async def test_a_picture_for_which_there_is_no_room_is_said_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(drawn("png", 300, 150))
    async with desktop(tmp_path / "data") as app:
        (tmp_path / "data" / FOLDER_NAME).write_bytes(b"a file where the pictures should go")
        app.board.add_files([path])
        await until(lambda: any("cannot be kept" in said for said in app.words))
        assert not images(app)


async def test_a_pdf_that_is_given_up_leaves_the_board_as_it_is_and_nothing_goes_wrong(
    tmp_path: Path, pdf: Path
) -> None:
    async with desktop(tmp_path / "data") as app:
        app.draw()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(app.board.pictures.add_files([pdf]))
            await until(_boxes)
            _boxes()[0].reject()
        assert not images(app)


def _boxes() -> list[ProgressBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressBox)]
