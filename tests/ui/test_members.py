"""Who is here: avatars, the list, and who is drawing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from whiteboard.model.element import Author
from whiteboard.protocol.host_messages import Door
from whiteboard.protocol.messages import Member, Role
from whiteboard.ui.avatar import initials, paint_avatar
from whiteboard.ui.members import MOST_AVATARS, MOST_ROWS, MemberList, MemberStrip

NOBODY: frozenset[int] = frozenset()


def member(no: int, name: str = "", role: Role = Role.EDITOR) -> Member:
    return Member(no=no, author=Author(f"{no:016x}"), name=name or f"Person {no}", color="#e03131", role=role)


@pytest.fixture
def strip(qapp: QApplication) -> Iterator[MemberStrip]:
    strip = MemberStrip()
    strip.show_me("Ann", "#1971c2")
    strip.show()
    yield strip
    strip.close()


def shown(strip: MemberStrip) -> list[str]:
    return [avatar.accessibleName() for avatar in (*strip.avatars, strip.more) if avatar.isVisible()]


@pytest.mark.parametrize(
    ("name", "letters"), [("Curious Otter", "CO"), ("ann", "A"), ("Ms van der Lee", "ML"), ("", "?"), ("李 明", "李明")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_alone_there_is_only_me(strip: MemberStrip) -> None:
    strip.show_others([], NOBODY)
    assert shown(strip) == []
    assert strip.me.accessibleName() == "Ann (you): change name or colour"


def test_a_few_are_shown_and_the_rest_is_a_number(strip: MemberStrip) -> None:
    strip.show_others([member(i) for i in range(1, MOST_AVATARS + 1)], NOBODY)
    assert shown(strip) == ["Person 1", "Person 2", "Person 3", "Person 4"]
    strip.show_others([member(i) for i in range(1, 31)], NOBODY)
    assert shown(strip) == ["Person 1", "Person 2", "Person 3", "27 more people"]


def test_in_a_narrow_window_fewer_are_shown(strip: MemberStrip) -> None:
    strip.show_others([member(i) for i in range(1, 5)], NOBODY)
    strip.be_narrow(True)
    assert shown(strip) == ["Person 1", "3 more people"]
    strip.be_narrow(False)
    assert len(shown(strip)) == 4


def test_who_draws_is_said_and_unchanged_news_cost_nothing(strip: MemberStrip) -> None:
    others = [member(1, "Ben"), member(2, "Cleo")]
    assert strip.show_others(others, frozenset({2, 99}))
    assert shown(strip) == ["Ben", "Cleo is drawing…"]
    assert not strip.show_others(list(others), frozenset({2}))
    assert strip.show_others(others, NOBODY)
    assert shown(strip) == ["Ben", "Cleo"]


def test_the_list_names_everybody_and_follows(strip: MemberStrip) -> None:
    strip.show_others([member(1, "Ben", Role.HOST), member(2, "Cleo")], frozenset({2}))
    strip.avatars[0].click()
    listed = strip.findChild(MemberList)
    assert isinstance(listed, MemberList)
    rows = [(name.text(), doing.text()) for _, name, doing in listed.rows if name.isVisible()]
    assert rows == [("Ann", "you"), ("Ben", "host"), ("Cleo", "drawing…")]
    strip.show_others([member(2, "Cleo")], NOBODY)
    assert [(n.text(), d.text()) for _, n, d in listed.rows if n.isVisible()] == [("Ann", "you"), ("Cleo", "")]
    listed.close()


@pytest.mark.parametrize("host", [False, True])
def test_the_list_shows_a_few_people_whole(strip: MemberStrip, host: bool) -> None:
    """A host's rows are higher, by the button that says what somebody may do."""
    strip.show_door(Door() if host else None)
    strip.show_others([member(no) for no in range(1, MOST_ROWS)], NOBODY)
    strip.avatars[0].click()
    (listed,) = strip.findChildren(MemberList)
    (area,) = listed.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    strip.show_others([member(no) for no in range(1, 31)], NOBODY)
    assert area.height() < 9 * 44
    listed.close()


@pytest.mark.usefixtures("qapp")
def test_a_ring_shows_who_draws() -> None:
    def edge(drawing: bool) -> int:
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            paint_avatar(painter, QRectF(0, 0, 32, 32), "A", "#e03131", drawing=drawing)
        return image.pixelColor(16, 3).green()

    assert edge(drawing=False) < 80, "the circle itself"
    assert edge(drawing=True) > 120, "the gap between ring and circle"


@pytest.mark.usefixtures("qapp")
def test_a_long_name_leaves_room_for_what_the_person_does() -> None:
    window = QWidget()
    listed = MemberList(window)
    long = "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine the Elder"
    listed.show_members((long, "#1971c2"), [member(2, long)], frozenset({2}))
    listed.show()
    QApplication.processEvents()
    for _, name, doing in listed.rows:
        assert name.toolTip() == long
        assert doing.mapTo(listed, doing.rect().topRight()).x() < listed.width()
    assert listed._area.horizontalScrollBar().maximum() == 0
    listed.close()
