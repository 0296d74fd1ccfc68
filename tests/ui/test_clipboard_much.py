"""Copying, cutting and pasting very much: in portions, in the order in which it was asked for."""

from __future__ import annotations

import pytest

from tests.doubles.board import stroke
from tests.doubles.page import page
from tests.doubles.patience import until
from whiteboard.model.element import Element
from whiteboard.model.geometry import Point
from whiteboard.tools.selection import MANY

pytestmark = pytest.mark.usefixtures("qapp")

COUNT = 2 * MANY + 3


def much() -> list[Element]:
    return [stroke(f"s{i:04}", i % 50 * 30.0, i // 50 * 30.0, order=f"A{i % 7}{i:04}z") for i in range(COUNT)]


def order_of(elements: list[Element]) -> list[tuple[float, float]]:
    """Where they are beside the first, from the back to the front."""
    first = elements[0].geometry
    return [(element.geometry.x - first.x, element.geometry.y - first.y) for element in elements]


async def test_what_is_cut_and_pasted_at_once_is_all_there_again() -> None:
    with page(*much()) as board:
        before = order_of(board.drawn)
        board.editor.select_all()
        board.view.clipboard.cut()
        board.view.clipboard.paste(Point(3000.0, 0.0))
        assert board.editor.unfinished
        await until(lambda: not board.editor.unfinished)
        assert order_of(board.drawn) == before
        assert board.editor.selection == frozenset(element.id for element in board.drawn)
        assert not board.editor.selection & {element.id for element in much()}
        board.editor.undo()
        await until(lambda: not board.editor.unfinished)
        assert not board.drawn
        board.editor.undo()
        await until(lambda: not board.editor.unfinished)
        assert board.drawn == sorted(much(), key=lambda element: (element.order, element.id))


async def test_a_little_is_copied_and_pasted_at_once_however_much_there_is() -> None:
    with page(*much()) as board:
        board.editor.select(frozenset([board.drawn[0].id]))
        board.view.clipboard.copy()
        board.view.clipboard.paste(Point(0.0, 0.0))
        assert len(board.drawn) == COUNT + 1


async def test_very_much_is_duplicated_beside_itself_and_the_next_one_as_far_as_it_was_moved() -> None:
    with page(*much()) as board:
        before = board.drawn
        board.editor.select_all()
        board.editor.complete()
        board.view.clipboard.duplicate()
        assert board.editor.unfinished
        await until(lambda: not board.editor.unfinished)
        assert [e for e in board.drawn if e.id not in board.editor.selection] == before
        copies = [e for e in board.drawn if e.id in board.editor.selection]
        assert order_of(copies) == order_of(before)
        assert copies[0].geometry.x - before[0].geometry.x == 20
        board.editor.nudge(Point(30.0, 0.0))
        board.editor.complete()
        board.view.clipboard.duplicate()
        board.editor.complete()
        again = [e for e in board.drawn if e.id in board.editor.selection]
        assert len(again) == COUNT
        assert again[0].geometry.x - before[0].geometry.x == 100
