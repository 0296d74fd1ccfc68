"""The rows of the panel that arrange what is selected: what lies above what, alignment, groups, copies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..actions import BY_NAME, BoardParts
from ..buttons import words
from ..island import Row
from ..target_button import IconButton
from ..theme import SMALL_PT
from .subject import Subject

ORDERS = ("order.back", "order.backward", "order.forward", "order.front")
ALIGNS = ("align.left", "align.center", "align.right", "distribute.across")
ALIGNS_DOWN = ("align.top", "align.middle", "align.bottom", "distribute.down")
ARRANGES = ("duplicate", "group", "ungroup", "lock", "delete")

translate = QCoreApplication.translate


class Arrangement(QWidget):
    """Rows of actions on what is selected."""

    def __init__(self, board: BoardParts) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._buttons: dict[str, IconButton] = {}
        self._order = _headed(column, translate("Look", "Order"), self._row(ORDERS, board))
        aligning = QWidget()
        both = QVBoxLayout(aligning)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._row(ALIGNS, board))
        both.addWidget(self._row(ALIGNS_DOWN, board))
        self._align = _headed(column, translate("Look", "Align and distribute"), aligning)
        _headed(column, translate("Look", "Arrange"), self._row(ARRANGES, board))

    def refresh(self, subject: Subject) -> None:
        self.setVisible(bool(subject.count))
        for part in self._order:
            part.setVisible(not subject.locked)
        for part in self._align:
            part.setVisible(subject.count > 1 and not subject.locked)
        for name in ("distribute.across", "distribute.down"):
            self._buttons[name].setEnabled(subject.count > 2)
        self._buttons["group"].setEnabled(subject.count > 1 and not subject.locked)
        self._buttons["ungroup"].setEnabled(subject.grouped)
        for name in ("duplicate", "delete"):
            self._buttons[name].setEnabled(not subject.locked)
        self._buttons["lock"].setCheckable(subject.locked)
        self._buttons["lock"].setChecked(subject.locked)

    def _row(self, names: Sequence[str], board: BoardParts) -> Row:
        row = Row()
        for name in names:
            action = BY_NAME[name]
            self._buttons[name] = IconButton(action.icon, action.label, action.hint, partial(action.do, board))
            row.add(self._buttons[name])
        row.add_space()
        return row


def _headed(column: QVBoxLayout, heading: str, row: QWidget) -> tuple[QWidget, QWidget]:
    label = words(heading, SMALL_PT, muted=True)
    label.setContentsMargins(3, 0, 0, 1)
    column.addWidget(label)
    column.addWidget(row)
    return label, row
