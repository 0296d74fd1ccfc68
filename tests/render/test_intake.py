"""What was told of comes in order, in portions, and only what is on the page."""

from __future__ import annotations

from collections.abc import Sequence

from tests.render.pictures import stroke
from whiteboard.model.element import Element
from whiteboard.render.intake import PORTION, Intake, Portion

A, B, C = (stroke(id, (0, 0), (9, 9)) for id in "abc")


def on_page(elements: Sequence[Element]) -> list[Element]:
    """All but those whose ids end in an x."""
    return [element for element in elements if not element.id.endswith("x")]


def test_a_board_comes_before_the_changes_since() -> None:
    board = [stroke(f"s{n}", (0, 0), (9, 9)) for n in range(PORTION + 5)]
    intake = Intake(board)
    intake.wait([(None, A)])
    intake.wait([(A, B), (B, None)])
    portions = []
    while intake:
        portions.append(intake.next())
    assert [element for portion in portions for element in portion.fresh] == board
    assert [pair for portion in portions for pair in portion.pairs] == [(None, A), (A, B), (B, None)]
    assert max(len(portion.fresh) for portion in portions) == PORTION
    assert intake.next() == Portion()


def test_nothing_waits_where_nothing_was_told() -> None:
    assert not Intake()
    assert not Intake([])


def test_what_is_on_another_page_does_not_come() -> None:
    elsewhere = stroke("gone-x", (0, 0), (9, 9))
    intake = Intake([A, elsewhere, B], on_page)
    assert intake.next().fresh == [A, B]


def test_an_element_that_changes_pages_comes_or_goes() -> None:
    elsewhere = stroke("a-x", (0, 0), (9, 9))
    intake = Intake((), on_page)
    seen = intake.seen([(A, elsewhere), (elsewhere, B), (None, elsewhere), (B, C)])
    assert list(seen) == [(A, None), (None, B), (None, None), (B, C)]
