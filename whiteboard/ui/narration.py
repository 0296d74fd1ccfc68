"""What a screen reader says about the board while one works: what is selected, and which page this is.

Who comes and goes is said by the toasts, how the connection stands by its indicator.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from whiteboard.editor import Editor
from whiteboard.model import element as kinds
from whiteboard.model.element import Element
from whiteboard.tools.registry import BY_NAME
from whiteboard.words import t

from .page_work import PageWork

translate = QCoreApplication.translate

_MOST_LETTERS = 60
"""So much of a text is said."""


class Narration:
    """Says what is other than at the last look, and nothing in the middle of a gesture."""

    def __init__(self, editor: Editor, pages: PageWork, say: Callable[[str], None]) -> None:
        self._editor = editor
        self._pages = pages
        self._say = say
        self._selection = editor.selection
        self._page = (pages.shown, pages.place, len(pages.pages.listed))

    def follow(self) -> None:
        """Look again."""
        if self._editor.busy:
            return
        page = (self._pages.shown, self._pages.place, len(self._pages.pages.listed))
        if page != self._page:
            turned, self._page = page[0] != self._page[0], page
            if turned:
                self._say(self._page_words())
        selection, before = self._editor.selection, self._selection
        if selection is not before and selection != before:  # to compare very many takes a while
            self._selection = selection
            self._say(self._selected_words())

    def _page_words(self) -> str:
        page = self._pages.pages.page(self._pages.shown)
        _, place, count = self._page
        words = translate("Narration", "Page {} of {}").format(place + 1, count)
        return f"{words}: {page.title}" if page.title else words

    def _selected_words(self) -> str:
        """How much is selected, or what, if it is one thing."""
        if not self._selection:
            return translate("Narration", "Nothing selected")
        if len(self._selection) > 1:
            return translate("Narration", "{} elements selected").format(len(self._selection))
        (id,) = self._selection
        element = self._editor.document.get(id)
        return "" if element is None else translate("Narration", "{} selected").format(described(element))


def described(element: Element) -> str:
    """What it is, and how its text begins."""
    begins = " ".join(element.text[: 2 * _MOST_LETTERS].split())[:_MOST_LETTERS]
    return f"{_name(element)}: {begins}" if begins else _name(element)


def _name(element: Element) -> str:
    form = element.content.form
    match element.kind:
        case kinds.STROKE:
            return t("Ink")
        case kinds.CONNECTOR:
            return t("Arrow") if element.style.head or element.style.tail else t("Line")
        case kinds.TEXT:
            return t("Text")
        case kinds.NOTE:
            return t("Note")
        case kinds.IMAGE:
            return t("Picture")
        case _:
            return t(BY_NAME[form].label) if form in BY_NAME else t("Element")
