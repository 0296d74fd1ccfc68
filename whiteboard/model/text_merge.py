"""Merges what several people typed into one text, so that nobody loses a letter and no word is torn by another.

Each side is taken as splices of the common `base`: between words that both texts have once, in the same order, what
differs is one splice. Splices that do not meet are all done; typing at one and the same place comes after the letter
that it was typed after, so the one that arrives last stands first and what somebody types on stays together. Where
splices meet, what either deleted is gone, and what both typed stays. PROTOCOL.md, section 6, says the same to others.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

MAX_TEXT_LENGTH = 20_000
"""Letters of a text; what merging makes longer is cut off at its end."""

_SPACES = " \t\n"
_WORD = re.compile("[^ \t\n\u2e80-\U0010ffff]+|.", re.DOTALL)
"""Letters between spaces; of scripts that have none, and of emoji, every letter."""


class Splice(NamedTuple):
    """Letters [begin, end) of a text are replaced by `typed`."""

    begin: int
    end: int
    typed: str


def splice(base: str, text: str, at: int = 0) -> Splice:
    """The smallest splice that makes `text` of `base`; of several, the one furthest back. `base` begins at `at`."""
    head = _alike(base, text)
    tail = _alike(base[head:][::-1], text[head:][::-1])
    return Splice(at + head, at + len(base) - tail, text[head : len(text) - tail])


def splices(base: str, text: str) -> list[Splice]:
    """What makes `text` of `base`, in order; between two splices there is at least one letter."""
    begin, end, typed = _whole_words(base, text)
    found: list[Splice] = []
    old_at = new_at = 0
    for old, new, length in [*_anchors(base[begin:end], typed), (end - begin, len(typed), 0)]:
        part = splice(base[begin + old_at : begin + old], typed[new_at:new], begin + old_at)
        found += _parted(base[part.begin : part.end], part)
        old_at, new_at = old + length, new + length
    return found


def _whole_words(base: str, text: str) -> Splice:
    """What `splice` finds, with the whole of the words that it touches."""
    begin, end, _ = splice(base, text)
    begin = max(base.rfind(space, 0, begin) for space in _SPACES) + 1
    ends = [at for space in _SPACES if (at := base.find(space, end)) >= 0]
    tail = len(base) - min(ends, default=len(base))
    return Splice(begin, len(base) - tail, text[begin : len(text) - tail])


def merged(base: str, mine: str, theirs: str) -> str:
    """`theirs`, which also came from `base`, with my typing done to it."""
    if base == theirs:
        return mine
    if base == mine:
        return theirs
    ours, others = splices(base, mine)[::-1], splices(base, theirs)[::-1]  # the first at the end
    parts: list[str] = []
    at = 0
    while ours or others:
        begin, end, typed = _next(ours, others)
        parts += base[at:begin], typed
        at = end
    return "".join([*parts, base[at:]])[:MAX_TEXT_LENGTH]


def _next(ours: list[Splice], others: list[Splice]) -> Splice:
    """Take away what comes first of both sides, last in their lists: a splice of one, or all that meet, as one."""
    if not others or (ours and ours[-1].end <= others[-1].begin):
        return ours.pop()
    if not ours or others[-1].end <= ours[-1].begin:
        return others.pop()
    m, t = ours.pop(), others.pop()
    if m == t:
        return m
    begin, end = min(m.begin, t.begin), max(m.end, t.end)
    my_typing, their_typing = m.typed, t.typed
    while True:
        if ours and ours[-1].begin < end:
            m = ours.pop()
            end, my_typing = max(end, m.end), my_typing + m.typed
        elif others and others[-1].begin < end:
            t = others.pop()
            end, their_typing = max(end, t.end), their_typing + t.typed
        else:
            return Splice(begin, end, their_typing + my_typing)


def _parted(old: str, part: Splice) -> list[Splice]:
    """A splice of `old`; as two, where all of `old` is still there between what was typed."""
    if not old and not part.typed:
        return []
    at = part.typed.find(old) if old else -1
    if at < 0:
        return [part]
    before, after = part.typed[:at], part.typed[at + len(old) :]
    return [Splice(part.begin, part.begin, before), Splice(part.end, part.end, after)]


def _anchors(old: str, new: str) -> list[tuple[int, int, int]]:
    """Words that each text has once, in the same order: where they begin in both, and how long they are."""
    old_words, new_words = ([(word[0], word.start()) for word in _WORD.finditer(text)] for text in (old, new))
    counts = Counter(word for word, _ in new_words)
    places = dict(new_words)
    once = Counter(word for word, _ in old_words)
    found: list[tuple[int, int, int]] = []
    after = 0
    for word, at in old_words:
        if once[word] == 1 == counts[word] and places[word] >= after:
            found.append((at, places[word], len(word)))
            after = places[word] + len(word)
    return found


def _alike(a: str, b: str) -> int:
    """How many letters two texts have in common at their beginning."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
