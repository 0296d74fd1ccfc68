"""Nothing that floats lies over anything else, in any window, with anything open, for either hand."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtCore import QRect, QSize

from whiteboard.ui.places import NOTHING, TOAST_PX, Floating, Places, placed, stays_open

CEILING = 48
ZOOM, PAGES, MAP, FIND, STRIP, LOOK = QSize(224, 48), QSize(168, 48), QSize(212, 148), QSize(384, 48), 204, 218


def shown(places: Places) -> list[QRect]:
    every = (places.tools, places.zoom, places.pages, places.strip, places.map, places.find, places.look)
    return [rect for rect in every if not rect.isEmpty()]


@pytest.mark.parametrize("window", [(760, 480), (1024, 600), (1280, 800), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("left_handed", [False, True], ids=["", "for the left hand"])
def test_nothing_lies_over_anything_else(window: tuple[int, int], left_handed: bool) -> None:
    for tools, strip, map, find, look in product(
        (QSize(456, 48), QSize(736, 88), QSize(944, 48)), (0, STRIP), (NOTHING, MAP), (NOTHING, FIND), (0, LOOK)
    ):
        if tools.width() > window[0] or (window[0] < 800 and strip and look and find.width()):
            continue  # the toolbar folds; and so much at once does not fit into the smallest window
        floating = Floating(
            QSize(*window), CEILING, tools, ZOOM, PAGES, strip, map=map, find=find, left_handed=left_handed
        )
        places = placed(floating, look)
        board = QRect(0, CEILING, window[0], window[1] - CEILING)
        for rect in shown(places):
            assert board.contains(rect), (rect, floating)
        left = places.toasts.x() - (TOAST_PX if left_handed else 0)
        toast = QRect(left, places.toasts.y() - 40, TOAST_PX, 40)
        if window[0] >= 1024:
            assert not any(toast.intersects(rect) for rect in shown(places) if rect != places.find)
        for one, other in combinations(shown(places), 2):
            assert not one.intersects(other), (one, other, floating, look)


def test_the_left_hand_has_the_mirror_image() -> None:
    def at(left_handed: bool) -> Places:
        window = QSize(1280, 800)
        return placed(Floating(window, CEILING, QSize(456, 48), ZOOM, PAGES, left_handed=left_handed), LOOK)

    right, left = at(False), at(True)
    assert right.look.left() == 12
    assert left.look.right() + 1 == 1280 - 12
    assert left.toasts.x() == 1280 - right.toasts.x()
    assert left.pages.left() > left.zoom.left()


def test_the_panel_stays_only_beside_enough_paper() -> None:
    def stays(width: int, height: int, strip: int = 0, scale: float = 1.0) -> bool:
        return stays_open(QSize(width, height), CEILING, strip, LOOK, scale)

    assert not stays(1024, 600)
    assert stays(1280, 800)
    assert not stays(1280, 800, strip=STRIP)
    assert stays(1920, 1080, strip=STRIP, scale=1.3)
