"""The connection in two words, and in detail."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from whiteboard.net.status import Connection, Phase
from whiteboard.ui.connection_indicator import ConnectionDetails, ConnectionIndicator, summary

ONLINE = Connection(Phase.ONLINE, "websocket", 0.0123)
LOST = Connection(Phase.RETRYING, unsent=3, sentence="The connection to 10.0.0.5 was lost. Keep drawing.")


@pytest.fixture
def indicator(qapp: QApplication) -> Iterator[ConnectionIndicator]:
    indicator = ConnectionIndicator()
    indicator.show()
    yield indicator
    indicator.close()


@pytest.mark.parametrize(
    ("connection", "words"),
    [
        (ONLINE, "Connected"),
        (LOST, "Working offline"),
        (Connection(Phase.CONNECTING), "Connecting…"),
        (Connection(Phase.REFUSED, sentence="The board is gone."), "Not connected"),
        (Connection(), "Not shared now"),
    ],
)
def test_two_words_for_every_phase(indicator: ConnectionIndicator, connection: Connection, words: str) -> None:
    indicator.show_connection(connection, has_server=True)
    assert indicator.words == words
    assert indicator.accessibleName().startswith(words)
    assert indicator.sizeHint().width() > 60


def test_a_board_of_my_own_needs_no_word(indicator: ConnectionIndicator) -> None:
    indicator.show_connection(Connection(), has_server=False)
    assert not indicator.isVisible()
    indicator.show_connection(ONLINE, has_server=True)
    assert indicator.isVisible()


def test_in_a_narrow_window_the_dot_must_do(indicator: ConnectionIndicator) -> None:
    indicator.show_connection(ONLINE, has_server=True)
    wide = indicator.sizeHint().width()
    indicator.be_narrow(True)
    assert indicator.sizeHint().width() < wide / 2
    assert indicator.accessibleName().startswith("Connected")


def test_details_online(indicator: ConnectionIndicator) -> None:
    indicator.show_connection(ONLINE, has_server=True)
    indicator.click()
    details = indicator.findChild(ConnectionDetails)
    assert isinstance(details, ConnectionDetails)
    texts = (details.transport.text(), details.round_trip.text(), details.unsent.text())
    assert texts == ("WebSocket", "12 ms", "no changes")
    assert not details.again.isVisible()
    assert not details.sentence.isVisible()
    details.close()


def test_long_polling_is_shown_as_such(indicator: ConnectionIndicator) -> None:
    indicator.show_connection(Connection(Phase.ONLINE, "polling", 0.1), has_server=True)
    assert "long polling" in indicator.accessibleName()
    indicator.click()
    details = indicator.findChild(ConnectionDetails)
    assert isinstance(details, ConnectionDetails)
    assert details.transport.text() == "long polling"
    assert "slower, but nothing is missing" in details.sentence.text()
    details.close()


def test_details_offline_follow_and_let_try_again(indicator: ConnectionIndicator) -> None:
    tries: list[int] = []
    indicator.retry.connect(lambda: tries.append(1))
    for _ in range(2):
        indicator.show_connection(ONLINE, has_server=True)
        indicator.click()
        details = indicator.findChild(ConnectionDetails)
        assert isinstance(details, ConnectionDetails)
        indicator.show_connection(LOST, has_server=True)
        assert (details.transport.text(), details.round_trip.text(), details.unsent.text()) == ("–", "–", "3 changes")
        assert details.sentence.text() == LOST.sentence
        details.again.click()
        assert not details.isVisible()
    assert tries == [1, 1]


def test_what_waits_is_said_where_nothing_else_is() -> None:
    assert summary(Connection(Phase.CONNECTING, unsent=1)) == "1 change will be sent when the board is back."
    assert summary(Connection(Phase.ONLINE, unsent=1)) == ""
    assert summary(LOST) == LOST.sentence
