"""A client's copy of a board: what the server confirmed (base) plus what it has not yet (pending). SPEC S and D.

Without a server, edits go straight into the base. `document` is always what the screen shows: both together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from whiteboard.model.document import Change, Document, Stamp, applied, difference
from whiteboard.model.element import Element, ElementId
from whiteboard.model.op import Op, Put, Remove, target
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Edit, Entry, Hello, Resume, Snapshot, Tick, Welcome

from .journal import Journal
from .pending import Pending
from .standing import Standing
from .unpacked import in_full

ELEMENTS_PER_EDIT = 200
BYTES_PER_EDIT = 256 * 1024
"""A board that is shared for the first time is sent in edits of at most so many elements and bytes of points."""

MAX_IN_FLIGHT = 64
"""Edits sent but not confirmed; more wait, so that a long offline time does not flood the server."""


@dataclass(frozen=True, slots=True)
class Received:
    """What a message from the server did to the document, and which of my edits the server refused, with its words."""

    change: Change = field(default_factory=Change)
    refused: tuple[tuple[Edit, Entry], ...] = ()


class Replica:
    """One board as one client has it.

    Whoever carries the messages asks `hello` on every new connection and whenever `wants_hello`; after `welcomed`, when
    `wants_snapshot`, fetches the snapshot for `load`; passes every tick to `receive`, in order; and sends `take_edits`.
    `hosting` says that the server is this person's own: if its store was lost, the board is given to it anew, instead
    of being replaced by nothing.
    """

    def __init__(
        self,
        standing: Standing,
        base: Document,
        pending: Iterable[Edit],
        *,
        journal: Journal,
        new_client: Callable[[], str],
    ) -> None:
        self._standing = standing
        self._base = base
        self._pending = Pending(pending, after=standing.acked)
        self._journal = journal
        self._new_client = new_client
        self._sent: int | None = None  # None: not welcomed, nothing may be sent
        self._welcome: Welcome | None = None  # set while its snapshot is awaited
        self._goal = 0  # what the server had at its welcome
        self._held: list[Tick] = []
        self.hosting = False
        self.wants_hello = False
        self.document = Document()
        self._rebuild()

    # ------------------------------------------------------------ reading

    @property
    def standing(self) -> Standing:
        return self._standing

    @property
    def unconfirmed(self) -> int:
        """How many edits of mine the server has not confirmed."""
        return len(self._pending)

    @property
    def wants_snapshot(self) -> str | None:
        """The path of the snapshot that must be loaded before anything else happens."""
        return self._welcome.snapshot if self._welcome is not None else None

    @property
    def online(self) -> bool:
        """Whether the server has welcomed this replica and the base is one that it had."""
        return self._sent is not None and self._welcome is None

    @property
    def current(self) -> bool:
        """Whether all that was on the board at the welcome is here. The snapshot may be older: ticks bring the rest."""
        return self.online and self._standing.seq >= self._goal

    def stamp(self, id: ElementId) -> Stamp | None:
        """Who drew an element and when; None while the server has not confirmed it."""
        return self._base.stamp(id)

    # ------------------------------------------------------------ my own edits

    def submit(self, ops: Sequence[Op]) -> Change:
        """Do an edit of my own at once; it is kept, and sent when there is somebody to send it to."""
        if not self._standing.attached:
            change = self._base.apply(ops)
            self._journal.changed(change)
        else:
            edit = self._pending.next_edit(ops)
            self._pending.insert(edit, self._journal.pended(edit))
        return self.document.apply(ops)

    def attach(self) -> None:
        """Give the board to a server: what it holds becomes pending edits, sent like all others."""
        if not self._standing.attached:
            self._become_pending()

    def detach(self) -> None:
        """Take the board back from its server, with everything that is visible: from now on it is mine alone."""
        self._base, self._pending = Document(self.document), Pending((), after=0)
        self._standing = Standing(client=self._standing.client)
        self.disconnected()
        self._keep_everything(())

    def take_edits(self) -> list[Edit]:
        """Edits to send now, in order; each once a connection (SPEC S9: only what is on disk)."""
        if not self.online:
            return []
        assert self._sent is not None
        edits = self._pending.after(self._sent, written=self._journal.written, at_most=MAX_IN_FLIGHT)
        if edits:
            self._sent = edits[-1].cseq
        return edits

    # ------------------------------------------------------------ the server's words

    def hello(self) -> Hello:
        """The first message of a connection, or of a resynchronisation; the caller fills in board, code and name."""
        self.disconnected()
        self._standing = msgspec.structs.replace(self._standing, ordinal=self._standing.ordinal + 1)
        self.wants_hello = False
        self._journal.greeted(self._standing)
        s = self._standing
        resume = Resume(log_id=s.log_id, seq=s.seq, hash=s.hash) if s.log_id else None
        return Hello(board="", client=s.client, ordinal=s.ordinal, resume=resume)

    def disconnected(self) -> None:
        """Nothing can be sent until the next welcome."""
        self._sent = None
        self._welcome = None
        self._held.clear()

    def welcomed(self, welcome: Welcome) -> None:
        """The server's answer to hello. Afterwards `wants_hello` or `wants_snapshot` may be set."""
        if welcome.author != author_of(self._standing.client):
            return  # the answer to an earlier hello, from before a new identity
        s = self._standing
        if self.hosting and s.log_id and welcome.log_id != s.log_id:  # before S6, which would forget the log (S11)
            self._become_pending()
            self.wants_hello = True
            return
        if welcome.known < s.acked:
            self._take_new_identity()
            return
        if welcome.resumed and (welcome.log_id, welcome.start) != (s.log_id, s.seq):
            self.wants_hello = True
            return
        self._pending.skip_to(welcome.known)
        self._sent = welcome.known
        self._goal = welcome.head
        if not welcome.resumed:
            self._welcome = welcome

    def load(self, snapshot: Snapshot) -> Received:
        """Replace the base by the snapshot that `wants_snapshot` asked for (SPEC S5); pending edits stay on top."""
        welcome = self._welcome
        if welcome is None or (snapshot.log_id, snapshot.seq) != (welcome.log_id, welcome.start):
            self.wants_hello = True
            return Received()
        before = self.document
        ready = in_full(snapshot)
        self._base = ready.document
        self._pending.settle(welcome.cseq)
        self._standing = msgspec.structs.replace(
            self._standing,
            log_id=snapshot.log_id,
            seq=snapshot.seq,
            hash=snapshot.hash,
            acked=welcome.cseq,
        )
        self._welcome = None
        self._journal.rebased(self._standing, self._base, tuple(self._pending))
        self._rebuild()
        empty = not len(before) and not len(self._pending)
        change = ready.change if empty else difference(before, self.document)
        held, self._held = self._held, []
        refused: list[tuple[Edit, Entry]] = []
        for tick in held:
            received = self.receive(tick)
            change = joined(change, received.change)
            refused.extend(received.refused)
        return Received(change, tuple(refused))

    def receive(self, tick: Tick) -> Received:
        """Apply what the server put in order. A gap sets `wants_hello` (SPEC S8, S10)."""
        if self._welcome is not None:
            self._held.append(tick)
            return Received()
        seq = self._standing.seq
        if self._sent is None or self.wants_hello or (tick.edits and tick.seq <= seq):
            return Received()
        entries = [entry for entry in tick.edits if entry.seq > seq]
        dense = all(entry.seq == seq + 1 + i for i, entry in enumerate(entries))
        if not dense or tick.seq != seq + len(entries) or (not entries and tick.hash != self._standing.hash):
            self.wants_hello = True
            return Received()
        if not entries:
            return Received()
        return self._confirm(tick, entries)

    # ------------------------------------------------------------ inside

    def _confirm(self, tick: Tick, entries: Sequence[Entry]) -> Received:
        me = author_of(self._standing.client)
        acked = self._standing.acked
        before: dict[ElementId, Element | None] = {}
        settled: list[Edit] = []
        refused: list[tuple[Edit, Entry]] = []
        for entry in entries:
            for op in entry.ops:
                before.setdefault(target(op), self._base.get(target(op)))
            self._base.apply(entry.ops, Stamp(entry.author, entry.at))
            if entry.author == me and entry.cseq > 0:
                acked = max(acked, entry.cseq)
                edit = self._pending.take(entry.cseq)
                if edit is not None:
                    settled.append(edit)
                    if entry.void is not None:
                        refused.append((edit, entry))
        self._standing = msgspec.structs.replace(self._standing, seq=tick.seq, hash=tick.hash, acked=acked)
        pairs = ((old, self._base.get(id)) for id, old in before.items())
        touched = Change(tuple((old, new) for old, new in pairs if old != new))
        self._journal.confirmed(self._standing, touched, self._base, [edit.cseq for edit in settled])
        affected = dict.fromkeys([*before, *(target(op) for edit in settled for op in edit.ops)])
        return Received(self._refresh(affected), tuple(refused))

    def _refresh(self, ids: Iterable[ElementId]) -> Change:
        """Bring the shown elements of these ids to what base and pending say."""
        ops: list[Op] = []
        for id in ids:
            element = self._shown(id)
            if element is None:
                ops.append(Remove(id))
            elif self.document.get(id) != element:
                ops.append(Put(element))
        return self.document.apply(ops)

    def _shown(self, id: ElementId) -> Element | None:
        element = self._base.get(id)
        for op in self._pending.on(id):
            element = applied(op, element)
        return element

    def _rebuild(self) -> None:
        self.document = Document(self._base)
        for edit in self._pending:
            self.document.apply(edit.ops)

    def _take_new_identity(self) -> None:
        """The server forgot edits of mine that it had confirmed, so my numbers no longer fit its own (SPEC S6)."""
        ordinal = self._standing.ordinal
        self._standing = Standing(client=self._new_client(), attached=True, ordinal=ordinal)
        self.disconnected()
        self._keep_everything(self._pending.renumbered())
        self.wants_hello = True

    def _become_pending(self) -> None:
        """Turn base and pending edits into new pending edits, which put every visible element on an empty board."""
        chunks = in_chunks(self.document)
        edits = [Edit(cseq=i, ops=tuple(map(Put, chunk))) for i, chunk in enumerate(chunks, start=1)]
        self._base = Document()
        self._standing = Standing(client=self._new_client(), attached=True)
        self.disconnected()
        self._keep_everything(edits)

    def _keep_everything(self, edits: Sequence[Edit]) -> None:
        """Write everything anew, with these pending edits, and let them wait."""
        ticket = self._journal.rebased(self._standing, self._base, edits)
        self._pending = Pending((), after=0)
        for edit in edits:
            self._pending.insert(edit, ticket)


def in_chunks(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """The elements in lists small enough for one edit each."""
    chunk: list[Element] = []
    size = 0
    for element in elements:
        weight = len(element.points) + len(element.text)
        if chunk and (len(chunk) == ELEMENTS_PER_EDIT or size + weight > BYTES_PER_EDIT):
            yield chunk
            chunk, size = [], 0
        chunk.append(element)
        size += weight
    if chunk:
        yield chunk


def joined(first: Change, second: Change) -> Change:
    """Two changes in a row as one."""
    if not first or not second:
        return first or second
    pairs: dict[ElementId, tuple[Element | None, Element | None]] = {}
    for before, after in (*first.elements, *second.elements):
        element = before or after
        if element is not None:
            start = pairs[element.id][0] if element.id in pairs else before
            pairs[element.id] = (start, after)
    return Change(tuple((before, after) for before, after in pairs.values() if before != after))
