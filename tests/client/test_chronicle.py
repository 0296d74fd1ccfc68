"""What edits and trails are told as."""

from collections.abc import Sequence

import msgspec

from tests.doubles.board import ME, OTHER, entry, stroke
from whiteboard.client.chronicle import Chronicle
from whiteboard.client.events import (
    Changed,
    DoorSet,
    Drawing,
    Drew,
    Erased,
    Event,
    GaveUp,
    GotRole,
    Joined,
    Knocked,
    Left,
    Moved,
    Renamed,
    Turned,
    Typed,
    Who,
)
from whiteboard.model.content import Content
from whiteboard.model.document import Document
from whiteboard.model.element import FIRST_PAGE, NOTE, PAGE, Element, ElementId, Geometry
from whiteboard.model.geometry import Point
from whiteboard.model.op import Op, Patch, Put, Remove, Retype
from whiteboard.model.points import InkPoint
from whiteboard.model.style import LASER, PEN, Style
from whiteboard.protocol.host_messages import Caller, Door
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Member, Role
from whiteboard.sync.peers import PeerNews, TrailNews

BEN = Member(no=2, author=OTHER, name="Ben", color="#1971c2")
WHO = Who(OTHER, "Ben", "#1971c2")
A, B = stroke("a"), stroke("b", x=100.0)


def told(before: Sequence[Element], *ops: Op) -> list[Event]:
    """What one edit of Ben's is told as."""
    chronicle = Chronicle()
    chronicle.meet([BEN])
    return list(chronicle.edits([entry(1, *ops)], author_of(ME), {element.id: element for element in before}))


def shifted(element: Element, dx: float, dy: float) -> Patch:
    g = element.geometry
    return Patch(id=element.id, geometry=Geometry(x=g.x + dx, y=g.y + dy, w=g.w, h=g.h))


def trail(*points: InkPoint, ended: bool = False, ink: str = PEN) -> PeerNews:
    news = TrailNews(ElementId("t"), 2, 10.0, 20.0, Style(ink=ink), 0, points, ended)
    return PeerNews(trails=(news,))


def test_new_elements_of_one_edit_are_one_event() -> None:
    assert told([], Put(A), Put(B)) == [Drew(WHO, (A, B))]


def test_erasing_tells_what_was_there() -> None:
    assert told([A, B], Remove(A.id), Remove(B.id)) == [Erased(WHO, (A, B))]


def test_erasing_what_is_not_there_is_no_event() -> None:
    assert told([], Remove(A.id)) == []


def test_what_is_moved_together_is_one_event() -> None:
    (event,) = told([A, B], shifted(A, 5.0, -2.0), shifted(B, 5.0, -2.0))
    assert isinstance(event, Moved)
    assert (len(event.elements), event.by) == (2, Point(5.0, -2.0))


def test_what_is_moved_apart_is_two_events() -> None:
    assert [type(event) for event in told([A, B], shifted(A, 5, 0), shifted(B, 0, 5))] == [Moved, Moved]


def test_a_new_size_is_a_change_of_geometry() -> None:
    (event,) = told([A], Patch(id=A.id, geometry=Geometry(x=0, y=0, w=99, h=99)))
    assert isinstance(event, Changed)
    assert event.groups == ("geometry",)


def test_a_new_colour_is_a_change_of_style() -> None:
    (event,) = told([A, B], *(Patch(id=e.id, style=Style(color="#e03131")) for e in (A, B)))
    assert isinstance(event, Changed)
    assert (len(event.elements), event.groups) == (2, ("style",))


def test_a_patch_that_changes_nothing_is_no_event() -> None:
    assert told([A], Patch(id=A.id, style=A.style)) == []


def test_drawn_and_erased_in_one_edit_is_nothing() -> None:
    assert told([], Put(A), Remove(A.id)) == []


def test_a_second_edit_of_a_tick_sees_what_the_first_did() -> None:
    chronicle = Chronicle()
    entries = [entry(1, Put(A)), entry(2, Remove(A.id))]
    assert [type(event) for event in chronicle.edits(entries, author_of(ME), {})] == [Drew, Erased]


def test_my_own_edits_are_no_news_but_count_for_what_follows() -> None:
    chronicle = Chronicle()
    entries = [entry(1, Put(A), author=author_of(ME)), entry(2, Remove(A.id))]
    assert [type(event) for event in chronicle.edits(entries, author_of(ME), {})] == [Erased]


def test_a_stranger_has_no_name() -> None:
    (event,) = Chronicle().edits([entry(1, Put(A))], author_of(ME), {})
    assert event == Drew(Who(OTHER), (A,))


