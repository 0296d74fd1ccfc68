"""Undo and redo, by the ids of the rules."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import stroke
from tests.model.strategies import EDITS
from whiteboard.model.document import Document
from whiteboard.model.element import ElementId, Geometry
from whiteboard.model.history import DEPTH, History
from whiteboard.model.op import Op, Patch, Put, Remove, Retype
from whiteboard.model.style import Style

A, B = ElementId("a"), ElementId("b")
RED, BLUE = Style(color="#e03131"), Style(color="#1971c2")


class Person:
    """Somebody who draws on a document with a history of their own."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.history = History()

    def do(self, *ops: Op) -> None:
        self.history.record(self.document.apply(ops))

    def undo(self) -> bool:
        ops = self.history.undo(self.document)
        if ops:
            self.history.undone([self.document.apply(ops)])
        return bool(ops)

    def redo(self) -> bool:
        ops = self.history.redo(self.document)
        if ops:
            self.history.redone([self.document.apply(ops)])
        return bool(ops)


def test_u1_other_peoples_edits_are_not_undone() -> None:
    document = Document()
    ann, bob = Person(document), Person(document)
    ann.do(Put(stroke("a")))
    bob.do(Put(stroke("b")))
    assert ann.undo()
    assert [e.id for e in document] == [B]
    assert not ann.undo()


def test_u2_a_group_that_somebody_changed_since_is_left_alone() -> None:
    document = Document([stroke("a", 0.0)])
    ann, bob = Person(document), Person(document)
    ann.do(Patch(id=A, style=RED, geometry=Geometry(x=5.0, y=0.0, w=10.0, h=5.0)))
    bob.do(Patch(id=A, style=BLUE))
    assert ann.undo()
    element = document.get(A)
    assert element is not None
    assert (element.style, element.geometry.x) == (BLUE, 0.0)


def test_u2_an_entry_with_nothing_left_is_dropped_and_the_next_one_tried() -> None:
    document = Document([stroke("a"), stroke("b")])
    ann, bob = Person(document), Person(document)
    ann.do(Patch(id=A, style=RED))
    ann.do(Patch(id=B, style=RED))
    bob.do(Remove(B))
    assert ann.undo()
    assert document.get(A) == stroke("a")
    assert B not in document


def test_u2_what_i_drew_is_undone_although_somebody_moved_it() -> None:
    document = Document()
    ann, bob = Person(document), Person(document)
    ann.do(Put(stroke("a")))
    bob.do(Patch(id=A, geometry=Geometry(x=9.0, y=9.0, w=10.0, h=5.0)))
    ann.undo()
    assert A not in document
    ann.redo()
    element = document.get(A)
    assert element is not None
    assert element.geometry.x == 9.0


def test_u3_undoing_a_removal_puts_the_element_back_under_its_own_id() -> None:
    document = Document([stroke("a", 3.0)])
    ann = Person(document)
    ann.do(Remove(A))
    ann.undo()
    assert document.get(A) == stroke("a", 3.0)


def test_u3_a_removal_that_somebody_else_has_undone_is_not_undone_twice() -> None:
    document = Document([stroke("a")])
    ann, bob = Person(document), Person(document)
    ann.do(Remove(A))
    bob.do(Put(stroke("a", 7.0)))
    assert not ann.undo()
    assert document.get(A) == stroke("a", 7.0)


@given(st.lists(EDITS, min_size=1, max_size=8))
def test_u3_undo_then_redo_without_others_is_the_identity(edits: list[list[Op]]) -> None:
    document = Document([stroke("a"), stroke("c", 4.0)])
    ann = Person(document)
    states = [Document(document)]
    for ops in edits:
        ann.do(*ops)
        if document != states[-1]:
            states.append(Document(document))
    for expected in reversed(states[:-1]):
        assert ann.undo()
        assert document == expected
    assert not ann.undo()
    for expected in states[1:]:
        assert ann.redo()
        assert document == expected
    assert not ann.redo()


