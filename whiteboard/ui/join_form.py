"""A link, or an address and a code, typed or pasted: the way in that works on every network."""

from __future__ import annotations

import dataclasses
import ipaddress
import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from whiteboard.protocol.code import typed
from whiteboard.protocol.limits import DEFAULT_PORT
from whiteboard.protocol.link import BadLink, Link, is_link, parse_link
from whiteboard.words import t

from .buttons import Complaint, button
from .theme import GAP_PX

_HOST = re.compile(r"[\w.-]{1,253}")


def address_of(text: str) -> tuple[str, int]:
    """Host and port of an address as people write it: `10.0.0.5`, `10.0.0.5:7440`, `[fe80::1]:7440`, `ann-pc.local`.

    BadLink says what is wrong with it.
    """
    text = text.strip().rstrip("/")
    host, port_text = text, ""
    if text.startswith("["):
        host, _, port_text = text[1:].partition("]")
        port_text = port_text.removeprefix(":")
    elif text.count(":") == 1:
        host, _, port_text = text.partition(":")
    if port_text and not (port_text.isdecimal() and 0 < int(port_text) < 65536):
        raise BadLink(t("After the colon stands the port, a number up to 65535."))
    if ":" in host:
        try:
            ipaddress.ip_address(host)
        except ValueError:
            raise BadLink(t("This is not an address. It looks like 192.168.1.20.")) from None
    elif not _HOST.fullmatch(host):
        raise BadLink(t("This is not an address. It looks like 192.168.1.20."))
    return host, int(port_text or DEFAULT_PORT)


def link_from(place: str, code: str) -> Link:
    """Where a person wants to go, from the two fields. BadLink says what is wrong with them.

    An address alone leads to the board on that server that the code opens: the link's board is "".
    """
    if not place.strip() and is_link(code):
        place, code = code, ""  # pasted into the other field
    if not place.strip():
        raise BadLink(t("Paste the link, or type the address that is shown on the other screen."))
    code = typed(code)
    if is_link(place):
        link = parse_link(place)
        return dataclasses.replace(link, code=code or link.code)
    if not code:
        raise BadLink(t("Type the code too. It looks like K7QM-2XPA."))
    host, port = address_of(place)
    return Link(host, port, "", code)


class JoinForm(QWidget):
    """`wanted` carries the Link."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("Link or address"))
        self.place.setAccessibleName(self.tr("Link or address"))
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Code"))
        self.code.setAccessibleName(self.tr("Join code"))
        self.code.setToolTip(self.tr("Letters and digits, like K7QM-2XPA. A link may already contain it."))
        self.join = button(self.tr("Join"), "accent")
        self.complaint = Complaint()
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(self.code, 1)
        row.addWidget(self.join)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self.place)
        column.addLayout(row)
        column.addWidget(self.complaint)
        for field in (self.place, self.code):
            field.returnPressed.connect(self._submit)
            field.textEdited.connect(lambda: self.complaint.say(""))
        self.join.clicked.connect(self._submit)

    def _submit(self) -> None:
        try:
            link = link_from(self.place.text(), self.code.text())
        except BadLink as error:
            self.complaint.say(str(error))
            return
        self.complaint.say("")
        self.wanted.emit(link)
