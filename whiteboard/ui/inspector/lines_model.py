"""The lines of the inspector as rows of a table: the newest last, filtered, and never more than are kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from .meaning import summary
from .passing import MOST, Line

Index = QModelIndex | QPersistentModelIndex
Filter = Callable[[Line], bool]

_NOWHERE = QModelIndex()
_KEPT_SUMMARIES = 256
_summary = lru_cache(_KEPT_SUMMARIES)(summary)


class Column(IntEnum):
    TIME = 0
    WAY = 1
    EVENT = 2
    SIZE = 3
    SUMMARY = 4


class LinesModel(QAbstractTableModel):
    """Rows of the lines that the filter lets through."""

    def __init__(self) -> None:
        super().__init__()
        self._all: deque[Line] = deque(maxlen=MOST)
        self._shown: list[Line] = []
        self._filter: Filter = lambda line: True
        self._titles = {
            Column.TIME: self.tr("Time"),
            Column.WAY: self.tr("Way"),
            Column.EVENT: self.tr("Event"),
            Column.SIZE: self.tr("Bytes"),
            Column.SUMMARY: self.tr("What it says"),
        }

    def add(self, lines: Iterable[Line]) -> None:
        """These came last. The oldest go."""
        lines = list(lines)
        self._all.extend(lines)
        new = [line for line in lines if self._filter(line)][-MOST:]
        if not new:
            return
        over = len(self._shown) + len(new) - MOST
        if over > 0:
            self.beginRemoveRows(_NOWHERE, 0, over - 1)
            del self._shown[:over]
            self.endRemoveRows()
        first = len(self._shown)
        self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
        self._shown.extend(new)
        self.endInsertRows()

    def clear(self) -> None:
        self.beginResetModel()
        self._all.clear()
        self._shown.clear()
        self.endResetModel()

    def show_only(self, filter: Filter) -> None:
        self.beginResetModel()
        self._filter = filter
        self._shown = [line for line in self._all if filter(line)]
        self.endResetModel()

    @property
    def shown(self) -> tuple[Line, ...]:
        return tuple(self._shown)

    def line(self, row: int) -> Line:
        return self._shown[row]

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._shown[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._shown[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[Column(section)]
        return None

    def _text(self, line: Line, column: Column) -> str:
        match column:
            case Column.TIME:
                return clock(line)
            case Column.WAY:
                return self.tr("↓ in") if line.incoming else self.tr("↑ out")
            case Column.EVENT:
                return line.event
            case Column.SIZE:
                return f"{line.size:,}"
            case Column.SUMMARY:
                return _summary(line)


def clock(line: Line) -> str:
    """When it passed, to the millisecond."""
    return datetime.fromtimestamp(line.at).astimezone().strftime("%H:%M:%S.%f")[:-3]


def spoken(line: Line) -> str:
    way = "in" if line.incoming else "out"
    return f"{way}, {line.event}, {line.size} bytes, {_summary(line)}"


def written(lines: Iterable[Line]) -> str:
    """Lines to be copied: one a packet, with its payload."""
    return "".join(
        f"{clock(line)} {'in ' if line.incoming else 'out'} {line.event:<10} {line.size:>7}  {line.text}"
        f"{'…' if line.cut else ''}\n"
        for line in lines
    )
