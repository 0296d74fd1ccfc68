"""What may be chosen about the look of things: which sections for which selection, what is mixed, one step to undo."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.board import stroke
from tests.doubles.figures import arrow, box
from tests.doubles.hand import Hand
from whiteboard.model.element import IMAGE, INSTRUMENT, NOTE, TEXT, Element, ElementId, Geometry
from whiteboard.model.op import Op, Patch
from whiteboard.model.style import HIGHLIGHTER, Font, Style
from whiteboard.tools.registry import TOOLS
from whiteboard.ui.look.subject import subject_of
from whiteboard.ui.look.traits import LETTERS, Trait, changes, read, styled, traits_of
from whiteboard.ui.width_actions import LADDER, stepped

INK = {Trait.COLOR, Trait.WIDTH, Trait.OPACITY}
PLACE = Geometry(0.0, 0.0, 100.0, 60.0)


def made(id: str, kind: str, **groups: object) -> Element:
    return msgspec.structs.replace(Element(id=ElementId(id), kind=kind, geometry=PLACE, order="C"), **groups)


def selecting(*elements: Element) -> Hand:
    hand = Hand(*elements)
    hand.editor.select(frozenset(element.id for element in elements))
    return hand


def apply(hand: Hand, trait: Trait, value: str | float | bool) -> list[Op]:
    ops = changes(trait, value, hand.editor.selection, hand.editor.document)
    hand.editor.arrange(ops)
    return ops


# ---------------------------------------------------------------- what there is to choose


@pytest.mark.parametrize(
    ("element", "there", "not_there"),
    [
        (stroke("a"), INK, {Trait.FILL, Trait.DASH, *LETTERS}),
        (box("a"), {*INK, Trait.FILL, Trait.DASH, Trait.FORM}, {Trait.SIZE, Trait.HEAD, Trait.LINE}),
        (arrow("a", (0, 0), (50, 50)), {*INK, Trait.DASH, Trait.HEAD, Trait.TAIL, Trait.LINE}, {Trait.FILL}),
        (made("a", TEXT, text="x"), {Trait.COLOR, *LETTERS}, {Trait.WIDTH, Trait.FILL}),
        (made("a", NOTE), {Trait.PAPER, *LETTERS}, {Trait.COLOR, Trait.WIDTH}),
        (made("a", IMAGE), {Trait.OPACITY}, {Trait.COLOR}),
        (made("a", INSTRUMENT), set(), set(Trait)),
        (made("a", "of a newer version"), set(), set(Trait)),
    ],
    ids=lambda x: x.kind if isinstance(x, Element) else "",
)
def test_each_kind_has_what_makes_sense_for_it(element: Element, there: set[Trait], not_there: set[Trait]) -> None:
    traits = set(traits_of(element))
    assert there <= traits
    assert traits.isdisjoint(not_there)


def test_letters_of_a_shape_are_offered_once_it_has_some() -> None:
    plain = box("a")
    labelled = msgspec.structs.replace(plain, text="Leaf")
    assert set(traits_of(labelled)) - set(traits_of(plain)) == set(LETTERS)


def test_a_selection_has_what_any_of_it_has_and_says_what_differs() -> None:
    red = msgspec.structs.replace(box("b"), style=Style(color="#e03131", width=4.0))
    subject = subject_of(selecting(stroke("a"), red).editor)
    assert subject.values[Trait.COLOR] is None
    assert subject.values[Trait.WIDTH] == 4.0
    assert subject.values[Trait.FILL] == ""
    assert (subject.count, subject.grouped, subject.locked) == (2, False, False)


def test_a_highlighter_says_the_width_that_was_chosen() -> None:
    wide = msgspec.structs.replace(stroke("a"), style=Style(ink=HIGHLIGHTER, width=20.0))
    assert subject_of(selecting(wide, stroke("b")).editor).values[Trait.WIDTH] == 4.0


def test_a_group_counts_once() -> None:
    elements = [msgspec.structs.replace(box(id), group="g") for id in "ab"]
    subject = subject_of(selecting(*elements, box("c")).editor)
    assert (subject.count, subject.grouped) == (2, True)


def test_of_what_is_locked_nothing_is_to_be_chosen_but_to_unlock_it() -> None:
    subject = subject_of(selecting(msgspec.structs.replace(box("a"), lock=True)).editor)
    assert (dict(subject.values), subject.locked) == ({}, True)


@pytest.mark.parametrize("tool", [tool.name for tool in TOOLS])
def test_a_tool_has_a_panel_if_it_draws_what_stays(tool: str) -> None:
    subject = subject_of(Hand().take(tool).editor)
    without = ("select", "lasso", "hand", "laser", "ruler", "set_square", "protractor", "compass")
    assert bool(subject) == (tool not in without)
    assert subject.ids == frozenset()


def test_an_eraser_has_its_size_alone() -> None:
    hand = Hand().take("part_eraser")
    hand.editor.set_width(16.0)
    assert dict(subject_of(hand.editor).values) == {Trait.WIDTH: 16.0}


def test_what_one_types_into_comes_first() -> None:
    note = made("n", NOTE)
    both = Hand(stroke("a"), note)
    both.editor.select(frozenset([ElementId("a")]))
    assert Trait.PAPER in subject_of(both.editor, note.id).values


# ---------------------------------------------------------------- choosing


@pytest.mark.parametrize(
    ("trait", "value"),
    [
        (Trait.COLOR, "#123456"),
        (Trait.FILL, "#ffc9c9"),
        (Trait.WIDTH, 8.0),
        (Trait.DASH, "dotted"),
        (Trait.OPACITY, 0.5),
        (Trait.FORM, "star"),
    ],
)
def test_a_choice_is_one_edit_and_one_step_back(trait: Trait, value: str | float) -> None:
    hand = selecting(box("a"), box("b", 200))
    before = list(hand.editor.document)
    hand.news.clear()
    apply(hand, trait, value)
    assert len(hand.news) == 1
    assert subject_of(hand.editor).values[trait] == value
    hand.editor.undo()
    assert list(hand.editor.document) == before


def test_a_choice_is_for_those_alone_who_have_the_trait() -> None:
    note = made("n", NOTE, style=Style(color="#ffe066"))
    locked = msgspec.structs.replace(stroke("l"), lock=True)
    hand = selecting(stroke("a"), note, locked)
    assert [op.id for op in apply(hand, Trait.COLOR, "#e03131") if isinstance(op, Patch)] == ["a"]
    assert [op.id for op in apply(hand, Trait.PAPER, "#a5d8ff") if isinstance(op, Patch)] == ["n"]


def test_a_choice_that_changes_nothing_is_no_edit() -> None:
    hand = selecting(box("a"))
    assert apply(hand, Trait.WIDTH, 2.0) == []
    assert apply(hand, Trait.FORM, "rectangle") == []


def test_a_width_is_nominal_for_every_ink() -> None:
    wide = msgspec.structs.replace(stroke("h"), style=Style(ink=HIGHLIGHTER, width=20.0))
    hand = selecting(wide, stroke("p"))
    apply(hand, Trait.WIDTH, 8.0)
    widths = {element.id: element.style.width for element in hand.editor.document}
    assert widths == {"h": 40.0, "p": 8.0}


@pytest.mark.parametrize("form", ["curved", "elbow", "straight"])
def test_an_arrow_takes_another_way_between_the_same_ends(form: str) -> None:
    left, right = box("left"), box("right", 400, 300)
    hand = Hand(left, right, arrow("arrow", left, right, form="elbow" if form == "straight" else "straight"))
    hand.editor.select(frozenset([ElementId("arrow")]))
    apply(hand, Trait.LINE, form)
    element = hand.editor.document.get(ElementId("arrow"))
    assert element is not None
    assert element.content.form == form
    assert (element.content.bend != 0, bool(element.points)) == (form == "curved", form == "elbow")
    assert element.content.start is not None
    assert element.content.end is not None


def test_letters_keep_what_was_not_chosen() -> None:
    style = styled(Trait.BOLD, True)(Style(font=Font(size=36.0, family="serif")))
    assert style.font == Font(size=36.0, family="serif", bold=True)
    assert read(Trait.SIZE, Style()) == Font().size


def test_a_form_is_no_matter_of_style() -> None:
    with pytest.raises(ValueError, match="form"):
        styled(Trait.FORM, "star")


# ---------------------------------------------------------------- thinner and thicker


def test_widths_go_up_and_down_a_ladder_and_stop_at_its_ends() -> None:
    assert (stepped(4.0, 1), stepped(4.0, -1)) == (6, 3)
    assert (stepped(5.0, 1), stepped(5.0, -1)) == (6, 4)
    assert (stepped(LADDER[-1], 1), stepped(LADDER[0], -1)) == (LADDER[-1], LADDER[0])
