"""Which keys do what, with what somebody changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence

from whiteboard.ui.action import hint
from whiteboard.ui.actions import BY_NAME
from whiteboard.ui.commands import SYNONYMS, commands, own_keys
from whiteboard.ui.keymap import KEYS, Keymap, is_single, owner, rebound, reset, retold
from whiteboard.ui.text_actions import lettering

OWN = {"pen": ("P",), "undo": ("Ctrl+Z",), "redo": ("Ctrl+Shift+Z", "Ctrl+Y"), "star": ()}


@pytest.fixture
def keys() -> Iterator[Keymap]:
    yield KEYS
    KEYS.apply({}, single_keys=True, bindable=())


def test_no_key_means_two_things_on_the_board_and_in_the_app() -> None:
    keys = [QKeySequence(key).toString() for each in commands() for key in each.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_names_are_unique_and_synonyms_belong_to_something() -> None:
    names = [each.name for each in commands()]
    assert len(names) == len(set(names))
    assert SYNONYMS.keys() <= set(names)


def test_a_new_key_takes_the_place_of_all_that_it_had() -> None:
    assert rebound({}, OWN, "redo", "F6") == {"redo": ("F6",)}


def test_whoever_had_the_key_has_it_no_more_and_keeps_its_others() -> None:
    changes = rebound({}, OWN, "star", "Ctrl+Y")
    assert changes == {"star": ("Ctrl+Y",), "redo": ("Ctrl+Shift+Z",)}


def test_a_key_can_be_taken_away() -> None:
    assert rebound({}, OWN, "pen", "") == {"pen": ()}


def test_the_own_key_is_no_change() -> None:
    assert rebound({"pen": ("X",)}, OWN, "pen", "P") == {}


def test_two_actions_can_change_places() -> None:
    changes = rebound(rebound({}, OWN, "pen", "Ctrl+Z"), OWN, "undo", "P")
    assert changes == {"pen": ("Ctrl+Z",), "undo": ("P",)}
    assert reset(changes, OWN, "pen") == {"undo": ()}
    assert reset(reset(changes, OWN, "pen"), OWN, "undo") == {}


def test_owners_are_found_whatever_the_spelling() -> None:
    assert owner("ctrl+z", OWN, beside="pen") == "undo"
    assert owner("Ctrl+Z", OWN, beside="undo") is None


@pytest.mark.parametrize("key", ["P", "?", "Shift+L", "1", "Shift+1", "["])
def test_keys_that_write_are_single(key: str) -> None:
    assert is_single(key)


@pytest.mark.parametrize("key", ["Ctrl+P", "Alt+A", "F1", "Delete", "Return", "Escape", "PgUp", "Left", "Shift+Left"])
def test_others_are_not(key: str) -> None:
    assert not is_single(key)


def test_without_single_keys_only_the_others_work(keys: Keymap) -> None:
    keys.apply({}, single_keys=False, bindable=commands())
    assert BY_NAME["tool.pen"].keys_now == ()
    assert BY_NAME["tool.pen"].hint == "Pen"
    assert hint("Pen", "P") == "Pen"
    assert BY_NAME["undo"].keys_now == ("Ctrl+Z",)
    working = {key for each in commands() for key in each.keys_now}
    assert not any(map(is_single, working))
    assert {"F1", "Escape", "Delete"} <= working


def test_tooltips_say_the_keys_as_they_are_now(keys: Keymap) -> None:
    changes = rebound(rebound({}, own_keys(), "tool.pen", "Ctrl+1"), own_keys(), "tool.star", "P")
    keys.apply(changes, single_keys=True, bindable=commands())
    assert BY_NAME["tool.pen"].hint == "Pen (Ctrl+1)"
    assert hint("Pen", "P") == "Pen (Ctrl+1)"
    assert hint("Star", "") == "Star (P)"
    assert hint("Undo", "Ctrl+Z") == "Undo (Ctrl+Z)"


def test_tooltips_that_are_there_are_told_anew() -> None:
    news = [("Pen", "P", "E"), ("Eraser", "E", "P"), ("Star", "", "X"), ("Hand", "H", "")]
    assert retold("Pens: Pen (P). Click again for more.", news) == "Pens: Pen (E). Click again for more."
    assert retold("Pen (P) or eraser (E)", news) == "Pen (E) or eraser (P)"
    assert retold("Star", news) == "Star (X)"
    assert retold("Hand (H)", news) == "Hand"
    assert retold("Undo (Ctrl+Z)", news) == "Undo (Ctrl+Z)"


def test_keys_of_letters_are_those_of_the_person_while_one_types_and_letters_stay_letters(keys: Keymap) -> None:
    assert lettering(QKeySequence("Ctrl+B")) is not None
    assert lettering(QKeySequence("Ctrl+Shift+.")) is not None
    keys.apply({"text.bold": ("Ctrl+Alt+B",), "text.italic": ("Y",)}, single_keys=True, bindable=commands())
    assert lettering(QKeySequence("Ctrl+Alt+B")) is not None
    assert lettering(QKeySequence("Ctrl+B")) is None
    assert lettering(QKeySequence("Y")) is None
