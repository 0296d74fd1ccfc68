"""Who is on a board: one session for each member's connection, and the news of who came, changed and left."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from whiteboard.model.element import Author
from whiteboard.protocol.messages import Member, Role

from .link import Link

KEPT_DEPARTURES = 1_000
"""How many people who left are remembered for members who are behind."""


@dataclass(slots=True)
class Session:
    """A member's connection to a board. `cursor` is what of the log was sent to it (SPEC F2).

    `behind`: it missed a tick, or never had one, and needs to be brought up to date. `known` is the version of the
    member list that it has; `arrived` and `altered` are the versions in which it came and changed. `resend`: edits of
    his were dropped while nothing could be stored (SPEC P3).
    `door_known` is the version of the door that a host was told.
    """

    link: Link
    no: int
    client: str
    author: Author
    name: str
    color: str
    role: Role
    ordinal: int
    token: str
    since: float
    cursor: int = 0
    behind: bool = True
    known: int = 0
    resend: bool = False
    needs_snapshot: bool = False
    waiting: int = 0
    stalled_since: float | None = None
    gone: bool = False
    door_known: int = -1
    arrived: int = 0
    altered: int = 0

    @property
    def member(self) -> Member:
        return Member(no=self.no, author=self.author, name=self.name, color=self.color, role=self.role)


class Members:
    """The sessions of a board. Its version counts up with everybody who comes, changes or leaves."""

    def __init__(self) -> None:
        self.version = 0
        self._by_no: dict[int, Session] = {}
        self._by_client: dict[str, Session] = {}
        self._by_token: dict[str, Session] = {}
        self._departures: deque[tuple[int, int]] = deque(maxlen=KEPT_DEPARTURES)  # (version, no)
        self._last_no = 0

    def __len__(self) -> int:
        return len(self._by_no)

    def __iter__(self) -> Iterator[Session]:
        return iter(self._by_no.values())

    def of_client(self, client: str) -> Session | None:
        return self._by_client.get(client)

    def of_token(self, token: str) -> Session | None:
        return self._by_token.get(token)

    def next_no(self) -> int:
        self._last_no += 1
        return self._last_no

    def add(self, session: Session) -> None:
        """Let somebody in; a session of the same client is replaced, under the same number."""
        old = self._by_client.get(session.client)
        self.version += 1
        if old is None:
            session.arrived = self.version
        else:
            session.arrived, session.altered = old.arrived, self.version
            self._by_token.pop(old.token, None)
            old.gone = True
        self._by_no[session.no] = self._by_client[session.client] = self._by_token[session.token] = session

    def changed(self, session: Session) -> None:
        """Somebody has a new name or colour."""
        self.version += 1
        session.altered = self.version

    def remove(self, session: Session) -> None:
        del self._by_no[session.no], self._by_client[session.client], self._by_token[session.token]
        session.gone = True
        self.version += 1
        self._departures.append((self.version, session.no))

    def left_since(self, version: int) -> list[int] | None:
        """Numbers of those who left after a version; None if that is too long ago to say."""
        if len(self._departures) == KEPT_DEPARTURES and self._departures[0][0] > version + 1:
            return None
        return [no for at, no in self._departures if at > version]
