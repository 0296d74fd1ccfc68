"""What a session needs of the board that it connects: the port that the editor implements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from whiteboard.model.document import Document
from whiteboard.protocol.messages import ClientMessage, Hello, Snapshot, Tick, Welcome


class Standing(Protocol):
    """How the board's copy of the document stands towards its server."""

    @property
    def online(self) -> bool:
        """Whether the server has welcomed it, and takes its edits."""

    @property
    def current(self) -> bool:
        """Whether it has all that was on the board at the welcome."""

    @property
    def wants_hello(self) -> bool:
        """Whether it must greet the server again on the same connection."""

    @property
    def wants_snapshot(self) -> str | None:
        """The path of the snapshot to fetch for `load`."""

    @property
    def document(self) -> Document:
        """What is on the board now, for reading."""

    @property
    def unconfirmed(self) -> int:
        """How many edits the server has not confirmed."""


class LiveBoard(Protocol):
    """A board that can be connected. Times are in seconds, of one clock that never steps."""

    @property
    def replica(self) -> Standing:
        """How it stands."""

    def hello(self) -> Hello:
        """The greeting for a new connection, without board, code, name, colour and app."""

    def receive(self, message: Welcome | Tick, now: float) -> None:
        """The server's words, in order."""

    def load(self, snapshot: Snapshot) -> None:
        """The snapshot that was wanted."""

    def disconnected(self) -> None:
        """The connection is gone."""

    def take_outgoing(self, now: float) -> Sequence[ClientMessage]:
        """What to send now; nothing unless online."""

    def tidy(self, now: float) -> None:
        """Drop what has expired; called about once a second."""
