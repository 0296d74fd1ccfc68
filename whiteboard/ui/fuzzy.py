"""Finds what somebody means by a few letters: words that begin so, then words within, then letters in their order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

_BEGINS, _WORD_BEGINS, _WITHIN, _SCATTERED = 100.0, 80.0, 50.0, 20.0
_SYNONYM = 0.7
"""What a hit in the other words for something counts, beside one in its label."""

_RECENT = 5.0
"""What having been used lately counts: it orders equals, and does not put a worse hit first."""


class Findable(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def synonyms(self) -> str: ...


F = TypeVar("F", bound=Findable)


def found(query: str, among: Sequence[F], recent: Sequence[str], weigh: Callable[[F], float] | None = None) -> list[F]:
    """What fits, the best first; without a query all, what was used lately first. Equals stay in their order.

    `weigh` says what a hit counts, 0..1; None: all the same.
    """
    ranks = {name: len(recent) - place for place, name in enumerate(recent)}
    if not plain(query):
        return sorted(among, key=lambda each: -ranks.get(each.name, 0))
    scored = [(_score(query, each) * (weigh(each) if weigh is not None else 1.0), each) for each in among]
    fitting = [(score + _RECENT * (each.name in ranks), each) for score, each in scored if score > 0]
    return [each for _, each in sorted(fitting, key=lambda pair: -pair[0])]


def _score(query: str, each: Findable) -> float:
    """How well the label or the other words fit; 0: not at all."""
    words, label = plain(query), plain(each.label)
    return max(fit(words, label), _SYNONYM * fit(words, plain(each.synonyms), is_list=True))


def fit(query: str, text: str, *, is_list: bool = False) -> float:
    """How well a plain text fits a plain query; 0: not at all. A short text fits better than a long one.

    A text that `is_list` is words side by side: letters are not looked for across them.

    Several words fit in any order: the worst of them counts.
    """
    if not query or not text:
        return 0.0
    parts = query.split()
    if len(parts) > 1 and query not in text:
        return 0.9 * min(fit(part, text, is_list=is_list) for part in parts)
    brevity = 0.0 if is_list else min(len(query) / len(text), 1.0) * 10
    if not is_list and text.startswith(query):
        return _BEGINS + brevity
    if any(word.startswith(query) for word in text.split()) or f" {query}" in text:
        return _WORD_BEGINS + brevity
    if query in text:
        return _WITHIN + brevity
    return _SCATTERED * _density(query, text) if not is_list else 0.0


def _density(query: str, text: str) -> float:
    """How close together the letters of the query stand in the text, 0..1; 0: not in their order, or wide apart.

    The first letter begins a word: "dup" in "upside down" would surprise.
    """
    best = 0.0
    for start in (at for at, letter in enumerate(text) if letter == query[0] and (at == 0 or text[at - 1] == " ")):
        at = start
        for letter in query[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                break
        else:
            best = max(best, len(query) / (at - start + 1))
    return best if best >= 0.3 else 0.0


def plain(text: str) -> str:
    """Small letters without accents, signs as gaps."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    letters = (letter for letter in bare if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())
