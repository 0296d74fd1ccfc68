"""What the inspector keeps of what passes, and what it says of it: without a window."""

import msgspec
import pytest

from whiteboard.net.tap import Passed, Tap
from whiteboard.protocol import codec
from whiteboard.protocol.host_messages import Door
from whiteboard.protocol.messages import CLIENT_EVENTS, SERVER_EVENTS, Hello, Refused
from whiteboard.protocol.refusal import Refusal
from whiteboard.ui.inspector.meaning import EXPLAINED, explained, pretty, summary
from whiteboard.ui.inspector.passing import HIDDEN, MOST, MOST_TEXT, SECONDS, Line, Passing, line_of

SECRET = "0123456789abcdef0123456789abcdef"


def line(packet: str, *, incoming: bool = True) -> Line:
    return line_of(1, Passed(1000.5, incoming, packet))


def test_a_packet_is_a_line_with_event_size_and_payload() -> None:
    said = line('2["tick",{"seq":7,"hash":"ü"}]')
    assert (said.event, said.size, said.text) == ("tick", 31, '{"seq":7,"hash":"ü"}')
    assert summary(said) == "nothing new: still at change 7"
    assert pretty(said).splitlines()[1] == '  "seq": 7,'


@pytest.mark.parametrize(
    ("packet", "event"),
    [
        ('2["ping"]', "ping"),
        ('27["ping"]', "ping"),
        ("37[]", "answer"),
        ('0{"sid":"x"}', "connect"),
        ("1", "disconnect"),
    ],
)
def test_the_packets_of_socket_io_itself_have_names_too(packet: str, event: str) -> None:
    assert line(packet).event == event
    assert event in EXPLAINED


def test_secrets_are_never_kept() -> None:
    hello = Hello(board="Board", client=SECRET, ordinal=1, code="K7QM2XPA", host_key=SECRET, name='"code":"x')
    said = line(codec.to_packet(hello), incoming=False)
    assert SECRET not in said.text
    assert "K7QM2XPA" not in said.text
    assert msgspec.json.decode(said.text)["client"] == HIDDEN
    assert msgspec.json.decode(said.text)["name"] == '"code":"x'
    door = line(codec.to_packet(Door(code="K7QM2XPA")))
    assert "K7QM2XPA" not in door.text
    welcome = line('2["welcome",{"member":1,"token":"' + SECRET + '"')
    assert SECRET not in welcome.text
    assert SECRET not in line('0{"sid":"' + SECRET + '"}').text
    assert SECRET not in line('2["welcome",{"token":"' + SECRET * 1000).text


def test_why_the_server_refuses_is_no_secret() -> None:
    assert summary(line(codec.to_packet(Refused(code=Refusal.WRONG_CODE)))) == "wrong_code"


def test_of_a_long_payload_the_beginning_is_kept() -> None:
    said = line('2["edit",{"x":"' + "y" * MOST_TEXT + '"}]')
    assert said.cut
    assert len(said.text) == MOST_TEXT
    assert said.size > MOST_TEXT
    assert "too long" in summary(said)
    assert pretty(said).endswith("…")


def test_every_event_of_the_protocol_is_explained() -> None:
    assert CLIENT_EVENTS.keys() | SERVER_EVENTS.keys() <= EXPLAINED.keys()
    assert all(text.endswith(".") for text in EXPLAINED.values())
    assert explained("from the future").endswith(".")


@pytest.mark.parametrize(
    ("packet", "words"),
    [
        ('2["edit",{"cseq":5,"ops":[{"op":"put","element":{"kind":"stroke"}},{"op":"remove","id":"a"}]}]',
         "my change 5: put a stroke, remove an element"),
        ('2["trail",{"id":"a","points":[0,0,9,1,1,0],"x":0,"y":0}]', "2 points of ink, the first"),
        ('2["presence",{"x":12.4,"y":3,"tool":"pen"}]', "pen at 12, 3"),
        ('2["presence",{}]', "the pointer is off the board"),
        ('2["tick",{"seq":9,"hash":"h","edits":[{"seq":9,"ops":[{"op":"put","element":{"kind":"note"}}]}],'
         '"trails":[[1,0,[0,0,9]]],"presence":[[1,2,3,"pen"]]}]', "change 9: put a note; 1 point of ink; 1 pointer"),
        ('2["tick",{"seq":9,"hash":"h","edits":[{"seq":9,"void":"locked"}]}]', "change 9 refused (locked)"),
        ('2["hello",{"board":"Physics","name":"Ann"}]', "Ann to “Physics”, knows nothing of it yet"),
        ('2["tick",["odd"]]', ""),
        ('2["tick",{"edits":3}]', ""),
        ('2["tick",{', "not readable"),
    ],
)  # fmt: skip
def test_each_line_says_what_is_in_it(packet: str, words: str) -> None:
    assert summary(line(packet)) == words


def test_memory_is_bounded_and_a_pause_only_counts() -> None:
    passing = Passing()
    for _ in range(MOST + 5):
        passing.take(Passed(1000.0, True, '2["ping"]'))
    kept = passing.fresh()
    assert (len(kept), kept[0].number, passing.fresh()) == (MOST, 6, [])
    passing.paused = True
    passing.take(Passed(1000.0, True, '2["ping"]'))
    assert (passing.fresh(), passing.missed) == ([], 1)
    passing.resume()
    assert passing.missed == 0


def test_rates_of_the_last_minute() -> None:
    passing = Passing()
    for at, incoming in ((1000.1, True), (1000.9, True), (1001.0, False), (1002.5, True)):
        passing.take(Passed(at, incoming, '2["ping"]'))
    seconds = passing.rates(1002.7)
    assert len(seconds) == SECONDS
    assert [(s.messages_in, s.messages_out) for s in seconds[-3:]] == [(0, 0), (2, 0), (0, 1)]
    assert (seconds[-2].bytes_in, seconds[-1].bytes_out) == (18, 9)
    assert all(s.messages_in == 0 for s in passing.rates(5000.0))


def test_a_tap_that_nobody_hears_does_nothing() -> None:
    heard: list[Passed] = []
    tap = Tap(clock=lambda: 5.0)
    tap.pass_by("1", incoming=True)
    tap.hear = heard.append
    tap.pass_by("2", incoming=False)
    assert heard == [Passed(5.0, False, "2")]
