"""The help sheet, derived from what there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from whiteboard.files.settings import Settings
from whiteboard.ui.commands import commands
from whiteboard.ui.help_sheet import HelpSheet, Section, columns, sections
from whiteboard.ui.key_caps import KeyCaps
from whiteboard.ui.keymap import KEYS, shown

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window() -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1024, 600)
    yield made
    made.deleteLater()


def what(found: list[Section]) -> dict[str, tuple[str, ...]]:
    return {row.what: row.keys for section in found for row in section.rows if not row.is_gesture}


def test_every_command_with_a_key_is_on_it() -> None:
    told = what(sections(Settings()))
    assert told == {each.label: tuple(map(shown, each.keys)) for each in commands() if each.keys}


def test_it_says_the_keys_as_they_are_now() -> None:
    KEYS.apply({"tool.pen": ("F9",)}, single_keys=False, bindable=commands())
    try:
        told = what(sections(Settings()))
    finally:
        KEYS.apply({}, single_keys=True, bindable=())
    assert told["Pen"] == ("F9",)
    assert "Hand" not in told


def test_gestures_are_those_of_this_person() -> None:
    def gestures(settings: Settings) -> dict[str, str]:
        rows = [row for section in sections(settings) for row in section.rows if row.is_gesture]
        return {row.keys[0]: row.what for row in rows}

    assert gestures(Settings())["Side button"] == "Moves the board"
    assert gestures(Settings(barrel="laser"))["Side button"] == "Points, as a laser"
    assert "Hold still at the end" not in gestures(Settings(hold_to_shape=False))
    assert gestures(Settings(fingers_beside_pen=True))["One finger"] == "Draws"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_keep_the_order_and_are_about_as_long_as_each_other(count: int) -> None:
    all_of_it = sections(Settings())
    filled = columns(all_of_it, count)
    assert [section for column in filled for section in column] == all_of_it
    assert len(filled) <= count
    heights = [sum(len(section.rows) + 2 for section in column) for column in filled]
    longest = max(len(section.rows) for section in all_of_it)
    assert max(heights) <= sum(heights) / count + longest


def test_on_a_small_screen_it_scrolls_and_no_key_is_cut_off(window: QWidget) -> None:
    sheet = HelpSheet(window, Settings())
    sheet.show()
    assert sheet.width() <= window.width()
    assert sheet.height() <= window.height()
    assert sheet.area.verticalScrollBar().maximum() > 0
    content = sheet.area.widget()
    assert content is not None
    assert content.width() <= sheet.area.viewport().width()
    for each in (*content.findChildren(KeyCaps), *content.findChildren(QLabel)):
        right = each.mapTo(content, each.rect().topRight()).x()
        assert right <= content.width()
        assert each.width() >= min(each.minimumSizeHint().width(), each.sizeHint().width()), each.accessibleName()
    bar = sheet.area.verticalScrollBar()
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(sheet.area, key)
        assert bar.value() == place
    QTest.keyClick(sheet.area, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    sheet.close()
