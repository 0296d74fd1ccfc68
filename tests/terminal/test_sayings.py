"""The line for each event; nothing of others steers the terminal."""

import pytest

from tests.doubles.board import stroke
from whiteboard.client import Changed, Drew, Erased, Event, GaveUp, Joined, Lost, Missed, Moved, ReadOnly, Renamed, Who
from whiteboard.model.element import Author, Element, ElementId, Geometry
from whiteboard.model.geometry import Point
from whiteboard.terminal.json_lines import line_of
from whiteboard.terminal.sayings import said
from whiteboard.terminal.screen import plain

ANN = Who(Author("a"), "Ann", "#e03131")
S, T = stroke("s", color="#e03131"), stroke("t", color="#123456")
NOTE = Element(id=ElementId("n"), kind="note", geometry=Geometry(x=0, y=0), order="A", text="Hi")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Drew(ANN, (S,)), "Ann drew a stroke of 3 points in red"),
        (Drew(ANN, (T,)), "Ann drew a stroke of 3 points in #123456"),
        (Drew(ANN, (S, T)), "Ann drew 2 strokes of 6 points in all"),
        (Drew(ANN, (NOTE,)), "Ann drew a note"),
        (Erased(ANN, (S, NOTE)), "Ann erased 2 elements"),
        (Erased(Who(Author("x")), (S,)), "somebody who has left erased a stroke"),
        (Erased(Who(Author("")), (S,)), "somebody erased a stroke"),
        (Moved(ANN, (S,), Point(4.6, -2.0)), "Ann moved a stroke by +5, -2"),
        (Changed(ANN, (S,), ("style", "text")), "Ann recoloured, rewrote a stroke"),
        (Changed(ANN, (S,), ("novelty",)), "Ann changed a stroke"),
        (Renamed(ANN, Who(Author("a"), "Ann")), "Ann has a new colour"),
        (GaveUp(ANN, S.id), "Ann gave up a stroke"),
        (Lost("The wire is gone."), "The wire is gone."),
        (Missed(7), "too much at once: 7 events were not shown"),
        (ReadOnly("The disk is full."), "the server stores nothing just now: The disk is full."),
        (ReadOnly(""), "edits are stored again"),
    ],
)
def test_an_event_is_a_sentence(event: Event, words: str) -> None:
    assert said(event) == words
    assert line_of(event, 1.0).startswith('{"event":"')


@pytest.mark.parametrize("hostile", ["\x1b[2J\x1b[31mroot", "a\rb", "a\nb", "\x9b31m", "\u202egnp.exe", "a\u2028b"])
def test_a_hostile_name_cannot_steer_the_terminal(hostile: str) -> None:
    line = said(Joined(Who(Author("a"), hostile)))
    assert line.isprintable()
    assert plain(hostile).isprintable()
    assert line_of(Joined(Who(Author("a"), hostile)), 1.0).count("\n") == 0


def test_a_long_text_is_cut() -> None:
    assert len(plain("x" * 10_000)) == 200
