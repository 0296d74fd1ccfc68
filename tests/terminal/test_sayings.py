"""The line for each event; nothing of others steers the terminal."""

import pytest

from tests.doubles.board import stroke
from whiteboard.client import (
    AtTheDoor,
    Changed,
    DoorSet,
    Drew,
    Erased,
    Event,
    GaveUp,
    GotRole,
    Joined,
    Knocked,
    Lost,
    Missed,
    Moved,
    ReadOnly,
    Renamed,
    Turned,
    Typed,
    Who,
)
from whiteboard.model.content import Content
from whiteboard.model.element import Author, Element, ElementId, Geometry
from whiteboard.model.geometry import Point
from whiteboard.model.style import LASER, Style
from whiteboard.protocol.message import Role
from whiteboard.terminal.json_lines import line_of
from whiteboard.terminal.sayings import said
from whiteboard.terminal.screen import plain

ANN = Who(Author("a"), "Ann", "#e03131")
S, T = stroke("s", color="#e03131"), stroke("t", color="#123456")
NOTE = Element(id=ElementId("n"), kind="note", geometry=Geometry(x=0, y=0), order="A", text="Hi")


def made(kind: str, *, text: str = "", form: str = "", alt: str = "", title: str = "", gone: bool = False) -> Element:
    content = Content(form=form, alt=alt, title=title, gone=gone)
    return Element(id=ElementId("m"), kind=kind, geometry=Geometry(x=0, y=0), order="A", text=text, content=content)


TEXT = made("text", text="Hello")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Drew(ANN, (S,)), "Ann drew a stroke of 3 points in red"),
        (Drew(ANN, (T,)), "Ann drew a stroke of 3 points in #123456"),
        (Drew(ANN, (S, T)), "Ann drew 2 strokes of 6 points in all"),
        (Drew(ANN, (NOTE,)), "Ann stuck up a note: “Hi”"),
        (Drew(ANN, (NOTE, TEXT)), "Ann put up 2 elements"),
        (Drew(ANN, (TEXT,)), "Ann wrote “Hello”"),
        (Drew(ANN, (made("text"),)), "Ann began a text"),
        (Drew(ANN, (made("shape", form="ellipse"),)), "Ann drew an ellipse in black"),
        (Drew(ANN, (made("shape", form="star"),) * 2), "Ann drew 2 stars"),
        (Drew(ANN, (made("connector", form="elbow"),)), "Ann drew a line with corners in black"),
        (Drew(ANN, (made("image", alt="A cat"),)), "Ann put up a picture “A cat”"),
        (Drew(ANN, (made("instrument", form="set_square"),)), "Ann laid down a set square"),
        (Drew(ANN, (made("page", title="Forces"),)), "Ann added a page “Forces”"),
        (Drew(ANN, (made("hologram"),)), "Ann drew a hologram"),
        (Changed(ANN, (made("page", title="Forces"),), ("content",)), "Ann changed a page “Forces”"),
        (Changed(ANN, (made("page", gone=True),), ("content",)), "Ann removed a page"),
        (Changed(ANN, (S, T), ("group",)), "Ann grouped or ungrouped 2 strokes"),
        (Typed(ANN, TEXT, "Hell"), "Ann typed in a text: “Hello”"),
        (Typed(ANN, made("note"), "Hi"), "Ann typed in a note: nothing is left of it"),
        (Typed(ANN, made("note", text="a" * 60 + "b\nc"), "a" * 60 + "\nc"), f"Ann typed in a note: “…{'a' * 20}b c”"),
        (Turned(ANN, ElementId("p"), 2, "Forces"), "Ann turned to page 2 “Forces”"),
        (Turned(ANN, ElementId("p")), "Ann turned to another page"),
        (GotRole(ANN, Role.VIEWER), "Ann may only look now"),
        (AtTheDoor(), "at the door: the host has to let this program in"),
        (Knocked(ANN), "Ann knocks and waits to be let in"),
        (
            DoorSet(True, Role.VIEWER, False),
            "the door: newcomers wait to be let in and may only look; only those who encrypt come in",
        ),
        (Erased(ANN, (S, NOTE)), "Ann erased 2 elements"),
        (Erased(Who(Author("x")), (S,)), "somebody who has left erased a stroke"),
        (Erased(Who(Author("")), (S,)), "somebody erased a stroke"),
        (Moved(ANN, (S,), Point(4.6, -2.0)), "Ann moved a stroke by +5, -2"),
        (Changed(ANN, (S,), ("style", "text")), "Ann recoloured, rewrote a stroke"),
        (Changed(ANN, (S,), ("novelty",)), "Ann changed a stroke"),
        (Renamed(ANN, Who(Author("a"), "Ann")), "Ann has a new colour"),
        (GaveUp(ANN, S.id, Style()), "Ann gave up a stroke"),
        (GaveUp(ANN, S.id, Style(ink=LASER)), "Ann put the laser down"),
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
