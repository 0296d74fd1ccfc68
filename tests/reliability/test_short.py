"""Every script for some seconds. Times are shown by `python3 -m tests.reliability`, not asserted here."""

from __future__ import annotations

import asyncio

import pytest

from .__main__ import SCRIPTS
from .figures import Figure
from .length import Length
from .order import _count


@pytest.mark.parametrize("name", SCRIPTS)
def test_its_figures_are_within_their_thresholds(name: str) -> None:
    figures = asyncio.run(SCRIPTS[name](Length.SUITE))
    bad = [str(figure) for figure in figures if not figure.good and not figure.timed]
    assert not bad, "\n".join(bad)


def test_a_figure_that_is_missing_is_not_good() -> None:
    figure = Figure("kill", "lost", float("nan"), 0)
    assert not figure.good
    assert "FALLS SHORT" in str(figure)


READ = r'6 recvfrom(9, "\201\376"..., 262144, 0, NULL, NULL) = 212'
SYNC = "7 fdatasync(11) = 0"
TICK = r'6 sendto(9, "\201~\0\277 42[\"tick\",{\"seq\":1,\"edits\":[{\"seq\"", 90, 0, NULL, 0) = 90'


def test_a_tick_before_its_sync_is_found() -> None:
    assert _count([READ, SYNC, TICK, READ, TICK, SYNC, READ, SYNC, TICK], 3) == 1
