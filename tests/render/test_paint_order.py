"""Ranks sort as (order, id) does, whatever comes and goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.render.paint_order import Key, PaintOrder

KEYS = st.tuples(st.text("abc", min_size=1, max_size=3), st.text("xyz", min_size=1, max_size=2))


@given(st.lists(KEYS, unique=True, max_size=30), st.data())
def test_ranks_sort_as_the_keys_do(keys: list[Key], data: st.DataObject) -> None:
    order, ranks = PaintOrder(), dict[Key, float]()
    for key in keys:
        rank = order.insert(key)
        assert rank is not None
        ranks[key] = rank
        goes: bool = data.draw(st.booleans())
        if goes:
            gone = data.draw(st.sampled_from(sorted(ranks)))
            order.remove(gone)
            del ranks[gone]
    assert sorted(ranks, key=ranks.__getitem__) == sorted(ranks)
    assert len(order) == len(ranks)


def test_a_place_split_too_often_asks_for_new_ranks() -> None:
    order = PaintOrder()
    order.insert(("A", "0"))
    order.insert(("a", "0"))
    order.insert(("b", "0"))
    keys = [("a", f"{i:03}") for i in range(99, 0, -1)]
    asked = [key for key in keys if order.insert(key) is None]
    assert asked
    ranks = order.renumbered()
    assert sorted(ranks, key=ranks.__getitem__) == sorted(ranks)
    assert len(set(ranks.values())) == len(keys) + 3


def test_removing_a_stranger_is_an_error() -> None:
    order = PaintOrder()
    order.insert(("a", "1"))
    with pytest.raises(KeyError):
        order.remove(("a", "2"))


def test_only_the_last_is_on_top() -> None:
    order = PaintOrder()
    order.reset([("a", "1"), ("b", "1")])
    assert order.is_top(("b", "1"))
    assert not order.is_top(("a", "1"))
