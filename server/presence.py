"""Where people's pointers are: the newest of each, forgotten after a while (SPEC L4)."""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec

from whiteboard.model.element import MAX_POSITION
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.op import Remove
from whiteboard.model.validate import check_op
from whiteboard.protocol.limits import EPHEMERAL_SECONDS
from whiteboard.protocol.messages import Presence, PresenceOf

MAX_TOOL_LENGTH = 32


class Pointers:
    """The newest presence of each member by number, and which of them no tick has carried yet."""

    def __init__(self) -> None:
        self._newest: dict[int, tuple[PresenceOf, float]] = {}
        self._moved: dict[int, PresenceOf] = {}
        self._drawn: dict[int, Callable[[], tuple[float, float]]] = {}

    @property
    def moved(self) -> bool:
        return bool(self._moved)

    def move(self, member: int, presence: Presence, now: float) -> None:
        """Take a member's presence; Invalid if it breaks a rule."""
        for number in (presence.x, presence.y):
            if number is not None and not (math.isfinite(number) and abs(number) <= MAX_POSITION):
                raise Invalid("a pointer that is too far away")
        if len(presence.tool) > MAX_TOOL_LENGTH or not presence.tool.isprintable():
            raise Invalid("a bad tool")
        if presence.page:
            check_op(Remove(presence.page))
        pointer = PresenceOf(member, presence.x, presence.y, presence.tool, presence.page)
        self._newest[member] = (pointer, now)
        self._moved[member] = pointer
        self._drawn.pop(member, None)

    def goes_out(self, member: int) -> bool:
        """Whether the next tick carries this member's pointer."""
        return member in self._moved

    def draw(self, member: int, tip: Callable[[], tuple[float, float]]) -> None:
        """Ink that came after a pointer which goes out takes it along: in a tick, the pointer is the newer one."""
        self._drawn[member] = tip  # where that is takes a while to say: the tick asks once

    def leave(self, member: int) -> None:
        self._newest.pop(member, None)
        self._moved.pop(member, None)
        self._drawn.pop(member, None)

    def take_moved(self) -> tuple[PresenceOf, ...]:
        """Everybody whose pointer moved since this was asked last."""
        for member, tip in self._drawn.items():
            x, y = tip()
            self._moved[member] = msgspec.structs.replace(self._moved[member], x=x, y=y)
        self._drawn.clear()
        moved, self._moved = tuple(self._moved.values()), {}
        return moved

    def all(self, now: float) -> tuple[PresenceOf, ...]:
        """Everybody's pointer, as far as it is news enough to be shown."""
        for member in [m for m, (_, at) in self._newest.items() if now - at >= EPHEMERAL_SECONDS]:
            del self._newest[member]
        return tuple(pointer for pointer, _ in self._newest.values())
