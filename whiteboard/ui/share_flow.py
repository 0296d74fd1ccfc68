"""Sharing the board on the screen: from the button to a served board, and back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer

from whiteboard.files.board_info import BoardId, Hosted
from whiteboard.protocol.identity import board_name
from whiteboard.protocol.link import BadLink, Link, parse_link
from whiteboard.protocol.messages import HostMessage

from .desk import Desk
from .open_board import OpenBoard
from .share_panel import SharePanel
from .sharing import Share

if TYPE_CHECKING:
    from whiteboard.net.hosting import Hosted as Serving
    from whiteboard.net.hosting import HostingFailed

_LOOK_AGAIN_MS = 2000
"""How often the addresses of this computer are looked up while the panel shows them."""


class ShareFlow(QObject):
    """One panel, about the board on the screen; it goes with the board."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._busy = False
        self.panel = SharePanel(desk.window)
        self.panel.start_wanted.connect(lambda: self._start(open=None))
        self.panel.stop_wanted.connect(self._stop)
        self.panel.open_switched.connect(self._switch)
        self.panel.copy_wanted.connect(self._share_copy)
        self.panel.decided.connect(self._decide)
        self._links: tuple[Link, ...] = ()
        self._look_again = QTimer(self)
        self._look_again.setInterval(_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._follow_network)
        desk.entered.connect(self._on_entered)
        desk.left.connect(lambda _: self.panel.hide())

    def show(self) -> None:
        """The Share button: share the board if it is not yet, and show how others get in."""
        board = self._desk.current
        if board is None:
            return
        info = self._desk.store.board(board.id)
        assert info is not None
        share = self._desk.sharing.share(board.id)
        if info.link:
            self.panel.show_foreign(_host(info.link))
        elif share is not None:
            self._show_shared(share)
        elif not self._busy:
            self._start(open=None)
        self.panel.show()
        self.panel.raise_()
        self._look_again.start()

    def on_report(self, id: BoardId, news: Serving | HostingFailed) -> None:
        """A server died, came back, or was given up."""
        from whiteboard.net.hosting import HostingFailed

        board = self._desk.current
        here = board is not None and board.id == id
        share = self._desk.sharing.share(id)
        if not isinstance(news, HostingFailed):
            if board is not None and here and share is not None:
                self._show_shared(share)
                if board.link is not None and board.link.fingerprint != share.hosted.fingerprint:
                    self._desk.connect_board(board)  # the server's folder was lost, and its certificate with it
        elif news.final:
            if board is not None and here:
                board.disconnect_now()
                self.panel.show_failed(news.sentence)
            self._desk.say(news.sentence)
        elif here:
            self.panel.show_restarting(news.sentence)

    async def end(self) -> None:
        """Stop sharing every board: those who are on them are told, and nothing is to be taken up again."""
        boards = self._desk.sharing.boards
        await self._desk.sharing.stop_all()
        for id in boards:
            self._note_end(id)

    # ------------------------------------------------------------ inside

    def _on_entered(self, board: OpenBoard) -> None:
        board.share_wanted.connect(self.show)
        board.members_changed.connect(lambda: self._show_people(board))
        board.door_changed.connect(lambda: self._show_door(board))
        board.connection_changed.connect(lambda _: self._show_people(board))
        info = self._desk.store.board(board.id)
        serving = info is not None and info.hosted is not None and info.hosted.serving
        if serving and self._desk.sharing.share(board.id) is None:
            again = self.tr("Share again"), self.show
            self._desk.say(self.tr("This board was being shared when the app ended."), again, lasting=True)
            self._note_end(board.id)

    def _start(self, *, open: bool | None) -> None:
        if self._desk.current is not None and not self._busy:
            self._busy = True
            self.panel.show_starting()
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
            name = desk.profile.name
            share = await desk.sharing.start(board.id, kept.name, kept.port, open=kept.open, called=name)
        except HostingFailed as failure:
            self.panel.show_failed(failure.sentence, failure.details)
            if self.panel.isHidden():
                desk.say(failure.sentence)
            return
        finally:
            self._busy = False
        info = desk.store.board(board.id)
        assert info is not None
        kept = msgspec.structs.replace(kept, port=share.hosted.port, serving=True)
        desk.store.update(msgspec.structs.replace(info, hosted=kept))
        if desk.current is board:
            desk.connect_board(board)
            self._show_shared(share)
            if hint := await firewall_hint(share.hosted):
                self.panel.show_hint(hint)
        else:
            desk.refresh_start()

    def _stop(self) -> None:
        if self._desk.current is not None and not self._busy:
            self._busy = True
            self._desk.errands.start(self._end(self._desk.current))

    async def _end(self, board: OpenBoard) -> None:
        board.disconnect_now()
        self.panel.show_stopping()
        try:
            await self._desk.sharing.stop(board.id)
        finally:
            self._busy = False
        self._note_end(board.id)
        if self._desk.current is board:
            self.panel.show_stopped()

    def _switch(self, open: bool) -> None:
        if self._desk.current is not None and not self._busy:
            self._busy = True
            self._desk.errands.start(self._serve_otherwise(self._desk.current, open))

    async def _serve_otherwise(self, board: OpenBoard, open: bool) -> None:
        """The others stay: they come back by themselves, in a second."""
        self.panel.show_starting()
        await self._desk.sharing.stop(board.id)
        await self._serve(board, open)

    def _note_end(self, id: BoardId) -> None:
        info = self._desk.store.board(id)
        if info is not None and info.hosted is not None:
            hosted = msgspec.structs.replace(info.hosted, serving=False)
            self._desk.store.update(msgspec.structs.replace(info, hosted=hosted))

    def _share_copy(self) -> None:
        if self._desk.current is not None:
            self._desk.errands.start(self._share_copy_of(self._desk.current))

    async def _share_copy_of(self, board: OpenBoard) -> None:
        copy = await self._desk.duplicate(board.id)
        if copy and self._desk.current is board and self._desk.open(copy.id) is not None:
            self.show()

    def _follow_network(self) -> None:
        """A cable was plugged in, another Wi-Fi chosen: the links that are shown are those that work now."""
        if self.panel.isHidden():
            self._look_again.stop()
            return
        board = self._desk.current
        share = self._desk.sharing.share(board.id) if board is not None else None
        if share is not None and not self._busy and share.hosted.links != self._links:
            self._show_shared(share)

    def _show_shared(self, share: Share) -> None:
        self._links = share.hosted.links
        self.panel.show_shared(self._links, share.hosted.code, share.hosted.hint, open=share.open)
        if self._desk.current is not None:
            self._show_people(self._desk.current)

    def _decide(self, message: HostMessage) -> None:
        if self._desk.current is not None:
            self._desk.current.decide(message)

    def _show_door(self, board: OpenBoard) -> None:
        self.panel.show_door(board.door)
        waiting = len(board.door.waiting) if board.door is not None else 0
        board.share.setText(self.tr("{} waiting").format(waiting) if waiting else self.tr("Share"))
        board.share.setAccessibleName(board.share.text())
        share = self._desk.sharing.share(board.id)
        if share is not None and board.door is not None and board.door.code != share.hosted.code:
            share.hosted = dataclasses.replace(share.hosted, code=board.door.code)
            self._show_shared(share)

    def _show_people(self, board: OpenBoard) -> None:
        self.panel.show_people([member.name for member in board.others])


def _host(link: str) -> str:
    try:
        return parse_link(link).host
    except BadLink:
        return link
