"""Two people's apps and a real server between them: sharing, joining, leaving, and what goes wrong on the way."""

import dataclasses
import os
import signal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QPushButton

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from tests.doubles.surprises import Surprises
from whiteboard.protocol.code import shown
from whiteboard.protocol.link import Link
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.dialog import Question
from whiteboard.ui.join_dialog import JoinDialog
from whiteboard.ui.nearby import BoardNear
from whiteboard.ui.share_panel import SharePanel

pytestmark = pytest.mark.usefixtures("qapp")

WRONG = "00000000"


def panel(app: Desktop) -> SharePanel:
    return app.shell.share_flow.panel


def asking(app: Desktop) -> JoinDialog:
    dialog = app.shell.join_flow.dialog
    assert dialog is not None
    return dialog


def with_code(link: Link, code: str) -> Link:
    return dataclasses.replace(link, code=code)


async def test_one_shares_the_other_joins_by_link_and_both_draw(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        ann.draw()
        link = await ann.share()
        assert panel(ann).isVisible()
        assert panel(ann).code.text() == shown(link.code)
        assert panel(ann).link.text() == str(link)
        assert panel(ann).people.text() == "Nobody else is here yet."
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online and ben.drawn == 1, what="Ben to see the board")
            assert ben.board.view.title == "Untitled board"
            await until(lambda: panel(ann).people.text() == "Here now: Ben")
            ben.draw(300)
            await until(lambda: ann.drawn == 2, what="Ann to see Ben's stroke")
            ann.draw(350)
            await until(lambda: ben.drawn == 3, what="Ben to see Ann's stroke")
            assert [member.name for member in ben.board.others] == ["Ann"]
            await until(lambda: "Ben joined" in ann.words)
            ann.shell.desk.introduce("Ms Lee", "#e03131")
            await until(lambda: [member.name for member in ben.board.others] == ["Ms Lee"])
        await until(lambda: ann.board.others == [])
        await until(lambda: "Ben left" in ann.words)


async def test_a_new_title_reaches_the_others_now_and_when_they_come_back(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online)
            ann.shell.desk.rename(ann.board.id, "Waves")
            await until(lambda: ben.board.view.title == "Waves", what="Ben to read the new title")
            assert ben.store.boards()[0].title == "Waves"
            ben.shell.desk.rename(ben.board.id, "Mine")
            assert ann.board.view.title == "Waves"
        ann.shell.fulfil(Wish.BOARDS)
        ann.shell.desk.rename(ann.store.boards()[0].id, "Light")
        ann.shell.desk.open(ann.store.boards()[0].id)
        await until(lambda: ann.online)
        async with desktop(tmp_path / "ben") as ben:
            await until(lambda: ben.online and ben.board.view.title == "Light", what="Ben to read it later")


async def test_a_joined_board_is_kept_and_reconnects_when_opened_again(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        ann.draw()
        link = await ann.share()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online and ben.drawn == 1)
        ann.draw(300)
        async with desktop(tmp_path / "ben") as ben:
            assert ben.drawn == 1, "what was there the last time is there at once"
            await until(lambda: ben.online and ben.drawn == 2)
            ben.shell.fulfil(Wish.BOARDS)
            await until(lambda: ann.board.others == [])
            ben.click(ben.shell.start.cards[0])
            await until(lambda: ben.online)


async def test_what_is_drawn_offline_comes_when_the_board_is_shared_again(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online)
            panel(ann).stop.click()
            await until(lambda: not ann.shell.sharing.boards and not ben.online)
            await until(lambda: "not shared now" in panel(ann).heading.text())
            ann.draw(200)
            ben.draw(300)
            assert (ann.drawn, ben.drawn) == (1, 1)
            await until(lambda: ben.board.indicator.words == "Working offline")
            panel(ann).again.click()
            await until(lambda: ann.settled)
            assert ann.link == link, "the link that was given away still works"
            await until(lambda: ben.settled and ben.drawn == 2 and ann.drawn == 2, what="both strokes on both boards")


