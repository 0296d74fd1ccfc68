"""What one person does at once, cut into edits that a server takes: it refuses an edit that is too large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whiteboard.model.document import Change
from whiteboard.model.element import Element, ElementId
from whiteboard.model.op import Op, Patch, Put, Retype
from whiteboard.protocol.limits import MAX_OPS

MAX_BYTES = 1_000_000
"""Of one edit, as far as one can tell without encoding it; half of what a message may have."""

_OP_BYTES = 260
"""An operation without points and text is hardly longer than this in JSON."""


def in_portions(ops: Iterable[Op], most: int = MAX_OPS) -> Iterator[Sequence[Op]]:
    """The operations in order, in as few edits as can be: one, if it is not very much. Each has at most `most`."""
    portion: list[Op] = []
    size = 0
    for op in ops:
        weight = _weight(op)
        if portion and (len(portion) == most or size + weight > MAX_BYTES):
            yield portion
            portion, size = [], 0
        portion.append(op)
        size += weight
    if portion:
        yield portion


def in_sum(changes: Sequence[Change]) -> Change:
    """What changes in a row come to."""
    if len(changes) == 1:
        return changes[0]
    pairs: dict[ElementId, tuple[Element | None, Element | None]] = {}
    for change in changes:
        for before, after in change.elements:
            element = before or after
            if element is not None:
                pairs[element.id] = (pairs[element.id][0] if element.id in pairs else before, after)
    return Change(tuple((before, after) for before, after in pairs.values() if before != after))


def _weight(op: Op) -> int:
    match op:
        case Put():
            return _OP_BYTES + len(op.element.points) * 4 // 3 + 3 * len(op.element.text)
        case Patch():
            points = op.points if isinstance(op.points, bytes) else b""
            text = op.text if isinstance(op.text, str) else ""
            return _OP_BYTES + len(points) * 4 // 3 + 3 * len(text)
        case Retype():
            return _OP_BYTES + 3 * (len(op.base) + len(op.text))
        case _:
            return _OP_BYTES // 4