@given(st.lists(st.tuples(st.sampled_from(["ann", "bob", "undo", "redo"]), EDITS), max_size=20))
def test_undo_and_redo_never_touch_what_only_somebody_else_did(steps: list[tuple[str, list[Op]]]) -> None:
    document = Document()
    ann, bob = Person(document), Person(document)
    for who, ops in steps:
        mine = {id for entry in (*ann.history._undo, *ann.history._redo) for change in entry for id in change.ids}
        before = Document(document)
        if who == "ann":
            ann.do(*ops)
        elif who == "bob":
            bob.do(*ops)
        else:
            assert (ann.undo if who == "undo" else ann.redo)() or document == before
            assert all(document.get(e.id) == e for e in before if e.id not in mine)


def test_a_new_edit_ends_what_could_be_redone() -> None:
    ann = Person(Document())
    ann.do(Put(stroke("a")))
    ann.undo()
    ann.do(Put(stroke("b")))
    assert not ann.redo()


def test_only_so_many_edits_are_remembered() -> None:
    ann = Person(Document())
    for i in range(DEPTH + 5):
        ann.do(Put(stroke(f"s{i}")))
    while ann.undo():
        pass
    assert len(ann.document) == 5
    assert DEPTH >= 200


# ---------------------------------------------------------------- typing


def typed(board: Document, history: History, base: str, text: str, *, joins: bool = True) -> None:
    history.record(board.apply([Retype(id=A, base=base, text=text)]), joins=joins)


def text_of(board: Document) -> str:
    element = board.get(A)
    assert element is not None
    return element.text


def test_what_was_typed_at_a_stretch_is_undone_at_once() -> None:
    board, history = Document([stroke("a")]), History()
    typed(board, history, "", "su", joins=False)
    typed(board, history, "su", "sun")
    typed(board, history, "sun", "sunny")
    history.undone([board.apply(history.undo(board))])
    assert text_of(board) == ""
    assert not history.can_undo
    history.redone([board.apply(history.redo(board))])
    assert text_of(board) == "sunny"


def test_undo_of_a_stretch_of_typing_leaves_what_others_typed_meanwhile() -> None:
    board, history = Document([stroke("a")]), History()
    typed(board, history, "", "sun", joins=False)
    board.apply([Retype(id=A, base="sun", text="the sun.")])
    typed(board, history, "the sun.", "the sunny.")
    board.apply([Retype(id=A, base="the sunny.", text="Oh, the sunny.")])
    history.undone([board.apply(history.undo(board))])
    assert text_of(board) == "Oh, the ."
    history.redone([board.apply(history.redo(board))])
    assert text_of(board) == "Oh, the sunny."


def test_typing_joins_the_making_of_the_element_but_no_other_edit() -> None:
    board, history = Document(), History()
    history.record(board.apply([Put(stroke("b"))]))
    history.record(board.apply([Put(stroke("a"))]))
    typed(board, history, "", "sun")
    history.undone([board.apply(history.undo(board))])
    assert A not in board
    assert len(board) == 1
    history.redone([board.apply(history.redo(board))])
    assert text_of(board) == "sun"


def test_typing_does_not_join_an_edit_of_other_elements() -> None:
    board, history = Document([stroke("a")]), History()
    history.record(board.apply([Put(stroke("b"))]))
    typed(board, history, "", "sun")
    board.apply(history.undo(board))
    assert text_of(board) == ""
    assert len(board) == 2


def test_what_was_made_and_removed_in_one_stretch_is_nothing_to_undo() -> None:
    board, history = Document(), History()
    history.record(board.apply([Put(stroke("a"))]))
    history.record(board.apply([Remove(A)]), joins=True)
    assert not history.can_undo


def test_undoing_my_element_leaves_what_others_typed_into_it() -> None:
    board, history = Document(), History()
    history.record(board.apply([Put(stroke("a"))]))
    typed(board, history, "", "sun")
    board.apply([Retype(id=A, base="sun", text="sun and moon")])
    board.apply(history.undo(board))
    assert text_of(board) == " and moon"
