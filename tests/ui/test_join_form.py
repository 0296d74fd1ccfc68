"""Links, addresses and codes as people type them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from whiteboard.protocol.link import BadLink, Link
from whiteboard.ui.join_form import JoinForm, address_of, link_from


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.168.1.20", ("192.168.1.20", 7440)),
        (" 192.168.1.20:8000 ", ("192.168.1.20", 8000)),
        ("ann-pc.local", ("ann-pc.local", 7440)),
        ("ann_pc:7441/", ("ann_pc", 7441)),
        ("fe80::1", ("fe80::1", 7440)),
        ("[fe80::1]:7441", ("fe80::1", 7441)),
        ("[fe80::1]", ("fe80::1", 7440)),
    ],
)
def test_addresses(text: str, address: tuple[str, int]) -> None:
    assert address_of(text) == address


@pytest.mark.parametrize(
    "text", ["a b", "10.0.0.5:port", "10.0.0.5:70000", "10.0.0.5:0", "fe80:x:1", "[no address]", "ä/b"]
)
def test_what_is_no_address_is_told_in_a_sentence(text: str) -> None:
    with pytest.raises(BadLink, match=r"\.$"):
        address_of(text)


def test_a_link_may_have_its_code_in_the_other_field() -> None:
    link = Link("10.0.0.5", 7440, "Physics", "K7QM2XPA")
    assert link_from(str(link), "") == link
    assert link_from("http://10.0.0.5:7440/b/Physics", "k7qm 2xpa") == link
    assert link_from("whiteboard://10.0.0.5/b/Physics#00000000", "K7QM-2XPA") == link


def test_a_link_in_the_code_s_field_is_understood() -> None:
    link = Link("10.0.0.5", 7440, "Physics", "K7QM2XPA")
    assert link_from(" ", str(link)) == link


def test_an_address_needs_a_code() -> None:
    assert link_from("10.0.0.5", "k7qm-2xpa") == Link("10.0.0.5", 7440, "", "K7QM2XPA")
    with pytest.raises(BadLink, match="code too"):
        link_from("10.0.0.5", " ")
    with pytest.raises(BadLink, match="Paste the link"):
        link_from("", "K7QM-2XPA")


@pytest.mark.usefixtures("qapp")
def test_a_mistake_is_said_below_the_fields_until_something_is_typed() -> None:
    form, wanted = JoinForm(), list[Link]()
    form.wanted.connect(wanted.append)
    form.show()
    QTest.keyClicks(form.place, "http://10.0.0.5/nothing")
    QTest.keyClick(form.place, Qt.Key.Key_Return)
    assert form.complaint.isVisible()
    assert form.complaint.text() == "This link does not name a board."
    QTest.keyClicks(form.place, "x")
    assert not form.complaint.isVisible()
    form.place.setText("10.0.0.5")
    form.code.setText("K7QM-2XPA")
    form.join.click()
    assert wanted == [Link("10.0.0.5", 7440, "", "K7QM2XPA")]
    form.close()
