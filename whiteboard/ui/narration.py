"""What a screen reader says about the board while one works: what is selected, and which page this is.

Who comes and goes is said by the toasts, how the connection stands by its indicator.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from whiteboard.editor import Editor
from whiteboard.model.element import ElementId

from .page_work import PageWork

translate = QCoreApplication.translate


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
            self._say(selected(self._selection))

    def _page_words(self) -> str:
        page = self._pages.pages.page(self._pages.shown)
        _, place, count = self._page
        words = translate("Narration", "Page {} of {}").format(place + 1, count)
        return f"{words}: {page.title}" if page.title else words


def selected(ids: frozenset[ElementId]) -> str:
    """How much is selected, in words."""
    match len(ids):
        case 0:
            return translate("Narration", "Nothing selected")
        case 1:
            return translate("Narration", "1 element selected")
        case count:
            return translate("Narration", "{} elements selected").format(count)
