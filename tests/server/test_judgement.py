"""Which edits a board accepts, and what it says to the others (SPEC D, P4)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from tests.doubles.board import stroke
from tests.doubles.table import Ear, Table, author, client
from whiteboard.model.content import Content
from whiteboard.model.element import FIRST_PAGE, PAGE, Element, ElementId, Geometry
from whiteboard.model.elements.stroke import placed
from whiteboard.model.op import Op, Patch, Put, Remove, Retype
from whiteboard.model.points import MAX_POINTS, Extent, InkPoint, extent, pack
from whiteboard.model.style import Style
from whiteboard.protocol import limits
from whiteboard.protocol.messages import Role
from whiteboard.protocol.refusal import Refusal

A = ElementId("a")


def verdict(*ops: Op, number: int = 1, table: Table | None = None) -> Refusal | None:
    """What the board says to an edit of the client with this number."""
    table = table or Table()
    session = table.room.members.of_client(client(number)) or table.join(number)[1]
    table.edit(session, *ops)
    table.play()
    assert isinstance(session.link, Ear)
    entry = session.link.entries[-1]
    assert (entry.void is None) == bool(entry.ops)
    return entry.void


@pytest.fixture
def table() -> Table:
    """A board on which Ann, number 1, has drawn the stroke a."""
    table = Table()
    _, session = table.join(1)
    table.edit(session, Put(stroke("a")))
    table.play()
    return table


def altered(**groups: object) -> Element:
    return msgspec.structs.replace(stroke("a"), **groups)


@pytest.mark.parametrize(
    "ops",
    [
        pytest.param((), id="nothing"),
        pytest.param((Put(altered(id="not an id")),), id="id"),
        pytest.param((Put(altered(geometry=Geometry(2e9, 0, 10, 5))),), id="far away"),
        pytest.param((Put(altered(geometry=Geometry(float("inf"), 0, 10, 5))),), id="infinite"),
        pytest.param((Put(altered(style=Style(color="red"))),), id="colour"),
        pytest.param((Put(altered(style=Style(width=0.0))),), id="width"),
        pytest.param((Put(altered(order="")),), id="order"),
        pytest.param((Put(altered(points=b"\xff")),), id="points cut off"),
        pytest.param((Put(altered(points=b"")),), id="no points"),
        pytest.param((Put(altered(points=pack([InkPoint(0, 0, 1), InkPoint(9999, 0, 1)]))),), id="outside its box"),
        pytest.param((Remove(ElementId("../x")),), id="id of a removed element"),
        pytest.param((Patch(id=A, geometry=Geometry(0, 0, float("nan"))),), id="not a number"),
    ],
)
def test_what_breaks_a_rule_is_refused_as_invalid(ops: Sequence[Op]) -> None:  # D4
    assert verdict(*ops) is Refusal.INVALID


def test_an_element_that_only_a_patch_makes_invalid_is_refused(table: Table) -> None:  # D4
    assert verdict(Patch(id=A, geometry=Geometry(0, 0, 1, 1)), number=2, table=table) is Refusal.INVALID
    assert verdict(Patch(id=A, points=b""), number=2, table=table) is Refusal.INVALID
    assert verdict(Patch(id=A, style=Style(ink="crayon")), number=2, table=table) is Refusal.INVALID
    assert table.room.ledger.document.get(A) == stroke("a")


def test_a_refused_edit_does_nothing_at_all(table: Table) -> None:
    assert verdict(Put(stroke("b")), Remove(A), Put(altered(id="c", order="")), table=table) is Refusal.INVALID
    assert [element.id for element in table.room.ledger.document] == ["a"]


def test_everybody_may_move_restyle_and_remove_what_another_drew(table: Table) -> None:
    assert verdict(Patch(id=A, geometry=Geometry(5, 5, 10, 5)), number=2, table=table) is None
    assert verdict(Patch(id=A, style=Style(color="#e03131")), number=2, table=table) is None
    stamp = table.room.ledger.document.stamp(A)
    assert stamp is not None
    assert stamp.author == author(1)  # D5
    assert verdict(Remove(A), number=2, table=table) is None
    assert len(table.room.ledger.document) == 0


def test_patch_and_remove_of_what_is_not_there_do_nothing_and_are_no_error() -> None:  # D2
    assert verdict(Remove(A), Patch(id=A, order="B")) is None


def test_putting_the_same_again_is_no_error_and_does_nothing(table: Table) -> None:  # D7
    assert verdict(Put(stroke("a")), number=2, table=table) is None


def test_an_author_may_put_his_own_element_anew(table: Table) -> None:  # D7
    assert verdict(Put(stroke("a", x=7.0)), number=1, table=table) is None
    assert table.room.ledger.document.get(A) == stroke("a", x=7.0)


def test_nobody_may_put_over_the_element_of_another(table: Table) -> None:  # D7
    assert verdict(Put(stroke("a", x=7.0)), number=2, table=table) is Refusal.EXISTS
    assert table.room.ledger.document.get(A) == stroke("a")


def test_two_may_give_the_first_page_its_first_paper_at_once() -> None:  # D7
    def page(paper: str) -> Element:
        content = Content(paper=paper)
        return Element(id=FIRST_PAGE, kind=PAGE, geometry=Geometry(0.0, 0.0), order="A", content=content)

    table = Table()
    assert verdict(Put(page("squared")), number=2, table=table) is None
    assert verdict(Put(page("ruled")), number=3, table=table) is None
    assert table.room.ledger.document.get(FIRST_PAGE) == page("ruled")
    assert verdict(Put(msgspec.structs.replace(page("ruled"), kind="stroke")), number=4, table=table) is not None


def test_an_edit_may_put_over_what_it_has_put_itself() -> None:
    assert verdict(Put(stroke("a")), Put(stroke("a", x=1.0))) is None


@pytest.mark.parametrize("op", [Patch(id=A, order="B"), Remove(A), Put(altered(order="B"))])
def test_only_the_host_touches_what_is_locked(op: Op) -> None:
    table = Table(role_of=lambda who: Role.HOST if who == author(9) else Role.EDITOR)
    _, session = table.join(1)
    table.edit(session, Put(altered(lock=True)))
    table.play()
    assert verdict(op, number=1, table=table) is Refusal.LOCKED
    if not isinstance(op, Put):
        assert verdict(op, number=9, table=table) is None


@pytest.mark.parametrize("op", [Put(stroke("b")), Patch(id=A, order="B"), Remove(A)])
def test_a_viewer_changes_nothing(op: Op) -> None:
    assert verdict(op, table=Table(role_of=lambda who: Role.VIEWER)) is Refusal.FORBIDDEN


def test_too_many_operations_are_too_large() -> None:
    assert verdict(*[Remove(A)] * (limits.MAX_OPS + 1)) is Refusal.TOO_LARGE


def test_an_edit_that_would_not_fit_into_a_message_is_too_large() -> None:
    long = [altered(id=f"t{i}", kind="text", points=b"", text="x" * 19_999) for i in range(100)]
    assert verdict(*map(Put, long)) is Refusal.TOO_LARGE


def test_a_full_board_refuses_growth_and_nothing_else(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:  # P4
    monkeypatch.setattr("server.events.edit.MAX_ELEMENTS", 1)
    assert verdict(Put(stroke("b")), table=table) is Refusal.QUOTA
    assert verdict(Patch(id=A, order="B"), table=table) is None
    assert verdict(Remove(A), Put(stroke("b")), table=table) is None
    monkeypatch.setattr("server.events.edit.MAX_ELEMENTS", 0)  # as if the limit had been lowered
    assert verdict(Patch(id=ElementId("b"), order="C"), table=table) is None
    assert verdict(Remove(ElementId("b")), table=table) is None


def test_so_much_is_merged_in_one_edit(table: Table) -> None:
    long = "x" * 19_000
    others = [Put(altered(id=f"t{i}", kind="text", points=b"", text=long)) for i in range(5)]
    typed = [Retype(id=put.element.id, base=f"{long} a", text=f"{long} a b") for put in others]
    assert verdict(*others, table=table) is None
    assert verdict(typed[0], table=table) is None
    assert verdict(*typed[1:3], table=table) is Refusal.TOO_LARGE
    freely = [msgspec.structs.replace(one, base=long) for one in typed[1:]]
    assert verdict(*freely, table=table) is None  # as nobody else has changed these


def test_ink_that_stays_as_it_is_is_not_looked_at_again(table: Table) -> None:
    ink = [InkPoint(i, i % 50, 100) for i in range(MAX_POINTS)]
    geometry, points = placed(ink, (0.0, 0.0))
    assert verdict(Put(altered(id="long", geometry=geometry, points=points)), table=table) is None
    long, wider = ElementId("long"), msgspec.structs.replace(geometry, w=geometry.w + 1)
    seen: list[bytes] = []

    def looked(points: bytes) -> Extent:
        seen.append(points)
        return extent(points)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("whiteboard.model.elements.stroke.extent", looked)
        assert verdict(*(Patch(id=long, text=f"{i}") for i in range(1000)), table=table) is None
        assert verdict(Patch(id=long, style=Style(ink="marker")), table=table) is None
        assert verdict(Patch(id=long, style=Style(ink="laser")), table=table) is Refusal.INVALID
        assert verdict(Patch(id=long, geometry=wider), table=table) is None
        assert not seen
        narrower = [Patch(id=long, geometry=msgspec.structs.replace(wider, w=wider.w - i / 10_000)) for i in range(100)]
        assert verdict(narrower[1], table=table) is None
        assert verdict(*narrower, table=table) is Refusal.TOO_LARGE
        assert verdict(Patch(id=long, geometry=msgspec.structs.replace(wider, w=1.0)), table=table) is Refusal.INVALID
        assert len(seen) < 5


def test_unknown_kinds_and_extras_pass_through_unchanged() -> None:  # D6
    table = Table()
    ear, session = table.join(1)
    hologram = Element(id=A, kind="hologram", geometry=Geometry(0, 0, 1, 1), order="A", ext={"glow": [1, {"x": None}]})
    table.edit(session, Put(hologram))
    table.play()
    assert ear.entries[0].ops == (Put(hologram),)
    assert list(Table(table.store).room.ledger.document) == [hologram]
