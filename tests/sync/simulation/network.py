"""A link between one client and the server: ordered both ways, and as late as the seed wants."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from server.link import Ready
from whiteboard.protocol.codec import client_message, server_message, split_packet, to_packet
from whiteboard.protocol.messages import ClientMessage, ServerMessage, Tick


class SimulatedLink:
    """What the server calls a Link, with the client's end of it. `spy` sees every tick that the server sends."""

    address = "192.0.2.1"
    transport = "simulated"
    encrypted = True

    def __init__(self, spy: Callable[[Tick], None], buffer: int) -> None:
        """A client that took nothing of the last `buffer` messages is not drained."""
        self.up: deque[str] = deque()
        self.down: deque[ServerMessage] = deque()
        self.open = True  # the server's view: an aborted link delivers nothing more
        self._spy = spy
        self._buffer = buffer

    # ------------------------------------------------------------ the server's end

    def send(self, message: Ready) -> None:
        if self.open:
            arrived = server_message(*split_packet(message.packet.removeprefix("4")))
            if isinstance(arrived, Tick):
                self._spy(arrived)
            self.down.append(arrived)

    def waiting(self) -> int:
        return max(0, len(self.down) - self._buffer)

    def close(self) -> None:
        self.open = False

    def abort(self) -> None:
        self.open = False
        self.down.clear()

    # ------------------------------------------------------------ the client's end

    def say(self, message: ClientMessage) -> None:
        self.up.append(to_packet(message))

    def heard(self) -> ClientMessage:
        """What the server reads next."""
        return client_message(*split_packet(self.up.popleft()))
