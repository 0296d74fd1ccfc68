"""A figure against its threshold."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and the most that it may be. `timed`: a busy machine may make it worse."""

    script: str
    what: str
    value: float
    most: float
    unit: str = ""
    timed: bool = False

    @property
    def good(self) -> bool:
        return not math.isnan(self.value) and self.value <= self.most

    def __str__(self) -> str:
        verdict = "ok" if self.good else "FALLS SHORT"
        value = f"{_number(self.value)} {self.unit}".rstrip()
        return f"{self.script:<9} {self.what:<62} {value:>12} (at most {_number(self.most)})  {verdict}"


def _number(value: float) -> str:
    if math.isnan(value):
        return "none"
    return f"{value:.0f}" if value == round(value) or value >= 1000 else f"{value:.3g}"


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed; nan of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan
