"""Every message, as a value. PROTOCOL.md has an example of each; a test decodes those examples with these types.

Optional fields that have their default are left out on the wire. A field that this version does not know makes a
message invalid: newer versions add to `ext` of elements only, or raise the protocol's number.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from whiteboard.model.document import Stamp
from whiteboard.model.element import Author, Element, ElementId
from whiteboard.model.op import Op
from whiteboard.model.points import MAX_COORDINATE
from whiteboard.model.style import Style

from .host_messages import Admit, Door, NewCode, RemoveMember, SetApproval, SetGuests, SetRole, SetTitle, Waiting
from .limits import MAX_TRAIL_POINTS_PER_MESSAGE, PROTOCOL
from .message import Message
from .message import Role as Role
from .refusal import Refusal


def _spoken() -> int:
    return PROTOCOL


class Resume(Message, frozen=True, kw_only=True):
    """What a client has: everything up to `seq` of the log `log_id`, whose rolling hash there is `hash` (SPEC S5)."""

    log_id: str
    seq: int
    hash: str


# ---------------------------------------------------------------- client to server


class Hello(Message, frozen=True, kw_only=True):
    """The first event on every connection, and again to resynchronise on the same one.

    `client` is 32 hexadecimal digits, secret, one per installation and board; `ordinal` counts the client's hellos up
    (SPEC S7). `host_key` is the secret that the server was started with: who knows it is host.
    """

    protocol: int = msgspec.field(default_factory=_spoken)  # a factory's value is always sent
    board: str
    client: str
    ordinal: int
    code: str = ""
    name: str = ""
    color: str = ""
    app: str = ""
    host_key: str = ""
    resume: Resume | None = None


class Edit(Message, frozen=True, kw_only=True):
    """One gesture: operations applied all or nothing. `cseq` counts this client's edits from 1, without gaps (S1)."""

    cseq: int
    ops: tuple[Op, ...]


TrailNumber = Annotated[int, Meta(ge=-2 * MAX_COORDINATE, le=2 * MAX_COORDINATE)]
"""How far a point of a trail may lie from the one before; decoding refuses others."""

TrailNumbers = Annotated[tuple[TrailNumber, ...], Meta(max_length=3 * MAX_TRAIL_POINTS_PER_MESSAGE)]


class TrailPoints(Message, frozen=True, kw_only=True):
    """New points of a stroke that is being drawn.

    `points` is flat: dx, dy, dpressure a point, each relative to the point before, the stroke's first point to 0, 0, 0;
    positions in 1/16 board unit from `x`, `y`, pressure 0..255. `start` is the index of the first point here.
    The message with start 0 has `x`, `y` (board units), `style` and `page` (empty: the first). `id` is the id of the
    stroke that is to come. Ink of the laser becomes no element.
    """

    id: ElementId
    start: int = 0
    points: TrailNumbers
    x: float | None = None
    y: float | None = None
    style: Style | None = None
    page: ElementId = ElementId("")


class TrailEnd(Message, frozen=True, kw_only=True):
    """The stroke was given up: no element comes of it."""

    id: ElementId


class Presence(Message, frozen=True, kw_only=True):
    """Where a person's pointer is (board units; None: off the board), what they hold, and which page they look at."""

    x: float | None = None
    y: float | None = None
    tool: str = ""
    page: ElementId = ElementId("")


class Profile(Message, frozen=True, kw_only=True):
    """A person's new name or colour."""

    name: str
    color: str


# ---------------------------------------------------------------- server to client


class Member(Message, frozen=True, kw_only=True):
    """Somebody who is on the board. `no` is short and stands for the member in ticks while connected."""

    no: int
    author: Author
    name: str
    color: str
    role: Role = Role.EDITOR


class Entry(Message, frozen=True, kw_only=True):
    """One edit in the board's order, or, with `void`, an edit that was refused (SPEC S2). The echo is the ack (S4).

    `at` is the server's time in seconds since 1970. `cseq` 0 is an edit of the server's own.
    """

    seq: int
    author: Author
    cseq: int
    at: float
    ops: tuple[Op, ...] = ()
    void: Refusal | None = None
    why: str = ""


