"""Links to boards, as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.protocol.identity import board_name
from whiteboard.protocol.limits import DEFAULT_PORT
from whiteboard.protocol.link import BadLink, Link, is_link, parse_link

KEY = "0123456789ABCDEFGHJKMNPQRS"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("http://192.0.2.7:7440/b/Physics#K7QM2XPA", Link("192.0.2.7", 7440, "Physics", "K7QM2XPA")),
        ("whiteboard://192.0.2.7:7440/b/Physics#k7qm-2xpa", Link("192.0.2.7", 7440, "Physics", "K7QM2XPA")),
        ("  HTTP://ann.local/b/Maths%209b  ", Link("ann.local", DEFAULT_PORT, "Maths 9b")),
        ("http://[fe80::1%25eth0]:80/b/x", Link("fe80::1%eth0", 80, "x")),
        ("http://127.0.0.1:1/b/%E6%95%B0%E5%AD%A6#0", Link("127.0.0.1", 1, "数学", "0")),
        (f"http://192.0.2.7/b/x#k7qm-2xpa.{KEY.lower()}", Link("192.0.2.7", DEFAULT_PORT, "x", "K7QM2XPA", KEY)),
        (f"whiteboard://192.0.2.7:1/b/x#.{KEY}", Link("192.0.2.7", 1, "x", "", KEY)),
        ("https://boards.example/b/x#K7QM", Link("boards.example", 443, "x", "K7QM", "", vouched=True)),
    ],
)
def test_a_link_is_read_as_people_write_it(text: str, link: Link) -> None:
    assert parse_link(text) == link


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lesson.whiteboard",
        "ftp://192.0.2.7/b/x",
        "http://",
        "http:///b/x",
        "http://192.0.2.7:99999/b/x",
        "http://192.0.2.7/",
        "http://192.0.2.7/c/x",
        "http://192.0.2.7/a/b/x",
        "http://192.0.2.7/b/",
        "http://192.0.2.7/b/%00%01",
        "http://[::1/b/x",
        "http://192.0.2.7/b/x#K7QM2XPA.",
        f"http://192.0.2.7/b/x#K7QM2XPA.{KEY[:-1]}",
        f"http://192.0.2.7/b/x#K7QM2XPA.{KEY}0",
    ],
)
def test_what_is_no_link_to_a_board_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadLink, match=r"^[A-Z].*\.$"):
        parse_link(text)


@given(
    st.text(max_size=90),
    st.sampled_from(["192.0.2.7", "fe80::1%eth0", "ann.local"]),
    st.integers(1, 65535),
    st.sampled_from(["", "K7QM2XPA"]),
    st.sampled_from(["", KEY]),
    st.booleans(),
)
def test_every_board_name_survives_its_link(
    name: str, host: str, port: int, code: str, key: str, vouched: bool
) -> None:
    name = board_name(name)
    if name:
        link = Link(host, port, name, code, "" if vouched else key, vouched)
        assert parse_link(str(link)) == link
        assert parse_link(link.app_link) == link


def test_a_link_with_a_fingerprint_is_plain_for_browsers_and_never_for_programs() -> None:
    link = Link("192.0.2.7", 7440, "x", "K7QM2XPA", KEY)
    assert str(link).startswith("http://192.0.2.7:7440/")
    assert (link.origin, link.is_encrypted) == ("https://192.0.2.7:7440", True)
    plain = Link("192.0.2.7", 7440, "x", "K7QM2XPA")
    assert (plain.origin, plain.is_encrypted) == ("http://192.0.2.7:7440", False)


def test_a_file_name_is_not_taken_for_a_link() -> None:
    assert not is_link("C:/Users/ann/lesson.whiteboard")
    assert is_link(" whiteboard://x/b/y")
