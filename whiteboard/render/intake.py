"""What the renderer was told of and has not taken in yet: whole boards and large changes, given out in portions.

A thousand elements are a millisecond; a hundred thousand at once would stop the window's loop for longer than a person
overlooks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from whiteboard.model.element import Element

PORTION = 1000
"""So many elements are taken in between two looks at the clock."""

Pair = tuple[Element | None, Element | None]
"""An element before and after a change."""

Shows = Callable[[Sequence[Element]], Sequence[Element]]
"""Picks those of some elements that are on the page that is shown."""


def everything(elements: Sequence[Element]) -> Sequence[Element]:
    return elements


@dataclass(frozen=True, slots=True)
class Portion:
    """Elements of a board that was opened, or changes; some of them may be empty by now: (None, None)."""

    fresh: Sequence[Element] = ()
    pairs: Sequence[Pair] = ()


class Intake:
    """A board's elements first, then the changes since, in their order, as far as `shows` picks them."""

    def __init__(self, elements: Sequence[Element] = (), shows: Shows = everything) -> None:
        self._shows = shows
        self._fresh: Iterator[Element] | None = iter(elements) if elements else None
        self._changes: deque[Iterator[Pair]] = deque()

    def __bool__(self) -> bool:
        """Whether something waits."""
        return self._fresh is not None or bool(self._changes)

    def wait(self, pairs: Sequence[Pair]) -> None:
        """Let a change wait for its turn."""
        self._changes.append(iter(pairs))

    def next(self) -> Portion:
        """What is to be taken in next; nothing, if nothing waits."""
        if self._fresh is not None:
            if fresh := list(islice(self._fresh, PORTION)):
                return Portion(fresh=self._shows(fresh))
            self._fresh = None
        while self._changes:
            if pairs := list(islice(self._changes[0], PORTION)):
                return Portion(pairs=self.seen(pairs))
            self._changes.popleft()
        return Portion()

    def seen(self, pairs: Sequence[Pair]) -> Sequence[Pair]:
        """What these changes mean for what is shown: an element that moves to another page is gone from it."""
        elements = [element for pair in pairs for element in pair if element is not None]
        shown = self._shows(elements)
        if len(shown) == len(elements):
            return pairs
        there = set(map(id, shown))
        return [
            (before if id(before) in there else None, after if id(after) in there else None) for before, after in pairs
        ]
