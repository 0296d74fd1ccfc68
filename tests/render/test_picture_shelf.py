"""Pictures reach the screen decoded beside it: in the size that is needed, upright, and within a bound of memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QImage

from tests.protocol.test_pictures import drawn
from tests.render.pictures import pixels
from whiteboard.model.content import AssetId, Content
from whiteboard.model.element import IMAGE, Element, ElementId, Geometry
from whiteboard.model.geometry import Rect
from whiteboard.protocol.pictures import BadPicture, asset_id
from whiteboard.render import picture_shelf, picture_source
from whiteboard.render.page_image import page_image
from whiteboard.render.picture_decoding import decoded, natural_size
from whiteboard.render.picture_shelf import PictureShelf

pytestmark = pytest.mark.usefixtures("qapp")

BLUE = drawn("png", 400, 200)
ID = asset_id(BLUE)


@pytest.fixture
def kept() -> dict[AssetId, bytes]:
    return {ID: BLUE}


@pytest.fixture
def shelf(kept: dict[AssetId, bytes]) -> Iterator[PictureShelf]:
    shelf = PictureShelf(kept.get)
    before = picture_source.use(shelf)
    yield shelf
    picture_source.use(before)
    shelf.close()


def until_arrived(shelf: PictureShelf) -> None:
    loop = QEventLoop()
    shelf.arrived.connect(loop.quit)
    QTimer.singleShot(5000, lambda: loop.exit(1))
    assert loop.exec() == 0


def image() -> Element:
    return Element(
        id=ElementId("i"), kind=IMAGE, geometry=Geometry(x=0, y=0, w=40, h=20), order="A", content=Content(asset=ID)
    )


def test_a_picture_is_there_once_it_is_decoded_and_not_larger_than_needed(shelf: PictureShelf) -> None:
    assert shelf.image(ID, 100.0) is None
    until_arrived(shelf)
    small = shelf.image(ID, 100.0)
    assert small is not None
    assert small.size() == QSize(128, 64)
    assert shelf.image(ID, 390.0) is small  # for the time being
    until_arrived(shelf)
    whole = shelf.image(ID, 390.0)
    assert whole is not None
    assert whole.size() == QSize(400, 200)
    assert shelf.image(ID, 5000.0) is whole


def test_an_element_shows_its_picture_and_before_that_how_far_it_is(shelf: PictureShelf) -> None:
    def middle() -> tuple[int, ...]:
        return tuple(pixels(page_image([image()], Rect(0, 0, 40, 20), 1.0))[4, 4].tolist())

    waiting = middle()
    until_arrived(shelf)
    assert middle() == (0x33, 0x66, 0x99)
    assert waiting != middle()


def test_a_picture_that_comes_later_is_asked_for_when_it_is_there(
    shelf: PictureShelf, kept: dict[AssetId, bytes]
) -> None:
    kept.clear()
    assert shelf.image(ID, 10.0) is None
    shelf.coming(ID, 0.5)
    assert shelf.share(ID) == 0.5
    kept[ID] = BLUE
    shelf.came(ID)
    assert shelf.share(ID) is None
    while shelf.image(ID, 10.0) is None:
        until_arrived(shelf)


def test_what_is_not_used_makes_room(shelf: PictureShelf, kept: dict[AssetId, bytes], monkeypatch: object) -> None:
    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.setattr(picture_shelf, "MAX_BYTES", 100_000)
    other = drawn("png", 300, 100)
    kept[asset_id(other)] = other
    for id in (ID, asset_id(other)):
        shelf.image(id, 1000.0)
        until_arrived(shelf)
    assert shelf.image(asset_id(other), 1000.0) is not None
    assert shelf.image(ID, 1000.0) is None


def test_a_damaged_picture_is_no_picture() -> None:
    with pytest.raises(BadPicture):
        decoded(BLUE[:60])


def test_a_wide_picture_is_decoded_small_and_keeps_its_proportions() -> None:
    assert natural_size(BLUE) == (400, 200)
    assert decoded(BLUE, 100).size() == QSize(100, 50)
    assert decoded(BLUE).format() == QImage.Format.Format_RGB32
