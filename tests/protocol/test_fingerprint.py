"""Fingerprints and the words for them: as PROTOCOL.md says, for ever."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from whiteboard.protocol.code import ALPHABET
from whiteboard.protocol.fingerprint import LENGTH, WORD_BITS, fingerprint_of, is_fingerprint, words_of
from whiteboard.protocol.word_list import WORDS


@given(st.binary(max_size=100))
def test_a_fingerprint_is_the_first_130_bits_of_sha_256(certificate: bytes) -> None:
    text = fingerprint_of(certificate)
    assert len(text) == LENGTH
    assert is_fingerprint(text)
    bits = "".join(f"{ALPHABET.index(c):05b}" for c in text)
    assert f"{int.from_bytes(hashlib.sha256(certificate).digest()):0256b}".startswith(bits)


def test_what_is_no_fingerprint_is_none() -> None:
    good = fingerprint_of(b"")
    for text in ("", good[:-1], good + "0", good.lower(), good[:-1] + "U", good[:-1] + "\n"):
        assert not is_fingerprint(text)


def test_the_words_of_a_certificate_stay_the_same_for_ever() -> None:
    assert fingerprint_of(b"x") == "5NRHCGNQ4TR480B2FJMZQB1JYQ"
    assert words_of("5NRHCGNQ4TR480B2FJMZQB1JYQ") == ("hedgehog", "swan", "hat", "table", "carpet")


def test_words_differ_where_fingerprints_do_in_one_character() -> None:
    good = fingerprint_of(b"x")
    others = {words_of(good[:place] + ("0" if good[place] != "0" else "1") + good[place + 1 :]) for place in range(5)}
    assert len(others | {words_of(good)}) == 6


def test_the_list_has_a_word_for_every_number_and_none_is_told_from_another_by_its_end_alone() -> None:
    assert len(WORDS) == len(set(WORDS)) == 1 << WORD_BITS
    assert all(word.isascii() and word.isalpha() and word.islower() and 2 < len(word) < 9 for word in WORDS)
    assert list(WORDS) == sorted(WORDS)
