"""Listens in on what a server says when it lets me in: the board's name there, and its title."""

from __future__ import annotations

from collections.abc import Sequence

from whiteboard.editor import Editor
from whiteboard.net.board_port import Standing
from whiteboard.protocol.messages import ClientMessage, Hello, Snapshot, Tick, Welcome


class GreetedBoard:
    """A session's board that passes everything on to the editor. `board` and `title` are "" until it was let in."""

    def __init__(self) -> None:
        self.board = ""
        self.title = ""
        self._editor: Editor | None = None

    def around(self, editor: Editor) -> GreetedBoard:
        self._editor = editor
        return self

    @property
    def _inner(self) -> Editor:
        assert self._editor is not None
        return self._editor

    @property
    def replica(self) -> Standing:
        return self._inner.replica

    def hello(self) -> Hello:
        return self._inner.hello()

    def receive(self, message: Welcome | Tick, now: float) -> None:
        if isinstance(message, Welcome):
            self.board, self.title = message.board, message.title or message.board
        self._inner.receive(message, now)

    def load(self, snapshot: Snapshot) -> None:
        self._inner.load(snapshot)

    def disconnected(self) -> None:
        self._inner.disconnected()

    def take_outgoing(self, now: float) -> Sequence[ClientMessage]:
        return self._inner.take_outgoing(now)

    def tidy(self, now: float) -> None:
        self._inner.tidy(now)
