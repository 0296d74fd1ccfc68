"""Join codes, as they are read aloud and typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.protocol.code import ALPHABET, LENGTH, code_from, matches, shown, typed


@given(st.binary(min_size=5, max_size=5))
def test_a_code_carries_all_forty_bits(random_bytes: bytes) -> None:
    code = code_from(random_bytes)
    number = 0
    for character in code:
        number = number * 32 + ALPHABET.index(character)
    assert len(code) == LENGTH
    assert number.to_bytes(5, "big") == random_bytes


@pytest.mark.parametrize("text", ["K7QM2XPA", "k7qm-2xpa", " K7QM 2XPA ", "K7QM\u20132XPA"])
def test_a_code_may_be_typed_in_any_case_with_or_without_hyphen(text: str) -> None:
    assert matches("K7QM2XPA", text)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert typed("oOiIlL") == "001111"


@pytest.mark.parametrize("text", ["", "K7QM2XP", "K7QM2XPB", "K7QM2XPAA", "\u0663"])
def test_any_other_code_does_not_match(text: str) -> None:
    assert not matches("K7QM2XPA", text)


def test_a_code_is_shown_in_two_groups() -> None:
    assert shown("K7QM2XPA") == "K7QM-2XPA"