def test_people_come_change_their_name_and_go() -> None:
    chronicle, board = Chronicle(), Document()
    bob = Member(no=2, author=OTHER, name="Bob", color="#1971c2")
    bob_now = Who(OTHER, "Bob", "#1971c2")
    assert list(chronicle.peers(PeerNews(joined=(BEN,)), board)) == [Joined(WHO)]
    assert list(chronicle.peers(PeerNews(changed=(bob,)), board)) == [Renamed(bob_now, WHO)]
    assert list(chronicle.peers(PeerNews(left=(bob,)), board)) == [Left(bob_now)]
    assert chronicle.who(OTHER) == bob_now, "an edit that still arrives has a name"


def test_a_stroke_in_progress_begins_once_and_grows_in_board_units() -> None:
    chronicle, board = Chronicle(), Document()
    chronicle.meet([BEN])
    first, more = (event for at in (0, 160) for event in chronicle.peers(trail(InkPoint(at, at, 128)), board))
    assert isinstance(first, Drawing)
    assert isinstance(more, Drawing)
    assert (first.who, first.first, more.first) == (WHO, True, False)
    assert (first.points, more.points) == ((Point(10.0, 20.0),), (Point(20.0, 30.0),))


def test_a_stroke_of_which_nothing_comes_was_given_up() -> None:
    chronicle = Chronicle()
    chronicle.meet([BEN])
    assert list(chronicle.peers(trail(ended=True), Document())) == [GaveUp(WHO, ElementId("t"), Style())]


def test_the_end_of_a_laser_is_told_as_such() -> None:
    chronicle = Chronicle()
    chronicle.meet([BEN])
    assert list(chronicle.peers(trail(ended=True, ink=LASER), Document())) == [
        GaveUp(WHO, ElementId("t"), Style(ink=LASER))
    ]


def test_a_stroke_that_became_an_element_just_ends() -> None:
    assert list(Chronicle().peers(trail(ended=True), Document([stroke("t")]))) == []


def test_typing_is_told_with_the_text_before() -> None:
    note = Element(id=ElementId("n"), kind=NOTE, geometry=Geometry(x=0, y=0, w=9, h=9), order="A", text="Hell")
    (typed,) = told([note], Retype(id=note.id, base="Hell", text="Hello"))
    assert isinstance(typed, Typed)
    assert (typed.was, typed.element.text, typed.who) == ("Hell", "Hello", WHO)


def test_another_role_is_no_other_name() -> None:
    chronicle = Chronicle()
    chronicle.meet([BEN])
    viewer = msgspec.structs.replace(BEN, role=Role.VIEWER)
    assert list(chronicle.peers(PeerNews(changed=(viewer,)), Document())) == [GotRole(WHO, Role.VIEWER)]
    both = msgspec.structs.replace(BEN, name="Benno")
    kinds = [type(event) for event in chronicle.peers(PeerNews(changed=(both,)), Document())]
    assert kinds == [GotRole, Renamed]


def test_who_turns_a_page_is_told_once_with_its_number_and_title() -> None:
    chronicle = Chronicle()
    chronicle.meet([BEN])
    page = Element(
        id=ElementId("p"), kind=PAGE, geometry=Geometry(x=0, y=0), order="A", content=Content(title="Forces")
    )
    document = Document([page])
    assert list(chronicle.turned({2: ElementId("")}, document)) == []
    assert list(chronicle.turned({2: page.id}, document)) == [Turned(WHO, page.id, 2, "Forces")]
    assert list(chronicle.turned({2: page.id}, document)) == []
    assert list(chronicle.turned({2: ElementId("gone")}, document)) == [Turned(WHO, ElementId("gone"))]
    assert list(chronicle.turned({2: ElementId(""), 9: page.id}, document)) == [Turned(WHO, FIRST_PAGE, 1)]


def test_a_host_is_told_how_the_door_stands_and_who_knocks() -> None:
    chronicle = Chronicle()
    closed = Door(code="K7QM2XPA", approval=True)
    assert list(chronicle.door(closed)) == [DoorSet(approval=True, everybody=Role.EDITOR, guests=False)]
    eva = Caller(author=OTHER, name="Eva", color="#2f9e44")
    waiting = msgspec.structs.replace(closed, waiting=(eva,))
    assert list(chronicle.door(waiting)) == [Knocked(Who(OTHER, "Eva", "#2f9e44"))]
    assert list(chronicle.door(waiting)) == []
