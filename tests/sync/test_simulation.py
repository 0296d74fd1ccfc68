"""Replica and room together under everything that can go wrong (SPEC S, D, L3, P3, U), seed by seed."""

from __future__ import annotations

import pytest

from tests.sync.simulation.faults import FAULTS, Fault
from tests.sync.simulation.violation import Violation
from tests.sync.simulation.world import DROP, RESTORE, World, with_small_limits

RUNS = 500
CLIENTS = 5
STEPS = 300
MOST_RUNS_TO_FIND_A_FAULT = 400


@pytest.fixture(autouse=True)
def _small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with_small_limits(monkeypatch)


@pytest.mark.parametrize(
    "trouble",
    [frozenset[str](), frozenset({DROP}), frozenset({RESTORE}), frozenset({DROP, RESTORE})],
    ids=["crashes", "lost frames", "restored backups", "all of it"],
)
def test_whatever_happens_everybody_ends_with_the_same_board(trouble: frozenset[str]) -> None:
    for seed in range(RUNS):
        try:
            World(seed, clients=CLIENTS, trouble=trouble).run(STEPS)
        except Violation as violation:
            raise AssertionError(f"seed {seed}: {violation}") from violation


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_simulation_finds_a_planted_fault(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault.plant(monkeypatch)
    for seed in range(MOST_RUNS_TO_FIND_A_FAULT):
        try:
            World(seed, trouble=fault.trouble).run(STEPS)
        except Violation:
            return
    pytest.fail(f"{MOST_RUNS_TO_FIND_A_FAULT} runs did not notice that {fault}")
