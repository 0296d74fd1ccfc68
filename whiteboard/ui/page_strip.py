"""The strip at the left: the pages of the board as pictures, and what can be done with them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from whiteboard.editor import Editor, News
from whiteboard.model.element import FIRST_PAGE, ElementId
from whiteboard.protocol.messages import Member

from .action import hint
from .board_card import CardTitle
from .buttons import words
from .page_list import PICTURE_PX, PageList, PageModel
from .page_thumbnails import PageThumbnails
from .page_work import PageWork
from .paper_chooser import PaperChooser
from .target_button import IconButton
from .theme import GAP_PX, RADIUS_PX, SMALL_GAP_PX, THEME, TITLE_PT

WIDTH_PX = PICTURE_PX.width() + 2 * GAP_PX + 12 + 2 * SMALL_GAP_PX
"""The pictures, room around them, and a scroll bar."""

_BUTTONS = 5
"""So many stand side by side below the pictures."""


class PageStrip(QWidget):
    """Lies over the board at the left. It costs nothing while it is hidden."""

    def __init__(self, editor: Editor, work: PageWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._work = work
        self._papers: PaperChooser | None = None
        self._renaming = ElementId("")
        self.thumbnails = PageThumbnails(editor, PICTURE_PX, self)
        self._model = PageModel(work.name)
        self.list = PageList(self._model, self.thumbnails, self)
        self.list.turned.connect(lambda row: work.turn_to(self._page(row)))
        self.list.moved.connect(lambda row, place: work.move(self._page(row), place))
        self.list.deleted.connect(lambda row: work.delete(self._page(row)))
        self.list.renamed.connect(self._edit_title)
        self.list.asked.connect(self._open_menu)
        self.title: QLineEdit = CardTitle(self)
        self.title.setMaxLength(80)
        self.title.setPlaceholderText(self.tr("Name of the page"))
        assert isinstance(self.title, CardTitle)
        self.title.kept.connect(lambda title: work.rename(self._renaming, title))
        top = QHBoxLayout()
        top.addSpacing(GAP_PX)
        top.addWidget(words(self.tr("Pages"), TITLE_PT, bold=True), 1)
        top.addWidget(IconButton("close", self.tr("Close pages"), hint(self.tr("Close"), "F4"), work.strip_wanted.emit))
        below = QHBoxLayout()
        below.setSpacing(0)
        self.paper = self._button("paper", self.tr("Paper"), self.tr("Paper of this page"), self._open_papers)
        self.changing = [
            self._button(
                "page-add", self.tr("Add page"), hint(self.tr("Add a page after this one"), "Shift+N"), work.add
            ),
            self._button("copy", self.tr("Duplicate page"), self.tr("Duplicate this page"), self._duplicate),
            self.paper,
            self._button("trash", self.tr("Delete page"), self.tr("Delete this page"), self._delete),
        ]
        self.more = self._button("more", self.tr("More about this page"), self.tr("More"), self._open_more)
        for button in (*self.changing, self.more):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL_GAP_PX, SMALL_GAP_PX, SMALL_GAP_PX, SMALL_GAP_PX)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.title)
        column.addLayout(below)
        self.setAccessibleName(self.tr("Pages"))
        self._widen()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def follow(self, news: News) -> None:
        """Show what the editor says is new."""
        self.thumbnails.follow(news)
        if self.isVisible() and (news.change or news.peers or news.turned or news.restarted):
            self.refresh()

    def refresh(self) -> None:
        peers = self._editor.peers
        members: dict[ElementId, list[Member]] = {}
        for member in peers.others:
            members.setdefault(peers.pages.get(member.no) or FIRST_PAGE, []).append(member)
        self._model.show(self._work.pages.listed, members)
        self.list.show_current(self._work.place)
        for button in self.changing:
            button.setEnabled(self._editor.may_draw)

    # ------------------------------------------------------------ inside

    def _button(self, icon: str, label: str, tip: str, do: object) -> IconButton:
        assert callable(do)
        return IconButton(icon, label, tip, do)

    def _page(self, row: int) -> ElementId:
        return self._model.pages[row].id

    def _duplicate(self) -> None:
        self._work.duplicate(self._work.shown)

    def _delete(self) -> None:
        self._work.delete(self._work.shown)

    def _open_papers(self) -> None:
        if self._papers is None:
            self._papers = PaperChooser(self._work.print_on, self)
        self._papers.open_for(self.paper, self._work.pages.page(self._work.shown).paper)

    def _edit_title(self, row: int) -> None:
        page = self._model.pages[row]
        self._renaming = page.id
        assert isinstance(self.title, CardTitle)
        self.title.edit(page.title)

    def _open_more(self) -> None:
        corner = self.more.mapToGlobal(QPoint(0, 0))
        self._open_menu(self._work.place, corner)

    def _open_menu(self, row: int, at: QPoint) -> None:
        page, last = self._page(row), len(self._model.pages) - 1
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(self.tr("Rename…"), partial(self._edit_title, row))
        copy = menu.addAction(self.tr("Duplicate"), partial(self._work.duplicate, page))
        menu.addSeparator()
        up = menu.addAction(self.tr("Move up"), partial(self._work.move, page, row - 1))
        down = menu.addAction(self.tr("Move down"), partial(self._work.move, page, row + 1))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete"), partial(self._work.delete, page))
        gone = menu.addMenu(self.tr("Bring back"))
        for number, old in enumerate(self._work.pages.gone, start=1):
            count = self._work.pages.count(old.id)
            name = old.title or self.tr("Deleted page {} ({} elements)").format(number, count)
            gone.addAction(name, partial(self._work.restore, old.id))
        may = self._editor.may_draw
        for action in (rename, copy, delete):
            action.setEnabled(may)
        up.setEnabled(may and row > 0)
        down.setEnabled(may and row < last)
        gone.menuAction().setEnabled(may and bool(self._work.pages.gone))
        menu.popup(at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._widen()

    def _widen(self) -> None:
        """As wide as the buttons below the pictures need, which may be big."""
        self.setFixedWidth(max(WIDTH_PX, _BUTTONS * THEME.target_px + 2 * SMALL_GAP_PX))

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        self.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.thumbnails.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the strip is no click on the board below it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(THEME.colors.border)))
            painter.setBrush(QColor(THEME.colors.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
