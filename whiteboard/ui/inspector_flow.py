"""Opening the inspector on the board's connection: it listens from then on, and only until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from whiteboard.words import t

from .desk import Desk
from .open_board import OpenBoard

if TYPE_CHECKING:
    from .inspector.window import InspectorWindow


class InspectorFlow(QObject):
    """One window, about the board on the screen; it goes with the board. `now` gives seconds since 1970."""

    def __init__(self, desk: Desk, now: Callable[[], float]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._now = now
        self.window: InspectorWindow | None = None
        desk.left.connect(self._on_left)

    def show(self) -> None:
        board = self._desk.current
        if board is None:
            return
        if self.window is None:
            self._open(board)
        assert self.window is not None
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    # ------------------------------------------------------------ inside

    def _open(self, board: OpenBoard) -> None:
        from .inspector.passing import Passing
        from .inspector.window import InspectorWindow

        passing = Passing()
        window = InspectorWindow(self._desk.window, passing, lambda: facts(board), self._now)
        window.setWindowTitle(self.tr("Inspector – {}").format(board.view.title))

        def stop() -> None:
            board.tap.hear = None
            self.window = None
            window.deleteLater()

        window.closed.connect(stop)
        board.tap.hear = passing.take
        self.window = window

    def _on_left(self) -> None:
        if self.window is not None:
            self.window.close()


def facts(board: OpenBoard) -> str:
    """How the connection stands, in one line."""
    connection = board.connection
    if board.link is None:
        return t("This board is not shared: nothing goes over the network. Press Share, and watch.")
    standing = board.replica.standing
    trip = connection.round_trip
    people = len(board.others) + 1
    parts = (
        board.indicator.words,
        {"websocket": "WebSocket", "polling": t("long polling")}.get(connection.transport, ""),
        t("round trip {ms:.0f} ms").format(ms=trip * 1000) if trip is not None else "",
        t("board at change {seq:,}, hash {hash}").format(seq=standing.seq, hash=standing.hash[:8])
        if standing.hash
        else "",
        t("{count} unsent").format(count=connection.unsent),
        t("1 person") if people == 1 else t("{count} people").format(count=people),
    )
    return " · ".join(filter(None, parts))
