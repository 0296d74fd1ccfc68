"""Signs for maths on plain keys, and lists that go on."""

from __future__ import annotations

import pytest

from whiteboard.model.lists import continued
from whiteboard.model.symbols import NAMES, SIGNS, aid


def completed(typed: str) -> str:
    """What stands there after a space."""
    found = aid(typed)
    return f"{typed} " if found is None else f"{typed[: len(typed) - found.length]}{found.text} "


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("x^2", "x² "),
        ("10^-23", "10⁻²³ "),
        ("(a+b)^n", "(a+b)ⁿ "),
        ("x_1", "x₁ "),
        ("CO_2", "CO₂ "),
        ("a ->", "a → "),
        ("x >=", "x ≥ "),
        ("a <=>", "a ⇔ "),
        (r"2 \times", "2 × "),
        (r"\alpha", "α "),
        (r"\Omega", "Ω "),
        (r"5\deg", "5° "),
        ("wait...", "wait… "),
    ],
)
def test_what_stands_for_a_sign_becomes_it(typed: str, shown: str) -> None:
    assert completed(typed) == shown


@pytest.mark.parametrize("typed", ["", "x^", "^2", "file_2", "-->", r"\nothing", "a_", "1 > 2", "==>", "x^q", "my_var"])
def test_anything_else_stays_as_it_is(typed: str) -> None:
    assert completed(typed) == f"{typed} "


def test_every_sign_is_one_letter_and_not_plain_ascii() -> None:
    for sign in (*SIGNS.values(), *NAMES.values()):
        assert len(sign) == 1
        assert not sign.isascii()


@pytest.mark.parametrize(
    ("line", "next_line"),
    [
        ("plain", ""),
        ("- milk", "- "),
        ("* milk", "* "),
        ("  - milk", "  - "),
        ("1. milk", "2. "),
        ("9) milk", "10) "),
        ("999. milk", "999. "),
        ("-5 is less", ""),
        ("1.5 is more", ""),
        ("- ", None),
        ("3. ", None),
    ],
)
def test_enter_goes_on_with_a_list_and_ends_it_behind_an_empty_item(line: str, next_line: str | None) -> None:
    assert continued(line) == next_line
