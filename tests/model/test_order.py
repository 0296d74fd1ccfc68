"""Order keys: always one more between two, and short for the usual case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.order import MAX_LENGTH, above, between, is_order

JITTER = st.integers(0, 1 << 32)


@given(st.lists(st.tuples(st.integers(0, 30), JITTER), max_size=40))
def test_keys_inserted_anywhere_keep_their_places(inserts: list[tuple[int, int]]) -> None:
    keys: list[str] = []
    for place, jitter in inserts:
        place = min(place, len(keys))
        low = keys[place - 1] if place else None
        high = keys[place] if place < len(keys) else None
        keys.insert(place, between(low, high, jitter))
    assert keys == sorted(set(keys))
    assert all(is_order(key) for key in keys)


@given(JITTER)
def test_drawing_on_top_keeps_keys_short(jitter: int) -> None:
    keys = [above(None, jitter)]
    for _ in range(2_000):
        keys.append(above(keys[-1], jitter))
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 8


@given(JITTER, JITTER)
def test_drawing_on_top_of_any_key_is_above_it(one: int, two: int) -> None:
    low = between(None, above(None, one), two)
    assert above(low, two) > low
    assert above("zzzzzz", two) > "zzzzzz"


def test_two_people_who_draw_at_once_get_different_keys() -> None:
    assert above("A", 1) != above("A", 2)


@pytest.mark.parametrize(("low", "high"), [("B", "B"), ("C", "B")])
def test_there_is_nothing_between_keys_in_the_wrong_order(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="no order between"):
        between(low, high, 0)


@pytest.mark.parametrize("text", ["", "A0", "a-b", "Ä", "A" * (MAX_LENGTH + 1)])
def test_what_is_no_key(text: str) -> None:
    assert not is_order(text)
