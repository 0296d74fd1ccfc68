"""Whose computer is it? Asked where it is not known, and never taken for granted where it has changed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from server.certificate import FILE_NAME
from tests.doubles.desktop import Desktop, desktop
from tests.doubles.foreigner import foreigners
from tests.doubles.patience import until
from whiteboard.net.status import Connection, Phase
from whiteboard.protocol.code import shown
from whiteboard.protocol.fingerprint import words_of
from whiteboard.protocol.link import Link
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.join_dialog import JoinDialog
from whiteboard.ui.nearby import BoardNear

pytestmark = pytest.mark.usefixtures("qapp")

OTHER = "0123456789ABCDEFGHJKMNPQRS"


def asking(app: Desktop) -> JoinDialog:
    dialog = app.shell.join_flow.dialog
    assert dialog is not None
    return dialog


def is_asked(app: Desktop) -> bool:
    dialog = app.shell.join_flow.dialog
    return dialog is not None and dialog.key.isVisible()


def words(link: Link) -> str:
    return " ".join(words_of(link.fingerprint))


async def type_address(app: Desktop, link: Link) -> None:
    app.shell.fulfil(Wish.BOARDS)
    form = app.shell.start.join_form
    await app.type(form.place, f"{link.host}:{link.port}", then=None)
    await app.type(form.code, shown(link.code))


async def another_certificate(app: Desktop) -> Link:
    """Share the board anew, as if another computer had taken over its address."""
    panel = app.shell.share_flow.panel
    panel.stop.click()
    await until(lambda: not app.shell.sharing.boards)
    (path,) = app.database._path.parent.glob(f"shared/*/{FILE_NAME}")
    path.unlink()
    await until(panel.again.isVisible)
    panel.again.click()
    await until(lambda: app.settled)
    return app.link


async def test_who_says_no_to_the_words_has_sent_nothing_and_leaves_no_trace(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben") as ben:
            before = len(ben.store.boards())
            await type_address(ben, link)
            await until(lambda: is_asked(ben))
            assert asking(ben).key.text() == words(link)
            assert not asking(ben).code.isVisible()
            ben.click(asking(ben).cancel)
            assert len(ben.store.boards()) == before
        assert ann.board.others == []
        share = ann.shell.sharing.share(ann.board.id)
        assert share is not None
        assert "connected" not in share.server.details.replace("connected  127.0.0.1 by websocket", "", 1)


async def test_who_has_said_yes_is_not_asked_again_at_this_address(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben") as ben:
            await type_address(ben, link)
            await until(lambda: is_asked(ben))
            ben.click(asking(ben).join)
            await until(lambda: ben.online)
            kept = ben.store.board(ben.board.id)
            assert kept is not None
            assert kept.link == str(link)
        async with desktop(tmp_path / "ben") as ben:
            await until(lambda: ben.online)
            await type_address(ben, link)
            await until(lambda: ben.online)
            assert ben.shell.join_flow.dialog is None


async def test_another_computer_at_a_known_address_is_not_joined_before_somebody_has_looked(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.draw()
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=link) as ben:
            await until(lambda: ben.online)
            fresh = await another_certificate(ann)
            assert (fresh.port, fresh.code) == (link.port, link.code)
            assert fresh.fingerprint != link.fingerprint
            await until(lambda: ben.board.connection.phase is Phase.REFUSED)
            assert ben.board.connection.is_doubtful
            assert any("Another computer" in text for text in ben.words)
            assert ben.board.indicator.words == "Not connected"
            assert ann.board.others == []
            ben.draw(300)  # one draws on meanwhile
            ben.board.indicator.retry.emit()
            assert asking(ben).key.text() == words(fresh)
            assert "Another computer than expected" in asking(ben).complaint.text()
            ben.click(asking(ben).join)
            await until(lambda: ben.settled and ann.drawn == 2)
            kept = ben.store.board(ben.board.id)
            assert kept is not None
            assert kept.link == str(fresh)


async def test_another_computer_at_a_typed_address_is_told_as_such(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=link) as ben:
            await until(lambda: ben.online)
            ben.shell.fulfil(Wish.BOARDS)
            fresh = await another_certificate(ann)
            await type_address(ben, link)
            await until(lambda: is_asked(ben))
            assert "Another computer than expected" in asking(ben).complaint.text()
            assert asking(ben).key.text() == words(fresh)


async def test_the_app_may_be_closed_while_it_asks_and_keeps_no_trace_of_the_board(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben") as ben:
            ben.shell.fulfil(Wish.BOARDS)
            before = ben.titles
            await type_address(ben, link)
            await until(lambda: is_asked(ben))
        async with desktop(tmp_path / "ben") as ben:
            ben.shell.fulfil(Wish.BOARDS)
            assert ben.titles == before


async def test_an_announcement_does_not_replace_what_is_known(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=link) as ben:
            await until(lambda: ben.online)
            ben.shell.fulfil(Wish.BOARDS)
            lie = dataclasses.replace(link, code="", fingerprint=OTHER)
            ben.shell.join_flow.join_near(BoardNear("Physics", "Mallory", lie, 1))
            await until(lambda: ben.online)
            kept = ben.store.board(ben.board.id)
            assert kept is not None
            assert kept.link == str(link)


async def test_a_link_with_another_fingerprint_is_believed_because_somebody_gave_it(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", link=link) as ben:
            await until(lambda: ben.online)
            ben.shell.fulfil(Wish.BOARDS)
            fresh = await another_certificate(ann)
            ben.shell.join_flow.join(fresh)
            await until(lambda: ben.online)
            assert ben.shell.join_flow.dialog is None


async def test_browser_guests_are_let_in_and_sent_away_by_one_switch(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        link = await ann.share()
        guests = ann.shell.share_flow.panel.guests
        await until(guests.isVisible)
        assert not guests.isChecked()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben, foreigners(link) as (browser,):
            await until(lambda: ben.online)
            ann.click(guests)
            await until(lambda: ann.board.door is not None and ann.board.door.guests)
            await browser.join()
            await until(lambda: len(ann.board.others) == 2)
            told: list[Connection] = []
            ben.board.connection_changed.connect(told.append)
            ann.click(guests)
            await browser.until(lambda: [refused["code"] for refused in browser.of("refused")] == ["plain"])
            await until(lambda: [member.name for member in ann.board.others] == ["Ben"])
            await until(lambda: ben.online)  # a machine that stalls may cost him a moment of the line
            assert not any(connection.refusal for connection in told), "who encrypts is not sent away"
            await until(lambda: not guests.isChecked())
