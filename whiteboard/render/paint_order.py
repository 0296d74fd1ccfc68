"""The z-order of a board's elements as numbers: `order` and id compared once, when an element comes.

New elements nearly always come on top, which costs nothing; one that comes between others gets a number between theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

Key = tuple[str, str]
"""(order, id) of an element (SPEC D3)."""

_STEP = 1.0


class PaintOrder:
    """Keys in ascending order, each with its rank: a float that grows with the key."""

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._ranks: list[float] = []

    def __len__(self) -> int:
        return len(self._keys)

    def reset(self, keys: Sequence[Key]) -> None:
        """Start again with these keys, which are sorted already; their ranks are 0, 1, 2 ..."""
        self._keys = list(keys)
        self._ranks = [place * _STEP for place in range(len(keys))]

    def insert(self, key: Key) -> float | None:
        """The rank of a new key; None if there is no number left between its neighbours', and all ranks must be new."""
        if not self._keys or key > self._keys[-1]:
            rank = self._ranks[-1] + _STEP if self._ranks else 0.0
            self._keys.append(key)
            self._ranks.append(rank)
            return rank
        place = bisect_left(self._keys, key)
        above = self._ranks[place]
        below = self._ranks[place - 1] if place else above - 2 * _STEP
        rank = (below + above) / 2
        self._keys.insert(place, key)
        self._ranks.insert(place, rank)
        return rank if below < rank < above else None

    def remove(self, key: Key) -> None:
        """Forget a key; KeyError if it is not there."""
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key:
            raise KeyError(key)
        del self._keys[place]
        del self._ranks[place]

    def renumbered(self) -> dict[Key, float]:
        """New ranks for all keys."""
        self.reset(self._keys)
        return dict(zip(self._keys, self._ranks, strict=True))

    def is_top(self, key: Key) -> bool:
        return bool(self._keys) and self._keys[-1] == key
