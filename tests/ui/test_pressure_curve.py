"""Pressure, bent to the hand."""

import pytest

from whiteboard.ui.pressure_curve import FIRM, LIGHT, bent


@pytest.mark.parametrize("firmness", [LIGHT, -0.4, 0.0, 0.7, FIRM, 9.0])
def test_nothing_stays_nothing_and_all_stays_all(firmness: float) -> None:
    assert bent(0.0, firmness) == 0.0
    assert bent(1.0, firmness) == 1.0
    steps = [bent(i / 20, firmness) for i in range(21)]
    assert steps == sorted(steps)


def test_in_the_middle_it_is_as_the_pen_says() -> None:
    assert [bent(p, 0.0) for p in (0.1, 0.5, 0.9)] == pytest.approx([0.1, 0.5, 0.9])


def test_a_light_touch_counts_more_and_a_firm_hand_less() -> None:
    assert bent(0.5, LIGHT) == pytest.approx(0.707, abs=1e-3)
    assert bent(0.5, FIRM) == pytest.approx(0.25)


def test_a_driver_that_says_too_much_is_held() -> None:
    assert bent(1.2, 0.5) == 1.0
    assert bent(-0.1, -0.5) == 0.0
