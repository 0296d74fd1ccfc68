"""One person's app: the first board, the start page, files, name and colour, closing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from tests.doubles.surprises import Surprises
from tests.files.strokes import stroke
from whiteboard.files import board_store, portable
from whiteboard.model.document import Document
from whiteboard.protocol.identity import person_name
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.app_menu import AppMenu
from whiteboard.ui.profile import ADJECTIVES, ANIMALS, PERSON_COLORS
from whiteboard.ui.theme import THEME

pytestmark = pytest.mark.usefixtures("qapp")


def at_home(app: Desktop) -> Desktop:
    app.shell.fulfil(Wish.BOARDS)
    return app


async def test_the_first_start_asks_nothing_and_is_ready_to_draw(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        me = app.shell.desk.settings
        first, second = me.name.split()
        assert first in ADJECTIVES
        assert second in ANIMALS
        assert me.color in PERSON_COLORS
        assert app.drawn == 0
        app.draw()
        assert app.drawn == 1


async def test_the_next_start_opens_the_last_board_with_everything_on_it(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        name = app.shell.desk.settings.name
    async with desktop(tmp_path) as app:
        assert app.drawn == 1
        assert app.shell.desk.settings.name == name


async def test_the_name_of_the_command_line_is_kept(tmp_path: Path) -> None:
    async with desktop(tmp_path, "Ms Lee"):
        pass
    async with desktop(tmp_path) as app:
        assert app.shell.desk.settings.name == "Ms Lee"


async def test_the_start_page_lists_boards_with_pictures(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        first = app.board.id
        app.shell.fulfil(Wish.NEW)
        at_home(app)
        assert [card.info.id for card in app.shell.start.cards][1] == first
        png = app.store.thumbnail(first)
        assert png is not None
        picture = QImage.fromData(png)
        assert picture.width() > 200
        dark = sum(
            picture.pixelColor(x, y).lightness() < 100
            for x in range(0, picture.width(), 4)
            for y in range(picture.height())
        )
        assert dark > 10
        app.click(app.shell.start.cards[1])
        assert app.board.id == first


async def test_a_board_is_renamed_in_place_on_the_start_page_and_in_the_bar(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        at_home(app)
        card = app.shell.start.cards[0]
        card.rename()
        await app.type(card.title, "Physics 9B")
        assert app.titles == ["Physics 9B"]
        app.click(app.shell.start.cards[0])
        title = app.board.view.top_bar.title
        title.selectAll()
        await app.type(title, "Chemistry")
        await until(lambda: app.store.boards()[0].title == "Chemistry")
        assert app.window.windowTitle().startswith("Chemistry")


async def test_escape_leaves_a_title_as_it_was(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        at_home(app)
        card = app.shell.start.cards[0]
        QTest.keyClick(card, Qt.Key.Key_F2)
        await app.type(card.title, "Nonsense", then=Qt.Key.Key_Escape)
        assert not card.title.isVisible()
        assert app.titles == ["Untitled board"]


async def test_a_copy_has_everything_and_lives_its_own_life(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        at_home(app).shell.start.cards[0].duplicated.emit()
        await until(lambda: app.titles == ["Untitled board (copy)", "Untitled board"])
        app.click(app.shell.start.cards[0])
        app.draw(300)
        assert app.drawn == 2
        app.click(at_home(app).shell.start.cards[1])
        assert app.drawn == 1


async def test_a_deleted_board_comes_back_by_undo(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        card = at_home(app).shell.start.cards[0]
        QTest.keyClick(card, Qt.Key.Key_Delete)
        assert app.titles == []
        assert app.shell.start.empty.isVisible()
        (toast,) = app.shell.start.toasts._shown
        toast.findChildren(type(app.shell.start.join_form.join))[0].click()
        assert app.titles == ["Untitled board"]
        app.click(app.shell.start.cards[0])
        assert app.drawn == 1


async def test_after_the_last_board_was_deleted_a_start_begins_a_new_one(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        gone = app.board.id
        QTest.keyClick(at_home(app).shell.start.cards[0], Qt.Key.Key_Delete)
    async with desktop(tmp_path) as app:
        assert app.board.id != gone
        assert app.drawn == 0


async def test_a_board_goes_into_a_file_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "lesson.whiteboard"
    async with desktop(tmp_path / "one") as app:
        app.draw()
        await app.shell.desk.save_file(path, app.board.id)
        assert app.words == ["Saved as lesson.whiteboard."]
        before = app.board.editor.document
        assert portable.read(path).document == before
    async with desktop(tmp_path / "two", file=path) as app:
        await until(lambda: app.is_on_board)
        assert app.board.editor.document == before
        assert app.board.view.title == "Untitled board"


async def test_a_large_board_is_read_beside_the_loop_and_then_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_store, "LARGE", 3)
    async with desktop(tmp_path) as app:
        app.store.create("Large", Document(stroke(n) for n in range(4)))
        app.store.create("Small", Document(stroke(n) for n in range(3)))
        cards = {card.info.title: card for card in at_home(app).shell.start.cards}
        app.store.load(cards["Large"].info.id)  # all is on the disk
        app.click(cards["Large"])
        assert not app.is_on_board
        await until(lambda: app.is_on_board)
        assert app.drawn == 4
        cards = {card.info.title: card for card in at_home(app).shell.start.cards}
        app.click(cards["Large"])
        app.click(cards["Small"])
        assert app.board.view.title == "Small"
        await settled(app)
        assert app.board.view.title == "Small"


async def test_a_large_board_of_the_last_time_is_read_while_the_window_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desktop(tmp_path) as app:
        for y in range(100, 300, 50):
            app.draw(y)
        board = app.board.id
    monkeypatch.setattr(board_store, "LARGE", 3)
    async with desktop(tmp_path) as app:
        await until(lambda: app.is_on_board)
        assert (app.board.id, app.drawn) == (board, 4)


async def settled(app: Desktop) -> None:
    """Nothing is on its way any more."""
    await until(lambda: not app.shell.desk.errands._running)


async def test_a_file_that_is_no_board_is_told_of_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG...")
    (tmp_path / "bad.whiteboard").write_bytes(b"hello")
    async with desktop(tmp_path / "data") as app:
        board = app.board.id
        await app.shell.desk.open_file(tmp_path / "photo.png")
        await app.shell.desk.open_file(tmp_path / "bad.whiteboard")
        await app.shell.desk.open_file(tmp_path / "gone.whiteboard")
        assert app.words[0].startswith("photo.png: This is not a PNG, JPEG or WebP picture")
        assert app.words[1] == "bad.whiteboard is not a Whiteboard file."
        assert app.words[2].startswith("gone.whiteboard cannot be read")
        assert app.board.id == board


async def test_a_damaged_file_opens_and_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "cut.whiteboard"
    portable.write(path, "Cut", Document(stroke(n) for n in range(500)))
    path.write_bytes(path.read_bytes()[:-2000])
    async with desktop(tmp_path / "data") as app:
        await app.shell.desk.open_file(path)
        assert app.drawn > 100
        assert "could not be read" in app.words[0]


async def test_name_and_colour_are_changed_in_place(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.click(app.board.members.me)
        editor = app.shell._profile_editor
        assert editor is not None
        assert editor.isVisible()
        editor.name.selectAll()
        await app.type(editor.name, "  Ann  Lee ", then=None)
        editor.swatches[2].click()
        editor.close()
        await until(lambda: app.shell.desk.settings.name == "Ann Lee")
        assert app.shell.desk.settings.color == PERSON_COLORS[2]
        assert "Ann Lee (you)" in app.board.members.me.accessibleName()
    async with desktop(tmp_path) as app:
        assert (app.shell.desk.settings.name, person_name("Ann Lee")) == ("Ann Lee", "Ann Lee")


async def test_an_empty_name_leaves_the_old_one(tmp_path: Path) -> None:
    async with desktop(tmp_path, "Ann") as app:
        app.click(app.board.members.me)
        editor = app.shell._profile_editor
        assert editor is not None
        editor.name.clear()
        editor.close()
        assert app.shell.desk.settings.name == "Ann"


async def test_the_chosen_look_is_kept(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.click(app.board.menu)
        (menu,) = [menu for menu in app.window.findChildren(AppMenu) if menu.isVisible()]
        (look,) = [item.menu() for item in menu.actions() if item.menu() is not None]
        assert isinstance(look, QMenu)
        look.actions()[-1].trigger()
        assert THEME.is_dark
        assert app.shell.desk.settings.scheme == "dark"
        menu.close()
    async with desktop(tmp_path) as app:
        assert app.shell.desk.settings.scheme == "dark"


async def test_every_button_has_a_name_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        for _ in range(2):
            page = app.window.page
            assert page is not None
            buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
            assert len(buttons) >= 5
            assert [button for button in buttons if not (button.accessibleName() or button.text())] == []
            assert [button for button in buttons if min(button.width(), button.height()) < 24] == []
            at_home(app)


async def test_closing_ends_the_app_at_once_when_nothing_is_shared(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.window.close()
        assert app.window.isVisible(), "whoever runs the app closes the window, after the farewell"
        assert app.stop.is_set()


async def test_a_failing_errand_is_said_and_the_app_goes_on(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("an errand failed")

    async def fails() -> None:
        raise ZeroDivisionError

    async with desktop(tmp_path) as app:
        app.shell._errands.start(fails())
        await until(lambda: app.words)
        assert "Something went wrong" in app.words[0]
        app.draw()
        assert app.drawn == 1


async def test_a_later_start_with_a_file_opens_it_here(tmp_path: Path) -> None:
    path = tmp_path / "lesson.whiteboard"
    portable.write(path, "Lesson", Document([stroke(1)]))
    async with desktop(tmp_path / "data") as app:
        app.shell.take_request(str(path))
        await until(lambda: app.is_on_board and app.board.view.title == "Lesson")
        app.shell.take_request("http://nowhere")
        await until(lambda: "This link does not name a board." in app.words)
        app.shell.take_request(None)
