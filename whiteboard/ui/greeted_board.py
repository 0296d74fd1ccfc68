"""The board as one session sees it: listens in on how the server greets, and can be cut off at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whiteboard.editor import Editor
from whiteboard.net.board_port import Standing
from whiteboard.protocol.messages import ClientMessage, Hello, Snapshot, Tick, Welcome


class GreetedBoard:
    """Passes everything on to the editor until `cut`: a session that is being cancelled may still say things.

    `board` and `title` are the board's name and title on the server, "" until it let me in. `on_title` hears of a title
    that its host gave it.
    """

    def __init__(self, editor: Editor, on_title: Callable[[str], None]) -> None:
        self.board = ""
        self.title = ""
        self._editor = editor
        self._on_title = on_title
        self._is_cut = False

    def cut(self) -> None:
        if not self._is_cut:
            self._editor.disconnected()
            self._is_cut = True

    @property
    def replica(self) -> Standing:
        return self._editor.replica

    def hello(self) -> Hello:
        return self._editor.hello()

    def receive(self, message: Welcome | Tick, now: float) -> None:
        if self._is_cut:
            return
        given = message.title
        if isinstance(message, Welcome):
            self.board, self.title = message.board, message.title or message.board
            given = self.title if self.title != self.board else None
        self._editor.receive(message, now)
        if given is not None:
            self.title = given
            self._on_title(given)

    def load(self, snapshot: Snapshot) -> None:
        if not self._is_cut:
            self._editor.load(snapshot)

    def disconnected(self) -> None:
        if not self._is_cut:
            self._editor.disconnected()

    def take_outgoing(self, now: float) -> Sequence[ClientMessage]:
        return () if self._is_cut else self._editor.take_outgoing(now)

    def tidy(self, now: float) -> None:
        if not self._is_cut:
            self._editor.tidy(now)
