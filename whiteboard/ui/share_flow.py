"""Sharing the board on the screen: from the button to a served board, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QPoint

from whiteboard.files.board_info import BoardId, Hosted
from whiteboard.protocol.identity import board_name
from whiteboard.protocol.link import BadLink, parse_link

from .desk import Desk
from .open_board import OpenBoard
from .share_dialog import ShareDialog
from .sharing import Share
from .theme import GAP_PX

if TYPE_CHECKING:
    from whiteboard.net.hosting import Hosted as Serving
    from whiteboard.net.hosting import HostingFailed


class ShareFlow(QObject):
    """One dialog, about the board on the screen; it goes with the board."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._busy = False
        self.dialog = ShareDialog(desk.window)
        self.dialog.start_wanted.connect(lambda: self._start(open=None))
        self.dialog.stop_wanted.connect(self._stop)
        self.dialog.open_switched.connect(self._switch)
        self.dialog.copy_wanted.connect(self._share_copy)
        desk.entered.connect(self._on_entered)
        desk.left.connect(lambda _: self.dialog.hide())

    def show(self) -> None:
        """The Share button: share the board if it is not yet, and show how others get in."""
        board = self._desk.current
        if board is None:
            return
        info = self._desk.store.board(board.id)
        assert info is not None
        share = self._desk.sharing.share(board.id)
        if info.link:
            self.dialog.show_foreign(_host(info.link))
        elif share is not None:
            self._show_shared(share)
        elif not self._busy:
            self._start(open=None)
        self._place(board)
        self.dialog.show()
        self.dialog.raise_()

    def on_report(self, id: BoardId, news: Serving | HostingFailed) -> None:
        """A server died, came back, or was given up."""
        from whiteboard.net.hosting import HostingFailed

        board = self._desk.current
        here = board is not None and board.id == id
        share = self._desk.sharing.share(id)
        if not isinstance(news, HostingFailed):
            if here and share is not None:
                self._show_shared(share)
        elif news.final:
            if board is not None and here:
                board.disconnect_now()
                self.dialog.show_failed(news.sentence)
            self._desk.say(news.sentence)
        elif here:
            self.dialog.show_restarting(news.sentence)

    # ------------------------------------------------------------ inside

    def _on_entered(self, board: OpenBoard) -> None:
        board.share_wanted.connect(self.show)
        board.members_changed.connect(lambda: self._show_people(board))
        board.connection_changed.connect(lambda _: self._show_people(board))

    def _start(self, *, open: bool | None) -> None:
        if self._desk.current is not None and not self._busy:
            self._busy = True
            self.dialog.show_starting()
            self._desk.errands.start(self._serve(self._desk.current, open))

    async def _serve(self, board: OpenBoard, open: bool | None) -> None:
        from whiteboard.net.hosting import HostingFailed
        from whiteboard.net.hosting.hosted_server import firewall_hint

        desk = self._desk
        info = desk.store.board(board.id)
        assert info is not None
        kept = info.hosted or Hosted(name=board_name(info.title))
        kept = msgspec.structs.replace(kept, open=kept.open if open is None else open)
        try:
            share = await desk.sharing.start(board.id, kept.name, kept.port, open=kept.open)
        except HostingFailed as failure:
            self.dialog.show_failed(failure.sentence)
            return
        finally:
            self._busy = False
        info = desk.store.board(board.id)
        assert info is not None
        desk.store.update(msgspec.structs.replace(info, hosted=msgspec.structs.replace(kept, port=share.hosted.port)))
        if desk.current is board:
            board.replica.attach()
            desk.connect_board(board)
            self._show_shared(share)
            if hint := await firewall_hint(share.hosted):
                self.dialog.show_hint(hint)
        else:
            desk.refresh_start()

    def _stop(self) -> None:
        if self._desk.current is not None:
            self._desk.errands.start(self._end(self._desk.current))

    async def _end(self, board: OpenBoard) -> None:
        board.disconnect_now()
        await self._desk.sharing.stop(board.id)
        self.dialog.show_stopped()

    def _switch(self, open: bool) -> None:
        if self._desk.current is not None and not self._busy:
            self._busy = True
            self._desk.errands.start(self._serve_otherwise(self._desk.current, open))

    async def _serve_otherwise(self, board: OpenBoard, open: bool) -> None:
        """The others stay: they come back by themselves, in a second."""
        self.dialog.show_starting()
        await self._desk.sharing.stop(board.id)
        await self._serve(board, open)

    def _share_copy(self) -> None:
        board = self._desk.current
        copy = board and self._desk.duplicate(board.id)
        if copy and self._desk.open(copy.id) is not None:
            self.show()

    def _show_shared(self, share: Share) -> None:
        self.dialog.show_shared(share.hosted.links, share.hosted.code, share.hosted.hint, open=share.open)
        if self._desk.current is not None:
            self._show_people(self._desk.current)

    def _show_people(self, board: OpenBoard) -> None:
        self.dialog.show_people([member.name for member in board.others])

    def _place(self, board: OpenBoard) -> None:
        """Below the button, so that the board stays in sight."""
        window = self._desk.window
        self.dialog.adjustSize()
        corner = board.share.mapTo(window, QPoint(board.share.width(), board.share.height() + GAP_PX))
        left = max(corner.x() - self.dialog.width(), GAP_PX)
        self.dialog.move(window.mapToGlobal(QPoint(left, corner.y())))


def _host(link: str) -> str:
    try:
        return parse_link(link).host
    except BadLink:
        return link
