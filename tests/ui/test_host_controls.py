"""A teacher decides who draws and who comes in, with the app's own controls and a real server between."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from whiteboard.model.element import Author
from whiteboard.net.sentences import AT_THE_DOOR
from whiteboard.net.status import Phase
from whiteboard.protocol.host_messages import Admit, Caller, Door
from whiteboard.protocol.messages import Role
from whiteboard.protocol.refusal import Refusal
from whiteboard.ui.connection_indicator import ConnectionDetails
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

    def visible() -> list[QPushButton]:  # rows are made anew with each piece of news
        buttons = controls(app).findChildren(QPushButton)
        return [button for button in buttons if button.accessibleName() == words and button.isVisible()]

    await until(visible, what=words)
    (button,) = visible()
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
            assert ann.board.share.text() == "2 waiting"
            dialog = ben.shell.join_flow.dialog
            assert dialog is not None
            await until(lambda: dialog.progress.text() == AT_THE_DOOR)
            await press(ann, "Let in: Ben")
            await until(lambda: ben.online, what="Ben to come in")
            await until(lambda: "Ben wants to come in." not in ann.words)
            assert "Eve wants to come in." in ann.words
            await press(ann, "Not now: Eve")
            refused = eve.shell.join_flow.dialog
            assert refused is not None
            await until(lambda: "has not let you in" in refused.complaint.text())
            await until(lambda: controls(ann).callers() == [])
            assert ann.board.share.text() == "Share"


@pytest.mark.parametrize("count", [2, 3, 30])
def test_a_whole_class_that_waits_is_let_in_at_once(count: int) -> None:
    door, decided = DoorControls(), list[object]()
    door.decided.connect(decided.append)
    door.show_door(Door(waiting=tuple(Caller(author=Author(f"{no:016x}"), name=f"P{no}") for no in range(count))))
    assert len(door.callers()) == 2
    all_in = [b for b in door.findChildren(QPushButton) if b.text() == "Let all in"]
    if count == 2:
        assert all_in == []
    else:
        all_in[0].click()
        assert decided == [Admit(author=Author(f"{no:016x}")) for no in range(count)]
    door.close()


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
            assert any("has removed you" in words for words in ben.words)
            ben.click(ben.board.indicator)
            details = ben.found(ConnectionDetails)
            assert details.again.text() == "Try again now"
            ben.click(details.again)
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


async def test_who_closed_the_panel_hears_that_sharing_could_not_begin(tmp_path: Path) -> None:
    async with desktop(tmp_path, "Ann") as ann:
        (tmp_path / "shared").write_bytes(b"no folder")
        ann.click(ann.board.share)
        panel = ann.shell.share_flow.panel
        panel.hide()
        await until(lambda: ann.words, what="Ann to be told")
        assert "Sharing could not begin" in ann.words[0]
        assert panel.complaint.text().startswith(ann.words[0])
