"""On the way to a board: asks for the code, says how it goes, and lets the person try again in place."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from whiteboard.net.status import Connection, Phase
from whiteboard.protocol.code import typed
from whiteboard.protocol.fingerprint import words_of
from whiteboard.protocol.link import Link
from whiteboard.protocol.refusal import Refusal
from whiteboard.words import t

from .buttons import Complaint, words
from .dialog import Dialog
from .theme import TITLE_PT


class JoinDialog(Dialog):
    """`tried` carries the Link to try, each time the person says so. Closing it in any way gives up (`rejected`).

    Where the link does not say whom to expect, the person compares the words of whoever answers.
    """

    tried = Signal(object)
    examine_wanted = Signal(object)
    """The Link that fails: find out why."""

    def __init__(self, parent: QWidget, link: Link, *, ask_code: bool, called: str = "") -> None:
        called = called or link.board
        super().__init__(parent, t("Join “{board}”").format(board=called) if called else t("Join a board"))
        self._link = link
        self._doubted = ""
        self.explanation = words()
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Code, like K7QM-2XPA"))
        self.code.setAccessibleName(self.tr("Join code"))
        self.key = words(points=TITLE_PT, bold=True)
        self.complaint = Complaint()
        self.progress = words(muted=True)
        for widget in (self.explanation, self.key, self.code, self.complaint, self.progress):
            self.column.addWidget(widget)
        self.cancel = self.add_button(self.tr("Cancel"), self.reject, "quiet")
        self.find_out = self.add_button(self.tr("Find out why"), lambda: self.examine_wanted.emit(self._link))
        self.find_out.hide()
        self.join = self.add_button(self.tr("Join"), self._try, "accent")
        self.join.setDefault(True)
        if ask_code:
            self._ask(self.tr("Type the code that is shown on the screen of whoever shares this board."))
        else:
            self._show_progress()

    def show_connection(self, connection: Connection) -> None:
        """How the try goes."""
        match connection.phase:
            case Phase.REFUSED if connection.is_doubtful:
                self._ask_whom(connection)
            case Phase.REFUSED if connection.refusal is Refusal.WRONG_CODE:
                self._ask("", connection.sentence)
            case Phase.REFUSED:
                self._stop(connection.sentence)
            case Phase.WAITING:
                self._show_progress(connection.sentence)
            case Phase.RETRYING:
                self.complaint.say(connection.sentence)
                self.progress.setText(self.tr("Trying again…"))
                self.find_out.show()
            case Phase.CONNECTING | Phase.ONLINE | Phase.OFFLINE:
                pass

    # ------------------------------------------------------------ inside

    def _ask(self, explanation: str, complaint: str = "") -> None:
        self.explanation.setText(explanation)
        self.explanation.setVisible(bool(explanation))
        self.complaint.say(complaint)
        self.find_out.setVisible(bool(complaint))
        self.progress.hide()
        self.key.hide()
        self.code.show()
        self.code.setEnabled(True)
        self.code.setFocus()
        self.code.selectAll()
        self.join.setText(self.tr("Try again") if complaint else self.tr("Join"))
        self.join.show()
        self.join.setEnabled(True)

    def _ask_whom(self, connection: Connection) -> None:
        """Is this the computer that is meant?"""
        self._doubted = connection.fingerprint
        another = bool(self._link.fingerprint)
        self._ask(
            self.tr("The screen of whoever shares this board shows five words, under Share. Are they these?"),
            self.tr(
                "Another computer than expected answers at {}. That is normal if addresses change in this network. "
                "If the words differ, somebody else pretends to be there: cancel."
            ).format(self._link.host)
            if another
            else "",
        )
        self.code.hide()
        self.key.setText(" ".join(words_of(connection.fingerprint)))
        self.key.setAccessibleName(self.tr("Words to compare: {}").format(self.key.text()))
        self.key.show()
        self.join.setText(self.tr("Yes, the same words"))
        self.join.setDefault(False)
        self.cancel.setFocus()

    def _stop(self, complaint: str) -> None:
        self._ask("", complaint)
        self.code.hide()
        self.join.setFocus()

    def _show_progress(self, sentence: str = "") -> None:
        self.explanation.hide()
        self.key.hide()
        self.code.hide()
        self.complaint.say("")
        self.find_out.hide()
        self.progress.setText(sentence or self.tr("Connecting to {}…").format(self._link.host))
        self.progress.show()
        self.join.hide()

    def _try(self) -> None:
        if not self.key.isHidden():
            self._link = dataclasses.replace(self._link, fingerprint=self._doubted)
        elif not self.code.isHidden():
            code = typed(self.code.text())
            if not code:
                self.complaint.say(self.tr("Type the code. It looks like K7QM-2XPA."))
                return
            self._link = dataclasses.replace(self._link, code=code)
        self._show_progress()
        self.tried.emit(self._link)
