"""However a picture came about, it is the picture of the board."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from tests.render.pictures import (
    SIZE,
    Clock,
    difference,
    finish,
    highlighter,
    inked,
    picture,
    shown,
    stroke,
    unknown,
)
from whiteboard.model.document import Change
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.render.device_view import TILE_PX
from whiteboard.render.renderer import MOST_AT_ONCE, OPENED_AT_ONCE, SETTLE, Renderer
from whiteboard.render.tiles import TILE_BYTES
from whiteboard.render.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")

CROSS = [
    stroke("a", (20, 20), (380, 280), order="1"),
    stroke("b", (380, 20), (20, 280), order="3", color="#e03131"),
    highlighter("c", (10, 150), (390, 160)),
    unknown("d", order="2"),
]


def under_way(elements: Sequence[Element], clock: Clock, steps: int) -> Renderer:
    """A renderer that has begun to paint its first tiles, in so many slices."""
    renderer = Renderer(clock)
    renderer.reset(elements)
    renderer.set_view(Viewport(), SIZE, 1.0)
    clock.now += SETTLE
    for _ in range(steps):
        assert renderer.work(0.5) == 0.0
    return renderer


def moved(element: Element, dx: float, dy: float) -> Element:
    g = element.geometry
    return msgspec.structs.replace(element, geometry=msgspec.structs.replace(g, x=g.x + dx, y=g.y + dy))


def test_a_stroke_appears_where_it_was_drawn() -> None:
    image = picture(shown([stroke("a", (50, 100), (350, 100), width=10)]))
    assert inked(image)[97:103, 60:340].all()
    assert not inked(image)[:94].any()
    assert not inked(image)[106:].any()


def test_a_finished_stroke_looks_as_after_painting_all_anew() -> None:
    renderer = shown(CROSS[:1])
    for element in CROSS[1:]:
        renderer.apply(Change(((None, element),)))
    assert difference(picture(renderer), picture(shown(CROSS))) <= 2


def test_an_erased_stroke_leaves_nothing() -> None:
    renderer = shown(CROSS)
    renderer.apply(Change(tuple((element, None) for element in CROSS)))
    assert not inked(picture(renderer)).any()


def test_erasing_repaints_what_lay_below_and_above() -> None:
    renderer = shown(CROSS)
    renderer.apply(Change(((CROSS[3], None),)))
    assert difference(picture(renderer), picture(shown(CROSS[:3]))) <= 2


def test_moving_leaves_nothing_behind() -> None:
    renderer = shown(CROSS)
    renderer.apply(Change(((CROSS[1], moved(CROSS[1], -90, 35)),)))
    expected = shown([CROSS[0], moved(CROSS[1], -90, 35), *CROSS[2:]])
    assert difference(picture(renderer), picture(expected)) <= 2


def test_a_stroke_put_below_others_does_not_cover_them() -> None:
    renderer = shown(CROSS)
    below = stroke("e", (200, 0), (200, 300), width=40, color="#1971c2", order="0V")
    renderer.apply(Change(((None, below),)))
    assert difference(picture(renderer), picture(shown([*CROSS, below]))) <= 2


def test_a_large_change_is_painted_in_slices_and_ends_the_same() -> None:
    many = [stroke(f"m{i:04}", (i % 380, i % 277), (i % 380 + 15, i % 277 + 9)) for i in range(MOST_AT_ONCE + 50)]
    renderer = shown(CROSS)
    renderer.apply(Change(tuple((None, element) for element in many)))
    finish(renderer)
    assert difference(picture(renderer), picture(shown([*CROSS, *many]))) <= 2
    renderer.apply(Change(tuple((element, None) for element in many)))
    finish(renderer)
    assert difference(picture(renderer), picture(shown(CROSS))) <= 2


def crowd(count: int) -> list[Element]:
    """More elements than are taken in at once."""
    return [stroke(f"m{i:05}", (i % 380, i % 277), (i % 380 + 15, i % 277 + 9)) for i in range(count)]


def test_a_large_board_is_taken_in_by_portions() -> None:
    clock = Clock(each_look=0.01)
    board = crowd(OPENED_AT_ONCE + 900)
    renderer = Renderer(clock)
    renderer.set_view(Viewport(), SIZE, 1.0)
    renderer.reset(board)
    calls = 0
    while renderer.taking_in:
        begin = clock.now
        assert renderer.work(0.01) == 0.0
        assert clock.now - begin < 0.05
        assert not renderer.crisp
        calls += 1
    assert calls > 4
    clock.each_look = 0.0
    finish(renderer)
    assert renderer.crisp
    assert difference(picture(renderer), picture(shown(board))) == 0
    assert len(renderer.elements_in(Rect(-100, -100, 900, 900))) == len(board)


def test_what_changes_meanwhile_comes_after_it() -> None:
    clock = Clock(each_look=0.01)
    board = crowd(OPENED_AT_ONCE + 900)
    renderer = Renderer(clock)
    renderer.set_view(Viewport(), SIZE, 1.0)
    renderer.reset(board)
    renderer.work(0.0)
    last = board[-1]
    renderer.apply(Change(((last, None), (board[0], moved(board[0], 30, 9)), (None, CROSS[1]))))
    renderer.apply(Change(((CROSS[1], None), (None, CROSS[0]))))
    clock.each_look = 0.0
    finish(renderer)
    expected = shown([moved(board[0], 30, 9), *board[1:-1], CROSS[0]])
    assert difference(picture(renderer), picture(expected)) <= 2


def test_a_board_that_is_replaced_while_it_is_taken_in_is_forgotten() -> None:
    renderer = Renderer(Clock())
    renderer.set_view(Viewport(), SIZE, 1.0)
    renderer.reset(crowd(OPENED_AT_ONCE + 900))
    renderer.work(0.0)
    renderer.reset(CROSS)
    finish(renderer)
    assert difference(picture(renderer), picture(shown(CROSS))) == 0


def test_large_changes_of_all_kinds_end_as_the_board_they_lead_to() -> None:
    board = crowd(900)
    renderer = shown(board)
    further = [moved(element, 3, 2) for element in board[:300]]
    fresh = [stroke(f"n{i:04}", (i % 380, 280 - i % 277), (i % 380 + 9, 270 - i % 277)) for i in range(300)]
    renderer.apply(
        Change(
            (
                *zip(board[:300], further, strict=True),
                *((element, None) for element in board[300:600]),
                *((None, element) for element in fresh),
            )
        )
    )
    assert renderer.taking_in
    finish(renderer)
    assert difference(picture(renderer), picture(shown([*further, *board[600:], *fresh]))) <= 2


def test_a_large_change_elsewhere_repaints_no_tile_in_view() -> None:
    renderer = shown(CROSS)
    far = [moved(element, 90_000, 0) for element in crowd(900)]
    renderer.take_dirty()
    renderer.apply(Change(tuple((None, element) for element in far)))
    renderer.work(10.0)
    assert renderer.take_dirty() == []
    assert renderer.crisp


def test_a_change_before_the_tiles_are_painted_is_part_of_them() -> None:
    renderer = Renderer(Clock())
    renderer.reset(CROSS[:2])
    renderer.set_view(Viewport(), SIZE, 1.0)
    renderer.apply(Change(((None, CROSS[2]), (CROSS[0], None))))
    finish(renderer)
    assert difference(picture(renderer), picture(shown(CROSS[1:3]))) <= 2


def test_a_change_in_the_midst_of_painting_is_part_of_it() -> None:
    clock = Clock(each_look=1.0)
    many = [stroke(f"m{i:03}", (i, 20), (i + 90, 260)) for i in range(0, 300, 3)]
    renderer = under_way(many, clock, 6)
    renderer.apply(Change(((None, CROSS[0]), (many[5], None))))
    clock.each_look = 0.0
    finish(renderer)
    expected = shown([*many[:5], *many[6:], CROSS[0]])
    assert difference(picture(renderer), picture(expected)) <= 2


@pytest.mark.parametrize("steps", range(1, 6))
def test_what_goes_before_its_picture_was_made_is_not_painted(steps: int) -> None:
    clock = Clock(each_look=1.0)
    many = [stroke(f"m{i:03}", (i, 20), (i + 90, 260)) for i in range(0, 300, 2)]
    renderer = under_way(many, clock, steps)
    renderer.apply(Change(tuple((element, None) for element in many[5:])))
    clock.each_look = 0.0
    finish(renderer)
    assert difference(picture(renderer), picture(shown(many[:5]))) <= 2


@pytest.mark.parametrize(
    "change",
    [Change(((None, CROSS[0]),)), Change(((stroke("first", (3, 3), (9, 9)), None),))],
    ids=["a stroke on top", "a small removal"],
)
def test_a_tile_under_way_takes_a_change_in(change: Change) -> None:
    clock = Clock(each_look=1.0)
    board = [stroke("first", (3, 3), (9, 9)), *(stroke(f"m{i:03}", (i, 20), (i + 90, 260)) for i in range(0, 300, 3))]
    renderer = under_way(board, clock, 11)
    renderer.apply(change)
    clock.each_look = 0.0
    finish(renderer)
    gone = {element.id for element in change.removed}
    expected = shown([*(element for element in board if element.id not in gone), *change.added])
    assert difference(picture(renderer), picture(expected)) <= 2


def test_a_large_drag_is_seen_while_it_goes_on() -> None:
    there = [stroke(f"m{i:03}", (i % 300, 20 + i % 60), (i % 300 + 60, 40 + i % 60)) for i in range(150)]
    renderer = shown(there)
    clock = renderer._clock
    assert isinstance(clock, Clock)
    clock.each_look = 0.01
    before = picture(renderer)
    for _ in range(30):
        further = [moved(element, 0, 4) for element in there]
        renderer.apply(Change(tuple(zip(there, further, strict=True))))
        renderer.work(0.1)
        there = further
    assert inked(picture(renderer))[130:].any()
    clock.each_look = 0.0
    finish(renderer)
    assert not inked(picture(renderer))[:100].any()
    assert difference(picture(renderer), picture(shown(there))) <= 2
    assert inked(before)[:100].any()


def test_panning_shows_the_same_ink_elsewhere() -> None:
    renderer = shown(CROSS)
    before = picture(renderer)
    renderer.set_view(Viewport(-37, -21, 1.0), SIZE, 1.0)
    finish(renderer)
    assert difference(picture(renderer)[21:, 37:], before[:-21, :-37]) <= 2


@pytest.mark.parametrize("zoom", [0.05, 0.3, 1.0, 2.7, 32.0])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_zoom_and_pixel_ratio_is_as_sharp_as_the_screen(zoom: float, ratio: float) -> None:
    bar = stroke("a", (-50 / zoom, 100 / zoom), (900 / zoom, 100 / zoom), width=20 / zoom)
    image = picture(shown([bar], Viewport(0, 0, zoom), ratio=ratio), ratio=ratio)
    column = image[:, image.shape[1] // 2, 0]
    dark = np.flatnonzero(column < 128)
    assert abs(len(dark) - 20 * ratio) <= 1
    assert abs(dark.mean() + 0.5 - 100 * ratio) <= 1
    assert (column[dark[0] + 2 : dark[-1] - 1] == 0).all()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_painting_in_pieces_is_painting_the_whole(ratio: float) -> None:
    renderer = shown(CROSS, ratio=ratio)
    image = QImage(round(SIZE[0] * ratio), round(SIZE[1] * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    pieces = [QRect(0, 0, 133, 300), QRect(133, 0, 267, 111), QRect(133, 111, 267, 189)]
    with QPainter(image) as painter:
        painter.translate(0, 0)
        for piece in pieces:
            renderer.paint(painter, [piece])
        assert painter.worldTransform().isIdentity()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    assert difference(rows[:, :, 2::-1].astype(np.int64), picture(renderer, ratio=ratio)) == 0


def test_after_a_zoom_step_the_old_picture_stands_in_scaled() -> None:
    renderer = shown([stroke("a", (1050, 600), (1350, 600), width=20)], Viewport(1000, 500, 1.0))
    renderer.set_view(Viewport(1000, 500, 1.25), SIZE, 1.0)
    image = picture(renderer)
    assert inked(image)[120:130, 100:390].all()
    assert not inked(image)[160:].any()
    finish(renderer)
    assert difference(image[150:], picture(renderer)[150:]) <= 2


def test_a_zoom_waits_for_the_fingers_before_new_tiles() -> None:
    clock = Clock()
    renderer = Renderer(clock)
    renderer.reset(CROSS)
    renderer.set_view(Viewport(0, 0, 1.5), SIZE, 1.0)
    assert renderer.work(1.0) == pytest.approx(SETTLE)
    clock.now += SETTLE
    assert renderer.work(1.0) is None


def test_work_stops_when_its_time_is_up() -> None:
    clock = Clock(each_look=0.01)
    renderer = Renderer(clock)
    renderer.reset([stroke(f"m{i:03}", (i, 20), (i + 90, 260)) for i in range(300)])
    renderer.set_view(Viewport(), SIZE, 1.0)
    clock.now += SETTLE
    begin = clock.now
    assert renderer.work(0.05) == 0.0
    assert clock.now - begin < 0.1


def test_work_gets_on_even_without_any_time() -> None:
    clock = Clock(each_look=1.0)
    renderer = Renderer(clock)
    renderer.reset([stroke(f"m{i:03}", (i, 20), (i + 90, 260)) for i in range(300)])
    renderer.set_view(Viewport(), SIZE, 1.0)
    clock.now += SETTLE
    calls = next(calls for calls in range(1000) if renderer.work(0.0) is None)
    assert calls > 10


def test_only_what_changed_is_to_be_painted_again() -> None:
    renderer = shown(CROSS)
    renderer.take_dirty()
    assert renderer.take_dirty() == []
    renderer.apply(Change(((None, stroke("e", (100, 50), (120, 60))),)))
    (rect,) = renderer.take_dirty()
    assert rect.contains(QRect(96, 46, 28, 18))
    assert rect.width() < 40


def test_changes_beside_the_view_cost_no_painting() -> None:
    renderer = shown(CROSS)
    renderer.take_dirty()
    renderer.apply(Change(((None, stroke("far", (90_000, 0), (90_100, 0))),)))
    assert renderer.take_dirty() == []


def test_the_tiles_take_bounded_memory_however_far_one_pans() -> None:
    renderer = shown(CROSS)
    renderer.print_on("squared")  # so that no tile is bare
    kept = []
    for i in range(60):
        renderer.set_view(Viewport(i * 350.0, i * 240.0, 1.0), SIZE, 1.0)
        finish(renderer)
        kept.append(renderer.tile_bytes)
    assert max(kept) <= 80 << 20
    assert kept[-1] >= 12 * TILE_BYTES


def test_tiles_on_which_nothing_is_share_one_image() -> None:
    far = Viewport(400.0 * TILE_PX, 0.0, 1.0)
    renderer = shown(CROSS, far, size=(1024, 1024))
    assert renderer.tile_bytes == TILE_BYTES
    assert not inked(picture(renderer, size=(1024, 1024))).any()
    drawn = stroke("here", (far.left + 300, 300), (far.left + 400, 400))
    renderer.apply(Change(((None, drawn),)))
    assert renderer.tile_bytes == 2 * TILE_BYTES
    image = inked(picture(renderer, size=(1024, 1024)))
    assert image[300:400, 300:400].any()
    assert not image[:, 512:].any(), "what is painted on one is on no other"
    renderer.apply(Change(((drawn, None),)))
    assert not inked(picture(renderer, size=(1024, 1024))).any()
    assert not inked(picture(shown(CROSS, far))).any()


def test_another_board_leaves_nothing_of_the_first() -> None:
    renderer = shown(CROSS)
    renderer.reset([stroke("z", (30, 30), (60, 30))])
    finish(renderer)
    assert difference(picture(renderer), picture(shown([stroke("z", (30, 30), (60, 30))]))) == 0


def test_hits_are_exact_and_the_topmost_wins() -> None:
    renderer = shown(CROSS)
    assert renderer.hit_test(Point(21, 21), 2) == "a"
    assert renderer.hit_test(Point(379, 21), 2) == "b"
    assert renderer.hit_test(Point(200, 20), 2) is None
    crossing = Point(200, 150)
    everything = renderer.elements_touching(crossing, crossing, 5)
    assert set(everything) == {"a", "b", "c"}
    assert renderer.hit_test(crossing, 5) == everything[-1]


def test_an_eraser_swept_across_touches_what_it_crosses() -> None:
    renderer = shown(CROSS)
    assert renderer.elements_touching(Point(60, 0), Point(60, 100), 3) == ["a", "d"]
    assert renderer.elements_touching(Point(395, 100), Point(399, 140), 3) == []


def test_a_box_selects_what_lies_wholly_inside() -> None:
    renderer = shown(CROSS)
    assert renderer.elements_in(Rect(30, 50, 170, 150)) == ["d"]
    assert set(renderer.elements_in(Rect(-100, -100, 600, 600))) == {"a", "b", "c", "d"}


def test_the_bounds_follow_the_board() -> None:
    renderer = shown([stroke("a", (0, 0), (100, 0))])
    assert renderer.bounds == Rect(-4, -4, 104, 4)
    renderer.apply(Change(((stroke("a", (0, 0), (100, 0)), None),)))
    assert renderer.bounds is None


def test_a_removal_of_what_was_never_there_changes_nothing() -> None:
    renderer = shown(CROSS)
    renderer.apply(Change(((stroke("ghost", (0, 0), (100, 0)), None),)))
    renderer.drop_wet(ElementId("ghost"))
    assert difference(picture(renderer), picture(shown(CROSS))) == 0


def test_what_is_on_another_page_is_neither_painted_nor_found() -> None:
    """Where a change brings it here, it appears; where it takes it away, it goes."""

    def shows(elements: Sequence[Element]) -> list[Element]:
        return [element for element in elements if element.geometry.parent == ""]

    def turned(element: Element, page: str) -> Element:
        geometry = msgspec.structs.replace(element.geometry, parent=ElementId(page))
        return msgspec.structs.replace(element, geometry=geometry)

    renderer = Renderer(Clock())
    renderer.set_view(Viewport(), SIZE, 1.0)
    renderer.reset([CROSS[0], turned(CROSS[1], "p2")], shows=shows)
    finish(renderer)
    assert difference(picture(renderer), picture(shown(CROSS[:1]))) == 0
    renderer.apply(Change(((turned(CROSS[1], "p2"), CROSS[1]), (CROSS[0], turned(CROSS[0], "p2")))))
    finish(renderer)
    assert difference(picture(renderer), picture(shown(CROSS[1:2]))) <= 2
    assert renderer.elements_in(Rect(-100, -100, 900, 900)) == ["b"]
    many = [turned(element, "p2") for element in crowd(MOST_AT_ONCE + 9)]
    renderer.apply(Change(tuple((None, element) for element in many)))
    finish(renderer)
    assert len(renderer.elements_in(Rect(-100, -100, 900, 900))) == 1


def test_zooming_out_shows_what_lay_around_the_view() -> None:
    beside = stroke("beside", (450, 100), (450, 200), width=20)
    renderer = shown([beside, stroke("a", (20, 150), (380, 150))])
    assert not inked(picture(renderer))[100:140, 380:].any()
    renderer.set_view(Viewport(-50, -37.5, 0.8), SIZE, 1.0)  # not sharp yet, but all that was known is there
    column = inked(picture(renderer))[110:190, 395:399]
    assert column.mean() > 0.9


def test_a_zoom_out_before_anything_is_painted_shows_paper() -> None:
    renderer = Renderer(Clock())
    renderer.reset(CROSS)
    renderer.set_view(Viewport(), SIZE, 1.0)
    renderer.set_view(Viewport(-50, -37.5, 0.8), SIZE, 1.0)
    assert not inked(picture(renderer)).any()
