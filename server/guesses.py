"""How often join codes may be guessed: wrong codes are counted for each address and board, and for each board.

Who is known to a board is counted by identity instead of address, apart from strangers: see `events/hello.py`.
"""

from __future__ import annotations

import ipaddress
from collections import OrderedDict

ADDRESS_GUESSES = 10.0
ADDRESS_SECONDS = 6.0
"""From one address: so many wrong codes for a board, then one more every so many seconds."""

BOARD_GUESSES = 100.0
BOARD_SECONDS = 1.0
"""The same for a board from all addresses together."""

MAX_REMEMBERED = 10_000


class Guesses:
    """Buckets of allowed wrong codes."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()  # allowed, at

    def wait(self, board: str, address: str, now: float) -> float:
        """Seconds until another code may be tried; 0: now."""
        by_address = self._seconds_until_one((board, block_of(address)), ADDRESS_GUESSES, ADDRESS_SECONDS, now)
        return max(by_address, self._seconds_until_one((board, ""), BOARD_GUESSES, BOARD_SECONDS, now))

    def wrong(self, board: str, address: str, now: float) -> None:
        """A wrong code was given."""
        self._take((board, block_of(address)), ADDRESS_GUESSES, ADDRESS_SECONDS, now)
        self._take((board, ""), BOARD_GUESSES, BOARD_SECONDS, now)
        while len(self._buckets) > MAX_REMEMBERED:
            self._buckets.popitem(last=False)

    def _allowed(self, key: tuple[str, str], most: float, seconds: float, now: float) -> float:
        allowed, at = self._buckets.get(key, (most, now))
        return min(most, allowed + (now - at) / seconds)

    def _seconds_until_one(self, key: tuple[str, str], most: float, seconds: float, now: float) -> float:
        return max(0.0, (1.0 - self._allowed(key, most, seconds, now)) * seconds)

    def _take(self, key: tuple[str, str], most: float, seconds: float, now: float) -> None:
        self._buckets[key] = (self._allowed(key, most, seconds, now) - 1.0, now)
        self._buckets.move_to_end(key)


def block_of(address: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 network of an IPv6 address."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((int(ip) >> 64 << 64, 64)))
    return str(ip)
