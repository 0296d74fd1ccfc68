"""The island at the lower left: which page this is, the one before, the one after, a new one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from whiteboard.editor import Editor
from whiteboard.words import t

from . import icons
from .action import hint
from .island import Island
from .page_work import PageWork
from .target_button import IconButton, TargetButton
from .theme import BODY_PT, THEME, font


class PageControl(Island):
    """On a board of one page it is only the way to the strip and to a second page."""

    def __init__(self, editor: Editor, work: PageWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self._editor = editor
        self._work = work
        self._shown: tuple[int, int, bool] | None = None
        self.previous = IconButton(
            "previous", self.tr("Previous page"), hint(self.tr("Previous page"), "PgUp"), lambda: work.leaf(-1)
        )
        self.number = _Number(work)
        self.next = IconButton("next", self.tr("Next page"), hint(self.tr("Next page"), "PgDown"), lambda: work.leaf(1))
        self.new = IconButton("page-add", self.tr("New page"), hint(self.tr("New page"), "Shift+N"), work.add)
        self.add(self.previous, self.number, self.next, self.new)
        self.refresh()

    def refresh(self) -> bool:
        """Show where we are. Returns whether the island has another size now."""
        place, count, may_draw = self._work.place, len(self._work.pages.listed), self._editor.may_draw
        if (place, count, may_draw) == self._shown:
            return False
        before = self.sizeHint()
        self._shown = place, count, may_draw
        for button, there in ((self.previous, place > 0), (self.next, place < count - 1)):
            button.setVisible(count > 1)
            button.setEnabled(there)
        self.new.setEnabled(may_draw)
        self.number.show_place(place, count)
        return self.sizeHint() != before


class _Number(TargetButton):
    """ "2 / 5"; alone, an icon. Pressed, the strip opens or closes."""

    def __init__(self, work: PageWork) -> None:
        tip = hint(t("Pages"), "F4")
        super().__init__(t("Pages"), tip, work.strip_wanted.emit)
        self._text = ""

    def show_place(self, place: int, count: int) -> None:
        self._text = f"{place + 1} / {count}" if count > 1 else ""
        self.setAccessibleDescription(self.tr("Page {} of {}").format(place + 1, count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(font(BODY_PT)).horizontalAdvance(self._text) + 16
        return QSize(max(THEME.target_px, wide), THEME.target_px)

    def paint_face(self, painter: QPainter) -> None:
        colors = THEME.colors
        if self._text:
            painter.setFont(font(BODY_PT))
            painter.setPen(QColor(colors.text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
            return
        size = THEME.icon_px
        picture = icons.pixmap("pages", colors.text, size, self.devicePixelRatioF())
        spot = QRect(0, 0, size, size)
        spot.moveCenter(self.rect().center())
        painter.drawPixmap(spot.topLeft(), picture)
