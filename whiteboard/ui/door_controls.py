"""What the host decides about people: who draws, who comes in, who waits, who was removed; and another code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from whiteboard.protocol.host_messages import Admit, Caller, Door, NewCode, SetApproval, SetRole
from whiteboard.protocol.messages import Role

from .buttons import button, words
from .switch import Switch
from .theme import GAP_PX, SMALL_GAP_PX

MOST_SHOWN = 2
"""People who wait, and people who were removed; the others follow as these are dealt with."""


class DoorControls(QWidget):
    """Hidden until `show_door`. `decided` carries the message for the server; what then holds comes back as a Door."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, whole: bool = True) -> None:
        """`whole`: with what one decides seldom, too. `new_code` is placed by whoever shows the code."""
        super().__init__(parent)
        self._whole = whole
        self._waiting: tuple[Caller, ...] = ()
        self._removed: tuple[Caller, ...] = ()
        self.everybody = Switch(self.tr("Everybody may draw"))
        self.everybody.setToolTip(self.tr("Off: everybody may look, and only you draw"))
        self.everybody.clicked.connect(self._set_everybody)
        self.approval = Switch(self.tr("Ask me who comes in"))
        self.approval.setToolTip(self.tr("Newcomers wait until you let them in"))
        self.approval.clicked.connect(lambda on: self.decided.emit(SetApproval(on=on)))
        self.new_code = button(self.tr("New code"), tip=self.tr("The old code lets in nobody new. Who is here stays."))
        self.new_code.clicked.connect(lambda: self.decided.emit(NewCode()))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(SMALL_GAP_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL_GAP_PX)
        switches: QBoxLayout = QHBoxLayout() if whole else QVBoxLayout()
        switches.setSpacing(2 * GAP_PX if whole else SMALL_GAP_PX)
        switches.addWidget(self.everybody)
        switches.addWidget(self.approval)
        switches.addStretch()
        column.addLayout(switches)
        column.addLayout(self.rows)
        self.new_code.hide()
        self.hide()

    def show_door(self, door: Door | None) -> None:
        """None: I am not the host here."""
        self.setVisible(door is not None)
        self.new_code.setVisible(self._whole and door is not None and bool(door.code))
        if door is None:
            return
        self.everybody.setChecked(door.everybody is not Role.VIEWER)
        self.approval.setChecked(door.approval)
        if (door.waiting, door.removed) != (self._waiting, self._removed):
            self._waiting, self._removed = door.waiting, door.removed
            self._show_rows()

    def callers(self) -> list[str]:
        """The names in the rows, as they are shown."""
        return [label.text() for label in self.findChildren(QLabel) if label.objectName() == "caller"]

    # ------------------------------------------------------------ inside

    def _set_everybody(self, may_draw: bool) -> None:
        self.decided.emit(SetRole(role=Role.EDITOR if may_draw else Role.VIEWER))

    def _show_rows(self) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.setParent(None)
                row.deleteLater()
        for caller in self._waiting[:MOST_SHOWN]:
            name = self.tr("{} wants to come in").format(caller.name or self.tr("Somebody"))
            self._add(
                name,
                self._deciding(self.tr("Let in"), "accent", caller, let_in=True),
                self._deciding(self.tr("Not now"), "quiet", caller, let_in=False),
            )
        if len(self._waiting) > MOST_SHOWN:
            more = self._add(self.tr("{} more are waiting").format(len(self._waiting) - MOST_SHOWN), self._all_in())
            more.setObjectName("more")
        if self._whole:
            for caller in self._removed[len(self._waiting) - MOST_SHOWN :] if len(self._waiting) < MOST_SHOWN else ():
                name = self.tr("{} was removed").format(caller.name or self.tr("Somebody"))
                self._add(name, self._deciding(self.tr("Let back in"), "quiet", caller, let_in=True))

    def _deciding(self, label: str, kind: str, caller: Caller, *, let_in: bool) -> QPushButton:
        made = button(label, "accent" if kind == "accent" else "quiet")
        made.setAccessibleName(f"{label}: {caller.name}")
        made.clicked.connect(lambda: self.decided.emit(Admit(author=caller.author, let_in=let_in)))
        return made

    def _all_in(self) -> QPushButton:
        made = button(self.tr("Let all in"))
        made.clicked.connect(self._let_all_in)
        return made

    def _let_all_in(self) -> None:
        for caller in self._waiting:
            self.decided.emit(Admit(author=caller.author))

    def _add(self, name: str, *buttons: QPushButton) -> QLabel:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_PX)
        label = words(name)
        label.setObjectName("caller")
        line.addWidget(label, 1)
        for made in buttons:
            line.addWidget(made)
        self.rows.addWidget(row)
        return label


def newcomers(before: Door | None, door: Door | None) -> Sequence[Caller]:
    """Who waits now and did not before."""
    known = {caller.author for caller in before.waiting} if before is not None else set()
    return [caller for caller in door.waiting if caller.author not in known] if door is not None else []
