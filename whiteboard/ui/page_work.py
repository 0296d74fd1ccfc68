"""What a person does with the pages of a board: leaf through them, add, copy, move, name, print and delete them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from whiteboard.editor import Editor, News
from whiteboard.model import page_edits
from whiteboard.model.element import FIRST_PAGE, ElementId
from whiteboard.model.pages import Page, Pages

Say = Callable[[str, tuple[str, Callable[[], None]] | None], None]


class PageWork(QObject):
    """Does it through the editor, and says what one may want to take back."""

    strip_wanted = Signal()
    map_wanted = Signal()

    copied = Signal(str, str)
    """A page ("" for the first) of which a copy is made, and the copy, before it is shown."""

    def __init__(self, editor: Editor, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._say = say

    @property
    def pages(self) -> Pages:
        return self._editor.pages

    @property
    def shown(self) -> ElementId:
        """The id of the page that is on the screen."""
        return self._editor.page or FIRST_PAGE

    @property
    def place(self) -> int:
        """Where it comes, from 0."""
        return self.pages.place(self.shown) or 0

    def name(self, page: Page) -> str:
        """What to call a page."""
        place = self.pages.place(page.id)
        return page.title or self.tr("Page {}").format(1 if place is None else place + 1)

    # ------------------------------------------------------------ leafing

    def turn_to(self, page: ElementId) -> None:
        self._editor.turn_to(self.pages.page(page).id if page != FIRST_PAGE else ElementId(""))

    def leaf(self, by: int) -> None:
        """Turn so many pages on, or back; at either end, stay."""
        listed = self.pages.listed
        place = self.place + by
        if 0 <= place < len(listed):
            self.turn_to(listed[place].id)

    # ------------------------------------------------------------ changing

    def add(self) -> None:
        editor = self._editor
        self._do(page_edits.add_page(self.pages, self.shown, new_id=editor.new_id, chance=editor.chance))

    def duplicate(self, page: ElementId) -> None:
        editor = self._editor
        edit = page_edits.duplicate_page(self.pages, editor.document, page, new_id=editor.new_id, chance=editor.chance)
        self.copied.emit("" if page == FIRST_PAGE else page, edit.shows)
        self._do(edit)

    def delete(self, page: ElementId) -> None:
        """Delete a page, and offer to take that back."""
        editor, name = self._editor, self.name(self.pages.page(page))
        edit = page_edits.delete_page(self.pages, page, new_id=editor.new_id, chance=editor.chance)
        shown = edit.shows if page == self.shown else self.shown
        instead = edit.shows if self.pages.place(edit.shows) is None else None
        if self._do(page_edits.PageEdit(edit.ops, shown)):
            undo = partial(self.restore, page, instead)
            self._say(self.tr("“{}” was deleted.").format(name), (self.tr("Undo"), undo))

    def restore(self, page: ElementId, instead: ElementId | None = None) -> None:
        """Bring a page back, `instead` of an empty one that came for it."""
        self._do(page_edits.restore_page(self.pages, page, chance=self._editor.chance, instead=instead))

    def move(self, page: ElementId, place: int) -> None:
        """Let a page come at this place, from 0."""
        if 0 <= place < len(self.pages.listed):
            edit = page_edits.move_page(self.pages, page, place, chance=self._editor.chance)
            self._do(page_edits.PageEdit(edit.ops, self.shown))

    def rename(self, page: ElementId, title: str) -> None:
        if title.strip() != self.pages.page(page).title:
            edit = page_edits.title_page(self.pages, page, title.strip()[:80], chance=self._editor.chance)
            self._do(page_edits.PageEdit(edit.ops, self.shown))

    def print_on(self, paper: str) -> None:
        """Give the page that is shown another paper."""
        if paper != self.pages.page(self.shown).paper:
            self._do(page_edits.paper_page(self.pages, self.shown, paper, chance=self._editor.chance))

    def follow(self, news: News) -> None:
        """Say why another page is shown, if somebody else is the reason."""
        lost = news.lost
        if lost is not None:
            gone = self.pages.page(lost)
            words = self.tr("“{}” was deleted.").format(gone.title) if gone.title else self.tr("That page was deleted.")
            can = gone.element is not None and self._editor.may_draw
            self._say(words, (self.tr("Bring it back"), lambda: self.restore(gone.id)) if can else None)

    def _do(self, edit: page_edits.PageEdit) -> bool:
        if not self._editor.may_draw:
            self._say(self.tr("You may look. The host decides who may draw."), None)
            return False
        self._editor.edit_pages(edit)
        return True
