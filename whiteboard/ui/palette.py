"""The command palette: everything the app can do in one list, found by a few letters, done by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from . import icons
from .announce import announce
from .buttons import words
from .fuzzy import found
from .palette_entry import Entry
from .popover import Popover
from .theme import BAR_PX, BODY_PT, GAP_PX, MARGIN_PX, SMALL_GAP_PX, SMALL_PT, THEME, font

translate = QCoreApplication.translate

WIDTH_PX = 560
MOST_ROWS = 9
_UNAVAILABLE = 0.75
_ENTRY = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Palette(Popover):
    """`open` shows it at the top of its window; `done` hears the name of what was chosen."""

    def __init__(self, parent: QWidget, done: Callable[[str], None]) -> None:
        super().__init__(parent, width_px=WIDTH_PX)
        self._window = parent
        self._done = done
        self._entries: Sequence[Entry] = ()
        self._recent: Sequence[str] = ()
        self.field = QLineEdit()
        self.field.setFont(font(BODY_PT))
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Search all commands"))
        self.field.textEdited.connect(self._search)
        self.model = EntryModel()
        self.list = _List(self.model, self)
        self.list.clicked.connect(self._choose)
        self.nothing: QLabel = words(self.tr("Nothing is called that. Try another word."), muted=True)
        self.nothing.setMargin(GAP_PX)
        self.nothing.hide()
        self.column.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        for widget in (self.field, self.list, self.nothing):
            self.column.addWidget(widget)

    def open(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        """Show these; what was chosen last comes first."""
        self._entries, self._recent = entries, recent
        window = self._window
        self.setFixedWidth(min(WIDTH_PX, window.width() - 2 * MARGIN_PX))
        self.field.clear()
        self._search("")
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, BAR_PX + GAP_PX)))
        self.show()
        self.field.setFocus()

    @property
    def current(self) -> Entry | None:
        """What Enter would do."""
        entry = self.list.currentIndex().data(_ENTRY)
        return entry if isinstance(entry, Entry) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: 1 - MOST_ROWS,
            Qt.Key.Key_PageDown: MOST_ROWS - 1,
        }.get(Qt.Key(event.key()))
        if step is not None:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ inside

    def _search(self, query: str) -> None:
        self.model.show_entries(found(query, self._entries, self._recent, _weight))
        count = self.model.rowCount()
        self.list.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.scrollToTop()
        window = self._window
        row = self.list.sizeHintForRow(0) if count else 0
        room = window.height() - BAR_PX - 4 * GAP_PX - self.field.sizeHint().height()
        self.list.setFixedHeight(min(min(count, MOST_ROWS) * row, max(room // max(row, 1), 1) * row))
        self.adjustSize()
        if query:
            self._say()

    def _go(self, step: int) -> None:
        """So many rows on; single steps go round."""
        count = self.model.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row() + step
        row = row % count if abs(step) == 1 else min(max(row, 0), count - 1)
        self.list.setCurrentIndex(self.model.index(row))
        self._say()

    def _say(self) -> None:
        entry = self.current
        if entry is None:
            announce(self.field, self.nothing.text())
            return
        place = self.tr("{} of {}").format(self.list.currentIndex().row() + 1, self.model.rowCount())
        announce(self.field, ", ".join(filter(None, (spoken(entry), place))))

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        if entry.why_not:
            announce(self.field, entry.why_not)
            return
        self.hide()
        self._done(entry.name)
        entry.do()


def spoken(entry: Entry) -> str:
    """An entry in words, for who does not see it."""
    state = "" if entry.on is None else translate("Palette", "on") if entry.on else translate("Palette", "off")
    return ", ".join(filter(None, (entry.label, state, entry.key, entry.why_not)))


def _weight(entry: Entry) -> float:
    """What cannot be done comes after what fits nearly as well and can."""
    return _UNAVAILABLE if entry.why_not else 1.0


class EntryModel(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(entry)
            case Qt.ItemDataRole.UserRole:
                return entry
            case _:
                return None


class _List(QListView):
    """The keys stay with the field; here one clicks."""

    def __init__(self, model: EntryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Row(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Commands"))
        self.entered.connect(self.setCurrentIndex)


class _Row(QStyledItemDelegate):
    """Icon, words, and at the right the key, or why it cannot be done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, THEME.target_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ENTRY)
        assert isinstance(entry, Entry)
        view = option.widget
        place: QRect = option.rect
        assert isinstance(view, QListView)
        colors, icon_px = THEME.colors, THEME.icon_px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == view.currentIndex().row():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(place.adjusted(0, 1, -SMALL_GAP_PX, -1), 6, 6)
        color = colors.muted if entry.why_not else colors.text
        name = "check" if entry.on else entry.icon
        if name:
            picture = icons.pixmap(name, colors.link if entry.on else color, icon_px, view.devicePixelRatioF())
            painter.drawPixmap(place.left() + GAP_PX, place.center().y() - icon_px // 2 + 1, picture)
        inside = place.adjusted(2 * GAP_PX + icon_px, 0, -2 * GAP_PX, 0)
        painter.setFont(font(SMALL_PT))
        painter.setPen(QColor(colors.muted))
        tail = entry.why_not or entry.key
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, tail)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(tail) - GAP_PX
        painter.setFont(font(BODY_PT))
        painter.setPen(QColor(color))
        label = painter.fontMetrics().elidedText(entry.label, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, label)
        painter.restore()
