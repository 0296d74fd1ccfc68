"""Smoothing takes jitter away, and neither moves the ends nor waits for the future."""

from __future__ import annotations

import numpy as np

from tests.ink.hands import drawn, loops, word
from whiteboard.ink.arrays import Floats, Points, offsets_of
from whiteboard.ink.smoothing import CONTEXT, smooth, weights
from whiteboard.ink.wet import NEIGHBOURS

ONE = np.array([4.0])


def smoothed(points: Points) -> Points:
    return smooth(points, points.real, weights(points, offsets_of([len(points)]), ONE))[0]


def line(seed: int = 1) -> Points:
    return np.array([complex(sample.x, sample.y) for sample in drawn(word, 1.5, seed=seed)])


def bends(points: Points) -> Floats:
    steps = np.diff(points)
    result: Floats = np.abs(np.angle(steps[1:] * steps[:-1].conj()))
    return result


def test_the_ends_stay_where_the_pen_was() -> None:
    points = line()
    assert smoothed(points)[0] == points[0]
    assert smoothed(points)[-1] == points[-1]


def test_the_steps_of_whole_pixels_become_a_calm_curve() -> None:
    points = np.array([complex(x, round(x / 5)) for x in range(60)])
    assert bends(smoothed(points))[10:-10].max() < 0.25 * bends(points).max()


def test_loops_do_not_shrink() -> None:
    points = np.array([complex(*loops(part)) for part in np.linspace(0, 1, 120)])
    assert np.abs(smoothed(points) - points).max() < 0.3


def test_a_straight_line_stays_as_it_is() -> None:
    points = np.array([complex(3 * i, i) for i in range(30)])
    assert np.allclose(smoothed(points), points)


def test_a_point_is_final_once_enough_samples_follow() -> None:
    points = line()
    now, later = smoothed(points[:60]), smoothed(points)
    assert np.array_equal(now[: 60 - CONTEXT], later[: 60 - CONTEXT])
    assert not np.array_equal(now[60 - CONTEXT : 59], later[60 - CONTEXT : 59])


def test_what_comes_beyond_the_reach_moves_a_point_by_less_than_can_be_seen() -> None:
    for seed in range(1, 6):
        points = line(seed)
        later = smoothed(points)
        for count in range(30, len(points)):
            place = count - 1 - NEIGHBOURS
            assert abs(smoothed(points[:count])[place] - later[place]) < 0.005


def test_strokes_do_not_touch_each_other() -> None:
    strokes = [line(1), line(2) + 500j]
    offsets = offsets_of([len(stroke) for stroke in strokes])
    together = np.concatenate(strokes)
    both, _ = smooth(together, together.real, weights(together, offsets, np.array([4.0, 4.0])))
    assert np.allclose(both, np.concatenate([smoothed(stroke) for stroke in strokes]))


def test_smoothing_does_not_lag_behind_the_pen() -> None:
    """Of all delays that the true line may have to what is drawn, none fits better."""
    count, rate = 188, 125.0
    points = np.array([complex(sample.x, sample.y) for sample in drawn(word, count / rate, pen=True)])
    drawn_line, inner = smoothed(points), np.arange(20, count - 20)

    def error(delay: float) -> float:
        true = [complex(*word((i - delay * rate) / (count - 1))) for i in inner.tolist()]
        return float(np.abs(drawn_line[inner] - np.array(true)).mean())

    delays = [milliseconds / 1000 for milliseconds in range(-12, 13)]
    best: float = min(delays, key=error)
    assert abs(best) <= 0.001
    assert error(0.0) < np.abs(points[inner] - [complex(*word(i / (count - 1))) for i in inner.tolist()]).mean()
