"""How others come onto this board: the code to read aloud, the link, the QR code, and who is here already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whiteboard.protocol.code import shown
from whiteboard.protocol.fingerprint import words_of
from whiteboard.protocol.host_messages import Door, SetGuests
from whiteboard.protocol.link import Link

from .buttons import Complaint, button, words
from .door_controls import DoorControls
from .panel import Panel
from .qr import QrCode
from .switch import Switch
from .tab_order import read_in_order
from .theme import GAP_PX, SMALL_GAP_PX, SMALL_PT, TITLE_PT, font

CODE_PT = 36
_COPIED_MS = 2000


class SharePanel(Panel):
    """It shows the state it is told, and says what the person wants."""

    start_wanted = Signal()
    stop_wanted = Signal()
    open_switched = Signal(bool)
    copy_wanted = Signal()
    check_wanted = Signal()
    """Find out whether others can join."""

    decided = Signal(object)
    """What the host wants, as a message for the server."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width_px=544)
        self.state = words()
        self.complaint = Complaint()
        self.hint = words(muted=True)
        self.code = self._code_label()
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        self.link.setAccessibleName(self.tr("Link to this board"))
        self.copy = button(self.tr("Copy link"), "accent", icon="copy")
        self.copy.clicked.connect(self._copy)
        self.qr = QrCode()
        self.others = words(points=SMALL_PT, muted=True)
        self.people = words(points=TITLE_PT, bold=True)
        self.no_code = Switch(self.tr("Anyone on this network may join without the code"))
        self.no_code.clicked.connect(self.open_switched)
        self.guests = Switch(self.tr("Browser guests: the link also opens in a browser, not encrypted"))
        self.guests.setToolTip(
            self.tr(
                "On: people without the app may join in a browser. Whoever is in this network could read along with "
                "them. The app always encrypts."
            )
        )
        self.guests.clicked.connect(lambda on: self.decided.emit(SetGuests(on=on)))
        self.key = words(points=SMALL_PT, muted=True)
        self.door = DoorControls()
        self.door.decided.connect(self.decided)
        self._intro = words(self.tr("Others see it under “Boards near you”, or join with code or link."), muted=True)
        self._ways = QWidget()
        self.details = self._details()
        for widget in (self.state, self.complaint, self.details, self.hint):
            self.column.addWidget(widget)
        self.check = self.add_button(self.tr("Can others join?"), self.check_wanted.emit, "quiet")
        self.stop = self.add_button(self.tr("Stop sharing"), self.stop_wanted.emit, "danger")
        self.again = self.add_button(self.tr("Share"), self.start_wanted.emit, "accent")
        self.take_copy = self.add_button(self.tr("Share a copy"), self.copy_wanted.emit, "accent")

    # ------------------------------------------------------------ what is shown

    def show_starting(self) -> None:
        self._show(self.tr("Sharing this board"), self.tr("Starting…"))

    def show_stopping(self) -> None:
        self._show(self.tr("This board is shared"), self.tr("Saying goodbye to everybody…"))

    def show_failed(self, sentence: str, details: str = "") -> None:
        """Sharing did not begin, or has ended by itself; of the details the last line says most."""
        said = "\n".join([sentence, *details.strip().splitlines()[-1:]])
        self._show(self.tr("This board is not shared"), complaint=said, again=True)

    def show_stopped(self) -> None:
        said = self.tr("It is kept here, with everything on it. Share it again with the same code at any time.")
        self._show(self.tr("This board is not shared now"), said, again=True)

    def show_foreign(self, host: str) -> None:
        """The board belongs to the server of somebody else."""
        said = self.tr(
            "It is shared from {}. Others join with the code from there. You can share a copy of your own: "
            "it keeps what is on the board now, and changes made there do not reach it."
        ).format(host)
        self._show(self.tr("This board belongs to somebody else"), said, copy=True)

    def show_shared(self, links: tuple[Link, ...], code: str, hint: str, *, open: bool) -> None:
        """The board is served at these links, the best first."""
        self._show(self.tr("This board is shared"), details=True)
        best = str(links[0]) if links else ""
        self.code.setText(shown(code) if code else self.tr("No code needed"))
        self.code.setFont(self._code_font(CODE_PT if code else TITLE_PT))
        self.code.setAccessibleName(self.tr("Join code: {}").format(" ".join(code)))
        self.link.setText(best)
        self.link.setCursorPosition(0)
        self.qr.show_link(best)
        self._ways.setVisible(bool(best))
        self._show_intro()
        addresses = ", ".join(f"{link.host}:{link.port}" for link in links)
        self.others.setText(self.tr("Address to type: {}").format(addresses) if links else "")
        key = links[0].fingerprint if links else ""
        self.key.setText(self.tr("Words to compare: {}").format(" ".join(words_of(key))) if key else "")
        self.key.setToolTip(self.tr("Who types the address is shown words. If they are these, it is this computer."))
        self.no_code.setChecked(open)
        if best:
            self.show_hint(hint)
        else:
            self.complaint.say(hint)

    def show_hint(self, sentence: str) -> None:
        """What the person should know before telling others; "" for nothing."""
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))

    def show_restarting(self, sentence: str) -> None:
        self.complaint.say(sentence)

    def show_door(self, door: Door | None) -> None:
        """What I may decide as the host."""
        self.door.show_door(door)
        read_in_order(self.parts())
        self.guests.setVisible(door is not None)
        self.guests.setChecked(door is not None and door.guests)
        self._show_intro()

    def show_people(self, names: list[str]) -> None:
        """Who is here besides me."""
        if not names:
            text = self.tr("Nobody else is here yet.")
        elif len(names) <= 6:
            text = self.tr("Here now: {}").format(", ".join(names))
        else:
            text = self.tr("{} people are here: {} …").format(len(names) + 1, ", ".join(names[:5]))
        self.people.setText(text)

    def parts(self) -> Sequence[QWidget]:
        above = [self.close_button, self.door.new_code, self.link, self.copy, self.door, self.no_code, self.guests]
        return [*above, self.check, self.stop, self.again, self.take_copy]

    # ------------------------------------------------------------ inside

    def _show_intro(self) -> None:
        """Where it is true; and a low window has no room for it beside those who call."""
        self._intro.setVisible(bool(self.link.text()) and not self.door.callers())

    def _show(
        self, title: str, state: str = "", *, complaint: str = "", details: bool = False, again: bool = False,
        copy: bool = False,
    ) -> None:  # fmt: skip
        self.heading.setText(title)
        self.setAccessibleName(title)
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.complaint.say(complaint)
        self.details.setVisible(details)
        self.hint.hide()
        self.stop.setVisible(details)
        self.check.setVisible(details)
        self.again.setVisible(again)
        self.take_copy.setVisible(copy)

    def _details(self) -> QWidget:
        left = QVBoxLayout()
        left.setSpacing(SMALL_GAP_PX)
        left.addWidget(words(self.tr("Link"), SMALL_PT, muted=True))
        left.addWidget(self.link)
        left.addWidget(self.copy)
        left.addWidget(self.others)
        left.addWidget(self.key)
        left.addSpacing(GAP_PX)
        left.addWidget(self.people)
        left.addStretch()
        top = QHBoxLayout(self._ways)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(3 * GAP_PX)
        top.addLayout(left, 1)
        top.addWidget(self.qr)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self._intro)
        code = QVBoxLayout()
        code.setSpacing(0)
        code.addWidget(words(self.tr("Code"), SMALL_PT, muted=True))
        code_row = QHBoxLayout()
        code_row.addWidget(self.code, 1)
        code_row.addWidget(self.door.new_code)
        code.addLayout(code_row)
        column.addLayout(code)
        column.addWidget(self._ways)
        switches = QVBoxLayout()
        switches.setSpacing(0)  # they bring room of their own
        for widget in (self.door, self.no_code, self.guests):
            switches.addWidget(widget)
        column.addLayout(switches)
        return whole

    def _code_label(self) -> QLabel:
        label = QLabel()
        label.setFont(self._code_font(CODE_PT))
        return label

    @staticmethod
    def _code_font(points: float) -> QFont:
        large = font(points, bold=True)
        large.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 3)
        return large

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link.text())
        self.copy.setText(self.tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self.copy, lambda: self.copy.setText(self.tr("Copy link")))
