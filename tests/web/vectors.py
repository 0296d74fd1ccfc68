"""What Python and JavaScript must agree on, as one JSON file: `python3 -m tests.web.vectors` writes it anew.

Everything in it is what our own code says, but for the last bits of numbers. `test_modules.py` holds the file against
the code, `js/vectors.test.js` holds it against the page; so neither side can change alone.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from whiteboard.ink import hit, shape, wet
from whiteboard.ink.arrays import offsets_of
from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import StrokeBuilder
from whiteboard.model.content import CONNECTOR_FORMS, SHAPE_FORMS, Binding, Content
from whiteboard.model.document import Change, Document, Stamp
from whiteboard.model.element import (
    CONNECTOR,
    FIRST_PAGE,
    PAGE,
    SHAPE,
    STROKE,
    Author,
    Element,
    ElementId,
    Geometry,
    in_paint_order,
)
from whiteboard.model.elements import connector_line
from whiteboard.model.elements import shape as shapes
from whiteboard.model.elements.connector_line import packed_corners
from whiteboard.model.geometry import Point
from whiteboard.model.history import Deed, History
from whiteboard.model.op import Op, Patch, Put, Remove, Retype
from whiteboard.model.order import above, between
from whiteboard.model.pages import pages
from whiteboard.model.paper import RULINGS
from whiteboard.model.path import Path as Path_
from whiteboard.model.points import InkPoint, pack, unpack
from whiteboard.model.style import HIGHLIGHTER, PEN, TIPS, Style
from whiteboard.model.text_merge import merged
from whiteboard.model.transform import Transform
from whiteboard.protocol.code import shown, typed
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Edit, Entry, Placed, Presence, Snapshot, Tick, Welcome
from whiteboard.protocol.refusal import FATAL, Refusal
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.outbox import Outbox
from whiteboard.sync.replica import Replica
from whiteboard.sync.standing import Standing

NEAR, NEARLY = 1e-6, 2e-3
"""How close numbers have to be, in board units; ink in progress has only to look the same."""

FILE = Path(__file__).with_name("vectors.json")
ME, NEW_ME, BOB = "0" * 31 + "1", "0" * 31 + "2", Author("b0b0b0b0b0b0b0b0")


def vectors() -> dict[str, Any]:
    """All of them, by what they are about."""
    chance = random.Random(7)
    return {
        "packed": _packed(chance),
        "not_points": [bytes(data).hex() for data in ([1], [1, 2], [128], [128] * 5 + [1, 0, 0], [0, 0, 255, 127])],
        "orders": _orders(chance),
        "authors": [
            [client, author_of(client)] for client in (ME, NEW_ME, "f" * 32, f"{chance.getrandbits(128):032x}")
        ],
        "codes": [[text, typed(text), shown(typed(text))] for text in (" k7qm-2xpa ", "OIL0-1abc", "abc", "")],
        "refusals": [[code, code in FATAL] for code in Refusal],
        "texts": _texts(chance),
        "edits": _edits(),
        "histories": _histories(),
        "replicas": _replicas(),
        "outbox": _outbox(),
        "drawn": _drawn(chance),
        "outlines": _outlines(chance),
        "figures": _figures(),
        "connectors": _connectors(),
        "papers": _papers(),
        "pages": _pages(),
        "wet": _wet(chance),
    }


def text() -> str:
    """The file's content: one case a line."""
    parts = []
    for name, cases in vectors().items():
        lines = ",\n".join("  " + json.dumps(case, separators=(",", ":"), ensure_ascii=False) for case in cases)
        parts.append(f' "{name}": [\n{lines}\n ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value)


def _rounded(values: npt.NDArray[np.float64]) -> list[float]:
    return [round(value, 9) for value in values.tolist()]


# ---------------------------------------------------------------- values


def _packed(chance: random.Random) -> list[Any]:
    cases: list[list[InkPoint]] = [
        [],
        [InkPoint(0, 0, 0)],
        [InkPoint(0, 0, 128), InkPoint(16, 8, 140), InkPoint(10, 200, 140)],
        [InkPoint(-(1 << 24), 1 << 24, 255), InkPoint(1 << 24, -(1 << 24), 0)],
    ]
    for count in (3, 40, 300):
        spread = 10 ** chance.randint(1, 6)
        cases.append(
            [
                InkPoint(chance.randint(-spread, spread), chance.randint(-spread, spread), chance.randint(0, 255))
                for _ in range(count)
            ]
        )
    return [{"points": points, "base64": _plain(pack(points))} for points in cases]


def _orders(chance: random.Random) -> list[Any]:
    cases: list[Any] = []
    key: str | None = None
    for last in (None, "00001B", "000009zz", "zzzzzy", "zzzzzz", "zzzzzzV", "1", "00001Ag7"):
        cases += [
            ["above", last, None, jitter, above(last, jitter)] for jitter in (0, 61, 3842, chance.getrandbits(16))
        ]
    for low, high in (
        (None, None),
        ("1", "2"),
        ("1", "11"),
        ("A", None),
        (None, "1"),
        ("00001B", "00001C"),
        ("Az", "B"),
    ):
        cases += [
            ["between", low, high, jitter, between(low, high, jitter)] for jitter in (0, 5, chance.getrandbits(16))
        ]
    for _ in range(20):
        jitter = chance.getrandbits(16)
        cases.append(["above", key, None, jitter, above(key, jitter)])
        key = cases[-1][4]
    return cases


# ---------------------------------------------------------------- documents


def _element(id: str, x: float = 0.0, **groups: Any) -> Element:
    order = groups.pop("order", "00001B")
    return Element(
        id=ElementId(id), kind=STROKE, geometry=Geometry(x=x, y=1.0), order=order, points=b"\0\0\0", **groups
    )


def _sorted(document: Document) -> list[Any]:
    return [_plain(element) for element in sorted(document, key=in_paint_order)]


def _pairs(change: Change) -> list[Any]:
    return sorted(([_plain(a), _plain(b)] for a, b in change.elements), key=json.dumps)


def _texts(chance: random.Random) -> list[Any]:
    """What two people typed into one text, and what became of it; positions count code points."""
    cases = [["", "", ""], ["ab", "aXb", "aYb"], ["abc", "c", "a"], ["🙂é", "🙂🙃é", "🙂éz"], ["aa", "aaa", "a"]]
    cases += [["one two three", "one X three", "one X three four"], ["one two", "one 1 two 2", "zero one 1 two"]]
    words = ["one", "two", "a", " ", " ", "\n", "🙂", "漢", "字", "ñandú", "two"]
    for _ in range(120):
        base = "".join(chance.choices(words, k=chance.randint(0, 12)))
        cases.append([base, *(_typed(base, chance, words) for _ in range(2))])
    words = ["sun ", "moon ", "star", "光", "the ", "🌱", "\n"]
    for _ in range(60):
        cases.append(["".join(chance.choices(words, k=chance.randint(0, 9))) for _ in range(3)])
    return [[base, mine, theirs, merged(base, mine, theirs)] for base, mine, theirs in cases]


def _typed(base: str, chance: random.Random, words: list[str]) -> str:
    """The text after some typing here and there."""
    for _ in range(chance.randint(0, 3)):
        begin = chance.randint(0, len(base))
        end = min(len(base), begin + chance.choice([0, 0, 1, 4]))
        base = base[:begin] + "".join(chance.choices(words, k=chance.randint(0, 3))) + base[end:]
    return base


def _edits() -> list[Any]:
    """Each with what it makes of a board of a, b and c; every kind of operation, and what finds nothing to do."""
    before = [
        _element("a"),
        _element("b", 5.0, order="00002B"),
        _element("c", text="old", ext={"n": [1, {"deep": None}]}),
    ]
    a, b, c = (element.id for element in before)
    cases: list[list[Op]] = [
        [Put(_element("d", 7.0))],
        [Put(_element("a"))],
        [Put(_element("a", 9.0)), Remove(a), Put(_element("a", 3.0))],
        [Remove(b), Remove(ElementId("nobody")), Patch(id=b, lock=True)],
        [Patch(id=b, geometry=Geometry(x=1.0, y=2.0, w=3.0, h=4.0, rotation=0.5, parent=a), style=Style(width=9.0))],
        [Patch(id=c, text="new"), Patch(id=c, order="00000A"), Patch(id=c, ext={}), Patch(id=c, text="old")],
        [Patch(id=a, style=Style(ink=HIGHLIGHTER), points=b"\1\2\3"), Patch(id=ElementId("nobody"), text="x")],
        [Retype(id=c, base="old", text="older"), Retype(id=c, base="old", text="bold")],
        [Patch(id=a, group="g1/g2", content=Content(form="star", start=Binding(to="b", u=0.0)))],
        [],
    ]
    found = []
    for ops in cases:
        document = Document(before)
        change = document.apply(ops)
        found.append(
            {"before": _plain(before), "ops": _plain(ops), "after": _sorted(document), "change": _pairs(change)}
        )
    return found


def _histories() -> list[Any]:
    """Undo and redo among other people's edits: what is proposed, and the board afterwards (U1 to U3)."""
    a, b = ElementId("a"), ElementId("b")
    scenarios: list[list[tuple[str, list[Op]]]] = [
        [("mine", [Put(_element("a"))]), ("undo", []), ("redo", []), ("undo", []), ("undo", [])],
        [
            ("mine", [Put(_element("a")), Put(_element("b", 2.0))]),
            ("mine", [Patch(id=a, text="mine", lock=True)]),
            ("theirs", [Patch(id=a, text="theirs")]),
            ("undo", []),
            ("theirs", [Remove(b)]),
            ("undo", []),
            ("redo", []),
            ("redo", []),
        ],
        [
            ("theirs", [Put(_element("a")), Put(_element("b"))]),
            ("mine", [Remove(a), Remove(b)]),
            ("theirs", [Put(_element("a", 4.0))]),
            ("undo", []),
            ("mine", [Patch(id=b, geometry=Geometry(x=8.0, y=8.0))]),
            ("redo", []),
            ("theirs", [Remove(b)]),
            ("undo", []),
        ],
        [
            ("theirs", [Put(_element("a"))]),
            ("mine", [Patch(id=a, lock=True, order="00009B", style=Style(width=9.0))]),
            ("theirs", [Patch(id=a, style=Style(width=2.0))]),
            ("undo", []),
            ("redo", []),
        ],
        [
            ("theirs", [Put(_element("a", text="one two"))]),
            ("mine", [Retype(id=a, base="one two", text="one and two"), Patch(id=a, lock=True)]),
            ("theirs", [Retype(id=a, base="one and two", text="one and two three")]),
            ("undo", []),
            ("redo", []),
            ("theirs", [Patch(id=a, text="")]),
            ("undo", []),
        ],
    ]
    return [_history(steps) for steps in scenarios]


def _history(steps: Sequence[tuple[str, list[Op]]]) -> list[Any]:
    document, history, found = Document(), History(), []
    doings: dict[str, tuple[Callable[[Document], tuple[Op, ...]], Callable[[Deed], None]]] = {
        "undo": (history.undo, history.undone),
        "redo": (history.redo, history.redone),
    }
    for what, ops in steps:
        if what in doings:
            propose, keep = doings[what]
            ops = list(propose(document))
            if ops:
                keep([document.apply(ops)])
        else:
            change = document.apply(ops)
            if what == "mine":
                history.record(change)
        found.append([what, _plain(ops), _sorted(document)])
    return found


# ---------------------------------------------------------------- the rules of the shared board


def _welcome(
    start: int, *, known: int = 0, cseq: int = 0, resumed: bool = False, log: str = "log", me: str = ME
) -> Welcome:
    return Welcome(
        author=author_of(me),
        member=1,
        board="Board",
        log_id=log,
        start=start,
        cseq=cseq,
        known=known,
        resumed=resumed,
        snapshot="" if resumed else f"/b/Board/snapshot?seq={start}",
        token="t",
    )


def _snapshot(seq: int, *elements: Element, log: str = "log") -> Snapshot:
    return Snapshot(log_id=log, seq=seq, hash=f"h{seq}", elements=tuple(Placed(e, Stamp(BOB, 5.0)) for e in elements))


def _tick(first: int, *edits: tuple[str, int, Sequence[Op]], hash: str = "", void: bool = False) -> Tick:
    entries = tuple(
        Entry(
            seq=first + i,
            author=Author(author),
            cseq=cseq,
            at=9.0,
            ops=tuple(ops),
            **({"void": "locked", "why": "No."} if void else {}),  # type: ignore[arg-type]
        )
        for i, (author, cseq, ops) in enumerate(edits)
    )
    seq = first + len(edits) - 1
    return Tick(seq=seq, hash=hash or f"h{seq}", edits=entries)


def _replicas() -> list[Any]:
    """Whole lives of a replica: what it was told, and after each step what it shows, sends and wants."""
    me, a, b = author_of(ME), ElementId("a"), ElementId("b")
    put_a, put_b = Put(_element("a")), Put(_element("b", 2.0))
    moved, back = Patch(id=a, geometry=Geometry(x=50.0, y=1.0)), Patch(id=a, geometry=Geometry(x=-3.0, y=1.0))
    lives: list[tuple[dict[str, Any], list[tuple[str, Any]]]] = [
        (  # a first visit; an edit and its echo; somebody else's edit below mine
            {},
            [
                ("hello", None),
                ("welcome", _welcome(3)),
                ("tick", _tick(4, (BOB, 8, [put_b]))),
                ("load", _snapshot(3, _element("a"))),
                ("submit", [moved]),
                ("take", None),
                ("tick", _tick(5, (BOB, 9, [back]))),
                ("take", None),
                ("tick", _tick(6, (me, 1, [moved]))),
                ("tick", Tick(seq=6, hash="h6")),
                ("tick", Tick(seq=6, hash="other")),
                ("hello", None),
            ],
        ),
        (  # offline, back with resume; refused; a gap
            {},
            [
                ("submit", [put_a]),
                ("hello", None),
                ("welcome", _welcome(0)),
                ("load", _snapshot(0)),
                ("take", None),
                ("tick", _tick(1, (me, 1, [put_a]))),
                ("disconnected", None),
                ("submit", [moved]),
                ("submit", [Patch(id=a, lock=True), put_b]),
                ("take", None),
                ("hello", None),
                ("welcome", _welcome(1, known=1, cseq=1, resumed=True)),
                ("take", None),
                ("tick", _tick(2, (BOB, 2, [back]), (me, 2, [moved]))),
                ("tick", _tick(4, (me, 3, []), void=True)),
                ("tick", _tick(6, (BOB, 3, [Remove(b)]))),
                ("tick", _tick(5, (BOB, 3, [Remove(b)]))),
                ("hello", None),
            ],
        ),
        (  # the server has seen more than came back; a resume that does not fit; another log
            {"pending": [Edit(cseq=3, ops=(put_a,)), Edit(cseq=4, ops=(put_b,))], "acked": 2},
            [
                ("hello", None),
                ("welcome", _welcome(7, known=3, cseq=3)),
                ("load", _snapshot(7, _element("a", 70.0))),
                ("take", None),
                ("tick", _tick(8, (me, 4, [put_b]))),
                ("hello", None),
                ("welcome", _welcome(2, known=4, resumed=True)),
                ("hello", None),
                ("welcome", _welcome(1, known=4, cseq=4, log="new log")),
                ("load", _snapshot(2, log="new log")),
                ("hello", None),
                ("welcome", _welcome(1, known=4, cseq=4, log="new log")),
                ("load", _snapshot(1, _element("c"), log="new log")),
                ("submit", [Remove(ElementId("c"))]),
                ("take", None),
            ],
        ),
        (  # the server knows edits of mine that I have lost; ticks that were here before, and one that lacks an edit
            {"acked": 2},
            [
                ("hello", None),
                ("welcome", _welcome(5, known=4, cseq=4)),
                ("load", _snapshot(5, _element("a"))),
                ("submit", [put_b]),
                ("take", None),
                ("tick", _tick(6, (BOB, 1, [moved]))),
                ("tick", _tick(6, (BOB, 1, [Remove(a)]))),
                ("tick", _tick(5, (BOB, 9, [Remove(a)]), (BOB, 1, [moved]), (me, 5, [put_b]))),
                ("tick", _tick(6, (BOB, 1, [Remove(a)]))),
                ("tick", msgspec.structs.replace(_tick(8, (BOB, 2, [back])), seq=9)),
                ("tick", _tick(8, (BOB, 2, [back]))),
                ("hello", None),
            ],
        ),
        (  # S6: the server was restored from a backup and knows less than I saw acknowledged
            {"pending": [Edit(cseq=6, ops=(put_b,))], "acked": 5},
            [
                ("hello", None),
                ("welcome", _welcome(2, known=4, cseq=4)),
                ("hello", None),
                ("welcome", _welcome(2, known=4, cseq=4)),
                ("welcome", _welcome(2, me=NEW_ME)),
                ("load", _snapshot(2, _element("a"))),
                ("take", None),
                ("tick", _tick(3, (author_of(NEW_ME), 1, [put_b]))),
            ],
        ),
    ]
    return [_life(begin, steps) for begin, steps in lives]


def _life(begin: dict[str, Any], steps: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    acked, pending = begin.get("acked", 0), begin.get("pending", [])
    standing = Standing(client=ME, attached=True, acked=acked, ordinal=10)
    replica = Replica(standing, Document(), pending, journal=NoJournal(), new_client=lambda: NEW_ME)
    found = []
    for what, told in steps:
        step: dict[str, Any] = {"do": what, "told": _plain(told)}
        match what:
            case "hello":
                hello = replica.hello()
                step["says"] = [hello.client, hello.ordinal, _plain(hello.resume)]
            case "welcome":
                replica.welcomed(told)
            case "load":
                step["refused"] = [edit.cseq for edit, _ in replica.load(told).refused]
            case "tick":
                step["refused"] = [edit.cseq for edit, _ in replica.receive(told).refused]
            case "submit":
                replica.submit(told)
            case "take":
                step["says"] = [edit.cseq for edit in replica.take_edits()]
            case "disconnected":
                replica.disconnected()
        step["shows"] = _sorted(replica.document)
        step["state"] = [replica.unconfirmed, replica.online, replica.wants_hello, replica.wants_snapshot]
        step["acked"] = replica.standing.acked
        found.append(step)
    return {"acked": acked, "pending": _plain(pending), "steps": found}


def _outbox() -> list[Any]:
    """What is sent of a stroke and a pointer, take by take."""
    outbox, found = Outbox(), []
    id, style = ElementId("s"), Style(color="#e03131")
    steps: list[tuple[str, Any]] = [
        ("take", 0.0),
        ("trail", [[0, 0, 128], [16, 8, 140]]),
        ("point", [1.5, 2.0, "pen"]),
        ("take", 0.1),
        ("take", 0.2),
        ("trail", [[10, 200, 140]]),
        ("take", 5.2),
        ("connected", None),
        ("take", 5.3),
        ("trail", [[10 + i, 0, 0] for i in range(1500)]),
        ("take", 5.4),
        ("given_up", None),
        ("take", 5.5),
        ("trail", [[0, 0, 1]]),
        ("given_up", None),
        ("take", 5.6),
        ("trail", [[0, 0, 1]]),
        ("point", [3.0, 4.0, "pen"]),
        ("take", 5.7),
        ("trail", [[16, 0, 1]]),
        ("point", [4.0, 4.0, "pen"]),
        ("take", 5.8),
        ("take", 5.82),
        ("trail", [[32, 0, 1]]),
        ("take", 5.84),
        ("trail", [[48, 0, 1]]),
        ("point", [6.0, 4.0, "marker"]),
        ("take", 5.9),
        ("trail", [[64, 0, 1]]),
        ("point", [7.0, 4.0, "marker"]),
        ("take", 6.2),
        ("take", 6.22),
    ]
    for what, told in steps:
        said: list[Any] = []
        match what:
            case "trail":
                outbox.trail(id, (3.0, 4.0), style, [InkPoint(*point) for point in told], ElementId("pg"))
            case "point":
                outbox.point_at(Presence(x=told[0], y=told[1], tool=told[2]))
            case "connected":
                outbox.connected()
            case "given_up":
                outbox.given_up(id)
            case "take":
                said = [_plain(message) for message in outbox.take(told)]
        found.append([what, told, said])
    return found


# ---------------------------------------------------------------- ink


def _hand(chance: random.Random, count: int, size: float, pressure: bool) -> list[PenSample]:
    """Samples of a scribble of `count` points, about `size` board units across."""
    turn, phase = chance.uniform(1.0, 5.0), chance.uniform(0, 6)
    samples = []
    for i in range(count):
        t = i / max(count - 1, 1)
        x = size * (math.cos(turn * t * 3 + phase) * (0.5 + t / 2)) + chance.uniform(-0.2, 0.2)
        y = size * (math.sin(turn * t * 2) * 0.6) + chance.uniform(-0.2, 0.2)
        press = round(0.5 + 0.4 * math.sin(5 * t + phase), 4) if pressure else None
        samples.append(PenSample(round(x, 4), round(y, 4), press, round(i / 120, 4)))
    return samples


def _built(samples: Sequence[PenSample], width: float, zoom: float) -> StrokeBuilder:
    builder = StrokeBuilder(width, zoom)
    for sample in samples:
        builder.add(sample)
    return builder


def _drawn(chance: random.Random) -> list[Any]:
    """Samples of a hand, and the stroke that comes of them. As long as the whole stroke is looked at once."""
    cases = []
    for count, size, pressure, width, zoom in (
        (1, 10.0, True, 4.0, 1.0),
        (2, 30.0, False, 4.0, 1.0),
        (6, 20.0, True, 8.0, 1.0),
        (25, 60.0, False, 4.0, 1.0),
        (40, 200.0, True, 2.0, 2.5),
        (45, 15.0, True, 16.0, 0.5),
        (47, 400.0, False, 20.0, 4.0),
    ):
        samples = _hand(chance, count, size, pressure)
        builder = _built(samples, width, zoom)
        stroke = builder.finish()
        cases.append(
            {
                "samples": samples,
                "width": width,
                "zoom": zoom,
                "origin": builder.origin,
                "points": builder.points,
                "geometry": [stroke.geometry.x, stroke.geometry.y, stroke.geometry.w, stroke.geometry.h],
                "packed": _plain(stroke.points),
            }
        )
    return cases


def _outlines(chance: random.Random) -> list[Any]:
    """Strokes, the polygon of their ink, and how far an eraser is from it."""
    cases = []
    pressed = [InkPoint(80 * i, 8 * (i % 3), 255 if i % 4 == 2 else 0) for i in range(12)]
    for count, size, width, ink, zoom in (
        (0, 0.0, 64.0, PEN, 1.0),
        (1, 5.0, 4.0, PEN, 1.0),
        (3, 0.3, 16.0, PEN, 2.0),
        (8, 20.0, 4.0, PEN, 1.0),
        (30, 80.0, 8.0, PEN, 2.0),
        (30, 25.0, 16.0, PEN, 1.0),
        (40, 120.0, 20.0, HIGHLIGHTER, 1.0),
        (44, 300.0, 4.0, PEN, 0.25),
        (44, 300.0, 12.0, HIGHLIGHTER, 0.125),
    ):
        packed = _built(_hand(chance, count, size, True), width, 1.0).finish().points if count else pack(pressed)
        lines = shape.unpacked([packed], np.array([width]), np.array([ink == PEN]))
        points, _ = shape.ink(lines, zoom)
        far = unpack(packed)[-1].x / 16
        a, b = Point(far + 3 * width, -2.0), Point(far + width, 10.0)
        cases.append(
            {
                "packed": _plain(packed),
                "style": _plain(Style(width=width, ink=ink)) | {"width": width, "ink": ink},
                "zoom": zoom,
                "polygon": _rounded(points.view(np.float64)),
                "segment": [a, b],
                "distance": float(hit.distances(lines, np.zeros(1, np.complex128), a, b)[0]),
            }
        )
    return cases


def _wet(chance: random.Random) -> list[Any]:
    """A part of a stroke in progress and its polygon."""
    cases = []
    for count, first, last, final, pen in ((1, 0, 0, False, True), (9, 0, 8, False, True), (60, 0, 30, True, True)):
        builder = _built(_hand(chance, count, 150.0, True), 6.0, 1.0)
        rows = np.array(builder.points, np.float64)
        points = rows[:, 0] / 16 + 1j * rows[:, 1] / 16
        way = np.append(0.0, np.cumsum(np.abs(np.diff(points))))
        part = wet.Part(points, rows[:, 2] / 255, way, first, min(last, len(points) - 1), 6.0, pen, final)
        polygon, offsets = wet.part_outlines([part], 2.0)
        assert list(offsets) == list(offsets_of([len(polygon)]))
        cases.append(
            {
                "points": builder.points,
                "first": first,
                "last": part.last,
                "final": final,
                "polygon": _rounded(polygon.view(np.float64)),
            }
        )
    return cases


# ---------------------------------------------------------------- other kinds


def _line(path: Path_) -> list[float]:
    return _rounded(np.array(path.flattened()).ravel())


def _figures() -> list[Any]:
    """Every form of a shape: its outline in its box, and where its label stands."""
    corners = pack([InkPoint(0, 0, 0), InkPoint(1000, 200, 0), InkPoint(600, 900, 0), InkPoint(100, 700, 0)])
    cases = []
    for form in (*SHAPE_FORMS, "a newer one"):
        element = Element(
            id=ElementId("f"),
            kind=SHAPE,
            geometry=Geometry(x=7.0, y=-3.0, w=130.0, h=95.0),
            order="1",
            content=Content(form=form),
            style=Style(width=6.0),
            points=corners if form == "polygon" else b"",
        )
        room = shapes.label_box(element).moved(-7.0, 3.0)
        cases.append({"element": _plain(element), "outline": _line(shapes.upright_outline(element)), "label": room})
    return cases


def _connectors() -> list[Any]:
    """Lines of every form with every tip: what is drawn, the middle, and the tips."""
    cases = []
    corners = packed_corners([Point(40.0, 5.0), Point(40.0, 70.0)], Point(5.0, 5.0))
    for i, tip in enumerate(TIPS):
        for form in CONNECTOR_FORMS:
            element = Element(
                id=ElementId("c"),
                kind=CONNECTOR,
                geometry=Geometry(x=5.0, y=5.0, w=90.0 - 20 * i, h=70.0 if i % 2 else -31.0),
                order="1",
                content=Content(form=form, bend=0.3 if form == "curved" and i != 2 else 0.0),
                style=Style(width=3.0, head=tip, tail=TIPS[-1 - i]),
                points=corners if form == "elbow" and i == 1 else b"",
            )
            back = Transform.moving(Point(-5.0, -5.0))
            at = connector_line.middle(element)
            cases.append(
                {
                    "element": _plain(element),
                    "line": _line(connector_line.drawn_line(element).transformed(back)),
                    "middle": [at.x - 5.0, at.y - 5.0],
                    "tips": [
                        [_line(one.path.transformed(back)), one.filled] for one in connector_line.tips_of(element)
                    ],
                }
            )
    return cases


def _papers() -> list[Any]:
    found = []
    for paper, rulings in RULINGS.items():
        lines = [[r.way.value, r.spacing, r.color, r.width, r.offset, r.gap or r.spacing] for r in rulings]
        found.append([paper, lines])
    return found


def _pages() -> list[Any]:
    """Boards, and their pages in order."""

    def page(id: str, order: str, **content: Any) -> Element:
        geometry = Geometry(x=0.0, y=0.0)
        return Element(id=ElementId(id), kind=PAGE, geometry=geometry, order=order, content=Content(**content))

    def on(id: str, parent: str) -> Element:
        element = _element(id)
        return msgspec.structs.replace(element, geometry=Geometry(x=0.0, y=0.0, parent=ElementId(parent)))

    boards = [
        [],
        [on("a", ""), page("q", "2", title="Two"), page("p", "1", paper="music")],
        [page("first", "5", paper="ruled"), page("p", "1"), on("a", "first"), on("b", "zz"), on("c", "yy")],
        [page("first", "1", gone=True), page("p", "2")],
        [page("first", "1", gone=True), page("p", "2", gone=True)],
    ]
    found = []
    for elements in boards:
        listed = [["" if p.id == FIRST_PAGE else p.id, p.title, p.paper] for p in pages(elements)]
        found.append({"elements": _plain(elements), "pages": listed})
    return found


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
