"""One line of the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """`why_not` says why it cannot be done just now, `on` whether a switch is on; None if it is no switch."""

    name: str
    label: str
    do: Callable[[], object]
    synonyms: str = ""
    key: str = ""
    icon: str = ""
    why_not: str = ""
    on: bool | None = None
