"""The list of pages as pictures: click to turn, drag to move (fingers scroll); a menu and keys do the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from whiteboard.model.element import ElementId
from whiteboard.model.pages import Page
from whiteboard.protocol.messages import Member

from .avatar import initials, paint_avatar
from .page_thumbnails import PageThumbnails
from .theme import BODY_PT, GAP_PX, PAPER, SMALL_PT, THEME, font

PICTURE_PX = QSize(168, 104)
_ROW_PX = PICTURE_PX.height() + 30
_AVATAR_PX = 22.0
_MOST_AVATARS = 4

Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractListModel):
    """The pages, their names, and who else looks at each."""

    def __init__(self, name: Callable[[Page], str]) -> None:
        super().__init__()
        self.pages: Sequence[Page] = ()
        self._name = name
        self._members: Mapping[ElementId, Sequence[Member]] = {}

    def show(self, pages: Sequence[Page], members: Mapping[ElementId, Sequence[Member]]) -> None:
        if len(pages) != len(self.pages):
            self.beginResetModel()
            self.pages, self._members = pages, members
            self.endResetModel()
        elif pages != self.pages or members != self._members:
            self.pages, self._members = pages, members
            self.dataChanged.emit(self.index(0), self.index(len(pages) - 1))

    def members(self, page: ElementId) -> Sequence[Member]:
        return self._members.get(page, ())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        page = self.pages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(page)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            here = ", ".join(member.name for member in self.members(page.id))
            place = self.tr("{}, {} of {}").format(self._name(page), index.row() + 1, len(self.pages))
            return self.tr("{}; here: {}").format(place, here) if here else place
        return None


class PageList(QListView):
    """`turned` carries a row, `moved` a page's row and where it is to come, `asked` a row and where its menu goes."""

    turned = Signal(int)
    moved = Signal(int, int)
    asked = Signal(int, QPoint)
    deleted = Signal(int)
    renamed = Signal(int)

    def __init__(self, pages: PageModel, thumbnails: PageThumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(pages)
        self._pages = pages
        self._drag: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        self._scrolled_from: int | None = None
        self.setItemDelegate(_Look(pages, thumbnails, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Pages"))
        thumbnails.ready.connect(self.viewport().update)

    def show_current(self, row: int) -> None:
        """Mark the page that is on the screen."""
        if row != self.currentIndex().row():
            index = self._pages.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
            self.viewport().update()

    # ------------------------------------------------------------ mouse, fingers, keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self.indexAt(at).row()
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            self._drag = row, at
            by_finger = event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
            self._scrolled_from = self.verticalScrollBar().value() if by_finger else None
        elif event.button() is Qt.MouseButton.RightButton and row >= 0:
            self.turned.emit(row)
            self.asked.emit(row, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._drag is not None and self._scrolled_from is not None:
            self.verticalScrollBar().setValue(self._scrolled_from + self._drag[1].y() - at.y())
        elif self._drag is not None:
            far = (at - self._drag[1]).manhattanLength() >= QApplication.startDragDistance()
            if far or self._gap is not None:
                self._gap = self._gap_at(at)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._scroll_towards(at)
                self.viewport().update()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, gap, by_mouse = self._drag, self._gap, self._scrolled_from is None
        self._stop_dragging()
        if drag is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        row, moved = drag[0], (event.position().toPoint() - drag[1]).manhattanLength()
        if gap is None and (by_mouse or moved < QApplication.startDragDistance()):
            self.turned.emit(row)
        elif gap is None:
            return
        elif (place := gap - (gap > row)) != row:
            self.moved.emit(row, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, last = self.currentIndex().row(), len(self._pages.pages) - 1
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._gap is not None:
            self._stop_dragging()
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(row, row + step)
        elif step is not None:
            self.turned.emit(min(max(row + step, 0), last))
        elif event.key() == Qt.Key.Key_Home:
            self.turned.emit(0)
        elif event.key() == Qt.Key.Key_End:
            self.turned.emit(last)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(row)
        elif event.key() == Qt.Key.Key_F2:
            self.renamed.emit(row)
        elif event.key() == Qt.Key.Key_Menu:
            self.asked.emit(row, self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """The list's own keys come before the board's shortcuts, while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            if event.key() in own or (event.key() == Qt.Key.Key_Escape and self._gap is not None):
                event.accept()
                return True
        return super().event(event)

    # ------------------------------------------------------------ inside

    def _gap_at(self, at: QPoint) -> int:
        """Between which rows a page would be dropped here: before the row of that number."""
        top = self.visualRect(self._pages.index(0)).top()
        return min(max(round((at.y() - top) / _ROW_PX), 0), len(self._pages.pages))

    def _scroll_towards(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < 24:
            bar.setValue(bar.value() - 16)
        elif at.y() > self.viewport().height() - 24:
            bar.setValue(bar.value() + 16)

    def _stop_dragging(self) -> None:
        self._drag = self._gap = None
        self.unsetCursor()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is not None:
            y = self.visualRect(self._pages.index(0)).top() + self._gap * _ROW_PX
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(THEME.colors.accent), 3, c=Qt.PenCapStyle.RoundCap))
                y = min(max(y, 2), self.viewport().height() - 2)
                painter.drawLine(QPointF(GAP_PX, y), QPointF(self.viewport().width() - GAP_PX, y))


class _Look(QStyledItemDelegate):
    """How a page looks in the list."""

    def __init__(self, pages: PageModel, thumbnails: PageThumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(PICTURE_PX.width() + 2 * GAP_PX, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, PageList)
        page, colors, rect = self._pages.pages[index.row()], THEME.colors, view.visualRect(index)
        current = index.row() == view.currentIndex().row()
        place = QRect(QPoint(rect.left() + (rect.width() - PICTURE_PX.width()) // 2, rect.top() + 4), PICTURE_PX)
        frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(frame, 4, 4)
        painter.fillPath(path, PAPER)
        self._thumbnails.density = view.devicePixelRatioF()
        picture = self._thumbnails.picture(page.id)
        if picture is not None:
            painter.save()
            painter.setClipPath(path)
            painter.drawPixmap(place, picture)
            painter.restore()
        painter.setPen(QPen(QColor(colors.link if current else colors.border), 2.5 if current else 1))
        painter.drawPath(path)
        self._paint_members(painter, frame, self._pages.members(page.id))
        words = QRect(place.left(), place.bottom() + 2, place.width(), rect.bottom() - place.bottom() - 4)
        self._paint_words(painter, words, index, page, bold=current)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, page: Page, *, bold: bool) -> None:
        colors = THEME.colors
        painter.setFont(font(SMALL_PT if page.title else BODY_PT, bold=bold))
        painter.setPen(QColor(colors.link if bold else colors.text))
        words = f"{index.row() + 1} · {page.title}" if page.title else str(index.row() + 1)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_members(self, painter: QPainter, frame: QRectF, members: Sequence[Member]) -> None:
        """Who else is there, at the lower right, the last as a number if there is no room."""
        shown = members if len(members) <= _MOST_AVATARS else members[: _MOST_AVATARS - 1]
        circles = [(initials(member.name), member.color) for member in shown]
        if len(shown) < len(members):
            circles.append((f"+{len(members) - len(shown)}", "#868e96"))
        right = frame.right() - 3
        for letters, color in reversed(circles):
            box = QRectF(right - _AVATAR_PX, frame.bottom() - _AVATAR_PX - 3, _AVATAR_PX, _AVATAR_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(PAPER)
            painter.drawEllipse(box)
            paint_avatar(painter, box, letters, color)
            right -= _AVATAR_PX - 4
