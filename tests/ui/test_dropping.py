"""What is dragged here out of other programs: words, pages, drawings, pictures, files; anywhere on the window."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.doubles.board import ME, stroke, welcome
from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from tests.protocol.test_pictures import drawn
from whiteboard.exchange.export import write
from whiteboard.exchange.sheet import prepared
from whiteboard.files import portable
from whiteboard.model.document import Document
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Member, Role
from whiteboard.ui.toast import Toast

pytestmark = pytest.mark.usefixtures("qapp")

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 L100 0" stroke="red"/></svg>'
ADDRESS = QUrl("https://pictures.example/cat.png")


def drop(target: QWidget, data: QMimeData, at: QPointF) -> bool:
    """Let go over a widget; whether it takes this."""
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(int(at.x()), int(at.y())), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(target, enter)
    dropped = QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, none)
    if enter.isAccepted():
        QApplication.sendEvent(target, dropped)
    return enter.isAccepted() and dropped.isAccepted()


def mime(**said: str) -> QMimeData:
    data = QMimeData()
    for format, text in said.items():
        data.setData({"svg": "image/svg+xml"}.get(format, f"text/{format}"), text.encode())
    return data


def picture_in_a_page() -> QMimeData:
    image = base64.b64encode(drawn("png", 30, 20)).decode()
    return mime(html=f'<meta charset="utf-8"><img alt="cat" src="data:image/png;base64,{image}">')


def picture_with_its_address() -> QMimeData:
    data = mime(html=f'<img src="{ADDRESS.toString()}">')
    data.setUrls([ADDRESS])
    data.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
    return data


def address() -> QMimeData:
    data = QMimeData()
    data.setUrls([ADDRESS])
    return data


@pytest.mark.parametrize(
    ("made", "kind", "text"),
    [
        (lambda: mime(plain="two\nlines"), "text", "two\nlines"),
        (lambda: mime(html="<p>from <b>a</b> page</p><img src='x.png'>"), "text", "from a page"),
        (address, "text", ADDRESS.toString()),
        (lambda: mime(svg=SVG), "stroke", ""),
        (lambda: mime(plain=SVG), "stroke", ""),
        (picture_in_a_page, "image", ""),
        (picture_with_its_address, "image", ""),
    ],
)
async def test_what_other_programs_let_drop_is_put_there(
    tmp_path: Path, made: Callable[[], QMimeData], kind: str, text: str
) -> None:
    async with desktop(tmp_path) as app:
        view = app.board.view
        at = QPointF(400, 300)
        assert drop(view, made(), at)
        await until(lambda: app.drawn)
        (element,) = app.board.editor.document
        assert (element.kind, element.text.strip()) == (kind, text)
        g, place = element.geometry, view.canvas.mapFrom(view, at)
        middle = view.canvas.view.to_screen((g.x + g.w / 2, g.y + g.h / 2))
        assert middle == pytest.approx((place.x(), place.y()), abs=1)


async def test_nothing_is_dropped_where_one_may_only_look(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        editor = app.board.editor
        me = Member(no=1, author=author_of(ME), name="Me", color="#e03131", role=Role.VIEWER)
        editor.peers.welcomed(msgspec.structs.replace(welcome(), members=(me,)), 0.0)
        assert not editor.may_draw
        drop(app.board.view, mime(plain="words"), QPointF(400, 300))
        assert app.words == ["You may look. The host decides who may draw."]
        assert not app.drawn


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def board(path: Path) -> Path:
    portable.write(path, path.stem, Document(), lambda asset: None)
    return path


async def test_a_file_that_is_dropped_on_the_start_page_is_opened(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.shell.desk.show_start()
        assert not drop(app.shell.start, mime(plain="words"), QPointF(400, 300))
        assert drop(app.shell.start, files(board(tmp_path / "Physics.whiteboard")), QPointF(400, 300))
        await until(lambda: app.is_on_board and app.board.view.title == "Physics")


async def test_of_several_files_none_is_forgotten(tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(drawn("png", 30, 20))
    async with desktop(tmp_path / "data") as app:
        before = app.board
        boards = [board(tmp_path / f"{title}.whiteboard") for title in ("Physics", "Music")]
        drop(before.view, files(boards[0], picture, boards[1]), QPointF(400, 300))
        await until(lambda: {"Physics", "Music"} <= _titles(app), what="two boards")
        assert len(app.shell.desk.store.shown(before.id)) == 1


async def test_a_picture_that_carries_a_board_is_put_there_and_the_board_is_offered(tmp_path: Path) -> None:
    figure = tmp_path / "figure.png"
    write(figure, prepared("Physics", Document([stroke("s")]), lambda asset: None))
    async with desktop(tmp_path / "data") as app:
        drop(app.board.view, files(figure), QPointF(400, 300))
        await until(lambda: app.words == ["figure.png has a board inside."])
        assert [element.kind for element in app.board.editor.document] == ["image"]
        (toast,) = app.board.view.findChildren(Toast)
        (opens,) = [button for button in toast.findChildren(QAbstractButton) if button.text() == "Open it"]
        app.click(opens)
        await until(lambda: app.board.view.title == "Physics")
        assert [element.kind for element in app.board.editor.document] == ["stroke"]


def _titles(app: Desktop) -> set[str]:
    return {info.title for info in app.shell.desk.store.boards()}
