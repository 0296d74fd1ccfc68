"""The inspector's table and window, and what it shows of a real connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.doubles.desktop import desktop
from tests.doubles.patience import until
from whiteboard.net.tap import Passed
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.inspector.lines_model import Column, LinesModel
from whiteboard.ui.inspector.passing import MOST, Line, Passing
from whiteboard.ui.inspector.window import InspectorWindow

pytestmark = pytest.mark.usefixtures("qapp")


def lines(*events: str, first: int = 1) -> list[Line]:
    return [Line(number, 1000.0, True, event, 9, "{}") for number, event in enumerate(events, start=first)]


def test_the_newest_thousand_are_in_the_table() -> None:
    model = LinesModel()
    model.add(lines(*["tick"] * (MOST - 1)))
    model.add(lines("edit", "ping", first=MOST))
    assert model.rowCount() == MOST
    assert [line.number for line in (model.shown[0], model.shown[-1])] == [2, MOST + 1]
    assert model.data(model.index(MOST - 1, Column.EVENT)) == "ping"
    assert model.data(model.index(0, Column.WAY)) == "↓ in"


def test_a_filter_holds_for_what_is_there_and_what_comes() -> None:
    model = LinesModel()
    model.add(lines("tick", "edit", "tick"))
    model.show_only(lambda line: line.event == "edit")
    model.add(lines("tick", "edit", first=4))
    assert [line.number for line in model.shown] == [2, 5]
    model.show_only(lambda line: True)
    assert model.rowCount() == 5
    model.clear()
    assert model.rowCount() == 0


@pytest.fixture
def window() -> Iterator[InspectorWindow]:
    parent = QWidget()
    made = InspectorWindow(parent, Passing(), lambda: "WebSocket", lambda: 1001.5)
    made.show()
    yield made
    parent.close()


def ping(window: InspectorWindow) -> None:
    window._passing.take(Passed(1000.0, True, '2["ping"]'))
    window.refresh()


def test_a_chosen_line_is_explained_and_shown_whole(window: InspectorWindow) -> None:
    window._passing.take(Passed(1000.0, False, '2["presence",{"x":1,"y":2,"tool":"pen"}]'))
    window.refresh()
    window.table.selectRow(0)
    assert window.kind.text().startswith("presence: Where my pointer is")
    assert '"tool": "pen"' in window.payload.toPlainText()
    assert window.messages.words == "0 in, 1 out"


def test_pause_counts_what_passes_by(window: InspectorWindow) -> None:
    ping(window)
    window.pause.click()
    ping(window)
    assert (window.model.rowCount(), window.pause.text()) == (1, "Go on (1 passed by)")
    window.pause.click()
    ping(window)
    assert (window.model.rowCount(), window.pause.text()) == (2, "Pause")


def test_what_is_shown_can_be_copied(window: InspectorWindow) -> None:
    ping(window)
    window.copy.click()
    assert " in  ping" in QGuiApplication.clipboard().text()
    window.clear.click()
    window.copy.click()
    assert QGuiApplication.clipboard().text() == ""


async def test_it_shows_the_boards_connection_and_costs_nothing_when_closed(tmp_path: Path, qapp: QApplication) -> None:
    async with desktop(tmp_path) as ann:
        ann.shell.fulfil(Wish.INSPECT)
        window = ann.shell.inspector_flow.window
        assert window is not None
        assert "not shared" in window.facts.text()
        await ann.share()
        ann.draw()
        expected = {"connect", "hello", "welcome", "edit", "tick"}
        await until(lambda: expected <= {line.event for line in window.model.shown})
        copied = "".join(line.text for line in window.model.shown)
        share = ann.shell.sharing.share(ann.board.id)
        assert share is not None
        for secret in (share.hosted.code, share.server.host_key, ann.board.replica.standing.client):
            assert secret
            assert secret not in copied
        await until(lambda: "WebSocket" in window.facts.text() and "0 unsent" in window.facts.text())
        window.close()
        assert ann.board.tap.hear is None
        ann.shell.fulfil(Wish.INSPECT)
        ann.shell.fulfil(Wish.BOARDS)
        assert ann.shell.inspector_flow.window is None
