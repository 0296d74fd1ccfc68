"""Why something cannot be done just now."""

from __future__ import annotations

import pytest

from whiteboard.ui.availability import Situation, why_not
from whiteboard.ui.commands import commands

DRAWING = Situation(on_board=True)


@pytest.mark.parametrize(
    ("name", "now", "reason"),
    [
        ("tool.pen", Situation(on_board=False), "Open a board first"),
        ("app.new", Situation(on_board=False), ""),
        ("app.settings", Situation(on_board=False), ""),
        ("tool.pen", DRAWING, ""),
        ("tool.pen", Situation(on_board=True, may_draw=False), "You may only look"),
        ("tool.hand", Situation(on_board=True, may_draw=False), ""),
        ("zoom.in", Situation(on_board=True, may_draw=False), ""),
        ("delete", DRAWING, "Select something first"),
        ("delete", Situation(on_board=True, selected=1), ""),
        ("group", Situation(on_board=True, selected=1), "Select several things first"),
        ("align.left", Situation(on_board=True, selected=2), ""),
        ("undo", DRAWING, "There is nothing to undo"),
        ("undo", Situation(on_board=True, can_undo=True), ""),
        ("page.next", DRAWING, "There is only one page"),
        ("page.next", Situation(on_board=True, pages=2), ""),
        ("page.next", Situation(on_board=True, pages=2, page=1), "This is the last page"),
        ("page.move.up", Situation(on_board=True, pages=2), "This is the first page"),
    ],
)
def test_the_reason_is_the_nearest_one(name: str, now: Situation, reason: str) -> None:
    assert why_not(name, now) == reason
    assert name in {each.name for each in commands()}


def test_on_a_full_board_nearly_everything_can_be_done() -> None:
    everything = Situation(on_board=True, selected=3, can_undo=True, can_redo=True, pages=3, page=1)
    assert [each.name for each in commands() if why_not(each.name, everything)] == []
