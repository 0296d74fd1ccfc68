"""The words that people read, in their language. Rooms that know no window ask here; the window brings the translation.

Sentences and labels stand in the source in English. `t` is called with a literal, or with an entry of a table that
`tests/translations.py` knows, where the words are shown or put together, never where they are defined.
"""

from __future__ import annotations

from collections.abc import Callable

Translate = Callable[[str], str]


def _english(text: str) -> str:
    return text


_translate: Translate = _english


def t(text: str) -> str:
    """The text in the language of this process; parts to be filled in, like `{host}`, stay as they are."""
    return _translate(text)


def use(translate: Translate | None) -> None:
    """Speak another language from now on; None: English."""
    global _translate  # noqa: PLW0603  # one process speaks one language
    _translate = translate or _english
