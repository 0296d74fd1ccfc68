"""The list of boards near me, and what it says while it is empty."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.doubles.patience import until
from whiteboard.protocol.link import Link
from whiteboard.ui import nearby
from whiteboard.ui.nearby import BoardNear, NearbyList

pytestmark = pytest.mark.usefixtures("qapp")

PHYSICS = BoardNear("Physics 9B", "Ms Lee", Link("10.0.0.5", 7440, "Physics 9B"), 3)
ART = BoardNear("Art", "Room 12", Link("10.0.0.6", 7440, "Art"), open=True)


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[NearbyList]:
    listed = NearbyList()
    listed.show()
    yield listed
    listed.close()


def test_boards_come_and_go(shown: NearbyList) -> None:
    shown.show_boards([PHYSICS, ART])
    assert [row.board for row in shown.rows.values()] == [PHYSICS, ART]
    assert not shown.hint.isVisible()
    shown.show_boards([ART])
    assert [row.board for row in shown.rows.values()] == [ART]
    shown.show_boards([])
    assert shown.hint.text() == "Looking for boards in your network…"
    assert shown.hint.isVisible()


def test_a_row_that_stays_is_the_same_row(shown: NearbyList) -> None:
    shown.show_boards([PHYSICS])
    (row,) = shown.rows.values()
    shown.show_boards([BoardNear("Physics 9B", "Ms Lee", PHYSICS.link, 4), ART])
    assert next(iter(shown.rows.values())) is row
    assert row.accessibleName() == "Join Physics 9B, Ms Lee · 4 people"


def test_a_click_chooses_the_board(shown: NearbyList) -> None:
    chosen: list[BoardNear] = []
    shown.chosen.connect(chosen.append)
    shown.show_boards([PHYSICS, ART])
    list(shown.rows.values())[1].click()
    assert chosen == [ART]


@pytest.mark.parametrize(
    ("board", "details"),
    [
        (PHYSICS, "Ms Lee · 3 people"),
        (ART, "Room 12 · no code needed"),
        (BoardNear("A", "B", ART.link, 1), "B · 1 person"),
        (BoardNear("A", "B", ART.link, 2, open=True, mine=True), "shared from this computer · 2 people"),
    ],
)
def test_what_is_said_of_a_board(board: BoardNear, details: str) -> None:
    assert board.details == details


async def test_after_a_while_without_boards_it_says_what_else_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "PATIENCE_SECONDS", 0.05)
    listed = NearbyList()
    listed.show()
    await until(lambda: "type the address and the code" in listed.hint.text())
    listed.show_boards([ART])
    listed.show_boards([])
    assert listed.hint.text().startswith("Looking for")
    await until(lambda: "type the address and the code" in listed.hint.text())
    listed.close()


async def test_time_does_not_count_while_it_is_not_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "PATIENCE_SECONDS", 0.05)
    listed = NearbyList()
    listed.show()
    listed.hide()
    assert not listed._timer.isActive()
