"""What the host may do about one person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from whiteboard.protocol.host_messages import RemoveMember, SetRole
from whiteboard.protocol.messages import Member, Role


class PersonMenu(QMenu):
    """`decided` carries the message for the server. Made anew each time it opens."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, member: Member) -> None:
        super().__init__(parent)
        draws = member.role is not Role.VIEWER
        choices = ((self.tr("May draw"), Role.EDITOR, draws), (self.tr("Only look"), Role.VIEWER, not draws))
        for label, role, now in choices:
            item = self.addAction(label)
            item.setCheckable(True)
            item.setChecked(now)
            item.triggered.connect(lambda _, role=role: self.decided.emit(SetRole(role=role, author=member.author)))
        self.addSeparator()
        remove = self.addAction(self.tr("Remove {} from the board").format(member.name))
        remove.triggered.connect(lambda: self.decided.emit(RemoveMember(author=member.author)))
        self.aboutToHide.connect(self.deleteLater)
