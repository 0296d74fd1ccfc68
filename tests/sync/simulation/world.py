"""One run: a seed decides who does what, what is delivered and what breaks; at the end everybody must agree.

After the troubled part the network heals, and within a bounded time every replica must show the server's document, with
nothing pending, nothing lost and nothing done twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import count
from random import Random

import msgspec
import pytest

from whiteboard.model.document import Document
from whiteboard.model.element import Author
from whiteboard.protocol.codec import to_json
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Entry, Role

from .client import Client
from .network import SimulatedLink
from .server import LOG, Server
from .violation import Violation

STEP_SECONDS = 0.05
HEALING_ROUNDS = 300
LAST_WORD_ROUND = 150
PATIENCE_ROUNDS = 50

DROP = "drop"
RESTORE = "restore"
TROUBLES = frozenset({DROP, RESTORE})
"""Troubles that not every run has: single frames that vanish or come twice, and old backups that are put back."""


def with_small_limits(patch: pytest.MonkeyPatch) -> None:
    """Let a short run see what takes a server thousands of edits: a log that is forgotten, snapshots made anew."""
    patch.setattr("server.board_log.KEPT_ROWS", 12)
    patch.setattr("server.snapshots.SHORT_TAIL", 3)


class World:
    """`trouble` is a subset of TROUBLES."""

    def __init__(self, seed: int, *, clients: int = 3, trouble: frozenset[str] = frozenset()) -> None:
        self._chance = Random(seed)
        self._trouble = trouble
        self.now = 0.0
        numbers = count(1)
        self.server = Server(self._chance, lambda: self.now)
        self.clients = [Client(name, self._chance, lambda: f"{next(numbers):032x}") for name in "abcdefgh"[:clients]]
        self._old_links: list[SimulatedLink] = []
        self._restored = False
        self._asleep: Client | None = None
        for client in self.clients:
            self._connect(client)

    # ------------------------------------------------------------ the run

    def run(self, steps: int) -> None:
        """Raise Violation if a rule is broken."""
        for step in range(steps):
            self.now += STEP_SECONDS
            self._step(edits=step < 0.8 * steps)
        self._heal()
        self._check()

    def _step(self, *, edits: bool) -> None:
        chance = self._chance
        client = chance.choice(self.clients)
        events: list[tuple[float, Callable[[], None]]] = [
            (30 if edits else 0, client.edit),
            (20, lambda: client.disk.write(chance.randint(1, 6))),
            (30, lambda: client.flush(self.now)),
            (40, lambda: self._deliver_up(client, chance.randint(1, 5))),
            (40, lambda: self._deliver_down(client, chance.randint(1, 5))),
            (25, self.server.begin_commit),
            (25, self.server.end_commit),
            (10, self.server.publish),
            (40, lambda: self.server.tick(self.now)),
            (2, lambda: self._cut(client)),
            (3, lambda: self._come_back(client)),
            (3, self._late_frames),
            (1.2, lambda: self._crash_client(client)),
            (0.5, self._crash_server),
            (1.5, self.server.fail_commit),
            (3, self.server.room.storage_recovered),
            (0.5, lambda: self.server.change_role(chance.choice([Role.VIEWER, Role.EDITOR]))),
            (0.7, lambda: self._pass_time(chance.choice([1.0, 6.0, 25.0]))),
        ]
        if DROP in self._trouble:
            events.append((2, lambda: self._drop(client)))
        if RESTORE in self._trouble:
            events.append((1.5, self.server.back_up))
            events.append((0.8, self._restore))
        chance.choices([event for _, event in events], [weight for weight, _ in events])[0]()

    # ------------------------------------------------------------ what happens

    def _connect(self, client: Client) -> None:
        if client.link is not None:
            self._old_links.append(client.link)
        client.connect(SimulatedLink(self.server.check_sent, self._chance.choice([0, 3, 100])))

    def _disconnect(self, client: Client) -> None:
        """Some come back at once, some draw on without a server for a while."""
        client.disconnected()
        if client.link is not None:
            self._old_links.append(client.link)
            client.link = None
        if self._chance.random() < 0.5 and client is not self._asleep:
            self._connect(client)

    def _cut(self, client: Client) -> None:
        """The client's side notices at once, the server's maybe later."""
        if client.link is not None and self._chance.random() < 0.5:
            self.server.lost(client.link, self.now)
            client.link.open = False
        self._disconnect(client)

    def _come_back(self, client: Client) -> None:
        if client.link is None and client is not self._asleep:
            self._connect(client)

    def _deliver_up(self, client: Client, count: int) -> None:
        for _ in range(count):
            if client.link is None or not client.link.up:
                return
            self.server.read(client.link, self.now)

    def _deliver_down(self, client: Client, count: int) -> None:
        for _ in range(count):
            link = client.link
            if link is None or not link.down:
                if link is not None and not link.open:
                    self._connect(client)
                return
            if not client.hear(link.down.popleft(), self.now):
                self._connect(client)
                return
            path = client.replica.wants_snapshot
            if path is not None and self._chance.random() < 0.7:
                snapshot = self.server.snapshot(path)
                if snapshot is None:
                    self._connect(client)
                    return
                client.load(snapshot)

    def _late_frames(self) -> None:
        """An old socket of somebody delivers what it still held."""
        late = [link for link in self._old_links if link.up and link.open]
        if late:
            link = self._chance.choice(late)
            for _ in range(min(3, len(link.up))):
                self.server.read(link, self.now)

    def _crash_client(self, client: Client) -> None:
        client.crash()
        self._disconnect(client)

    def _crash_server(self) -> None:
        self.server.crash()
        for link in self._old_links:
            link.open = False
        self._old_links.clear()
        for client in self.clients:
            if client.link is not None:
                self._disconnect(client)

    def _restore(self) -> None:
        if self.server.backups:
            self._restored = True
            self._asleep = self._chance.choice(
                [*self.clients, None]
            )  # long enough for the others to make another history
            self.server.restore()
            self._crash_server()

    def _drop(self, client: Client) -> None:
        """A frame vanishes, or comes twice, although the connection lives."""
        link = client.link
        if link is None:
            return
        if self._chance.random() < 0.3:
            link.up.extend(list(link.up)[-1:])
            link.down.extend(list(link.down)[-1:])
        else:
            if link.up and self._chance.random() < 0.5:
                del link.up[self._chance.randrange(len(link.up))]
            elif link.down:
                del link.down[self._chance.randrange(len(link.down))]

    def _pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.server.tick(self.now)

    # ------------------------------------------------------------ the end

    def _heal(self) -> None:
        """Everything works again. Where frames vanish, who hears nothing of an edit or a hello for long asks again."""
        for session in self.server.sessions.values():
            session.role = Role.EDITOR
        self._asleep = None
        self.server.room.storage_recovered()
        for link in self._old_links:
            self.server.lost(link, self.now)
        self._old_links.clear()
        for client in self.clients:
            self._come_back(client)
        for round in range(1, HEALING_ROUNDS):
            self.now += STEP_SECONDS
            for client in self.clients:
                client.disk.write(1000)
                client.flush(self.now)
                self._deliver_up(client, 1000)
                waits = client.replica.unconfirmed > 0 or not client.replica.online
                if DROP in self._trouble and round % PATIENCE_ROUNDS == 0 and waits:
                    self._connect(client)
            if round == LAST_WORD_ROUND:
                self.clients[0].edit()
            self.server.begin_commit()
            self.server.end_commit()
            self.server.publish()
            self.server.tick(self.now)
            if DROP in self._trouble and LAST_WORD_ROUND <= round < LAST_WORD_ROUND + 3:
                for link in (client.link for client in self.clients[1:] if client.link is not None):
                    link.down.clear()  # the last news there is: only the quiet server's head can tell of it
            for client in self.clients:
                self._deliver_down(client, 1000)

    def _check(self) -> None:
        stored = self.server.store.load(LOG, rows=1 << 30, bytes=1 << 40)
        truth = Document(stored.elements)
        rows = [msgspec.json.decode(row.body, type=Entry) for row in stored.tail]
        numbers = Counter((row.author, row.cseq) for row in rows if row.cseq)
        logged = {(row.author, row.cseq): row for row in rows}
        if any(times > 1 for times in numbers.values()):
            raise Violation("S1: an edit is in the log twice")
        if [row.seq for row in stored.tail] != list(range(1, stored.seq + 1)):
            raise Violation("S3: the log is not dense")
        if self.server.room.ledger.document != truth:
            raise Violation("the room shows something else than its store")
        for client in self.clients:
            self._check_client(client, truth, stored.seq)
            if not self._restored:
                self._check_promises(client, logged)

    def _check_client(self, client: Client, truth: Document, seq: int) -> None:
        replica = client.replica
        if not replica.online:
            raise Violation(f"{client.name} did not come back")
        if replica.unconfirmed:
            raise Violation(f"{client.name} waits for ever for {replica.unconfirmed} edits")
        if replica.standing.seq != seq:
            raise Violation(f"{client.name} is at {replica.standing.seq}, not {seq}")
        if replica.document != truth:
            raise Violation(f"{client.name} shows another board: {_differences(replica.document, truth)}")
        if set(client.disk.kept.base) != {element.id for element in truth} or client.disk.kept.pending:
            raise Violation(f"S9: {client.name}'s disk holds another board")

    def _check_promises(self, client: Client, logged: Mapping[tuple[Author, int], Entry]) -> None:
        """Everything that reached the client's disk is in the log, as it was done or as void."""
        if len(client.ids) > 1:
            raise Violation(f"S6: {client.name} took a new identity without need")
        for (id, cseq), edit in client.disk.promises.items():
            entry = logged.get((author_of(id), cseq))
            if entry is None or (entry.void is None and entry.ops != edit.ops):
                raise Violation(f"P2: edit {cseq} of {client.name} is lost")


def _differences(shown: Document, truth: Document) -> str:
    wrong = {e.id for e in (*shown, *truth) if shown.get(e.id) != truth.get(e.id)}
    return ", ".join(f"{id}: {_text(shown, id)} for {_text(truth, id)}" for id in sorted(wrong))


def _text(document: Document, id: str) -> str:
    element = next((element for element in document if element.id == id), None)
    return "nothing" if element is None else to_json(element.geometry).decode()
