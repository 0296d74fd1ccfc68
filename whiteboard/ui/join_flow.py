"""The way onto somebody else's board: from a link or a nearby board to a page with everything on it."""

from __future__ import annotations

import dataclasses
from functools import partial

import msgspec
from PySide6.QtCore import QObject

from whiteboard.files.board_info import BoardId, BoardInfo
from whiteboard.net.status import Connection, Phase
from whiteboard.protocol.link import BadLink, Link, parse_link
from whiteboard.protocol.refusal import Refusal

from .desk import Desk
from .doctor_flow import DoctorFlow
from .join_dialog import JoinDialog
from .nearby import BoardNear
from .open_board import OpenBoard


class JoinFlow(QObject):
    """At most one board is being joined at a time; the board on the screen stays until the new one is there."""

    def __init__(self, desk: Desk, doctor: DoctorFlow) -> None:
        super().__init__(desk)
        self._desk = desk
        self._doctor = doctor
        doctor.join_wanted.connect(self.join)
        self._coming: OpenBoard | None = None
        self.dialog: JoinDialog | None = None
        desk.start.link_wanted.connect(self.join)
        desk.start.near_chosen.connect(self.join_near)
        desk.entered.connect(self._on_entered)

    def join_near(self, near: BoardNear) -> None:
        if near.mine:
            self._open_own(near.link)
        else:
            self.join(near.link, ask_code=not near.open, announced=True, called=near.title)

    def join(self, link: Link, *, ask_code: bool = False, announced: bool = False, called: str = "") -> None:
        """Go onto the board at this link. One that was joined before is opened at once, connected or not.

        `called` is what people call the board, if that is known.
        Anybody can announce anything: a fingerprint that was `announced` does not replace one that is known here.
        """
        self.give_up()
        known = self._known(link)
        if known is not None:
            kept = parse_link(known.link)
            first, second = (kept, link) if announced else (link, kept)
            key = first.fingerprint or second.fingerprint
            link = dataclasses.replace(link, code=link.code or kept.code, fingerprint=key)
            self._keep_link(known.id, link)
            self._desk.open(known.id)
            return
        if not link.is_encrypted:
            link = dataclasses.replace(link, fingerprint=self._remembered(link))
        self.dialog = JoinDialog(self._desk.window, link, ask_code=ask_code and not link.code, called=called)
        self.dialog.tried.connect(self._try)
        self.dialog.rejected.connect(self.give_up)
        self.dialog.examine_wanted.connect(self._find_out)
        self.dialog.open()
        if not ask_code or link.code:
            self._try(link)

    def give_up(self) -> None:
        """Nothing comes of the board that is being joined: no trace of it stays."""
        self._close_dialog()
        board, self._coming = self._coming, None
        if board is not None:
            board.connection_changed.disconnect(self._on_connection)
            board.close()
            self._desk.store.discard(board.id)

    # ------------------------------------------------------------ a board that is new here

    def _try(self, link: Link) -> None:
        if self._coming is None:
            info = self._desk.store.create(link.board, link=str(link))
            self._coming = self._desk.prepare(info.id)
            if self._coming is None:
                self.give_up()
                return
            self._coming.connection_changed.connect(self._on_connection)
        self._keep_link(self._coming.id, link)
        self._coming.connect_to(link, self._desk.profile)

    def _on_connection(self, connection: Connection) -> None:
        board = self._coming
        if board is None:
            return
        if connection.phase is Phase.ONLINE and board.replica.online:
            self._arrive(board)
        elif self.dialog is not None:
            self.dialog.show_connection(connection)

    def _arrive(self, board: OpenBoard) -> None:
        self._coming = None
        self._close_dialog()
        board.connection_changed.disconnect(self._on_connection)
        info = self._desk.store.board(board.id)
        assert info is not None
        assert board.link is not None
        assert board.greeting is not None
        title = board.greeting.title
        link = str(dataclasses.replace(board.link, board=board.greeting.board))
        self._desk.store.update(msgspec.structs.replace(info, title=title, link=link))
        board.view.set_title(title)
        self._desk.enter(board)
        board.indicator.show_connection(board.connection, has_server=True)

    def _find_out(self, link: Link) -> None:
        """The person gives up this try, to see what is wrong."""
        is_new = self._coming is not None
        self.give_up()
        self._doctor.examine(link, joining=is_new)

    def _close_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.blockSignals(True)  # it is closed by the app, not by the person
            dialog.close()
            dialog.deleteLater()

    # ------------------------------------------------------------ a board that is known here

    def _known(self, link: Link) -> BoardInfo | None:
        for info in self._desk.store.boards():
            if info.link and _same_board(info.link, link):
                return info
        return None

    def _remembered(self, link: Link) -> str:
        """The fingerprint of the server at this address, as it was the last time; "" if nobody was there yet."""
        for info in self._desk.store.boards():
            try:
                kept = parse_link(info.link)
            except BadLink:
                continue
            if (kept.host, kept.port) == (link.host, link.port) and kept.fingerprint:
                return kept.fingerprint
        return ""

    def _open_own(self, link: Link) -> None:
        for id in self._desk.sharing.boards:
            share = self._desk.sharing.share(id)
            if share is not None and (share.hosted.port, share.hosted.board) == (link.port, link.board):
                self._desk.open(id)

    def _keep_link(self, id: BoardId, link: Link) -> None:
        info = self._desk.store.board(id)
        assert info is not None
        if info.link != str(link):
            self._desk.store.update(msgspec.structs.replace(info, link=str(link)))

    def _on_entered(self, board: OpenBoard) -> None:
        board.connection_changed.connect(lambda connection: self._on_refused(board, connection))
        board.doubted.connect(lambda: self._ask_again(board))
        board.tried_anew.connect(lambda: self._desk.connect_board(board))

    def _on_refused(self, board: OpenBoard, connection: Connection) -> None:
        """A known board does not let me in any more: say so, and ask for the code if that is what is wrong.

        Or somebody else answers in its place.
        """
        if connection.phase is not Phase.REFUSED or self._desk.current is not board or board.link is None:
            return
        if connection.refusal is Refusal.WRONG_CODE:
            self._ask_again(board)
        elif connection.is_doubtful:
            self._desk.say(connection.sentence, (self.tr("Look"), lambda: self._ask_again(board)))
        elif connection.refusal is Refusal.REMOVED:
            self._desk.say(connection.sentence, (self.tr("Try again"), board.retry))
        else:
            find_out = partial(self._doctor.examine_board, board)
            self._desk.say(connection.sentence, (self.tr("Find out why"), find_out))

    def _ask_again(self, board: OpenBoard) -> None:
        if self.dialog is None and self._desk.current is board and board.link is not None:
            self.dialog = JoinDialog(self._desk.window, board.link, ask_code=True, called=board.view.title)
            self.dialog.show_connection(board.connection)
            self.dialog.tried.connect(lambda link: self._try_again(board, link))
            self.dialog.rejected.connect(self._close_dialog)
            self.dialog.examine_wanted.connect(self._find_out)
            self.dialog.open()

    def _try_again(self, board: OpenBoard, link: Link) -> None:
        self._close_dialog()
        if self._desk.current is board:
            self._keep_link(board.id, link)
            board.connect_to(link, self._desk.profile)


def _same_board(kept: str, link: Link) -> bool:
    try:
        other = parse_link(kept)
    except BadLink:
        return False
    return (other.host, other.port, other.board) == (link.host, link.port, link.board)
