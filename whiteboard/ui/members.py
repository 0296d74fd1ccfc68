"""Who is on the board: avatars in the bar, and a list of everybody with what they do just now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whiteboard.protocol.host_messages import Door
from whiteboard.protocol.messages import Member, Role

from .avatar import Avatar
from .buttons import words
from .door_controls import DoorControls
from .person_menu import PersonMenu
from .popover import Popover
from .target_button import IconButton
from .theme import BODY_PT, GAP_PX, SMALL_GAP_PX, SMALL_PT, TITLE_PT, font

MOST_AVATARS = 4
MOST_IN_NARROW = 2
"""Others that the bar shows; the rest is a number, and in the list."""

MOST_ROWS = 9
"""So many people the list shows whole; of more one sees that it goes on: the last row is cut in half."""


class MemberStrip(QWidget):
    """My own avatar comes last; a click on it is `me_clicked`. `decided` carries what I want as the host."""

    me_clicked = Signal()
    decided = Signal(object)
    sought = Signal(int)
    """I want to look where the member of this number is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: Sequence[Member] = ()
        self._drawing: frozenset[int] = frozenset()
        self._profile = ("", "")
        self._most = MOST_AVATARS
        self._list: MemberList | None = None
        self._door: Door | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL_GAP_PX)
        self.avatars = [Avatar() for _ in range(MOST_AVATARS)]
        for avatar in self.avatars:
            avatar.clicked.connect(self._open)
            avatar.hide()
            row.addWidget(avatar)
        self.more = Avatar()
        self.more.clicked.connect(self._open)
        self.more.hide()
        row.addWidget(self.more)
        self.me = Avatar()
        self.me.clicked.connect(self.me_clicked)
        row.addWidget(self.me)

    def show_me(self, name: str, color: str) -> None:
        self._profile = (name, color)
        self.me.show_person(name, color, words=self.tr("{} (you): change name or colour").format(name))

    def show_others(self, others: Sequence[Member], drawing: frozenset[int]) -> bool:
        """Members besides me, in the order of joining, and the numbers of those who are drawing.

        Returns whether anything is new: with many trails this is called at every tick.
        """
        drawing = frozenset(member.no for member in others if member.no in drawing)
        if (list(others), drawing) == (list(self._others), self._drawing):
            return False
        self._others, self._drawing = others, drawing
        self._show()
        return True

    def show_door(self, door: Door | None) -> None:
        """How the door stands, if I am the host."""
        self._door = door
        if self._list is not None and self._list.isVisible():
            self._show_list(self._list)

    def be_narrow(self, narrow: bool) -> None:
        """There is little room in the bar."""
        most = MOST_IN_NARROW if narrow else MOST_AVATARS
        if most != self._most:
            self._most = most
            self._show()

    def _show(self) -> None:
        others, drawing = self._others, self._drawing
        room = self._most if len(others) <= self._most else self._most - 1
        for avatar, member in zip(self.avatars, [*others[:room], *([None] * MOST_AVATARS)], strict=False):
            avatar.setVisible(member is not None)
            if member is not None:
                busy = member.no in drawing
                avatar.show_person(member.name, member.color, drawing=busy, words=self._doing(member))
        rest = len(others) - room
        self.more.setVisible(rest > 0)
        if rest > 0:
            self.more.show_number(rest, self.tr("{} more people").format(rest))
        if self._list is not None and self._list.isVisible():
            self._show_list(self._list)

    def _doing(self, member: Member) -> str:
        return self.tr("{} is drawing…").format(member.name) if member.no in self._drawing else member.name

    def _open(self) -> None:
        if self._list is None:
            self._list = MemberList(self)
            self._list.decided.connect(self.decided)
            self._list.sought.connect(self.sought)
        self._show_list(self._list)
        self._list.open_below(self.me)

    def _show_list(self, listed: MemberList) -> None:
        listed.door.show_door(self._door)
        listed.show_members(self._profile, self._others, self._drawing)


class MemberList(Popover):
    """Everybody, me first. `decided` carries what I want as the host, `sought` the number of who I want to look for."""

    decided = Signal(object)
    sought = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = words(points=TITLE_PT, bold=True)
        self.rows: list[tuple[Avatar, QLabel, QLabel]] = []
        self.choices: list[IconButton] = []
        """What I may do about the person of a row, as the host."""
        self._members: Sequence[Member] = ()
        self.door = DoorControls(whole=False)
        self.door.decided.connect(self.decided)
        inside = self._inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SMALL_GAP_PX)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.column.addWidget(self._title)
        self.column.addWidget(self.door)
        self.column.addWidget(self._area)

    def show_members(self, me: tuple[str, str], others: Sequence[Member], drawing: frozenset[int]) -> None:
        count = len(others) + 1
        self._members = others
        self._title.setText(
            self.tr("{} people on this board").format(count) if others else self.tr("Only you are here")
        )
        while len(self.rows) < count:
            self._add_row()
        name, color = me
        self._show_row(0, name, color, self.tr("you"), drawing=False)
        for i, member in enumerate(others, start=1):
            busy = member.no in drawing
            roles = {Role.HOST: self.tr("host"), Role.VIEWER: self.tr("only looks"), Role.EDITOR: ""}
            doing = self.tr("drawing…") if busy else roles[member.role]
            self._show_row(i, member.name, member.color, doing, drawing=busy)
            self.choices[i].setAccessibleName(self.tr("What {} may do").format(member.name))
        for i, (avatar, *labels) in enumerate(self.rows):
            for widget in (avatar, *labels):
                widget.setVisible(i < count)
            mine = not self.door.isHidden() and 0 < i < count and others[i - 1].role is not Role.HOST
            self.choices[i].setVisible(mine)
        height = self._inside.sizeHint().height()
        self._area.setFixedHeight(height if count <= MOST_ROWS else round(height * (MOST_ROWS - 0.5) / count))
        self.adjustSize()

    def _add_row(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        avatar, name, doing = Avatar(), _Name(), words(points=SMALL_PT, muted=True)
        doing.setWordWrap(False)
        row.addWidget(avatar)
        row.addWidget(name, 1)
        row.addWidget(doing)
        number = len(self.rows)
        avatar.clicked.connect(lambda: self._go_to(number))
        tip = self.tr("May draw, only look, or go")
        choices = IconButton("more", tip, tip, lambda: self._choose(number))
        row.addWidget(choices)
        self.choices.append(choices)
        self._rows.addLayout(row)
        self.rows.append((avatar, name, doing))

    def _show_row(self, i: int, name: str, color: str, doing: str, *, drawing: bool) -> None:
        avatar, label, what = self.rows[i]
        words = self.tr("Go to {}").format(name) if i else name
        avatar.show_person(name, color, drawing=drawing, words=words)
        label.setText(name)
        label.setToolTip(name)
        what.setText(doing)

    def _go_to(self, row: int) -> None:
        if row:
            self.hide()
            self.sought.emit(self._members[row - 1].no)

    def _choose(self, row: int) -> None:
        menu = PersonMenu(self, self._members[row - 1])
        menu.decided.connect(self.decided)
        anchor = self.choices[row]
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))


class _Name(QLabel):
    """One line that ends in "…" where it is too long for its row; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(BODY_PT))
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
