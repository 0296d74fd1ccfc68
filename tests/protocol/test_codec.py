"""Messages to packets and back; what a hostile peer sends is a BadMessage, never another exception."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import entry, stroke, tick, welcome
from whiteboard.model.element import ElementId
from whiteboard.model.op import Patch, Put, Remove
from whiteboard.model.points import MAX_COORDINATE
from whiteboard.protocol.codec import (
    BadMessage,
    client_message,
    message_from,
    server_message,
    snapshot_from_json,
    split_packet,
    to_json,
    to_packet,
)
from whiteboard.protocol.limits import MAX_TRAIL_POINTS_PER_MESSAGE
from whiteboard.protocol.messages import CLIENT_EVENTS, Edit, Hello, PresenceOf, Profile, Tick, TrailChunk, TrailPoints

FAR = 2 * MAX_COORDINATE


def test_a_packet_is_a_socket_io_event_that_any_json_parser_reads() -> None:
    packet = to_packet(Profile(name="Ann", color="#e03131"))
    assert packet[0] == "2"
    assert json.loads(packet[1:]) == ["profile", {"name": "Ann", "color": "#e03131"}]


def test_an_edit_survives_the_wire() -> None:
    edit = Edit(cseq=3, ops=(Put(stroke("a")), Patch(id=ElementId("b"), lock=True), Remove(ElementId("c"))))
    event, payload = split_packet(to_packet(edit))
    assert client_message(event, payload) == edit


def test_ticks_and_welcomes_survive_the_wire() -> None:
    busy = Tick(
        seq=2,
        hash="h",
        edits=(entry(2, Put(stroke("a"))),),
        trails=(TrailChunk(4, 10, (1, 2, 3)),),
        presence=(PresenceOf(1, None, 2.5, "pen"),),
    )
    for message in (busy, tick(entry(1)), welcome()):
        assert server_message(*split_packet(to_packet(message))) == message


def test_a_tick_of_ink_is_short() -> None:
    chunk = Tick(seq=12, hash="0123456789abcdef", trails=(TrailChunk(12, 480, (80, -12, 1) * 6),))
    assert len(to_json(chunk)) < 6 * 14 + 50


@pytest.mark.parametrize("points", [[FAR, -FAR, 0], [0, 0, 1] * MAX_TRAIL_POINTS_PER_MESSAGE, []])
def test_ink_within_the_limits_is_a_message(points: list[int]) -> None:
    message = TrailPoints(id=ElementId("a"), points=tuple(points))
    said = {"id": "a", "points": points}
    assert client_message("trail", to_json(said)) == message_from("trail", said, CLIENT_EVENTS) == message


@pytest.mark.parametrize("points", [[FAR + 1, 0, 0], [0, -FAR - 1, 0], [0, 0, 1] * (MAX_TRAIL_POINTS_PER_MESSAGE + 1)])
def test_ink_that_goes_too_far_or_is_too_much_is_a_bad_message(points: list[int]) -> None:
    said = {"id": "a", "points": points}
    with pytest.raises(BadMessage):
        client_message("trail", to_json(said))
    with pytest.raises(BadMessage):
        message_from("trail", said, CLIENT_EVENTS)


@pytest.mark.parametrize(
    "packet",
    ["", "2", "3[]", "2{}", "2[", '2["tick"]', '2["a",{},{}]', "20[]", '2/ns,["a",{}]', "2[1,{}]", "2" + "[" * 10_000],
)
def test_what_is_no_event_is_a_bad_message(packet: str) -> None:
    with pytest.raises(BadMessage):
        split_packet(packet)


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        ("nonsense", "{}"),
        ("edit", "{}"),
        ("edit", '{"cseq": "1", "ops": []}'),
        ("edit", '{"cseq": 1, "ops": [{"op": "explode"}]}'),
        ("edit", '{"cseq": 1, "ops": [], "as": "host"}'),
        ("edit", '{"cseq": 1e400, "ops": []}'),
        ("trail", '{"id": "x", "points": [1.5]}'),
        ("presence", '{"x": NaN}'),
        ("hello", "[" * 100_000),
        ("hello", b"\xff\xfe"),
    ],
)
def test_a_payload_of_another_shape_is_a_bad_message(event: str, payload: str | bytes) -> None:
    with pytest.raises(BadMessage):
        client_message(event, payload)


@given(st.sampled_from(sorted(CLIENT_EVENTS)), st.binary(max_size=200) | st.text(max_size=200))
def test_no_payload_breaks_the_codec(event: str, payload: bytes | str) -> None:
    try:
        message = client_message(event, payload)
    except BadMessage:
        return
    assert client_message(event, to_json(message)) == message


def test_a_broken_snapshot_is_a_bad_message() -> None:
    with pytest.raises(BadMessage):
        snapshot_from_json(b'{"log_id": 3}')


def test_an_unknown_kind_and_extra_data_survive_d6() -> None:
    future = '{"id":"x","kind":"hologram","geometry":{"x":1,"y":2},"order":"B","ext":{"depth":[1,{"a":null}]}}'
    edit = client_message("edit", f'{{"cseq":1,"ops":[{{"op":"put","element":{future}}}]}}')
    assert isinstance(edit, Edit)
    assert json.loads(to_json(edit))["ops"][0]["element"] == json.loads(future)


def test_a_hello_from_another_version_is_still_read() -> None:
    hello = client_message("hello", '{"protocol":99,"board":"B","client":"c","ordinal":1}')
    assert isinstance(hello, Hello)
    assert hello.protocol == 99