async def test_a_wrong_code_is_said_and_can_be_corrected_in_place(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.draw()
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=with_code(link, WRONG)) as ben:
            await until(lambda: "does not open this board" in asking(ben).complaint.text())
            assert not ben.is_on_board
            await ben.type(asking(ben).code, shown(link.code).lower())
            await until(lambda: ben.online and ben.drawn == 1)
            assert ben.shell.join_flow.dialog is None
            board = ben.store.board(ben.board.id)
            assert board is not None
            assert board.link == str(link), "the right code is kept"


async def test_a_known_board_whose_code_has_changed_asks_for_the_new_one(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=link) as ben:
            await until(lambda: ben.online)
            info = ben.store.board(ben.board.id)
            assert info is not None
            ben.shell.fulfil(Wish.BOARDS)
            ben.store.update(msgspec.structs.replace(info, link=str(with_code(link, WRONG))))
            await until(lambda: ann.board.others == [])
            share = ann.shell.sharing.share(ann.board.id)
            assert share is not None
            ben.shell.desk.open(info.id)
            await until(lambda: ben.shell.join_flow.dialog is not None and not ben.online)
            await ben.type(asking(ben).code, link.code)
            await until(lambda: ben.online)
            assert ben.shell.join_flow.dialog is None


async def test_an_address_and_a_code_are_enough(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.draw()
        link = await ann.share()
        async with desktop(tmp_path / "ben") as ben:
            ben.shell.fulfil(Wish.BOARDS)
            form = ben.shell.start.join_form
            await ben.type(form.place, f"127.0.0.1:{link.port}", then=None)
            await ben.type(form.code, shown(link.code).lower())
            await until(asking(ben).key.isVisible, what="Ben to be asked whether it is Ann's computer")
            assert panel(ann).key.text() == f"Words to compare: {asking(ben).key.text()}"
            assert ann.board.others == []
            ben.click(asking(ben).join)
            await until(lambda: ben.online and ben.drawn == 1)
            assert ben.board.view.title == "Untitled board"
            board = ben.store.board(ben.board.id)
            assert board is not None
            assert board.link == str(link)


async def test_an_address_where_nobody_is_says_so_and_giving_up_leaves_no_trace(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        before = app.board.id
        form = app.shell.start.join_form
        app.shell.fulfil(Wish.BOARDS)
        await app.type(form.place, "http://127.0.0.1:9/b/Nothing#K7QM2XPA")
        await until(lambda: "No board is shared at 127.0.0.1" in asking(app).complaint.text())
        asking(app).reject()
        assert app.shell.join_flow.dialog is None
        assert [info.id for info in app.store.boards()] == [before]


async def test_a_nearby_board_asks_for_its_code_first(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.draw()
        link = await ann.share()
        async with desktop(tmp_path / "ben") as ben:
            ben.shell.fulfil(Wish.BOARDS)
            ben.shell.start.show_near([BoardNear("Physics", "Ms Lee", with_code(link, ""), 1)])
            (row,) = ben.shell.start.nearby.rows.values()
            row.click()
            assert asking(ben).code.isVisible()
            asking(ben).join.click()
            assert "Type the code" in asking(ben).complaint.text()
            await ben.type(asking(ben).code, link.code)
            await until(lambda: ben.online and ben.drawn == 1)


async def test_an_open_board_lets_everybody_in_without_a_code(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.draw()
        await ann.share()
        panel(ann).no_code.click()
        await until(lambda: panel(ann).code.text() == "No code needed")
        await until(lambda: ann.settled)
        near = BoardNear("Physics", "Ms Lee", with_code(ann.link, ""), open=True)
        async with desktop(tmp_path / "ben") as ben:
            ben.shell.join_flow.join_near(near)
            await until(lambda: ben.online and ben.drawn == 1)


async def test_somebody_else_s_board_is_shared_as_a_copy(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.draw()
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=link) as ben:
            await until(lambda: ben.online and ben.drawn == 1)
            ben.click(ben.board.share)
            assert "belongs to somebody else" in panel(ben).heading.text()
            panel(ben).take_copy.click()
            await until(lambda: bool(ben.shell.sharing.boards) and ben.settled)
            assert ben.drawn == 1
            assert ben.link.port != link.port
            ben.draw(300)
            await until(lambda: ben.settled)
            assert ann.drawn == 1


async def test_closing_the_window_while_others_are_here_asks_first(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=link) as ben:
            await until(lambda: ben.online and len(ann.board.others) == 1)
            ann.window.close()
            question = ann.found(Question)
            assert not ann.stop.is_set()
            question.no.click()
            await until(lambda: not question.isVisible())
            assert not ann.stop.is_set()
            assert ben.online
            ann.window.close()
            ann.found(Question).yes.click()
            assert ann.stop.is_set()


async def test_a_server_that_is_killed_comes_back_and_so_does_everybody(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("the server ended by itself")
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online)
            ann.draw(200)
            await until(lambda: ann.settled)
            share = ann.shell.sharing.share(ann.board.id)
            assert share is not None
            os.kill(share.server.pid, signal.SIGKILL)
            await until(lambda: not ann.online and not ben.online)
            ann.draw(250)
            ben.draw(300)
            await until(lambda: ann.settled and ben.settled and ann.drawn == ben.drawn == 3)
            assert ann.board.editor.document == ben.board.editor.document


async def test_a_shared_board_cannot_be_deleted_by_a_slip(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        await app.share()
        app.shell.fulfil(Wish.BOARDS)
        (card,) = app.shell.start.cards
        assert card._badge == "Shared now"
        card.trashed.emit()
        assert len(app.shell.start.cards) == 1
        assert "Stop sharing before" in app.words[0]
        app.click(card)
        await until(lambda: app.settled)


async def test_a_board_that_was_shared_by_an_earlier_run_is_drawn_on_alone(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        link = await app.share()
    async with desktop(tmp_path) as app:
        assert app.drawn == 1
        assert not app.board.indicator.isVisible()
        app.draw(300)
        assert await app.share() == link
        assert app.drawn == 2


async def test_a_board_that_was_left_while_sharing_began_is_shared_all_the_same(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.draw()
        ann.click(ann.board.share)
        ann.shell.fulfil(Wish.BOARDS)
        await until(lambda: bool(ann.shell.sharing.boards))
        await until(lambda: ann.shell.start.cards[0]._badge == "Shared now")
        ann.click(ann.shell.start.cards[0])
        await until(lambda: ann.settled)
        async with desktop(tmp_path / "ben", link=ann.link) as ben:
            await until(lambda: ben.online and ben.drawn == 1)


async def test_leaving_right_after_stop_sharing_leaves_no_server_behind(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        await app.share()
        share = app.shell.sharing.share(app.board.id)
        assert share is not None
        pid = share.server.pid
        panel(app).stop.click()
        await until(lambda: not app.shell.sharing.boards)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_board_that_was_shared_when_the_app_crashed_is_shared_again_with_one_click(tmp_path: Path) -> None:
    async with desktop(tmp_path) as ann:
        link = await ann.share()
        id, info = ann.board.id, ann.store.board(ann.board.id)
        assert info is not None
        assert info.hosted is not None
        assert info.hosted.serving
    async with desktop(tmp_path) as ann:  # it was closed with a goodbye
        assert ann.board.id == id
        assert ann.words == []
        ann.store.update(info)  # what a crash leaves behind
    async with desktop(tmp_path) as ann:
        assert any("was being shared" in words for words in ann.words)
        (again,) = [button for button in ann.board.view.findChildren(QPushButton) if button.text() == "Share again"]
        ann.click(again)
        await until(lambda: ann.settled)
        assert (ann.link.port, ann.link.code) == (link.port, link.code)
