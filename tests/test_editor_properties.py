"""Whatever a person does with whatever tool, the editor keeps its promises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import stroke
from tests.doubles.hand import NO_KEYS, SHIFT, Hand
from whiteboard.model.element import Element
from whiteboard.model.geometry import Point
from whiteboard.model.style import COLORS, WIDTHS
from whiteboard.model.validate import check_element
from whiteboard.tools.events import Device
from whiteboard.tools.registry import TOOLS

places = st.tuples(st.integers(-20, 120), st.integers(-20, 60))
pointers = st.integers(0, 2)


class Session:
    """Acts of a person, as a test can choose them."""

    def __init__(self) -> None:
        self.hand = Hand(stroke("a"), stroke("b", 60, 0), stroke("c", 60, 30))

    def do(self, act: str, place: tuple[int, int], pointer: int, number: int) -> None:
        hand, editor = self.hand, self.hand.editor
        match act:
            case "press":
                tool = (None, None, None, "eraser", "hand")[number % 5]
                device = list(Device)[number % 3]
                hand.press(*place, pointer=pointer, tool=tool, device=device, keys=SHIFT if number % 2 else NO_KEYS)
            case "drag":
                hand.drag(place, (place[0] + 3 * number - 45, place[1] + number), pointer=pointer)
            case "move":
                hand.move(*place, pointer=pointer)
            case "lift":
                hand.lift(*place, pointer=pointer)
            case "break off":
                hand.cancel(pointer)
            case "hover":
                hand.hover(*place)
            case "tool":
                editor.choose(TOOLS[number % len(TOOLS)].name)
            case "colour":
                editor.set_color(COLORS[number % len(COLORS)])
            case "width":
                editor.set_width(WIDTHS[number % len(WIDTHS)])
            case "nudge":
                editor.nudge(Point(number, 1))
            case _:
                {
                    "all": editor.select_all,
                    "delete": editor.delete_selection,
                    "escape": editor.cancel,
                    "undo": editor.undo,
                    "redo": editor.redo,
                }[act]()

    def elements(self) -> list[Element]:
        return [self.hand.element(id) for id in self.hand.ids]


GESTURES = [
    "drag",
    "drag",
    "drag",
    "press",
    "move",
    "move",
    "lift",
    "break off",
    "hover",
    "tool",
    "colour",
    "width",
    "nudge",
    "all",
    "delete",
]
acts = st.tuples(st.sampled_from([*GESTURES, "escape"]), places, pointers, st.integers(0, 30))
acts_with_undo = st.tuples(
    st.sampled_from([*GESTURES, "escape", "undo", "undo", "redo"]), places, pointers, st.integers(0, 30)
)


@given(st.lists(acts_with_undo, min_size=12, max_size=40))
def test_the_editor_never_shows_what_is_not_there_and_makes_only_valid_elements(
    doings: list[tuple[str, tuple[int, int], int, int]],
) -> None:
    session = Session()
    editor = session.hand.editor
    for doing in doings:
        session.do(*doing)
        there = {element.id for element in editor.document}
        assert editor.selection <= there
        assert editor.preview.marked | editor.preview.moved <= there
        assert (editor.selection_box is None) == (not editor.selection)
    for element in editor.document:
        check_element(element)
    editor.cancel()
    assert not editor.busy
    assert editor.preview.strokes == ()


@given(st.lists(acts, min_size=8, max_size=30))
def test_u3_undoing_all_and_redoing_all_is_the_identity(doings: list[tuple[str, tuple[int, int], int, int]]) -> None:
    session = Session()
    editor = session.hand.editor
    beginning = session.elements()
    for doing in doings:
        session.do(*doing)
    if editor.busy:
        editor.cancel()
    end = session.elements()
    undone = 0
    while editor.history.can_undo:
        editor.undo()
        undone += 1
    assert session.elements() == beginning
    for _ in range(undone):
        editor.redo()
    assert session.elements() == end
    assert not editor.history.can_redo
