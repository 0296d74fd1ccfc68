"""What packets mean, in plain words: of each kind what it is for, and of each one what it says."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import msgspec

from whiteboard.words import t

from .passing import Line

EXPLAINED = {
    "connect": "Socket.IO's own handshake: both sides agree to exchange events over this connection.",
    "disconnect": "Socket.IO's goodbye: one side ends the connection.",
    "no_connect": "Socket.IO's refusal: the server does not take the connection.",
    "answer": "The answer to a ping. From question to answer is the round trip: the way there and back.",
    "ping": "A question without content, every two seconds. Its answer shows that the server is alive, and how far.",
    "hello": "The greeting: which board, who I am, the code, and up to which change I know the board already.",
    "welcome": "The server lets me in: it says who is here and from which change on it will tell me all that happens.",
    "refused": "The server does not let me in, or ends the connection, and says why.",
    "waiting": "The code was right, but the host lets people in one by one. A welcome or a refusal will follow.",
    "tick": (
        "All that happened on the board since the tick before, gathered into one message, the same for all: up to "
        "60 a second while people draw, and only now and then while nobody does."
    ),
    "edit": (
        "A finished change, done whole or not at all. The server gives each a number and sends it to all, also to its "
        "author. All boards do the changes in the order of the numbers: that is why they are the same."
    ),
    "trail": (
        "Ink while the pen is still on the board: only the points since the last message, each as the difference to "
        "the one before. It is shown and forgotten; the finished stroke comes as an edit."
    ),
    "trail_end": "The stroke was given up: the others take its ink away, and no edit follows.",
    "presence": "Where my pointer is, what it holds, and which page I look at. Only the newest counts.",
    "profile": "I have a new name or colour.",
    "role": "The host says who may draw and who may look.",
    "remove": "The host sends somebody away.",
    "admit": "The host lets somebody in who waits, or sends them away.",
    "approval": "The host decides whether newcomers wait at the door.",
    "guests": "The host decides whether browsers may come in without encryption.",
    "new_code": "The host wants another join code.",
    "title": "The host gives the board a title.",
    "door": "How the board's door stands: the code, who waits, who was sent away. Only hosts are told.",
}
"""What each kind of event is, for somebody who sees it for the first time."""

UNKNOWN = "An event that this version does not know."
_SHOWN_TEXT = 40


def explained(event: str) -> str:
    return t(EXPLAINED.get(event, UNKNOWN))


def summary(line: Line) -> str:
    """What this one says, in a few words; "" where nothing is worth it."""
    if line.cut:
        return t("{size:,} bytes, too long to be shown whole").format(size=line.size)
    try:
        payload = msgspec.json.decode(line.text) if line.text else None
    except msgspec.DecodeError:
        return t("not readable")
    say = _SUMMARIES.get(line.event)
    try:
        return say(payload) if say is not None and isinstance(payload, dict) else ""
    except (KeyError, TypeError, AttributeError):  # another version's, or nobody's
        return ""


def pretty(line: Line) -> str:
    """The payload as JSON over several lines; of one that is cut its beginning, as it went."""
    if line.cut:
        return f"{line.text}\n…"
    try:
        return json.dumps(json.loads(line.text), indent=2, ensure_ascii=False) if line.text else ""
    except ValueError:
        return line.text


def _hello(said: dict[str, Any]) -> str:
    words = t("{name} to “{board}”, knows nothing of it yet")
    if said.get("resume"):
        words = t("{name} to “{board}”, knows the board up to change {seq}")
    seq = said["resume"]["seq"] if said.get("resume") else 0
    return words.format(name=said.get("name") or t("nobody"), board=_short(said["board"]), seq=seq)


def _welcome(said: dict[str, Any]) -> str:
    words = t("member {number}, {people} here; the drawing is fetched first")
    if said.get("resumed"):
        words = t("member {number}, {people} here; goes on where I was")
    people = _counted(said.get("members", ()), t("{count} person"), t("{count} people"))
    return words.format(number=said["member"], people=people)


def _tick(said: dict[str, Any]) -> str:
    points = sum(len(chunk[2]) // 3 for chunk in said.get("trails", ()))
    parts = [
        ", ".join(_entry(entry) for entry in said.get("edits", ())),
        _counted(said.get("begun", ()), t("{count} stroke begins"), t("{count} strokes begin")),
        _number(points, t("{count} point of ink"), t("{count} points of ink")),
        _counted(said.get("ended", ()), t("{count} stroke ends"), t("{count} strokes end")),
        _counted(said.get("presence", ()), t("{count} pointer"), t("{count} pointers")),
        "".join(t("{name} joins").format(name=_short(member.get("name", ""))) for member in said.get("joined", ())),
        _counted(said.get("changed", ()), t("{count} person changes"), t("{count} people change")),
        _counted(said.get("left", ()), t("{count} person leaves"), t("{count} people leave")),
        t("title “{title}”").format(title=_short(said["title"])) if said.get("title") is not None else "",
    ]
    return "; ".join(filter(None, parts)) or t("nothing new: still at change {seq}").format(seq=said["seq"])


def _entry(entry: dict[str, Any]) -> str:
    if entry.get("void"):
        return t("change {seq} refused ({why})").format(seq=entry["seq"], why=entry["void"])
    return t("change {seq}: {ops}").format(seq=entry["seq"], ops=_ops(entry.get("ops", ())))


def _edit(said: dict[str, Any]) -> str:
    return t("my change {seq}: {ops}").format(seq=said["cseq"], ops=_ops(said["ops"]))


VERBS = {"put": "put {things}", "patch": "change {things}", "retype": "type into {things}", "remove": "remove {things}"}
THINGS = {
    "stroke": ("a stroke", "{count} strokes"),
    "shape": ("a shape", "{count} shapes"),
    "connector": ("a connector", "{count} connectors"),
    "text": ("a text", "{count} texts"),
    "note": ("a note", "{count} notes"),
    "image": ("an image", "{count} images"),
    "instrument": ("an instrument", "{count} instruments"),
    "page": ("a page", "{count} pages"),
    "element": ("an element", "{count} elements"),
}


def _ops(ops: Any) -> str:
    done: Counter[tuple[str, str]] = Counter()
    for op in ops:
        done[op["op"], op["element"]["kind"] if op["op"] == "put" else "element"] += 1
    said = []
    for (verb, kind), count in done.items():
        one, many = THINGS.get(kind, THINGS["element"])
        things = t(one if count == 1 else many).format(count=count)
        said.append(t(VERBS.get(verb, verb)).format(things=things))
    return ", ".join(said)


def _trail(said: dict[str, Any]) -> str:
    ink = _number(len(said["points"]) // 3, t("{count} point of ink"), t("{count} points of ink"))
    return ink if said.get("start") else t("{ink}, the first").format(ink=ink)


def _presence(said: dict[str, Any]) -> str:
    if said.get("x") is None:
        return t("the pointer is off the board")
    tool = t(str(said.get("tool") or "pointer"))
    return t("{tool} at {x:.0f}, {y:.0f}").format(tool=tool, x=said["x"], y=said["y"])


def _door(said: dict[str, Any]) -> str:
    waiting = said.get("waiting", ())
    return _counted(waiting, t("{count} person waits"), t("{count} people wait")) or t("nobody waits")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_TEXT else text[: _SHOWN_TEXT - 1] + "…"


def _counted(things: Any, one: str, many: str) -> str:
    return _number(len(things), one, many)


def _number(count: int, one: str, many: str) -> str:
    """A count in words; "" for none."""
    return (one if count == 1 else many).format(count=count) if count else ""


_SUMMARIES: dict[str, Callable[[dict[str, Any]], str]] = {
    "hello": _hello,
    "welcome": _welcome,
    "tick": _tick,
    "edit": _edit,
    "trail": _trail,
    "presence": _presence,
    "door": _door,
    "refused": lambda said: str(said["code"]),
    "profile": lambda said: _short(str(said["name"])),
    "title": lambda said: _short(str(said["title"])),
    "role": lambda said: str(said["role"]),
}
