"""Names and ids of people and boards."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whiteboard.protocol.identity import author_of, board_name, is_client, person_name
from whiteboard.protocol.limits import MAX_BOARD_NAME_LENGTH, MAX_NAME_LENGTH


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  Ann\tLee \n", "Ann Lee"),
        ("\u202eevil", "evil"),
        ("a\u0000b\u0007c", "abc"),
        ("Zoe\u0301", "Zoé"),
        ("👩\u200d🔬 Ada", "👩\u200d🔬 Ada"),
        ("x" * 10_000, "x" * MAX_NAME_LENGTH),
        ("\ud800", ""),
    ],
)
def test_a_persons_name_is_made_fit_to_be_shown(text: str, name: str) -> None:
    assert person_name(text) == name


@given(st.text(max_size=200))
@example("0/ 0")
@example("A\x1b\N{COMBINING GRAVE ACCENT}")
def test_a_boards_name_is_short_printable_and_stays_itself(text: str) -> None:
    name = board_name(text)
    assert len(name) <= MAX_BOARD_NAME_LENGTH
    assert "/" not in name
    assert board_name(name) == name


@pytest.mark.parametrize("text", ["", "0" * 31, "0" * 33, "g" * 32, "A" * 32, "0" * 32 + "\n"])
def test_a_client_id_is_32_lower_hexadecimal_digits(text: str) -> None:
    assert not is_client(text)
    assert is_client("0123456789abcdef" * 2)


def test_the_public_id_tells_clients_apart_and_does_not_contain_the_secret() -> None:
    one, two = author_of("1" * 32), author_of("2" * 32)
    assert one != two
    assert one not in "1" * 32
