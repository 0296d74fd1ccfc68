"""What there is to say about a shared board."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from whiteboard.net.addresses import local_addresses
from whiteboard.net.sentences import sentence
from whiteboard.net.trouble import HostingTrouble
from whiteboard.protocol.link import Link


@dataclass(frozen=True, slots=True)
class Hosted:
    """A board that is being served.

    `bound` is the address that the server listens on ("0.0.0.0": all). `note` is a sentence about something that is not
    as usual (another port), "" if all is. `fingerprint` is that of the server's certificate.
    """

    board: str
    code: str
    port: int
    bound: str
    note: str = ""
    fingerprint: str = ""

    @property
    def own_link(self) -> Link:
        """The link by which this computer's own app joins."""
        return self._link("127.0.0.1" if _is_everywhere(self.bound) else self.bound)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that others can use just now, best first; none without a network."""
        if not _is_everywhere(self.bound):
            return (self._link(self.bound),)
        return tuple(self._link(address.text) for address in local_addresses())

    @property
    def hint(self) -> str:
        """What the person should know before telling others; "" if nothing is unusual."""
        return self.note if self.links else sentence(HostingTrouble.ALONE)

    def _link(self, host: str) -> Link:
        return Link(host, self.port, self.board, self.code, self.fingerprint)


class HostingFailed(Exception):
    """The board is not served. `sentence` tells the person what to do; `details` is what the server wrote last.

    Unless `final`, the server is being started again.
    """

    def __init__(self, trouble: HostingTrouble, details: str = "", *, port: int = 0, final: bool = True) -> None:
        self.trouble = trouble
        self.sentence = sentence(trouble, port=port)
        self.details = details
        self.final = final
        super().__init__(self.sentence)


def _is_everywhere(bound: str) -> bool:
    return ipaddress.ip_address(bound).is_unspecified
