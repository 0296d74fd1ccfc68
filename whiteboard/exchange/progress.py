"""Long work says how far it is, and can be given up between two steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

Report = Callable[[int, int], None]
"""Hears how many of how many elements are done; raises Cancelled to end the work."""

BATCH = 500


def silent(done: int, total: int) -> None:
    """Nobody wants to know."""


class Steps:
    """Counts what is done of `total`, over several parts of the work."""

    def __init__(self, total: int, report: Report) -> None:
        self._done = 0
        self._total = max(total, 1)
        self._report = report

    def breathe(self) -> None:
        """Something that takes long goes on: may be given up here."""
        self._report(min(self._done, self._total), self._total)

    def count(self, more: int) -> None:
        """So many more are done."""
        self._done += more
        self.breathe()

    def batches(self, items: Iterable[T]) -> Iterator[Sequence[T]]:
        """The items in portions; each is reported when the next is asked for."""
        waiting = iter(items)
        while batch := list(islice(waiting, BATCH)):
            yield batch
            self.count(len(batch))
