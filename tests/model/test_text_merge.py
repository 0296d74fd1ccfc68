"""Two people type into one text: nobody loses a letter, and everybody sees the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.text_merge import merged, splice

TEXT = st.text("abc \n", max_size=8)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("", "sun", "", "sun"),
        ("", "", "moon", "moon"),
        ("", "sun", "moon", "moonsun"),
        ("light", "light!", "the light", "the light!"),
        ("light", "a light", "light b", "a light b"),
        ("one two three", "one 2 three", "one two 3", "one 2 3"),
        ("one two three", "one three", "one two three four", "one three four"),
        ("one two six", "one six", "one TWO six", "one TWOsix"),
        ("abcdef", "abXf", "aYdef", "aYXf"),
        ("same", "same one", "same one", "same one"),
    ],
)
def test_what_both_typed_is_there(base: str, mine: str, theirs: str, both: str) -> None:
    assert merged(base, mine, theirs) == both


@given(TEXT, TEXT)
def test_a_splice_makes_one_text_of_the_other(base: str, text: str) -> None:
    begin, end, typed = splice(base, text)
    assert base[:begin] + typed + base[end:] == text


@given(TEXT, TEXT, TEXT)
def test_no_typed_letter_is_lost(base: str, mine: str, theirs: str) -> None:
    result = merged(base, mine, theirs)
    if mine != theirs:
        assert splice(base, mine).typed in result
    assert splice(base, theirs).typed in result


@given(TEXT, TEXT, TEXT)
def test_typing_that_others_did_not_touch_is_kept_whole(head: str, typed: str, tail: str) -> None:
    base = head + tail
    assert merged(base, head + typed + tail, base) == head + typed + tail
    assert merged(base, base, head + typed + tail) == head + typed + tail
