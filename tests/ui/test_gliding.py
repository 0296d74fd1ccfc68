"""Others' pointers between two messages."""

from __future__ import annotations

import pytest

from whiteboard.model.geometry import Point
from whiteboard.ui.gliding import SECONDS, Gliding


def test_a_new_pointer_appears_at_once() -> None:
    gliding = Gliding()
    gliding.follow({1: Point(5, 6)}, now=0.0)
    assert gliding.places(0.0) == {1: Point(5, 6)}
    assert gliding.is_still(0.0)


def test_a_pointer_glides_evenly_and_arrives() -> None:
    gliding = Gliding()
    gliding.follow({1: Point(0, 0)}, now=0.0)
    gliding.follow({1: Point(10, 20)}, now=1.0)
    assert gliding.places(1.0 + SECONDS / 2)[1] == pytest.approx(Point(5, 10))
    assert not gliding.is_still(1.0 + SECONDS / 2)
    assert gliding.places(1.1 + SECONDS) == {1: Point(10, 20)}
    assert gliding.is_still(1.1 + SECONDS)


def test_a_new_place_on_the_way_makes_no_jump() -> None:
    gliding = Gliding()
    gliding.follow({1: Point(0, 0)}, now=0.0)
    gliding.follow({1: Point(10, 0)}, now=0.0)
    there = gliding.places(SECONDS / 2)[1]
    gliding.follow({1: Point(10, 50)}, now=SECONDS / 2)
    assert gliding.places(SECONDS / 2)[1] == there


def test_a_pointer_that_is_gone_is_gone() -> None:
    gliding = Gliding()
    gliding.follow({1: Point(0, 0), 2: Point(1, 1)}, now=0.0)
    gliding.follow({2: Point(1, 1)}, now=1.0)
    assert list(gliding.places(1.0)) == [2]


def test_with_reduced_motion_pointers_jump() -> None:
    gliding = Gliding()
    gliding.follow({1: Point(0, 0)}, now=0.0)
    gliding.follow({1: Point(10, 20)}, now=1.0, jump=True)
    assert gliding.places(1.0) == {1: Point(10, 20)}
    assert gliding.is_still(1.0)
