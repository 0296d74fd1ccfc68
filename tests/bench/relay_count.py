"""Makes figures of what the relay bench's people heard and when."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
import numpy as np

from .relay_ink import Said
from .relay_load import Heard

_STEP = 0.0005
_LONGEST = 30.0
_ALL = 1 << 30
_EVENT = msgspec.json.Decoder(tuple[str, dict[str, Any]])


class Carried(NamedTuple):
    """Points of a stroke that one message brought."""

    stroke: str
    start: int
    points: int


class Window(NamedTuple):
    """The time that is measured, by perf_counter."""

    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Count:
    """`points_in_time`: points that somebody got within the window for the first time, whenever they were sent.
    `edit_bytes_in_time`: what of the bytes was finished strokes, which carry their points once more, to be kept.
    `delivered`: of what was said within the window, the share that arrived, sooner or later. Latencies in seconds."""

    points_in_time: int
    bytes_in_time: int
    edit_bytes_in_time: int
    delivered: float
    p50: float
    p95: float
    p99: float


class _Room:
    """Who got which message of the room's drawers, each counted once."""

    def __init__(self, scripts: list[list[Said]], people: int, window: Window) -> None:
        said = [one for script in scripts for one in script]
        self._number = {(one.stroke, one.start): number for number, one in enumerate(said)}
        self._length = {one.stroke: one.start + one.points for one in said}  # the last one said counts
        self._points = np.array([one.points for one in said], dtype=np.int64)
        self._sent = np.array([one.at for one in said])
        self._counts = (self._sent >= window.begin) & (self._sent < window.end)
        self._got = np.zeros((people, len(said)), dtype=bool)
        self._names: dict[int, str] = {}
        self._window = window
        self.histogram = np.zeros(round(_LONGEST / _STEP) + 1, dtype=np.int64)
        self.points_in_time = 0
        self.bytes_in_time = 0
        self.edit_bytes_in_time = 0

    def hear(self, heard: Heard) -> None:
        times = np.array(heard.times)
        in_time = (times >= self._window.begin) & (times < self._window.end)
        self.bytes_in_time += int(in_time.sum()) * _frame_size(len(heard.body))
        self.edit_bytes_in_time += int(in_time.sum()) * _edit_bytes(heard.body)
        numbers = list(dict.fromkeys(n for part in _carried(heard.body, self._names) for n in self._messages(part)))
        if not numbers:
            return
        place = np.ix_(heard.who, numbers)
        fresh = ~self._got[place]
        self._got[place] = True
        self.points_in_time += int((fresh[in_time] @ self._points[numbers]).sum())
        late = np.subtract.outer(times, self._sent[numbers])[fresh & self._counts[numbers]]
        steps = np.minimum((late / _STEP).astype(np.int64), len(self.histogram) - 1)
        self.histogram += np.bincount(steps, minlength=len(self.histogram))

    @property
    def arrived(self) -> int:
        return int((self._got[:, self._counts] @ self._points[self._counts]).sum())

    @property
    def expected(self) -> int:
        return len(self._got) * int(self._points[self._counts].sum())

    def _messages(self, part: Carried) -> Iterator[int]:
        length = self._length.get(part.stroke, 0)  # 0: somebody's who is not one of these drawers
        at, end = part.start, min(part.start + part.points, length)
        while at < end:
            number = self._number[part.stroke, at]
            yield number
            at += int(self._points[number])


def count(rooms: Iterable[tuple[list[Heard], list[list[Said]], int]], window: Window) -> Count:
    """What was heard in each room, its scripts, and how many people it has."""
    histogram = np.zeros(round(_LONGEST / _STEP) + 1, dtype=np.int64)
    points = size = edits = arrived = expected = 0
    for heard, scripts, people in rooms:
        room = _Room(scripts, people, window)
        for message in heard:
            room.hear(message)
        histogram += room.histogram
        points, size = points + room.points_in_time, size + room.bytes_in_time
        edits += room.edit_bytes_in_time
        arrived, expected = arrived + room.arrived, expected + room.expected
    delivered = arrived / expected if expected else math.nan
    return Count(points, size, edits, delivered, *(_quantile(histogram, share) for share in (0.5, 0.95, 0.99)))


def _carried(body: bytes, names: dict[int, str]) -> Iterator[Carried]:
    """The points in a message: a tick of ours, one trail of the naive relay, or the floor's lines."""
    if body.startswith(b'42["tick"'):
        _, tick = _EVENT.decode(body[2:])
        for begun in tick.get("begun", ()):
            names[begun["trail"]] = begun["id"]
            yield Carried(begun["id"], 0, len(begun.get("points", ())) // 3)
        for trail, start, numbers in tick.get("trails", ()):
            yield Carried(names.get(trail, ""), start, len(numbers) // 3)
        for entry in tick.get("edits", ()):  # a stroke carries its last points itself, if no tick came between
            for op in entry.get("ops", ()):
                if op["op"] == "put":
                    yield Carried(op["element"]["id"], 0, _ALL)
    else:
        for line in body.split(b"\n"):
            if line.startswith(b'42["trail"'):
                _, trail = _EVENT.decode(line[2:])
                yield Carried(trail["id"], trail.get("start", 0), len(trail["points"]) // 3)


def _edit_bytes(body: bytes) -> int:
    """How much of a message is entries of the log."""
    if body.startswith(b'42["tick"'):
        begin = body.find(b',"edits":[{')  # our server writes them last
        return len(body) - begin - 2 if begin >= 0 else 0
    return sum(len(line) for line in body.split(b"\n") if line.startswith(b'42["edit"'))


def _frame_size(body: int) -> int:
    return body + (2 if body < 126 else 4 if body < 1 << 16 else 10)


def _quantile(histogram: np.ndarray[Any, Any], share: float) -> float:
    total = histogram.sum()
    return float((np.searchsorted(np.cumsum(histogram), share * total) + 1) * _STEP) if total else math.nan
