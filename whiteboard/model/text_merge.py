"""Merges what two people typed into one text, so that neither loses a letter.

Each side is taken as one splice of the common `base`: what lies between the letters that it left alone at both ends.
Splices that do not meet are both done. Where they meet, what either deleted is gone, and what both typed stays, the
text that was there first before the other.
"""

from __future__ import annotations

from typing import NamedTuple


class Splice(NamedTuple):
    """Letters [begin, end) of a text are replaced by `typed`."""

    begin: int
    end: int
    typed: str


def splice(base: str, text: str) -> Splice:
    """The smallest splice that makes `text` of `base`; of several, the one furthest back."""
    most = min(len(base), len(text))
    head = 0
    while head < most and base[head] == text[head]:
        head += 1
    tail = 0
    while tail < most - head and base[-1 - tail] == text[-1 - tail]:
        tail += 1
    return Splice(head, len(base) - tail, text[head : len(text) - tail])


def merged(base: str, mine: str, theirs: str) -> str:
    """`theirs`, which also came from `base`, with my typing done to it."""
    if base == theirs:
        return mine
    if base == mine:
        return theirs
    if mine == theirs:
        return mine
    m, t = splice(base, mine), splice(base, theirs)
    if t.end <= m.begin:
        return base[: t.begin] + t.typed + base[t.end : m.begin] + m.typed + base[m.end :]
    if m.end <= t.begin:
        return base[: m.begin] + m.typed + base[m.end : t.begin] + t.typed + base[t.end :]
    begin, end = min(m.begin, t.begin), max(m.end, t.end)
    return base[:begin] + t.typed + m.typed + base[end:]
