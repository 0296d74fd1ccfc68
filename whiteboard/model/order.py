"""Fractional indexing: order strings between any two others, so that z-order merges without renumbering.

A key is a fraction in base 62 without trailing zeros, compared as text. Two people who insert at the same place at once
get different keys through the jitter, and (order, id) decides where even that fails (SPEC D3). After David Greenspan,
"Implementing Fractional Indexing", observablehq.com/@dgreensp/implementing-fractional-indexing.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
MAX_LENGTH = 64
"""A longer key is refused; the range is given new keys by an edit of its own."""

_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_BASE = len(DIGITS)
_HEAD_WIDTH = 6
_JITTER_WIDTH = 2


def is_order(text: str) -> bool:
    """Whether the text is a valid order key."""
    return 0 < len(text) <= MAX_LENGTH and text[-1] != "0" and text.isascii() and text.isalnum()


def above(last: str | None, jitter: int) -> str:
    """A key above `last` (None: the board is empty), for the element that is drawn next.

    Appending counts up in the first six digits, so keys stay short however many strokes a board gets. `jitter` is any
    non-negative integer, from the caller's source of chance.
    """
    head = 0 if last is None else int_of(last[:_HEAD_WIDTH].ljust(_HEAD_WIDTH, "0"))
    if head + 1 >= _BASE**_HEAD_WIDTH:
        return between(last, None, jitter)
    tail = 1 + jitter % (_BASE**_JITTER_WIDTH - 1)
    return (text_of(head + 1, _HEAD_WIDTH) + text_of(tail, _JITTER_WIDTH)).rstrip("0")


def has_room_above(last: str | None, count: int) -> bool:
    """Whether `above` can count up so often."""
    head = 0 if last is None else int_of(last[:_HEAD_WIDTH].ljust(_HEAD_WIDTH, "0"))
    most: int = _BASE**_HEAD_WIDTH
    return head + count < most


def between(low: str | None, high: str | None, jitter: int) -> str:
    """A key strictly between two others (None: no limit on that side).

    ValueError if low >= high. The key may be longer than MAX_LENGTH when a place was split very often.
    """
    if low is not None and high is not None and low >= high:
        raise ValueError(f"no order between {low!r} and {high!r}")
    a, b = low or "", high
    prefix = ""
    while True:
        digit_a = _VALUE[a[0]] if a else 0
        digit_b = _VALUE[b[0]] if b else _BASE
        if digit_b - digit_a > 1:
            room = digit_b - digit_a - 1
            return prefix + DIGITS[digit_a + 1 + jitter % room]
        prefix += DIGITS[digit_a]
        a = a[1:]
        b = b[1:] if b and digit_b == digit_a else None


def int_of(text: str) -> int:
    value = 0
    for digit in text:
        value = value * _BASE + _VALUE[digit]
    return value


def text_of(value: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        value, digit = divmod(value, _BASE)
        digits = DIGITS[digit] + digits
    return digits
