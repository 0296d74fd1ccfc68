"""Somebody who may only look: the pen is a hand, and nothing changes the board (SPEC R1)."""

from __future__ import annotations

from server.rules import Rules
from tests.doubles.seat import Company, Seat
from whiteboard.model.op import Remove
from whiteboard.protocol.messages import Role


def only_look(company: Company, seat: Seat, role: Role = Role.VIEWER) -> None:
    room = company.table.room
    room.door.decide(Rules(everybody=role))
    for session in room.members:
        if session.no == seat.editor.peers.me:
            room.set_role(session, role)
    company.settle()


def test_a_viewer_pans_with_every_tool_and_draws_with_none() -> None:
    company = Company()
    ann, ben = company.sit_down(), company.sit_down()
    ben.draw((0, 0), (50, 0))
    company.settle()
    only_look(company, ben)
    for tool in ("pen", "highlighter", "eraser", "select", "hand"):
        ben.take(tool)
        ben.drag((0, 0), (50, 0), (80, 40))
        assert ben.editor.tool == "hand"
    ben.editor.undo()
    ben.editor.submit([Remove(next(iter(ben.editor.document)).id)])
    company.settle()
    assert len(ann.editor.document) == len(ben.editor.document) == 1
    assert ben.editor.replica.unconfirmed == 0


def test_a_stroke_in_progress_is_given_up_when_the_host_says_look() -> None:
    company = Company()
    ann, ben = company.sit_down(), company.sit_down()
    ben.take("pen")
    ben.press(0, 0)
    ben.move(40, 10)
    company.settle()
    assert ann.editor.peers.drawing
    only_look(company, ben)
    assert not ann.editor.peers.drawing
    assert not ben.editor.busy
    ben.lift(60, 10)
    company.settle()
    assert len(ben.editor.document) == 0


def test_who_may_draw_again_has_his_tool_in_hand_again() -> None:
    company = Company()
    company.sit_down()
    ben = company.sit_down()
    ben.take("eraser")
    only_look(company, ben)
    assert ben.editor.tool == "hand"
    only_look(company, ben, Role.EDITOR)
    assert ben.editor.tool == "eraser"
