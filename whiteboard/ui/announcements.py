"""What is worth a quiet word on the board: who came, who went, and which of my edits were not taken and why."""

from __future__ import annotations

from whiteboard.editor import News
from whiteboard.protocol.messages import Entry, Member
from whiteboard.protocol.refusal import Refusal
from whiteboard.words import t

REFUSED = {
    Refusal.INVALID: "The board could not understand your last change. It was taken back.",
    Refusal.TOO_LARGE: "Your last change is too large for this board. Try it in smaller parts.",
    Refusal.FORBIDDEN: "You may look at this board but not draw on it. Ask the host.",
    Refusal.LOCKED: "That is locked. Ask the person who locked it.",
    Refusal.EXISTS: "That is on the board already.",
    Refusal.QUOTA: "This board is full. Erase something, or begin another board.",
    Refusal.STORAGE: "The host cannot save changes just now. Your last change was taken back.",
}

_FEW = 2


def sentences(news: News) -> list[str]:
    """One sentence for each thing to say, in the order of happening."""
    said = [
        *_people(news.peers.joined, t("{name} joined"), t("{count} people joined")),
        *_people(news.peers.left, t("{name} left"), t("{count} people left")),
    ]
    return said + list(dict.fromkeys(_refused(entry) for _, entry in news.refused))


def _people(members: tuple[Member, ...], one: str, many: str) -> list[str]:
    if len(members) > _FEW:
        return [many.format(count=len(members))]
    return [one.format(name=member.name or t("Somebody")) for member in members]


def _refused(entry: Entry) -> str:
    known = REFUSED.get(entry.void) if entry.void is not None else None
    return t(known) if known else t("The board did not take your last change: {why}.").format(why=entry.why)