class TrailBegun(Message, frozen=True, kw_only=True):
    """A stroke begins: `trail` stands for it in later ticks. A newcomer gets all points so far in `points`."""

    trail: int
    member: int
    id: ElementId
    x: float
    y: float
    style: Style
    page: ElementId = ElementId("")
    points: tuple[int, ...] = ()


class TrailChunk(msgspec.Struct, frozen=True, array_like=True):
    """`[trail, start, points]`: more points of a stroke, as in TrailPoints."""

    trail: int
    start: int
    points: tuple[int, ...]


class PresenceOf(msgspec.Struct, frozen=True, array_like=True):
    """`[member, x, y, tool, page]`: the newest presence of a member."""

    member: int
    x: float | None
    y: float | None
    tool: str
    page: ElementId = ElementId("")


class Tick(Message, frozen=True, kw_only=True):
    """All that happened on a board since the tick before.

    `edits` are dense: the first follows what the client has, the last has the number `seq`. Without edits, `seq` is the
    number that the client should have. Anything else is a gap, and the client says hello again (S8, S10). `hash` is the
    rolling hash at `seq`.
    """

    seq: int
    hash: str
    edits: tuple[Entry, ...] = ()
    begun: tuple[TrailBegun, ...] = ()
    trails: tuple[TrailChunk, ...] = ()
    ended: tuple[int, ...] = ()
    presence: tuple[PresenceOf, ...] = ()
    joined: tuple[Member, ...] = ()
    changed: tuple[Member, ...] = ()
    left: tuple[int, ...] = ()
    read_only: str | None = None
    title: str | None = None


class Welcome(Message, frozen=True, kw_only=True):
    """The answer to a good hello.

    The client's base is then the log up to `start`: what it has already if `resumed`, else the snapshot at the path
    `snapshot`, fetched with the header `Authorization: Bearer TOKEN`. Ticks continue from `start`; who has the log up
    to `head` knows all that was on the board at the welcome. `cseq` is the client's highest edit within `start`,
    `known` the highest that the server has at all (S6). `trails` are the strokes
    in progress, `read_only` says why no edit can be stored just now (empty: they can).
    """

    protocol: int = msgspec.field(default_factory=_spoken)  # a factory's value is always sent
    server: str = ""
    author: Author
    member: int
    role: Role = Role.EDITOR
    board: str
    title: str = ""
    log_id: str
    start: int
    head: int = 0
    cseq: int
    known: int
    resumed: bool = False
    snapshot: str = ""
    token: str
    members: tuple[Member, ...] = ()
    trails: tuple[TrailBegun, ...] = ()
    read_only: str = ""


class Refused(Message, frozen=True, kw_only=True):
    """The answer to a bad hello, or the server's last word before it closes a connection."""

    code: Refusal
    why: str = ""
    retry_after: float | None = None


class Placed(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """`[element, [author, at]]`: an element of a snapshot and who drew it."""

    element: Element
    stamp: Stamp | None = None


class Snapshot(Message, frozen=True, kw_only=True):
    """A board at a sequence number."""

    log_id: str
    seq: int
    hash: str
    elements: tuple[Placed, ...]


HostMessage = SetRole | RemoveMember | Admit | SetApproval | SetGuests | NewCode | SetTitle
ClientMessage = Hello | Edit | TrailPoints | TrailEnd | Presence | Profile | HostMessage
ServerMessage = Welcome | Refused | Tick | Waiting | Door

CLIENT_EVENTS: dict[str, type[ClientMessage]] = {
    "hello": Hello,
    "edit": Edit,
    "trail": TrailPoints,
    "trail_end": TrailEnd,
    "presence": Presence,
    "profile": Profile,
    "role": SetRole,
    "remove": RemoveMember,
    "admit": Admit,
    "approval": SetApproval,
    "guests": SetGuests,
    "new_code": NewCode,
    "title": SetTitle,
}
"""The events a client sends, besides `ping`, which has no payload and is acknowledged at once."""

SERVER_EVENTS: dict[str, type[ServerMessage]] = {
    "welcome": Welcome,
    "refused": Refused,
    "tick": Tick,
    "waiting": Waiting,
    "door": Door,
}
