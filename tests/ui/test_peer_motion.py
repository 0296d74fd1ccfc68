"""Others' ink on the screen moves between two messages, and is never more than 50 ms behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from tests.render.pictures import SIZE, Clock, finish
from whiteboard.model.element import Author, ElementId
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, InkPoint
from whiteboard.model.style import Style
from whiteboard.protocol.limits import CROWD_TICK_SECONDS, TICK_SECONDS
from whiteboard.protocol.messages import Member
from whiteboard.render.renderer import Renderer
from whiteboard.render.viewport import Viewport
from whiteboard.sync.peers import PeerNews, Peers, TrailNews
from whiteboard.ui.peer_motion import PeerMotion

pytestmark = pytest.mark.usefixtures("qapp")

STEP = 3
BEHIND = 0.05


def tip(renderer: Renderer) -> int:
    """How far to the right there is ink on the screen."""
    renderer.take_dirty()
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        renderer.paint(painter, [QRect(0, 0, *SIZE)])
    row = [x for x in range(SIZE[0]) if image.pixelColor(x, 100).lightnessF() < 0.6]
    return max(row, default=0)


def company(people: int) -> Peers:
    peers = Peers()
    peers.members = {no: Member(no=no, author=Author(f"a{no}"), name="", color="#1e1e1e") for no in range(people)}
    return peers


@pytest.mark.parametrize(
    ("people", "pause", "moves_a_message"),
    [(2, TICK_SECONDS, 1.5), (2, 0.048, 1.5), (2, 0.12, 1.5), (30, CROWD_TICK_SECONDS, 2.5)],
    ids=["in time", "late", "very late", "in a crowd"],
)
def test_ink_flows_and_is_never_further_behind_than_promised(people: int, pause: float, moves_a_message: float) -> None:
    renderer, motion, peers = Renderer(Clock()), PeerMotion(), company(people)
    renderer.set_view(Viewport(), SIZE, 1.0)
    finish(renderer)
    now, sent, arrived, moves = 10.0, 0, list[tuple[float, int]](), 0
    next_message, before = now, 0
    while sent < 96:
        if now >= next_message:
            points = tuple(InkPoint((sent + i) * STEP * UNITS_PER_BOARD_UNIT, 0, 255) for i in range(8))
            trail = TrailNews(
                id=ElementId("s"), member=2, x=20.0, y=100.0, style=Style("#1e1e1e", 8.0), start=sent, points=points
            )
            motion.receive(PeerNews(trails=(trail,)), peers, renderer, now)
            sent += 8
            arrived.append((now, 20 + (sent - 1) * STEP))
            next_message += pause
        motion.release(renderer, now)
        here = tip(renderer)
        due = max((x for at, x in arrived if at <= now - BEHIND), default=0)
        assert here >= due
        moves += here > before
        before = here
        now += 0.008
    assert moves > moves_a_message * len(arrived), "it jumps from message to message"
