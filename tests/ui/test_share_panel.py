"""The share panel: what it shows follows what is true just now."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.doubles.desktop import desktop
from tests.doubles.patience import until
from whiteboard.model.element import Author
from whiteboard.protocol.host_messages import Caller, Door
from whiteboard.protocol.link import Link
from whiteboard.ui.share_panel import SharePanel
from whiteboard.ui.switch import Switch

pytestmark = pytest.mark.usefixtures("qapp")

KEY = "0123456789ABCDEFGHJKMNPQRS"
LINK = Link("192.168.120.103", 7440, "physics", "K7QM2XPA", KEY)
ALONE = "This computer has no network just now."


def test_without_a_network_there_is_no_link_to_copy_and_the_reason_stands_above_the_code() -> None:
    window = QWidget()
    window.resize(1000, 700)
    panel = SharePanel(window)
    window.show()
    panel.show()
    panel.show_shared((), LINK.code, ALONE, open=False)
    assert panel.complaint.isVisible()
    assert panel.complaint.text() == ALONE
    assert not any(widget.isVisible() for widget in (panel.link, panel.copy, panel.qr, panel.hint))
    panel.show_shared((LINK,), LINK.code, "", open=False)
    assert not panel.complaint.isVisible()
    assert all(widget.isVisible() for widget in (panel.link, panel.copy, panel.qr))
    window.close()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600), (720, 480)])
def test_nothing_on_it_is_cut_off_in_a_small_window(size: tuple[int, int]) -> None:
    window = QWidget()
    window.resize(*size)
    panel = SharePanel(window)
    window.show()
    panel.show_shared((LINK,), LINK.code, "", open=False)
    panel.show_door(Door())
    panel.show_people(["Ann", "Ben", "Cleo"])
    panel.show()
    QApplication.processEvents()
    assert window.rect().contains(panel.geometry())
    assert panel.stop.isVisible()
    assert panel.qr.width() == panel.qr.height()
    for widget in (panel.qr, panel.key, panel.door, panel.people, panel.no_code, panel.guests, panel.stop):
        parent = widget.parentWidget()
        assert parent is not None
        assert parent.rect().contains(widget.geometry()), widget.accessibleName()
    assert panel.heading.height() < 60
    if size[1] >= 600:
        assert panel._scroll.verticalScrollBar().maximum() == 0
    for switch in panel.findChildren(Switch):
        assert switch.width() >= switch.sizeHint().width(), switch.text()
    window.close()


def test_it_grows_rather_than_scroll_where_there_is_room() -> None:
    window = QWidget()
    window.resize(1280, 800)
    panel = SharePanel(window)
    window.show()
    panel.show_shared((LINK,), LINK.code, "", open=False)
    panel.show()
    QApplication.processEvents()
    panel.resize(panel.width(), panel.height() - 12)
    QApplication.processEvents()
    assert panel._scroll.verticalScrollBar().maximum() == 0
    window.close()


async def test_the_link_follows_the_network(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        await app.share()
        share = app.shell.sharing.share(app.board.id)
        assert share is not None
        share.hosted = dataclasses.replace(share.hosted, bound="10.1.2.3")
        await until(lambda: app.shell.share_flow.panel.link.text().startswith("http://10.1.2.3:"))


async def test_a_server_that_cannot_begin_says_why(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        (tmp_path / "shared").write_text("a file where the server's folder should be")
        app.shell.share_flow.show()
        panel = app.shell.share_flow.panel
        await until(lambda: "not shared" in panel.heading.text())
        assert "your board is safe" in panel.complaint.text()
        assert str(tmp_path / "shared") in panel.complaint.text()
        assert panel.again.isVisible()


def tab() -> QWidget:
    """Press it; what has the focus then."""
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    return after


async def test_tab_leads_from_the_board_through_the_panel_and_closing_leads_back() -> None:
    window = QWidget()
    window.resize(1280, 800)
    board, beside = QPushButton("board", window), QPushButton("beside", window)
    panel = SharePanel(window)
    panel.show_shared((LINK,), LINK.code, "", open=False)
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    board.setFocus()
    panel.show()
    panel.show_door(Door(code=LINK.code, waiting=(Caller(author=Author("a" * 16), name="Ben"),)))
    await until(lambda: all(row.isVisible() for row in panel.door.findChildren(QPushButton)))
    assert QApplication.focusWidget() is board, "one may draw on"
    assert [tab().accessibleName() for _ in range(12)] == [
        "Close",
        "New code",
        "Link to this board",
        "Copy link",
        "Everybody may draw",
        "Ask me who comes in",
        "Let in: Ben",
        "Not now: Ben",
        "Anyone on this network may join without the code",
        "Browser guests: the link also opens in a browser, not encrypted",
        "Can others join?",
        "Stop sharing",
    ]
    assert tab() is beside
    panel.copy.setFocus()
    panel.hide()
    assert QApplication.focusWidget() is board
    window.close()
