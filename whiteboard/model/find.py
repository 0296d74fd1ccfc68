"""Finds elements by their text, whatever the case and the accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from .element import Element, ElementId

SLICE = 500
"""So many elements are looked at between two yields: a millisecond, if all have texts."""


def folded(text: str) -> str:
    """The text without what one need not type to find it: case, accents, widths, and how much space there is."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.split())


def search(elements: Iterable[Element], words: str) -> Iterator[list[ElementId]]:
    """The elements in whose text the words are, a portion at a time; portions may be empty."""
    wanted = folded(words)
    found: list[ElementId] = []
    for count, element in enumerate(elements, start=1):
        if wanted and element.text and wanted in folded(element.text):
            found.append(element.id)
        if count % SLICE == 0:
            yield found
            found = []
    yield found
