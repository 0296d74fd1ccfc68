"""Snapshots for joiners, as bytes."""

import gzip

import pytest

from server.snapshots import AT_ONCE, Capture
from tests.doubles.board import stroke
from whiteboard.model.document import Stamp
from whiteboard.model.element import Author
from whiteboard.protocol.codec import snapshot_from_json, to_json
from whiteboard.protocol.messages import Placed, Snapshot


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, 2 * AT_ONCE + 7])
def test_a_snapshot_that_is_encoded_in_pieces_is_the_same_as_in_one(count: int) -> None:
    elements = tuple(Placed(stroke(f"stroke {n}"), Stamp(Author("ann"), 1000.0 + n)) for n in range(count))
    data = gzip.decompress(Capture("log", 7, "hash", elements).encode())
    assert data == to_json(Snapshot(log_id="log", seq=7, hash="hash", elements=elements))
    assert len(snapshot_from_json(data).elements) == count
