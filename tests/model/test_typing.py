"""One types while others do: letters, cursor, and what one's own undo takes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.text_merge import Splice, merged, splices
from whiteboard.model.typing import PAUSE, Typing, shifted

TEXT = st.text("ab c", max_size=10)


def done(text: str, changes: list[Splice]) -> str:
    for begin, end, typed in reversed(changes):
        text = text[:begin] + typed + text[end:]
    return text


def test_letters_of_others_come_between_mine_that_are_not_sent_yet() -> None:
    typing = Typing("one two")
    changes = typing.heard("one and two", "one two three")
    assert done("one and two", changes) == "one and two three"
    assert typing.seen == "one two three"


@given(TEXT, TEXT, TEXT)
def test_what_i_have_in_the_end_is_what_everybody_gets(base: str, own: str, theirs: str) -> None:
    typing = Typing(base)
    shown = done(own, typing.heard(own, theirs))
    assert shown == merged(base, own, theirs)
    assert merged(typing.seen, shown, theirs) == shown


def test_the_cursor_stays_with_its_letter() -> None:
    changes = splices("abc", "xxabc")
    assert shifted(1, changes) == 3
    assert shifted(0, changes) == 0, "what others type just where I am stands behind my cursor"
    assert shifted(3, splices("abc", "abcxx")) == 3
    assert shifted(3, splices("abc", "a")) == 1
    assert shifted(2, splices("abcdef", "af")) == 1
    assert shifted(6, splices("abcdef", "aXf")) == 3


def test_undo_takes_back_the_last_bit_and_leaves_what_others_typed() -> None:
    typing = Typing("")
    typing.typed("", "s", 0.0)
    typing.typed("s", "sun", 0.5)
    typing.typed("sun", "sun moon", 0.5 + 2 * PAUSE)
    typing.heard("sun moon", "the ")
    assert typing.undo("the sun moon") == "the sun"
    assert typing.undo("the sun") == "the "
    assert typing.undo("the ") == "the "
    assert typing.redo("the ") == "the sun"
    assert typing.redo("the sun") == "the sun moon"


def test_what_is_typed_after_an_undo_ends_the_redo() -> None:
    typing = Typing("")
    typing.typed("", "a", 0.0)
    assert typing.undo("a") == ""
    typing.typed("", "b", 10.0)
    assert typing.redo("b") == "b"
