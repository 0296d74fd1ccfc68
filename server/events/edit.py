"""`edit`: judged by the rules of the board, then numbered, whether accepted or refused (SPEC S1, S2, D4, D5, P4)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET

from server.goodbye import Goodbye
from server.room import Room
from server.session import Session
from whiteboard.model.document import Document, applied
from whiteboard.model.element import PAGE, STROKE, Author, Element, ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.op import Op, Patch, Put, Retype, target
from whiteboard.model.style import INKS
from whiteboard.model.validate import MAX_TEXT_LENGTH, check_element, check_op
from whiteboard.protocol.limits import MAX_ELEMENTS, MAX_OPS
from whiteboard.protocol.messages import Edit, Role
from whiteboard.protocol.refusal import Refusal

MAX_MERGED = 3 * MAX_TEXT_LENGTH
"""Letters that one edit may bring together with what others typed: one text of the longest. Everybody does it anew."""

MAX_LOOKED_AT = 100_000
"""Bytes of ink that one edit may have looked at again, besides one stroke. What it brings itself is apart."""

Verdict = tuple[Refusal, str] | None
"""Why an edit is refused; None if it is accepted."""


def edit(room: Room, session: Session, message: Edit, now: float) -> None:
    settle(room, session, message, fault(message.ops))


def settle(room: Room, session: Session, message: Edit, verdict: Verdict) -> None:
    """Judge an edit further whose operations have been looked at with `fault`, and give it its place."""
    expected = room.ledger.log.cseq(session.author) + 1
    if message.cseq < expected:
        return  # a resend of what the log has (S1)
    if room.read_only:
        session.resend = True
        return
    if message.cseq > expected:
        if session.resend:
            return  # it follows an edit that was dropped; the coming welcome asks for both
        raise Goodbye(Refusal.GAP, f"edit {expected} is missing")
    session.resend = False
    verdict = verdict or permission(room.ledger.document, session.author, session.role, message.ops)
    void, why = verdict if verdict is not None else (None, "")
    room.number(session.author, message.cseq, message.ops, void, why)


def fault(ops: Sequence[Op]) -> Verdict:
    """What is wrong with the operations by themselves. Takes long for many: large edits are looked at in a thread."""
    if not ops:
        return Refusal.INVALID, "an edit without operations"
    if len(ops) > MAX_OPS:
        return Refusal.TOO_LARGE, f"{len(ops)} operations, at most {MAX_OPS} in one edit"
    try:
        for op in ops:
            check_op(op)
    except Invalid as error:
        return Refusal.INVALID, str(error)
    return None


def permission(document: Document, author: Author, role: Role, ops: Sequence[Op]) -> Verdict:
    """Whether a member may do these operations on the document as it is."""
    if role is Role.VIEWER:
        return Refusal.FORBIDDEN, "You may only look at this board."
    changed: dict[ElementId, Element | None] = {}
    growth = merged = looked_at = 0
    for op in ops:
        id = target(op)
        old = changed[id] if id in changed else document.get(id)
        if old is not None and old.lock and role is not Role.HOST and not _unlocks_own(op, document, author):
            return Refusal.LOCKED, "The element is locked."
        replaces = isinstance(op, Put) and old is not None and old != op.element and id not in changed
        if replaces and not _is_page_of_two(op, old):
            stamp = document.stamp(id)
            if stamp is None or stamp.author != author:
                return Refusal.EXISTS, "Another element has this id."
        if isinstance(op, Retype) and old is not None and old.text != op.base:
            merged += len(op.base) + len(op.text) + len(old.text)
            if merged > MAX_MERGED:
                return Refusal.TOO_LARGE, "Too much was typed at once into texts that others have changed."
        new = applied(op, old)
        checked = isinstance(op, Retype) or (isinstance(op, Patch) and old is not None and not _only_moves(op, old))
        if checked and new is not None and old is not None:
            same_ink = new.kind == STROKE and new.points is old.points
            if same_ink and not _shrinks(new, old):
                if new.style.ink not in INKS:
                    return Refusal.INVALID, f"no ink {new.style.ink!r}"
            elif same_ink and looked_at > MAX_LOOKED_AT:
                return Refusal.TOO_LARGE, "Too much ink in boxes that get smaller."
            else:
                looked_at += len(new.points) if same_ink else 0
                try:
                    check_element(new)
                except Invalid as error:
                    return Refusal.INVALID, str(error)
        changed[id] = new
        growth += (new is not None) - (old is not None)
    if growth > 0 and len(document) + growth > MAX_ELEMENTS:
        return Refusal.QUOTA, f"A board holds at most {MAX_ELEMENTS} elements."
    return None


def _is_page_of_two(op: Op, old: Element | None) -> bool:
    """Two people gave the same page its element, for a first paper or title: the later one stays (SPEC D7)."""
    return isinstance(op, Put) and old is not None and op.element.kind == PAGE == old.kind


def _unlocks_own(op: Op, document: Document, author: Author) -> bool:
    """Whether the author of an element does nothing but unlock it (SPEC D8)."""
    stamp = document.stamp(target(op))
    return isinstance(op, Patch) and op.groups() == {"lock": False} and stamp is not None and stamp.author == author


def _shrinks(new: Element, old: Element) -> bool:
    """Whether the box of a stroke whose points stay may have become too small for them."""
    return new.geometry.w < old.geometry.w or new.geometry.h < old.geometry.h


def _only_moves(patch: Patch, old: Element) -> bool:
    """Whether a patch leaves everything alone that a kind's own check looks at (its groups were checked already)."""
    g = patch.geometry
    same_size = g is UNSET or (g.w, g.h) == (old.geometry.w, old.geometry.h)
    same_ink = patch.style is UNSET or patch.style.ink == old.style.ink
    same_matter = patch.points is UNSET and patch.text is UNSET and patch.content is UNSET and patch.ext is UNSET
    return same_size and same_ink and same_matter
