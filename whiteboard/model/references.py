"""Which elements of a board use which picture, kept up with its changes."""

from __future__ import annotations

from collections.abc import Iterable

from .change import Change
from .content import AssetId
from .element import Element, ElementId


class References:
    """The elements that use each asset."""

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        self._users: dict[AssetId, set[ElementId]] = {}
        for element in elements:
            if element.content.asset:
                self._users.setdefault(element.content.asset, set()).add(element.id)

    @property
    def assets(self) -> tuple[AssetId, ...]:
        """The pictures that are in use."""
        return tuple(self._users)

    def users(self, asset: AssetId) -> frozenset[ElementId]:
        return frozenset(self._users.get(asset, ()))

    def follow(self, change: Change) -> bool:
        """Take in what became of the document; returns whether other pictures are in use than before."""
        news = False
        for before, after in change.gist.others:
            old = before.content.asset if before is not None else AssetId("")
            new = after.content.asset if after is not None else AssetId("")
            if old == new:
                continue
            if after is not None and new:
                news |= new not in self._users
                self._users.setdefault(new, set()).add(after.id)
            if before is not None and old:
                self._users[old].discard(before.id)
                if not self._users[old]:
                    del self._users[old]
                    news = True
        return news
