"""Width from pressure, pressure from speed."""

from __future__ import annotations

import numpy as np

from whiteboard.ink.pressure import RESTING, THINNEST, TIP, SpeedPressure, pressure_at_speed, radius, tip_factor


def test_full_pressure_gives_the_whole_width_and_none_still_a_line() -> None:
    thin, whole = radius(4.0, np.array([0.0, 1.0]))
    assert whole == 2.0
    assert thin == 2.0 * THINNEST


def test_more_pressure_is_never_thinner() -> None:
    assert (np.diff(radius(4.0, np.linspace(0, 1, 256))) > 0).all()


def test_a_quick_mouse_draws_thinner_than_a_slow_one() -> None:
    def at_the_end(step_px: float) -> float:
        pressure = SpeedPressure()
        return [pressure.next(step_px, i / 125) for i in range(60)][-1]

    assert at_the_end(25.0) < at_the_end(5.0) < at_the_end(0.8)


def test_the_first_sample_and_a_resting_mouse_have_the_resting_pressure() -> None:
    pressure = SpeedPressure()
    assert [pressure.next(0.0, i / 125) for i in range(5)] == [RESTING] * 5


def test_the_width_changes_gently_however_samples_are_bunched() -> None:
    pressure = SpeedPressure()
    seconds = [0.0, 0.0, 0.0, 0.1, 0.1, 0.1001, 0.2, 0.2, 0.3]
    presses = [pressure.next(10.0, at) for at in seconds]
    assert max(np.abs(np.diff(presses))) <= 0.12 + 1e-9


def test_pressure_falls_with_speed_and_stays_within_bounds() -> None:
    presses = [pressure_at_speed(speed) for speed in (0, 50, 200, 800, 3000, 1e9)]
    assert presses == sorted(presses, reverse=True)
    assert 0 < presses[-1] < presses[0] < 1


def test_a_tip_runs_out_to_its_end_and_not_beyond() -> None:
    factors = tip_factor(np.array([0.0, 2.0, 5.0, 9.0]), np.array([5.0] * 4))
    assert factors[0] == TIP
    assert TIP < factors[1] < 1
    assert factors[2:].tolist() == [1.0, 1.0]
