"""When an edit of a script counts as stored."""

from itertools import count

import pytest

from tests.doubles.board import ME, clients, entry, hash_at, snapshot, stroke, tick, welcome
from whiteboard.client.events import Drew, Event, Left, ReadOnly
from whiteboard.client.script_board import ScriptBoard, Verdict
from whiteboard.model.element import Author
from whiteboard.model.op import Put
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Entry, Member, Tick
from whiteboard.protocol.refusal import Refusal

MINE = author_of(ME)
TOLD = list[Event]


@pytest.fixture
def told() -> TOLD:
    return []


@pytest.fixture
def board(told: TOLD) -> ScriptBoard:
    """On an empty board, welcomed."""
    ids = [ME]
    others, numbers = clients(), count(7)
    board = ScriptBoard(lambda: ids.pop() if ids else others(), lambda: next(numbers), told.append)
    board.hello()
    board.receive(welcome(), 0.0)
    board.load(snapshot())
    return board


def test_an_edit_is_stored_when_its_own_echo_is_there(board: ScriptBoard) -> None:
    verdicts: list[tuple[str, Verdict]] = []
    board.submit([Put(stroke("a"))], lambda verdict: verdicts.append(("a", verdict)))
    board.submit([Put(stroke("b"))], lambda verdict: verdicts.append(("b", verdict)))
    board.receive(tick(entry(1, Put(stroke("x")))), 0.1)
    assert verdicts == []
    board.receive(tick(entry(2, Put(stroke("a")), author=MINE, cseq=1)), 0.2)
    assert verdicts == [("a", None)]
    board.receive(tick(entry(3, Put(stroke("b")), author=MINE, cseq=2)), 0.3)
    assert verdicts == [("a", None), ("b", None)]


def test_of_two_edits_in_one_tick_only_the_refused_one_is_refused(board: ScriptBoard) -> None:
    verdicts: list[Verdict] = []
    board.submit([Put(stroke("a"))], verdicts.append)
    board.submit([Put(stroke("b"))], verdicts.append)
    void = Entry(seq=1, author=MINE, cseq=1, at=1.0, void=Refusal.LOCKED, why="No.")
    board.receive(tick(void, entry(2, Put(stroke("b")), author=MINE, cseq=2)), 0.1)
    assert verdicts == [void, None]
    assert [element.id for element in board.document] == ["b"]


def test_what_somebody_drew_is_told_before_that_they_left(board: ScriptBoard, told: TOLD) -> None:
    ben = Member(no=9, author=Author("ben"), name="Ben", color="")
    board.receive(Tick(seq=0, hash=hash_at(0), joined=(ben,)), 0.1)
    last = Tick(seq=1, hash=hash_at(1), edits=(entry(1, Put(stroke("x")), author=Author("ben")),), left=(9,))
    board.receive(last, 0.2)
    assert [type(event) for event in told[-2:]] == [Drew, Left]
    assert [event.who.name for event in told[-2:] if isinstance(event, (Drew, Left))] == ["Ben", "Ben"]


def test_a_tick_that_does_not_fit_tells_nothing(board: ScriptBoard, told: TOLD) -> None:
    board.receive(tick(entry(5, Put(stroke("x")))), 0.1)
    assert told == []
    assert board.replica.wants_hello


def test_that_nothing_can_be_stored_is_told_once(board: ScriptBoard, told: TOLD) -> None:
    for why in ("full", "full", ""):
        board.receive(Tick(seq=0, hash=hash_at(0), read_only=why), 0.1)
    assert told == [ReadOnly("full"), ReadOnly("")]
