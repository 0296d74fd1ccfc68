"""The table knows of ids what a dict would, however they come and go."""

from __future__ import annotations

import random

import pytest

from tests.render.pictures import stroke
from whiteboard.model.element import Element, ElementId
from whiteboard.render.slot_table import SlotTable


def named(number: int) -> Element:
    return stroke(f"e{number}", (0, 0), (9, 9))


@pytest.mark.parametrize("seed", range(6))
def test_it_says_what_a_dict_says(seed: int) -> None:
    """Some thousand elements come, one by one or many at once, and go; slots are used again."""
    chance = random.Random(seed)
    elements: list[Element | None] = []
    table, known = SlotTable(elements), dict[ElementId, int]()
    free: list[int] = []
    for turn in range(400):
        if chance.random() < 0.45 and known:
            for id in chance.sample(list(known), chance.randint(1, min(len(known), 30))):
                slot = table.pop(id)
                assert slot == known.pop(id)
                elements[slot] = None
                free.append(slot)
            continue
        slots = []
        for number in range(chance.choice((1, 2, 30, 100))):
            slot = free.pop() if free else len(elements)
            if slot == len(elements):
                elements.append(None)
            elements[slot] = fresh = named(1000 * turn + number)
            known[fresh.id] = slot
            slots.append(slot)
        table.add(slots, [element.id for slot in slots if (element := elements[slot]) is not None])
        assert len(table) == len(known)
    assert len(known) > 1000
    here, absent = list(known), [ElementId(f"absent{number}") for number in range(2000)]
    assert [table.get(id) for id in here] == list(known.values())
    assert table.find([*absent, *here]) == [None] * 2000 + list(known.values())
    assert not any(table.get(id) for id in absent)


def test_what_went_is_not_found_and_can_come_again() -> None:
    elements: list[Element | None] = [named(0)]
    table = SlotTable(elements)
    table.add([0], [ElementId("e0")])
    assert table.pop(ElementId("e0")) == 0
    assert table.get(ElementId("e0")) is None
    with pytest.raises(KeyError):
        table.pop(ElementId("e0"))
    table.add([0], [ElementId("e0")])
    assert table.get(ElementId("e0")) == 0


def test_coming_and_going_for_ever_fills_nothing() -> None:
    elements: list[Element | None] = [None]
    table = SlotTable(elements)
    for number in range(5000):
        elements[0] = fresh = named(number)
        table.add([0], [fresh.id])
        assert table.pop(fresh.id) == 0
    assert len(table) == 0
    assert table.get(ElementId("absent")) is None
