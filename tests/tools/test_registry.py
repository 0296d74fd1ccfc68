"""What holds for every tool, also for those that are yet to come."""

from __future__ import annotations

import pytest

from tests.doubles.board import stroke
from tests.doubles.hand import Hand
from whiteboard import assets
from whiteboard.tools.registry import FIRST, TOOLS
from whiteboard.tools.tool import ToolInfo

every_tool = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)


def test_names_and_keys_are_given_once() -> None:
    assert len({tool.name for tool in TOOLS}) == len(TOOLS)
    keys = [tool.key for tool in TOOLS if tool.key]
    assert len(set(keys)) == len(keys)
    assert FIRST in {tool.name for tool in TOOLS}


@every_tool
def test_every_tool_has_its_icon(tool: ToolInfo) -> None:
    assert "currentColor" in assets.path("icons", f"{tool.icon}.svg").read_text()


@every_tool
def test_escape_at_any_moment_of_a_gesture_leaves_no_trace(tool: ToolInfo) -> None:
    places = [(5.0, 4.0), (6.0, 4.0), (20.0, 20.0), (40.0, 8.0)]
    for moves in range(len(places)):
        hand = Hand(stroke("a"), stroke("b", 30, 6)).take(tool.name)
        before = list(hand.editor.document)
        hand.press(*places[0])
        for place in places[1 : moves + 1]:
            hand.move(*place)
        hand.cancel()
        assert list(hand.editor.document) == before
        assert not hand.editor.busy
        assert hand.preview().strokes == ()
        assert not hand.editor.history.can_undo


@every_tool
def test_what_belongs_to_no_gesture_is_ignored(tool: ToolInfo) -> None:
    hand = Hand(stroke("a")).take(tool.name)
    told = len(hand.news)
    hand.move(5, 4)
    hand.lift(5, 4)
    hand.cancel()
    assert len(hand.news) == told
    assert not hand.editor.busy


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if not tool.clicks], ids=lambda tool: tool.name)
def test_a_second_press_of_the_same_pointer_begins_anew(tool: ToolInfo) -> None:
    hand = Hand(stroke("a")).take(tool.name)
    hand.press(50, 50)
    hand.press(60, 60)
    hand.lift(60, 60)
    assert not hand.editor.busy
    assert len(hand.ids) <= 2
