"""PROTOCOL.md and the code say the same."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import msgspec
import pytest

from whiteboard.model.element import Element
from whiteboard.model.op import Put
from whiteboard.model.points import InkPoint, pack, unpack
from whiteboard.model.validate import check_element, check_op
from whiteboard.protocol import codec, limits
from whiteboard.protocol.identity import is_client
from whiteboard.protocol.messages import CLIENT_EVENTS, SERVER_EVENTS, Edit, Hello, Snapshot, Tick, TrailPoints
from whiteboard.protocol.refusal import FATAL, OF_EDITS, RETRY, Refusal

TEXT = (Path(codec.__file__).parent / "PROTOCOL.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)


def decoded(example: str) -> msgspec.Struct:
    """The message that an example is."""
    if example.startswith("{"):
        return codec.snapshot_from_json(example.encode())
    event, payload = codec.split_packet("2" + example)
    return codec.client_message(event, payload) if event in CLIENT_EVENTS else codec.server_message(event, payload)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_what_the_code_would_send(example: str) -> None:
    message = decoded(example)
    written = json.loads(example)
    assert json.loads(codec.to_json(message)) == (written if isinstance(message, Snapshot) else written[1])


def test_every_event_has_an_example() -> None:
    shown = {codec.event_of(m) for m in map(decoded, EXAMPLES) if not isinstance(m, Snapshot)}  # type: ignore[arg-type]
    assert shown == set(CLIENT_EVENTS) | set(SERVER_EVENTS)
    assert any(isinstance(message, Snapshot) for message in map(decoded, EXAMPLES))
    assert '["ping"]' in TEXT


def test_every_field_of_a_message_is_shown_or_explained() -> None:
    for type_ in (*CLIENT_EVENTS.values(), *SERVER_EVENTS.values(), Snapshot, Element):
        for field in msgspec.structs.fields(type_):
            assert re.search(rf'[`"]{field.encode_name}[`"]', TEXT), f"{type_.__name__}.{field.encode_name}"


def test_every_refusal_is_in_the_table_with_what_the_client_does() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", TEXT, re.MULTILINE))
    assert {code: rows.get(code) for code in Refusal if code not in rows} == {}
    assert {code for code, does in rows.items() if "retries" in does} == set(RETRY)
    assert {code for code, does in rows.items() if does.startswith("shows it")} == set(OF_EDITS)
    assert {code for code, does in rows.items() if does.startswith("explains")} == set(FATAL)


def test_every_limit_has_its_value() -> None:
    rows = {name: float(value) for name, value in re.findall(r"^\| `([A-Z_]+)` \| ([\d.]+) \|", TEXT, re.MULTILINE)}
    assert rows == {name: getattr(limits, name) for name in dir(limits) if name.isupper()}


def test_the_worked_example_of_packed_points_is_right() -> None:
    (block,) = re.findall(r"```points\n(.*?)```", TEXT, re.DOTALL)
    lines = {name: value.strip() for name, _, value in (line.partition(":") for line in block.splitlines())}
    points = [InkPoint(*point) for point in json.loads(lines["points"])]
    assert pack(points) == bytes.fromhex(lines["bytes"]) == base64.b64decode(lines["base64"])
    assert unpack(base64.b64decode(lines["base64"])) == points
    numbers = [int(number) for number in lines["numbers"].split()]
    assert [2 * n if n >= 0 else -2 * n - 1 for n in numbers] == [int(z) for z in lines["zigzag"].split()]


def test_the_examples_keep_the_rules_that_the_document_states() -> None:
    for message in map(decoded, EXAMPLES):
        match message:
            case Hello():
                assert is_client(message.client)
                assert message.protocol == limits.PROTOCOL
            case Edit():
                for op in message.ops:
                    check_op(op)
            case Tick():
                for entry in message.edits:
                    for op in entry.ops:
                        assert isinstance(op, Put)
                        check_op(op)
            case Snapshot():
                for placed in message.elements:
                    check_element(placed.element)
            case TrailPoints():
                assert len(message.points) % 3 == 0


def test_the_version_is_sent_even_where_it_is_the_default() -> None:
    hello = Hello(board="Board", client="0" * 32, ordinal=1)
    assert b'"protocol":1' in codec.to_json(hello)
