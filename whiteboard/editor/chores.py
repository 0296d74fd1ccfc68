"""What takes longer than a person overlooks, done a portion at a time, between two looks at the input."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

PORTION = 500
"""So many elements are changed at once: 3 to 8 ms."""

LOOKED_AT = 2500
"""So many are looked at: 2 ms."""

Chore = Iterator[None]
"""Each `next` does a portion."""


class Chores:
    """One after the other, in the order in which they were wanted."""

    def __init__(self) -> None:
        self._waiting: deque[Chore] = deque()

    def __bool__(self) -> bool:
        """Whether there is anything left to do, be it the end of what is being done just now."""
        return bool(self._waiting)

    def add(self, chore: Chore) -> None:
        self._waiting.append(chore)

    def go_on(self) -> None:
        """Do a portion. A chore must not call it."""
        if self._waiting and next(self._waiting[0], self) is self:
            self._waiting.popleft()
