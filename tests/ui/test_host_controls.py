"""A teacher decides who draws and who comes in, with the app's own controls and a real server between."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from whiteboard.net.sentences import AT_THE_DOOR
from whiteboard.net.status import Phase
from whiteboard.protocol.messages import Role
from whiteboard.protocol.refusal import Refusal
from whiteboard.ui.door_controls import DoorControls
from whiteboard.ui.members import MemberList
from whiteboard.ui.person_menu import PersonMenu
from whiteboard.ui.toolbar import Toolbar

pytestmark = pytest.mark.usefixtures("qapp")


def controls(app: Desktop) -> DoorControls:
    door = app.shell.share_flow.panel.door
    assert door.isVisible()
    return door


def tools(app: Desktop) -> Toolbar:
    (found,) = app.board.view.findChildren(Toolbar)
    return found


async def press(app: Desktop, words: str) -> None:
    """Click the button of the share panel that has these words; one that is new there is shown a moment later."""
    (button,) = [b for b in controls(app).findChildren(QPushButton) if b.accessibleName() == words]
    await until(button.isVisible, what=words)
    app.click(button)


def decide(app: Desktop, name: str, words: str) -> None:
    """Open the list of people and the menu of one of them, and choose from it."""
    strip = app.board.members
    app.click(strip.avatars[0])
    (listed,) = strip.findChildren(MemberList)
    (choices,) = [b for b in listed.choices if b.isVisible() and name in b.accessibleName()]
    app.click(choices)
    (menu,) = [menu for menu in listed.findChildren(PersonMenu) if menu.isVisible()]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    listed.hide()


async def test_everybody_only_looks_and_may_draw_again(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online and ann.board.door is not None)
            assert ann.board.editor.peers.role is Role.HOST
            ben.draw()
            await until(lambda: ann.drawn == 1)
            wide = tools(ben).width()
            assert not tools(ben).why.isVisible()

            ann.click(controls(ann).everybody)
            await until(lambda: not ben.board.editor.may_draw, what="Ben to be told")
            assert not controls(ann).everybody.isChecked()
            assert "You may look now. The host decides who may draw." in ben.words
            assert tools(ben).why.isVisible()
            assert tools(ben).width() != wide
            ben.draw(300)
            ben.shell.desk.current.editor.undo()  # type: ignore[union-attr]
            assert ben.drawn == 1
            assert ben.board.editor.tool == "hand"
            ann.draw(350)
            await until(lambda: ben.drawn == 2)

            decide(ann, "Ben", "May draw")
            await until(lambda: ben.board.editor.may_draw)
            ben.draw(300)
            await until(lambda: ann.drawn == 3)
            decide(ann, "Ben", "Only look")
            await until(lambda: not ben.board.editor.may_draw)
            ann.click(controls(ann).everybody)
            await until(lambda: ben.board.editor.may_draw)
            assert "You may draw now." in ben.words


async def test_newcomers_ask_and_are_let_in_or_not(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        await until(lambda: ann.board.door is not None)
        ann.click(controls(ann).approval)
        await until(lambda: ann.board.door is not None and ann.board.door.approval)
        async with (
            desktop(tmp_path / "ben", "Ben", link=link) as ben,
            desktop(tmp_path / "eve", "Eve", link=link) as eve,
        ):
            await until(lambda: sorted(controls(ann).callers()) == ["Ben wants to come in", "Eve wants to come in"])
            assert "Ben wants to come in." in ann.words
            dialog = ben.shell.join_flow.dialog
            assert dialog is not None
            await until(lambda: dialog.progress.text() == AT_THE_DOOR)
            await press(ann, "Let in: Ben")
            await until(lambda: ben.online, what="Ben to come in")
            await press(ann, "Not now: Eve")
            refused = eve.shell.join_flow.dialog
            assert refused is not None
            await until(lambda: "has not let you in" in refused.complaint.text())
            await until(lambda: controls(ann).callers() == [])


async def test_who_is_removed_is_told_and_may_be_let_back_in(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online and ann.board.door is not None and ann.board.others)
            decide(ann, "Ben", "Remove Ben from the board")
            await until(lambda: ben.board.connection.refusal is Refusal.REMOVED)
            assert ben.board.connection.phase is Phase.REFUSED
            await until(lambda: controls(ann).callers() == ["Ben was removed"])
            await until(lambda: ann.board.others == [])
            await press(ann, "Let back in: Ben")
            await until(lambda: controls(ann).callers() == [])
            ben.shell.desk.connect_board(ben.board)
            await until(lambda: ben.online)


async def test_a_new_code_is_shown_and_kept_when_sharing_begins_again(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        panel = ann.shell.share_flow.panel
        await until(lambda: ann.board.door is not None)
        before = panel.code.text()
        ann.click(controls(ann).new_code)
        await until(lambda: panel.code.text() != before)
        assert ann.link.code != link.code
        renewed = ann.link.code
        ann.click(panel.stop)
        await until(panel.again.isVisible)
        assert not panel.door.isVisible()
        ann.click(panel.again)
        await until(lambda: ann.settled)
        assert ann.link.code == renewed
