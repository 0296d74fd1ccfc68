"""The other people of a board, as the ticks of a server that does not exist."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from whiteboard.model.element import Author, ElementId
from whiteboard.model.op import Op
from whiteboard.model.style import COLORS, Style
from whiteboard.protocol.messages import Entry, Member, PresenceOf, Tick, TrailBegun, TrailChunk
from whiteboard.render.viewport import Viewport

POINTS_A_TICK = 4
TICKS_A_STROKE = 40


class Others:
    """So many people who write in a view of 1920 x 1080; stroke follows stroke, none is kept.

    What they do besides to a board that begins with `seq` 1 is given to `tick`.
    """

    def __init__(self, people: int, view: Viewport, seed: int) -> None:
        self._view = view
        self._chance = random.Random(seed)
        self._ticks = 0
        self._seq = 1
        self._trails = 0
        self._places: dict[int, tuple[int, float, float, int]] = {}
        self.members = tuple(
            Member(no=no, author=Author(f"{no:016x}"), name=f"Person {no}", color=COLORS[no % len(COLORS)])
            for no in range(1, people + 1)
        )

    def tick(self, edits: Sequence[Sequence[Op]] = ()) -> Tick:
        """What they did in the time of one more tick, with these edits of the first of them."""
        begun, chunks, ended, presence = [], [], [], []
        for member in self.members:
            trail, x, y, count = self._places.get(member.no, (0, 0.0, 0.0, 0))
            if (self._ticks + member.no) % TICKS_A_STROKE == 0 or not trail:
                if trail:
                    ended.append(trail)
                self._trails += 1
                trail, count = self._trails, 0
                x, y = self._view.to_board((self._chance.uniform(60, 1400), self._chance.uniform(60, 1000)))
                style = Style(member.color, self._chance.choice((2.0, 4.0)))
                id = ElementId(f"trail-{trail}")
                begun.append(TrailBegun(trail=trail, member=member.no, id=id, x=x, y=y, style=style))
            points: list[int] = []
            for number in range(count, count + POINTS_A_TICK):
                points += (24, round(60 * math.sin(number / 2)), 120 if number == 0 else 0)
            chunks.append(TrailChunk(trail, count, tuple(points)))
            count += POINTS_A_TICK
            presence.append(PresenceOf(member.no, x + 1.5 * count, y, "pen"))
            self._places[member.no] = trail, x, y, count
        self._ticks += 1
        author = self.members[0].author
        entries = tuple(
            Entry(seq=seq, author=author, cseq=seq, at=1.7e9, ops=tuple(ops))
            for seq, ops in enumerate(edits, self._seq + 1)
        )
        self._seq += len(entries)
        return Tick(
            seq=self._seq,
            hash="",
            edits=entries,
            begun=tuple(begun),
            trails=tuple(chunks),
            ended=tuple(ended),
            presence=tuple(presence),
        )
