"""Somebody types into a text while others do: what becomes of the own letters, and where the cursor stays."""

from __future__ import annotations

from collections.abc import Sequence

from .text_merge import Splice, merged, splices

PAUSE = 1.0
"""Seconds without a letter after which what is typed next is undone by itself."""

MOST_BITS = 300


class Typing:
    """One stretch of typing. `seen` is the text that the document had when it was last looked at."""

    def __init__(self, text: str) -> None:
        self.seen = text
        self._bits: list[tuple[str, str]] = []
        self._undone: list[tuple[str, str]] = []
        self._last = float("-inf")

    def heard(self, own: str, theirs: str) -> list[Splice]:
        """The document has another text now: what to do to my own, which may be ahead of what was sent."""
        together = merged(self.seen, own, theirs)
        self.seen = theirs
        return splices(own, together)

    # ------------------------------------------------------------ undo within the stretch

    def typed(self, before: str, after: str, now: float) -> None:
        """I changed the text; `now` in seconds."""
        if before == after:
            return
        self._undone.clear()
        if self._bits and now - self._last < PAUSE and self._bits[-1][1] == before:
            self._bits[-1] = (self._bits[-1][0], after)
        else:
            self._bits = [*self._bits[-MOST_BITS:], (before, after)]
        self._last = now

    def undo(self, own: str) -> str:
        """The text without what I typed last; the same, if there is nothing."""
        return self._back(self._bits, self._undone, own)

    def redo(self, own: str) -> str:
        return self._back(self._undone, self._bits, own)

    def _back(self, of: list[tuple[str, str]], onto: list[tuple[str, str]], own: str) -> str:
        while of:
            before, after = of.pop()
            text = merged(after, before, own)
            if text != own:
                onto.append((own, text))
                self._last = float("-inf")
                return text
        return own


def shifted(place: int, changes: Sequence[Splice]) -> int:
    """Where a cursor is after these changes; what is typed just there by others stands behind it."""
    by = 0
    for begin, end, typed in changes:
        if begin >= place:
            break
        by += len(typed) - (min(end, place) - begin)
    return place + by
