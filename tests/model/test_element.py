"""Ids of elements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.element import element_id

BITS = st.integers(0, 2**64 - 1)


@given(BITS, BITS)
def test_an_id_is_eleven_letters_and_digits_and_keeps_all_of_chance(one: int, other: int) -> None:
    assert len(element_id(one)) == 11
    assert element_id(one).isascii()
    assert element_id(one).isalnum()
    assert (element_id(one) == element_id(other)) == (one == other)


def test_the_last_of_all_ids_is_as_long_as_the_first() -> None:
    assert element_id(0) == "0" * 11
    assert len(element_id(2**64 - 1)) == 11
    assert element_id(2**64 - 1) != element_id(2**64 - 2)
