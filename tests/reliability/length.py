"""How long the scripts do what they do: as a part of the test suite, in CI after it, or as long as is promised."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

Amount = TypeVar("Amount")


class Length(Enum):
    """SUITE: seconds each. SHORT: ten minutes in all, `python3 -m tests.reliability`. LONG: an hour, `--long`."""

    SUITE = 0
    SHORT = 1
    LONG = 2

    def of(self, suite: Amount, short: Amount, long: Amount) -> Amount:
        """The amount for this length."""
        return (suite, short, long)[self.value]
