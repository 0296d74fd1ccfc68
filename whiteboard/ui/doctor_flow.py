"""Examining a connection from the app: of a link that somebody tries, or of a board that is shared from here."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from whiteboard.protocol.code import shown
from whiteboard.protocol.link import Link
from whiteboard.words import t

from .desk import Desk
from .open_board import OpenBoard

if TYPE_CHECKING:
    from whiteboard.doctor.finding import Result
    from whiteboard.doctor.patient import Surroundings
    from whiteboard.doctor.rung import Rung

    from .doctor_page import DoctorPage
    from .sharing import Share

Examine = Callable[[], AsyncGenerator["Result", None]]


class DoctorFlow(QObject):
    """One page, and one examination at a time, which ends when the page is closed or its board is left."""

    join_wanted = Signal(object)
    """The Link that was examined after it could not be joined: the person wants to try again."""

    def __init__(self, desk: Desk, *, listens: bool) -> None:
        """`listens`: whether announcements are looked for; tests and trials stay unheard."""
        super().__init__(desk)
        self._desk = desk
        self._listens = listens
        self._page: DoctorPage | None = None
        self._task: asyncio.Task[None] | None = None
        self._link: Link | None = None
        self._again: Callable[[], None] = lambda: None
        desk.left.connect(self._on_left)

    @property
    def page(self) -> DoctorPage:
        """Made when it is first wanted: the doctor's rooms are not needed by the first frame."""
        if self._page is None:
            from .doctor_page import DoctorPage

            self._page = DoctorPage(self._desk.window)
            self._page.stop_wanted.connect(self._stop)
            self._page.again_wanted.connect(self._run_again)
            self._page.join_wanted.connect(self._join)
        return self._page

    def examine_board(self, board: OpenBoard) -> None:
        """Of the board on the screen: whether others can reach it, if it is shared from here; else its connection."""
        share = self._desk.sharing.share(board.id)
        if share is not None:
            self.examine_host(share)
        elif board.link is not None:
            self.examine(board.link)

    def examine(self, link: Link, *, joining: bool = False) -> None:
        """Walk from here to the board at this link. `joining`: it could not be joined just now."""
        from whiteboard.doctor import examination
        from whiteboard.doctor.ladders import FOR_A_LINK

        self._again = lambda: self.examine(link, joining=joining)
        self._link = link if joining else None
        title = self.tr("From this computer to {board} at {host}, port {port}").format(
            board=link.board or self.tr("a board"), host=link.host, port=link.port
        )
        self.page.begin(
            self.tr("Connection check"),
            title,
            _names(FOR_A_LINK),
            secrets=(link.code, shown(link.code) if link.code else ""),
        )
        self._start(lambda: examination.of_link(link, self._around()))

    def examine_host(self, share: Share) -> None:
        """Whether others can reach what is shared from here, as far as this computer can tell."""
        from whiteboard.doctor import examination
        from whiteboard.doctor.ladders import FOR_A_HOST

        port, code = share.hosted.port, share.hosted.code
        self._again = lambda: self.examine_host(share)
        self._link = None
        links = share.hosted.links
        there = self.tr(
            "Only another computer can tell for certain whether this one is reached from outside: join there{}, and "
            "press Find out why if it fails."
        ).format(f" ({links[0].host}:{port})" if links else "")
        title = self.tr("From others to this computer, port {}").format(port)
        secrets = (code, shown(code)) if code else ()
        self.page.begin(self.tr("Can others join?"), title, _names(FOR_A_HOST), after=there, secrets=secrets)
        self._start(lambda: examination.of_host(port, self._around()))

    # ------------------------------------------------------------ inside

    def _around(self) -> Surroundings:
        from whiteboard.doctor.patient import Surroundings, hear_nothing

        return Surroundings() if self._listens else Surroundings(listen=hear_nothing, listen_seconds=0.1)

    def _start(self, examine: Examine) -> None:
        self._cancel()
        self.page.show()
        self.page.raise_()
        self.page.again.setFocus()
        self._task = self._desk.errands.start(self._climb(examine))

    async def _climb(self, examine: Examine) -> None:
        page, joining = self.page, self._link is not None
        async with contextlib.aclosing(examine()) as results:
            async for result in results:
                page.show_result(result)
        self._task = None
        page.finish(may_join=joining)

    def _stop(self) -> None:
        if self._cancel() and self.page.isVisible():
            self.page.finish()

    def _cancel(self) -> bool:
        task, self._task = self._task, None
        return task is not None and task.cancel()

    def _run_again(self) -> None:
        self._again()

    def _join(self) -> None:
        link = self._link
        self.page.hide()
        if link is not None:
            self.join_wanted.emit(link)

    def _on_left(self) -> None:
        if self._page is not None:
            self._page.hide()


def _names(ladder: Sequence[Rung]) -> list[str]:
    return [t(rung.name) for rung in ladder]
