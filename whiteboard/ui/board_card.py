"""One board on the start page: its picture, its title, when it was changed, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from whiteboard.files.board_info import BoardInfo
from whiteboard.protocol.limits import MAX_BOARD_NAME_LENGTH
from whiteboard.words import t

from . import icons
from .action import hint
from .target_button import IconButton
from .theme import BODY_PT, GAP_PX, PAPER, RADIUS_PX, SMALL_PT, TARGET_PX, THEME, font

CARD_PX = QSize(216, 200)
PICTURE_PX = QSize(216, 140)


class Card(QWidget):
    """A surface that can be clicked, focused and opened with Enter."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(CARD_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paint_frame(self, painter: QPainter, fill: QColor) -> QRectF:
        """The rounded picture area, and how it says that it has the focus; returns its box."""
        colors = THEME.colors
        box = QRectF(0, 0, PICTURE_PX.width(), PICTURE_PX.height()).adjusted(1.5, 1.5, -1.5, -1.5)
        strong = self.hasFocus() or self.underMouse()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(colors.accent if strong else colors.border), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
        return box


class NewBoardCard(Card):
    """The way to an empty board."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("New board"))
        self.setToolTip(hint(self.tr("New board"), "Ctrl+N"))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            box = self.paint_frame(painter, QColor(colors.accent_soft if self.underMouse() else colors.surface))
            plus = icons.pixmap("plus", colors.accent, 32, self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x()) - 16, round(box.center().y()) - 16, plus)
            painter.setPen(QColor(colors.text))
            painter.setFont(font(BODY_PT, bold=True))
            painter.drawText(
                QRectF(4, box.bottom() + 8, box.width(), 24), Qt.AlignmentFlag.AlignLeft, self.tr("New board")
            )


class CardTitle(QLineEdit):
    """A title being edited: Enter or leaving it keeps it, Escape does not. It is hidden otherwise."""

    kept = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(MAX_BOARD_NAME_LENGTH)
        self.setAccessibleName(self.tr("Title"))
        self.hide()

    def edit(self, title: str) -> None:
        self.setText(title)
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end here: the card would open the board."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._finish()

    def _finish(self) -> None:
        if not self.isHidden():
            self.hide()
            self.kept.emit(self.text().strip())


class BoardCard(Card):
    """A board of mine."""

    renamed = Signal(str)
    duplicated = Signal()
    saved_as = Signal()
    trashed = Signal()

    def __init__(self, info: BoardInfo, picture: bytes | None, now: datetime, *, shared: bool = False) -> None:
        super().__init__()
        self.info = info
        self._when = when(datetime.fromtimestamp(max(info.changed, info.created)).astimezone(), now)
        self._badge = self.tr("Shared now") if shared else self.tr("Joined") if info.link else ""
        self._picture = QPixmap()
        if picture is not None:
            self._picture.loadFromData(picture)
        self.setAccessibleName(self.tr("{title}, changed {when}").format(title=info.title, when=self._when))
        self.setToolTip(info.title)
        more = self.tr("More for “{}”").format(info.title)
        self.more = IconButton("more", more, more, self._show_menu_below_button, self)
        self.more.setGeometry(CARD_PX.width() - TARGET_PX, PICTURE_PX.height() + 6, TARGET_PX, TARGET_PX)
        self.title = CardTitle(self)
        self.title.setGeometry(0, PICTURE_PX.height() + 4, CARD_PX.width() - TARGET_PX, 36)
        self.title.kept.connect(self._rename_to)
        self.menu = self._made_menu()

    def rename(self) -> None:
        """Let the title be edited in place."""
        self.title.edit(self.info.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() == Qt.Key.Key_Delete:
            self.trashed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: object) -> None:
        self._show_menu(self.cursor().pos())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            box = self.paint_frame(painter, PAPER)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if not self._picture.isNull():
                inside = QPainterPath()
                inside.addRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)
                painter.save()
                painter.setClipPath(inside)
                painter.drawPixmap(_covered(self._picture, box), self._picture, QRectF(self._picture.rect()))
                painter.restore()
            if self._badge:
                self._paint_badge(painter, box)
            if not self.title.isHidden():
                return
            painter.setFont(font(BODY_PT, bold=True))
            painter.setPen(QColor(colors.text))
            width = CARD_PX.width() - 44
            title = QFontMetrics(painter.font()).elidedText(self.info.title, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(4, box.bottom() + 8, width, 24), Qt.AlignmentFlag.AlignLeft, title)
            painter.setFont(font(SMALL_PT))
            painter.setPen(QColor(colors.muted))
            painter.drawText(QRectF(4, box.bottom() + 30, width, 20), Qt.AlignmentFlag.AlignLeft, self._when)

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(font(SMALL_PT, bold=True))
        width = QFontMetrics(painter.font()).horizontalAdvance(self._badge) + 2 * GAP_PX
        place = QRectF(box.left() + 8, box.top() + 8, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(THEME.colors.accent))
        painter.drawRoundedRect(place, 11, 11)
        painter.setPen(QColor(THEME.colors.on_accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, icon, do in (
            (self.tr("Open"), "open", self.opened.emit),
            (self.tr("Rename"), "edit", self.rename),
            (self.tr("Duplicate"), "copy", self.duplicated.emit),
            (self.tr("Save as file…"), "save", self.saved_as.emit),
            (self.tr("Delete"), "trash", self.trashed.emit),
        ):
            action = QAction(icons.icon(icon, THEME.colors.text), name, menu)
            action.triggered.connect(do)
            menu.addAction(action)
        return menu

    def _show_menu_below_button(self) -> None:
        self._show_menu(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _show_menu(self, at: QPoint) -> None:
        self.menu.popup(at)

    def _rename_to(self, title: str) -> None:
        if title and title != self.info.title:
            self.renamed.emit(title)


def _covered(picture: QPixmap, box: QRectF) -> QRectF:
    """The place of a picture that covers the box, whatever its proportions."""
    factor = max(box.width() / picture.width(), box.height() / picture.height())
    width, height = picture.width() * factor, picture.height() * factor
    return QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)


def when(then: datetime, now: datetime) -> str:
    """A time in words that a person would use."""
    seconds = (now - then).total_seconds()
    days = (now.date() - then.date()).days
    if seconds < 60:
        return t("just now")
    if seconds < 3600:
        minutes = int(seconds // 60)
        return t("1 minute ago") if minutes == 1 else t("{count} minutes ago").format(count=minutes)
    if days == 0:
        return t("today at {time:%H:%M}").format(time=then)
    if days == 1:
        return t("yesterday at {time:%H:%M}").format(time=then)
    if days < 7:
        return t("{day} at {time:%H:%M}").format(day=QLocale().dayName(then.isoweekday()), time=then)
    words = t("{day} {month}") if then.year == now.year else t("{day} {month} {year}")
    return words.format(day=then.day, month=QLocale().monthName(then.month), year=then.year)
