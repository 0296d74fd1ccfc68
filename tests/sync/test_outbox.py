"""What I am doing, on its way to the others."""

from __future__ import annotations

from whiteboard.model.element import ElementId
from whiteboard.model.points import InkPoint
from whiteboard.model.style import LASER, Style
from whiteboard.protocol.limits import MAX_TRAIL_POINTS_PER_MESSAGE, MAX_TRAILS_PER_MEMBER
from whiteboard.protocol.messages import Presence, TrailEnd, TrailPoints
from whiteboard.sync.outbox import Outbox

ID = ElementId("s")


def drawing(outbox: Outbox, *points: tuple[int, int, int]) -> None:
    outbox.trail(ID, (1.0, 2.0), Style(), [InkPoint(*point) for point in points])


def trails(outbox: Outbox, now: float = 0.0) -> list[TrailPoints]:
    return [message for message in outbox.take(now) if isinstance(message, TrailPoints)]


def test_the_first_message_of_a_trail_says_where_and_how_it_is_drawn() -> None:
    outbox = Outbox()
    drawing(outbox, (0, 0, 100), (16, 8, 110))
    assert trails(outbox) == [TrailPoints(id=ID, points=(0, 0, 100, 16, 8, 10), x=1.0, y=2.0, style=Style())]


def test_later_messages_hold_only_new_points_as_differences() -> None:
    outbox = Outbox()
    drawing(outbox, (0, 0, 100))
    outbox.take(0.0)
    drawing(outbox, (16, 8, 110), (20, 8, 100))
    assert trails(outbox) == [TrailPoints(id=ID, start=1, points=(16, 8, 10, 4, 0, -10))]
    assert trails(outbox) == []


def test_a_new_connection_is_told_the_whole_trail() -> None:
    outbox = Outbox()
    drawing(outbox, (0, 0, 100), (16, 8, 110))
    outbox.take(0.0)
    outbox.connected()
    (message,) = trails(outbox)
    assert (message.start, len(message.points)) == (0, 6)


def test_a_long_trail_is_sent_in_several_messages() -> None:
    outbox = Outbox()
    drawing(outbox, *[(i, 0, 100) for i in range(MAX_TRAIL_POINTS_PER_MESSAGE + 1)])
    assert [message.start for message in trails(outbox)] == [0, MAX_TRAIL_POINTS_PER_MESSAGE]


def test_a_finished_stroke_is_not_sent_as_a_trail_any_more() -> None:
    outbox = Outbox()
    drawing(outbox, (0, 0, 100))
    outbox.finished(ID)
    assert trails(outbox) == []


def test_a_stroke_given_up_is_called_off_only_if_others_saw_it() -> None:
    outbox = Outbox()
    drawing(outbox, (0, 0, 100))
    outbox.given_up(ID)
    assert TrailEnd(id=ID) not in outbox.take(0.0)
    drawing(outbox, (0, 0, 100))
    outbox.take(0.1)
    outbox.given_up(ID)
    assert TrailEnd(id=ID) in outbox.take(0.2)


def test_light_is_sent_to_its_end_before_it_is_over() -> None:
    outbox = Outbox()
    outbox.trail(ID, (0.0, 0.0), Style(ink=LASER), [InkPoint(0, 0, 100), InkPoint(16, 0, 100)])
    outbox.given_up(ID)
    messages = [m for m in outbox.take(0.0) if not isinstance(m, Presence)]
    assert [type(message) for message in messages] == [TrailPoints, TrailEnd]
    assert trails(outbox) == []


def test_light_that_was_over_without_a_connection_is_forgotten() -> None:
    outbox = Outbox()
    for i in range(100):
        id = ElementId(f"light-{i}")
        outbox.trail(id, (0.0, 0.0), Style(ink=LASER), [InkPoint(0, 0, 100)])
        outbox.given_up(id)
    assert len(trails(outbox)) <= MAX_TRAILS_PER_MEMBER
    outbox.trail(ID, (0.0, 0.0), Style(ink=LASER), [InkPoint(0, 0, 100)])
    outbox.given_up(ID)
    outbox.connected()
    assert trails(outbox) == []


def test_only_the_newest_pointer_is_sent_and_repeated_before_it_expires() -> None:
    outbox = Outbox()
    outbox.point_at(Presence(x=1.0, y=1.0, tool="pen"))
    outbox.point_at(Presence(x=2.0, y=1.0, tool="pen"))
    assert outbox.take(0.0) == [Presence(x=2.0, y=1.0, tool="pen")]
    assert outbox.take(1.0) == []
    assert outbox.take(6.0) == [Presence(x=2.0, y=1.0, tool="pen")]


def test_the_page_is_repeated_too_so_that_newcomers_hear_of_it() -> None:
    outbox = Outbox()
    page = ElementId("pg-2")
    outbox.point_at(Presence(page=page))
    assert outbox.take(0.0) == [Presence(page=page)]
    assert outbox.take(1.0) == []
    assert outbox.take(6.0) == [Presence(page=page)]


def pointers(outbox: Outbox, now: float) -> list[float | None]:
    return [message.x for message in outbox.take(now) if isinstance(message, Presence)]


def test_while_ink_flows_the_pointer_is_told_now_and_then_and_once_after_it() -> None:
    outbox = Outbox()
    told = []
    for i in range(60):
        drawing(outbox, (16 * i, 0, 100))
        outbox.point_at(Presence(x=float(i), y=0.0, tool="pen"))
        told += pointers(outbox, 0.016 * i)
    assert len(told) == 4
    assert pointers(outbox, 0.96) == [59.0]
    assert pointers(outbox, 0.976) == []


def test_a_pointer_that_ink_moved_is_told_again_even_where_it_was() -> None:
    outbox = Outbox()
    outbox.point_at(Presence())
    assert pointers(outbox, 0.0) == [None]
    drawing(outbox, (0, 0, 100))
    assert pointers(outbox, 0.016) == []
    assert pointers(outbox, 0.032) == [None]  # a finger, which points at nothing now
    assert pointers(outbox, 0.048) == []


def test_another_tool_or_page_is_told_at_once_though_ink_flows() -> None:
    outbox = Outbox()
    for now, pointer in (
        (0.0, Presence(x=1.0, y=1.0, tool="pen")),
        (0.016, Presence(x=2.0, y=1.0, tool="marker")),
        (0.032, Presence(x=3.0, y=1.0, tool="marker", page=ElementId("pg-2"))),
    ):
        drawing(outbox, (round(now * 1000), 0, 100))
        outbox.point_at(pointer)
        assert pointers(outbox, now) == [pointer.x]
