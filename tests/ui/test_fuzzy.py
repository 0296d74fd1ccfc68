"""What a few letters find."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from whiteboard.ui.commands import commands
from whiteboard.ui.fuzzy import found, plain


@dataclass(frozen=True)
class Thing:
    label: str
    synonyms: str = ""

    @property
    def name(self) -> str:
        return self.label.lower()


def labels(query: str, *things: Thing, recent: tuple[str, ...] = ()) -> list[str]:
    return [thing.label for thing in found(query, things, recent)]


def test_beginnings_come_before_words_within_before_letters_within() -> None:
    things = Thing("Happen"), Thing("Red pen"), Thing("Pen"), Thing("Pentagon")
    assert labels("pen", *things) == ["Pen", "Pentagon", "Red pen", "Happen"]


def test_other_words_for_it_find_it_after_its_own_name() -> None:
    assert labels("rub", Thing("Eraser", "rubber"), Thing("Rubber duck")) == ["Rubber duck", "Eraser"]


def test_words_fit_in_any_order() -> None:
    assert labels("page dup", Thing("Duplicate page"), Thing("Delete page")) == ["Duplicate page"]


def test_first_letters_do() -> None:
    assert labels("dp", Thing("Duplicate page"), Thing("Pages")) == ["Duplicate page"]


def test_accents_capitals_and_signs_do_not_matter() -> None:
    assert plain("Seyès… PAPER") == "seyes paper"
    assert labels("seyes", Thing("Seyès paper")) == ["Seyès paper"]


def test_nothing_typed_shows_all_recent_first() -> None:
    assert labels("", Thing("A"), Thing("B"), Thing("C"), recent=("c", "b")) == ["C", "B", "A"]


def test_recent_orders_equals_and_does_not_put_a_worse_hit_first() -> None:
    assert labels("pen", Thing("Red pen"), Thing("Big pen"), Thing("Pen"), recent=("big pen",))[:2] == [
        "Pen",
        "Big pen",
    ]


def test_what_does_not_fit_is_not_there() -> None:
    assert labels("xyz", Thing("Pen", "draw ink")) == []


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("pen", "Pen"), ("circle", "Ellipse"), ("sticky", "Note"), ("rubber", "Eraser"), ("fit", "Show everything"),
        ("eyedropper", "Take the look of what is under the pointer"), ("grid", "Squared paper"), ("pdf", "Export…"),
        ("prefer", "Settings…"), ("help", "Keys and gestures"), ("home", "My boards"), ("minimap", "Map of the page"),
    ],
)  # fmt: skip
def test_people_find_what_they_look_for(query: str, label: str) -> None:
    hits = [each.label for each in found(query, commands(), ())]
    assert label in hits[:3]
