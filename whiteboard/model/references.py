"""Which pictures the elements of a board use, kept up with its changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .content import AssetId
from .document import Change
from .element import Element


class References:
    """Counts the elements that use each asset."""

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        self._uses = Counter(element.content.asset for element in elements if element.content.asset)

    @property
    def assets(self) -> frozenset[AssetId]:
        """The pictures that are in use."""
        return frozenset(self._uses)

    def follow(self, change: Change) -> bool:
        """Take in what became of the document; returns whether other pictures are in use than before."""
        news = False
        for before, after in change.elements:
            old = before.content.asset if before is not None else AssetId("")
            new = after.content.asset if after is not None else AssetId("")
            if old == new:
                continue
            if new:
                news |= new not in self._uses
                self._uses[new] += 1
            if old:
                self._uses[old] -= 1
                if not self._uses[old]:
                    del self._uses[old]
                    news = True
        return news
