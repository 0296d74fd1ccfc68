"""A smoke test from right to left: bars and panels are mirrored, nothing is cut off, and the board stays as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.doubles.desktop import Desktop, desktop
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.island import Island
from whiteboard.ui.join_form import JoinForm
from whiteboard.ui.look.panel import LookPanel
from whiteboard.ui.share_panel import SharePanel
from whiteboard.ui.top_bar import TopBar

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def mirrored() -> Iterator[None]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def floating(app: Desktop) -> list[QWidget]:
    """What lies over the board, and the bar above it."""
    kinds = (Island, LookPanel, TopBar)
    return [each for kind in kinds for each in app.window.findChildren(kind) if each.isVisible()]


def assert_nothing_is_cut_off(within: QWidget) -> None:
    """Every button is whole within it, and none lies over another."""
    buttons = [each for each in within.findChildren(QAbstractButton) if each.isVisible()]
    assert buttons
    for button in buttons:
        assert in_window(within).contains(in_window(button)), button.accessibleName()
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
    for one, other in combinations(buttons, 2):
        if not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            assert not in_window(one).intersects(in_window(other)), (one.accessibleName(), other.accessibleName())


async def settled() -> None:
    for _ in range(5):
        QApplication.processEvents()
        await asyncio.sleep(0.05)


async def test_the_board_is_mirrored_around_a_canvas_that_is_not(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        app.draw()
        app.board.view.toggle_look()
        await settled()
        parts = floating(app)
        assert len(parts) > 3
        for part in parts:
            assert app.window.rect().contains(in_window(part)), type(part).__name__
            assert_nothing_is_cut_off(part)
        for one, other in combinations(parts, 2):
            assert not in_window(one).intersects(in_window(other)), (type(one).__name__, type(other).__name__)
        assert in_window(app.board.share).center().x() < app.window.width() / 2
        (stroke,) = app.board.editor.document
        picture: QImage = app.board.view.canvas.grab().toImage()
        assert stroke.geometry.w > 100
        assert (
            picture.pixelColor(picture.width() - 150, 203).lightness() > 200
        )  # ink is where it was drawn, at the left


async def test_the_share_panel_and_the_start_page_are_whole(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        await app.share()
        await settled()
        (panel,) = [each for each in app.window.findChildren(SharePanel) if each.isVisible()]
        assert app.window.rect().contains(in_window(panel))
        app.shell.fulfil(Wish.BOARDS)
        await settled()
        start = app.shell.start
        assert app.window.rect().contains(in_window(start))
        (form,) = start.findChildren(JoinForm)
        assert_nothing_is_cut_off(form)
        assert in_window(form).center().x() < app.window.width() / 2
        cards = [in_window(card) for card in start.cards]
        assert all(not one.intersects(other) for one, other in combinations(cards, 2))
