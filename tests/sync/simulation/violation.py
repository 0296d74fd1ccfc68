"""What a simulation raises when it finds a rule broken."""

from __future__ import annotations


class Violation(AssertionError):
    """A rule of the board was broken; the text says which."""


def demand(holds: bool, rule: str) -> None:
    if not holds:
        raise Violation(rule)
