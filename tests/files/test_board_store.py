"""Boards are kept, listed, copied, thrown away and brought back."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.doubles.surprises import Surprises
from tests.files.opened import Opened
from tests.files.strokes import put, stroke
from whiteboard.files import settings
from whiteboard.files.board_info import Hosted
from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Author
from whiteboard.model.op import Remove


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(tmp_path / "made" / "when needed")
    yield opened
    opened.close()


def test_a_new_store_is_empty(opened: Opened) -> None:
    assert opened.store.boards() == []
    assert settings.kept(opened.database) == settings.Settings()
    assert opened.database.aside == ""


def test_a_new_board_is_empty_and_belongs_to_nobody_else(opened: Opened) -> None:
    info = opened.store.create("Physics 9B")
    kept = opened.store.load(info.id)
    assert opened.store.boards() == [info]
    assert (info.title, info.link, info.hosted) == ("Physics 9B", "", None)
    assert not kept.standing.attached
    assert kept.visible == Document()


def test_a_board_made_from_a_document_keeps_who_drew_what(opened: Opened) -> None:
    document = Document([stroke(1), stroke(2)], {stroke(1).id: Stamp(Author("ann"), 5.0)})
    info = opened.store.create("Imported", document)
    kept = opened.store.load(info.id)
    assert kept.visible == document
    assert kept.base.stamp(stroke(1).id) == Stamp(Author("ann"), 5.0)
    assert kept.base.stamp(stroke(2).id) is None


def test_a_joined_board_is_attached_from_the_start(opened: Opened) -> None:
    info = opened.store.create("Theirs", link="http://10.0.0.7:7440/b/Theirs#K7QM2XPA")
    assert opened.store.load(info.id).standing.attached


def test_an_empty_title_becomes_a_name_that_can_be_read(opened: Opened) -> None:
    assert opened.store.create(" \n ").title == "Untitled board"


def test_everything_survives_closing_and_opening(tmp_path: Path) -> None:
    first = Opened(tmp_path)
    info = first.store.create("One")
    first.replica(info.id).submit(put(1, 2))
    first.store.update(msgspec.structs.replace(first.store.boards()[0], hosted=Hosted(name="One", port=7440)))
    first.store.keep_thumbnail(info.id, b"a picture")
    settings.keep(first.database, settings.Settings(name="Curious Otter", last_board=info.id))
    listed = first.store.boards()

    second = first.again()
    assert second.store.boards() == listed
    assert second.store.load(info.id).visible == Document([stroke(1), stroke(2)])
    assert second.store.thumbnail(info.id) == b"a picture"
    assert settings.kept(second.database) == settings.Settings(name="Curious Otter", last_board=info.id)
    second.close()


def test_boards_are_listed_newest_first_and_drawing_makes_a_board_new(opened: Opened) -> None:
    old, new = opened.store.create("old"), opened.store.create("new")
    assert [info.title for info in opened.store.boards()] == ["new", "old"]
    opened.replica(old.id).submit(put(1))
    assert [info.title for info in opened.store.boards()] == ["old", "new"]
    again = opened.again()
    assert [info.id for info in again.store.boards()] == [old.id, new.id]
    again.close()


def test_removing_and_replacing_elements_is_kept(opened: Opened) -> None:
    info = opened.store.create("One")
    replica = opened.replica(info.id)
    replica.submit(put(1, 2, 3))
    replica.submit([Remove(stroke(2).id)])
    replica.submit(put(3))
    assert opened.store.load(info.id).visible == Document([stroke(1), stroke(3)])


def test_a_copy_shows_what_the_board_shows_and_is_my_own(opened: Opened) -> None:
    info = opened.store.create("Theirs", Document([stroke(1)]), link="http://10.0.0.7:7440/b/Theirs")
    opened.replica(info.id).submit([*put(2), Remove(stroke(1).id)])
    opened.store.keep_thumbnail(info.id, b"a picture")
    copy = opened.store.duplicate(info.id, "Mine", opened.store.shown(info.id))
    kept = opened.store.load(copy.id)
    assert kept.visible == Document([stroke(2)])
    assert (copy.link, kept.standing.attached, kept.pending) == ("", False, ())
    assert opened.store.thumbnail(copy.id) == b"a picture"
    opened.replica(copy.id).submit(put(3))
    assert stroke(3).id not in opened.store.load(info.id).visible


def test_a_board_in_the_trash_can_be_brought_back_until_it_is_purged(opened: Opened) -> None:
    info = opened.store.create("One", Document([stroke(1)]))
    other = opened.store.create("Other", Document([stroke(1)]))
    opened.store.trash(info.id)
    assert opened.store.boards() == [other]
    opened.store.purge(before=opened.time)
    opened.store.restore(info.id)
    assert opened.store.load(info.id).visible == Document([stroke(1)])

    opened.store.trash(info.id)
    opened.store.purge(before=opened.now() + 1)
    assert opened.store.board(info.id) is None
    again = opened.again()
    assert again.store.boards() == [other]
    assert again.database.read("SELECT DISTINCT board FROM elements") == [(other.id,)]
    again.close()


def test_an_edit_of_a_purged_board_does_no_harm(opened: Opened) -> None:
    info = opened.store.create("One")
    replica = opened.replica(info.id)
    opened.store.trash(info.id)
    opened.store.purge(before=opened.now() + 1)
    replica.submit(put(1))
    other = opened.store.create("Other")
    assert opened.store.load(other.id).visible == Document()


def test_an_element_that_cannot_be_read_costs_only_itself_and_stays(opened: Opened, surprises: Surprises) -> None:
    surprises.expect(r"element stroke-1 cannot be read")
    info = opened.store.create("One", Document([stroke(1), stroke(2)]))
    opened.database.writer.submit(("UPDATE elements SET body = ? WHERE id = ?", [(b"{", stroke(1).id)]))
    kept = opened.store.load(info.id)
    assert kept.visible == Document([stroke(2)])
    assert kept.damaged == 1
