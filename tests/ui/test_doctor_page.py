"""The doctor in the app: as a page, and as a way from every connection that fails."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until
from tests.doubles.services import nobodys_port
from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Outcome, Result
from whiteboard.net.status import Phase
from whiteboard.protocol.link import Link
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.connection_indicator import ConnectionDetails
from whiteboard.ui.doctor_page import DoctorPage

LINK = Link("127.0.0.1", 1, "Board", "K7QM2XPA")
NAMES = ("Addresses", "TCP connection", "WebSocket upgrade", "Transport in use")
HOLDS = Result("Addresses", Outcome.HOLDS, 0.001, "192.0.2.7")
FAILS = Result("TCP connection", Outcome.FAILS, 0.2, "refused", (), "Nobody listens.", "Ask.", Ailment.NOBODY_LISTENS)
UPGRADE = Result("WebSocket upgrade", Outcome.HOLDS, 0.01, "101", ("> GET /", "< HTTP/1.1 101"))
LAST = Result("Transport in use", Outcome.HOLDS, 0.0, "WebSocket")


@pytest.fixture
def page(qapp: QApplication) -> Iterator[DoctorPage]:
    window = QWidget()
    window.resize(QSize(1024, 600))
    window.show()
    made = DoctorPage(window)
    made.begin("Find out why", "From here to there", NAMES, secrets=["K7QM2XPA"])
    made.show()
    yield made
    window.close()


def test_each_rung_is_shown_as_it_is_reached(page: DoctorPage) -> None:
    assert page.verdict.text() == "1 of 4: Addresses…"
    assert [row.spoken for row in page.rows[:2]] == ["Addresses: being tried", "TCP connection: waits"]
    page.show_result(HOLDS)
    assert page.verdict.text() == "2 of 4: TCP connection…"
    assert page.rows[0].accessibleName() == "Addresses: holds. 192.0.2.7."
    page.show_result(FAILS)
    row = page.rows[1]
    assert (row.cause.text(), row.remedy.text()) == ("Nobody listens.", "Ask.")
    assert row.accessibleName() == "TCP connection: does not hold. refused. Nobody listens. Ask."
    assert not page.copy.isEnabled()


def test_request_and_answer_can_be_unfolded(page: DoctorPage) -> None:
    for result in (HOLDS, FAILS, UPGRADE):
        page.show_result(result)
    assert [row.unfold.isVisible() for row in page.rows] == [False, False, True, False]
    row = page.rows[2]
    row.unfold.click()
    assert row.lines.isVisible()
    assert row.lines.text() == "> GET /\n< HTTP/1.1 101"
    assert row.unfold.text().startswith("Hide")


def test_the_end_has_a_verdict_a_report_and_a_way_on(page: DoctorPage) -> None:
    wishes: list[str] = []
    page.again_wanted.connect(lambda: wishes.append("again"))
    page.stop_wanted.connect(lambda: wishes.append("stop"))
    page.again.click()
    for result in (HOLDS, FAILS, UPGRADE, dataclasses.replace(LAST, detail="K7QM2XPA")):
        page.show_result(result)
    page.finish(may_join=True)
    assert page.verdict.text().startswith("The board can be joined, but not all is well: TCP connection")
    assert page.join.isVisible()
    page.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "From here to there" in copied
    assert "K7QM" not in copied
    page.again.click()
    assert wishes == ["stop", "again"]


def test_it_fits_into_a_small_window_and_every_rung_is_reached_by_tab(page: DoctorPage) -> None:
    for result in (HOLDS, FAILS, UPGRADE, LAST):
        page.show_result(result)
    page.finish()
    window = page.window()
    assert window.rect().contains(page.geometry())
    chain: list[QWidget] = []
    widget = page.close_button.nextInFocusChain()
    while widget is not None and widget is not page.close_button:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    assert all(row in chain for row in page.rows)
    assert page.again in chain


# ------------------------------------------------------------ in the app


def examined(app: Desktop) -> bool:
    page = app.shell.doctor_flow.page
    return page.isVisible() and page.again.text() == "Run again"


def failing(app: Desktop) -> list[str]:
    rows = app.shell.doctor_flow.page.rows
    return [row.name for row in rows if row.result is not None and row.result.outcome is Outcome.FAILS]


async def test_from_a_join_that_fails_to_the_reason_and_onto_the_board(tmp_path: Path) -> None:
    async with LastingServer(tmp_path / "server", "Physics") as server:
        await server.stop()
        async with desktop(tmp_path / "ben", link=server.link) as ben:
            dialog = ben.shell.join_flow.dialog
            assert dialog is not None
            await until(dialog.find_out.isVisible)
            ben.click(dialog.find_out)
            await until(lambda: examined(ben))
            assert failing(ben) == ["TCP connection"]
            assert len(ben.store.boards()) == 0
            page = ben.shell.doctor_flow.page
            assert server.link.code not in page.report
            await server.start()
            ben.click(page.again)
            await until(page.join.isVisible)
            assert failing(ben) == []
            ben.click(page.join)
            await until(lambda: ben.online)
            assert not page.isVisible()


async def test_from_a_lost_connection_and_drawing_goes_on_meanwhile(tmp_path: Path) -> None:
    async with LastingServer(tmp_path / "server") as server, desktop(tmp_path / "ben", link=server.link) as ben:
        await until(lambda: ben.online)
        await server.stop()
        await until(lambda: ben.board.connection.phase is Phase.RETRYING)
        ben.board.indicator.click()
        details = ben.found(ConnectionDetails)
        assert details.examine.text() == "Find out why"
        ben.click(details.examine)
        ben.draw()
        await until(lambda: examined(ben))
        assert ben.drawn == 1
        assert failing(ben) == ["TCP connection"]
        ben.shell.fulfil(Wish.BOARDS)
        assert not ben.shell.doctor_flow.page.isVisible()


async def test_who_shares_a_board_is_told_whether_others_can_reach_it(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann") as ann:
        ann.shell.fulfil(Wish.CHECK)
        assert any("not shared" in text for text in ann.words)
        await ann.share()
        await until(ann.shell.share_flow.panel.check.isVisible)
        ann.click(ann.shell.share_flow.panel.check)
        assert not ann.shell.share_flow.panel.isVisible(), "both have the same place"
        page = ann.shell.doctor_flow.page
        assert page.again.text() == "Stop"
        await until(lambda: examined(ann))
        assert page.rows[1].result is not None
        assert page.rows[1].result.outcome is Outcome.HOLDS
        assert set(failing(ann)) <= {"Announcements (mDNS)", "Reached at its own address"}


@pytest.mark.usefixtures("qapp")
async def test_closing_the_page_ends_the_examination(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        flow = app.shell.doctor_flow
        flow.examine(dataclasses.replace(LINK, port=nobodys_port()))
        app.click(flow.page.again)
        assert flow.page.verdict.text() == "The examination was stopped."
        app.click(flow.page.again)
        app.click(flow.page.close_button)
        assert flow._task is None
        flow.examine(dataclasses.replace(LINK, port=nobodys_port()))
        await until(lambda: examined(app))
        assert failing(app) == ["TCP connection"]
