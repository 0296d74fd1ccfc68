"""What has passed over the wire, as lines without secrets, and how much of it a second. Its memory is bounded."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from whiteboard.net.tap import Passed

MOST = 1000
"""So many lines are kept."""

MOST_TEXT = 16 * 1024
"""Of a longer payload the beginning is kept."""

SECONDS = 60
"""How far back the rates go."""

HIDDEN = "•••"

_FREQUENT = {"tick", "trail", "trail_end", "presence", "edit", "ping"}  # these hold no secrets
_SECRET = re.compile(r'("(?:code|client|host_key|token|sid)":")(?:[^"\\]|\\.)*("|\\?$)')
_EVENT = re.compile(r'2\d*\["([^"]*)"')
_KINDS = {"0": "connect", "1": "disconnect", "3": "answer", "4": "no_connect"}


@dataclass(frozen=True, slots=True)
class Line:
    """A packet: `size` in bytes as it went over the wire, `text` its payload as JSON, without secrets.

    `cut`: there is more of the payload than is kept.
    """

    number: int
    at: float
    incoming: bool
    event: str
    size: int
    text: str
    cut: bool = False


@dataclass(slots=True)
class Second:
    """What passed in one second."""

    second: int
    messages_in: int = 0
    messages_out: int = 0
    bytes_in: int = 0
    bytes_out: int = 0


def line_of(number: int, passed: Passed) -> Line:
    packet = passed.packet
    found = _EVENT.match(packet[:80])
    event = found[1] if found else _KINDS.get(packet[:1], "?")
    payload = packet[found.end() :].removeprefix(",").removesuffix("]") if found else packet[1:].lstrip("0123456789")
    text = payload[:MOST_TEXT]
    if event not in _FREQUENT:
        text = _redacted(event, text)
    size = len(packet) if packet.isascii() else len(packet.encode())
    return Line(number, passed.at, passed.incoming, event, size, text, len(payload) > MOST_TEXT)


def _redacted(event: str, text: str) -> str:
    if event == "refused":  # its code is a reason
        return text
    return _SECRET.sub(rf"\g<1>{HIDDEN}\g<2>", text)


class Passing:
    """`take` is a tap's `hear`. While `paused` nothing new is kept, but it is counted."""

    def __init__(self) -> None:
        self.paused = False
        self.missed = 0
        """How many passed during the pause."""
        self._fresh: deque[Line] = deque(maxlen=MOST)
        self._seconds: deque[Second] = deque(maxlen=SECONDS)
        self._count = 0

    def take(self, passed: Passed) -> None:
        self._count += 1
        line = line_of(self._count, passed)
        self._measure(line)
        if self.paused:
            self.missed += 1
        else:
            self._fresh.append(line)

    def fresh(self) -> list[Line]:
        """What has come since the last time."""
        lines = list(self._fresh)
        self._fresh.clear()
        return lines

    def resume(self) -> None:
        self.paused, self.missed = False, 0

    def rates(self, now: float) -> list[Second]:
        """The SECONDS before `now` (seconds since 1970), oldest first, without the one that is not over."""
        last = int(now)
        known = {each.second: each for each in self._seconds}
        return [known.get(second) or Second(second) for second in range(last - SECONDS, last)]

    def _measure(self, line: Line) -> None:
        second = int(line.at)
        if not self._seconds or self._seconds[-1].second != second:
            self._seconds.append(Second(second))
        measured = self._seconds[-1]
        if line.incoming:
            measured.messages_in += 1
            measured.bytes_in += line.size
        else:
            measured.messages_out += 1
            measured.bytes_out += line.size
