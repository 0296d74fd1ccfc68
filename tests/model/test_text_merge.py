"""Several people type into one text: nobody loses a letter, no word is torn, and everybody sees the same."""

from __future__ import annotations

import time
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.text_merge import MAX_TEXT_LENGTH, merged, splice, splices

TEXT = st.text("abc \n光", max_size=12)
FIRST = "A text that is there: everybody writes into it."
WORDS = st.lists(st.sampled_from(["sun", "moon", "star", "light", "the", "\n", "光"]), max_size=8).map(" ".join)

SITUATIONS = {
    "only I typed": ("", "sun", "", "sun"),
    "only they typed": ("", "", "moon", "moon"),
    "both begin an empty text": ("", "sun", "moon", "sunmoon"),
    "both type the same": ("", "a", "a", "aa"),
    "both make the same correction": ("teh end", "the end", "the end", "the end"),
    "one in front, one behind": ("light", "light!", "the light", "the light!"),
    "one behind, one in front": ("light", "a light", "light b", "a light b"),
    "two words replaced": ("one two three", "one 2 three", "one two 3", "one 2 3"),
    "a word deleted, one added": ("one two three", "one three", "one two three four", "one three four"),
    "a word deleted that they change": ("one two six", "one six", "one TWO six", "one TWOsix"),
    "both replace one word": ("one two six", "one 2 six", "one TWO six", "one TWO2 six"),
    "overlapping replacements": ("abcdef", "abXf", "aYdef", "aYXf"),
    "both add to one word": ("color", "colors", "colour", "colours"),
    "both delete, partly the same": ("one two six ten", "one two", "six ten", ""),
    "two typed around what is there": ("a do b", "a dora b", "a cedoan b", "a cedoraan b"),
    "they type in two places, I between them": ("one two six", "one two, six", "ONE two SIX", "ONE two, SIX"),
    "I type in two places, they between them": ("one two six", "ONE two SIX", "one 2two six", "ONE 2two SIX"),
    "they delete all, I type": ("one two", "one two six", "", " six"),
    "I delete all, they type": ("one two", "", "one two six", " six"),
    "lines are added in three places": ("a\nb\nc\n", "a\nb\nmine\nc\n", "0\na\nb\nc\nd\n", "0\na\nb\nmine\nc\nd\n"),
    "chinese in two places": ("光合作用", "光合的作用", "大光合作用。", "大光合的作用。"),
    "emoji": ("🌱🌞", "🌱🍃🌞", "🌱🌞🍬", "🌱🍃🌞🍬"),
    "the same word replaced, both add": ("one two six", "one X six four", "one X six five", "one X six four five"),
}


@pytest.mark.parametrize(("base", "mine", "theirs", "both"), SITUATIONS.values(), ids=SITUATIONS)
def test_what_both_typed_is_there(base: str, mine: str, theirs: str, both: str) -> None:
    assert merged(base, mine, theirs) == both


def test_who_types_on_at_the_same_place_keeps_their_words_together() -> None:
    text = ""
    text = merged("", "Hel", text)
    text = merged("", "Wor", text)
    text = merged("Hel", "Hello", text)
    text = merged("Wor", "World", text)
    assert text == "WorldHello"


@given(TEXT, TEXT)
def test_a_splice_makes_one_text_of_the_other(base: str, text: str) -> None:
    begin, end, typed = splice(base, text)
    assert base[:begin] + typed + base[end:] == text


@given(WORDS | TEXT, WORDS | TEXT)
def test_splices_make_one_text_of_the_other(base: str, text: str) -> None:
    made, at = "", 0
    for number, (begin, end, typed) in enumerate(splices(base, text)):
        assert number == 0 or begin > at
        made += base[at:begin] + typed
        at = end
    assert made + base[at:] == text


@given(WORDS | TEXT, WORDS | TEXT, WORDS | TEXT)
def test_no_typed_letter_is_lost(base: str, mine: str, theirs: str) -> None:
    result = merged(base, mine, theirs)
    for typed in (*splices(base, mine), *splices(base, theirs)):
        assert typed.typed in result


@given(TEXT, TEXT, TEXT)
def test_typing_that_others_did_not_touch_is_kept_whole(head: str, typed: str, tail: str) -> None:
    base = head + tail
    assert merged(base, head + typed + tail, base) == head + typed + tail
    assert merged(base, base, head + typed + tail) == head + typed + tail


@pytest.mark.parametrize("seed", range(10))
def test_a_class_that_writes_into_one_text_loses_no_letter_and_hardly_tears_a_word(seed: int) -> None:
    """Each sees what the server had some time ago and their own typing, which is sent in bits of a few letters."""
    chance = Random(seed)
    names = ("anna", "ben", "cem", "dora", "光", "🌱eva")
    server = FIRST
    own = [server] * len(names)
    sent: list[list[tuple[str, str]]] = [[] for _ in names]
    typing = [""] * len(names)
    places = [0] * len(names)
    typed: list[str] = []
    for turn in range(1000):
        who = chance.randrange(len(names))
        if typing[who]:
            bit, typing[who] = typing[who][:2], typing[who][2:]
            before, at = own[who], places[who]
            own[who] = before[:at] + bit + before[at:]
            places[who] += len(bit)
            sent[who].append((before, own[who]))
        elif turn < 700 and not sent[who]:
            own[who] = server
            typed.append(f"{names[who]}{turn}")
            typing[who] = typed[-1] + " "
            places[who] = chance.choice([at + 1 for at, letter in enumerate(server) if letter == " "])
        who = chance.randrange(len(names))
        if sent[who]:
            server = merged(*sent[who].pop(0), server)
    assert not any(sent)
    assert not any(typing)
    assert len(typed) > 50
    assert Counter(server) == Counter("".join([*(f"{word} " for word in typed), FIRST]))
    torn = [word for word in typed if word not in server]  # three bits at one place at the same time
    assert len(torn) <= 0.05 * len(typed)  # measured: 1 % over 40 seeds; one splice a side: 74 %


def test_a_text_grows_no_longer_than_a_text_may_be() -> None:
    text = "a" * MAX_TEXT_LENGTH
    assert len(merged("", "b" * MAX_TEXT_LENGTH, text)) == MAX_TEXT_LENGTH


@pytest.mark.parametrize("letter", ["a", "a ", "光", "\n"])
def test_merging_the_longest_texts_takes_little_time(letter: str) -> None:
    base = (letter * MAX_TEXT_LENGTH)[: MAX_TEXT_LENGTH - 9]
    numbers = " ".join(map(str, range(3600)))
    begun = time.process_time()
    merged(base, "x" + base[:9000] + "y" + base[9000:], "z" + base[:5] + "z" + base[5:])
    merged(numbers, numbers.replace("7", "x"), numbers[::-1])
    assert time.process_time() - begun < 1.0  # measured: 0.03 s; comparing all with all takes minutes
