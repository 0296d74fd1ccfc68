"""What an examination says of each rung, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .advice import Ailment


class Outcome(StrEnum):
    """UNTRIED: an earlier rung failed that this one stands on. NOT_NEEDED: it says nothing here, and does not count."""

    HOLDS = "holds"
    FAILS = "fails"
    UNTRIED = "untried"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rung that holds has to say: one line, and more lines for the curious."""

    detail: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One rung, tried. `seconds` is how long it took; `cause` and `remedy` are sentences, "" unless it failed."""

    name: str
    outcome: Outcome
    seconds: float = 0.0
    detail: str = ""
    lines: tuple[str, ...] = ()
    cause: str = ""
    remedy: str = ""
    ailment: Ailment | None = None


class Ill(Exception):
    """A rung does not hold. `detail` is what was seen; `facts` fill the advice, besides host and port."""

    def __init__(self, ailment: Ailment, detail: str = "", lines: tuple[str, ...] = (), **facts: object) -> None:
        super().__init__(f"{ailment}: {detail}")
        self.ailment = ailment
        self.detail = detail
        self.lines = lines
        self.facts = facts


class NotNeeded(Exception):
    """This rung says nothing here; the text says why."""


class Untried(Exception):
    """This rung stands on another, by its name, that does not hold."""
