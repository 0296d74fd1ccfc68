"""Small things of the start page: times in words, columns, the QR code, friendly names."""

import random
from datetime import datetime

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.doubles.patience import until
from whiteboard.files.board_info import BoardId, BoardInfo
from whiteboard.protocol.identity import person_name
from whiteboard.protocol.link import Link
from whiteboard.ui.board_card import CARD_PX, when
from whiteboard.ui.board_grid import BoardGrid
from whiteboard.ui.nearby import BoardNear
from whiteboard.ui.profile import friendly_name
from whiteboard.ui.qr import QrCode, qr_image
from whiteboard.ui.start_page import StartPage

NOW = datetime.fromisoformat("2026-03-10T15:00:00+01:00")


@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("2026-03-10T14:59:30+01:00", "just now"),
        ("2026-03-10T15:00:30+01:00", "just now"),
        ("2026-03-10T14:59:00+01:00", "1 minute ago"),
        ("2026-03-10T14:15:00+01:00", "45 minutes ago"),
        ("2026-03-10T08:05:00+01:00", "today at 08:05"),
        ("2026-03-09T23:30:00+01:00", "yesterday at 23:30"),
        ("2026-03-06T10:00:00+01:00", "Friday at 10:00"),
        ("2026-02-01T10:00:00+01:00", "1 February"),
        ("2025-12-24T10:00:00+01:00", "24 December 2025"),
    ],
)
def test_times_in_words(then: str, words: str) -> None:
    assert when(datetime.fromisoformat(then), NOW) == words


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("width", "columns"), [(100, 1), (460, 2), (900, 3), (1000, 4)])
def test_as_many_columns_as_fit(width: int, columns: int) -> None:
    grid = BoardGrid()
    cards = [QWidget() for _ in range(7)]
    for card in cards:
        card.setFixedSize(CARD_PX)
    grid.resize(width, 500)
    grid.show_cards(cards)
    assert len({card.x() for card in cards}) == columns
    assert len({(card.x(), card.y()) for card in cards}) == 7
    assert grid.minimumHeight() >= max(card.geometry().bottom() for card in cards)


@pytest.mark.usefixtures("qapp")
def test_the_code_on_the_screen_is_the_link_s() -> None:
    link = "http://192.168.178.120:7440/b/Physik%20Klasse%207b#K7QM2XPA"
    widget = QrCode()
    widget.show_link(link)
    picture = widget.grab().toImage()
    matrix = segno.make(link, error="m", micro=False).matrix
    side = qr_image(link).width()
    module = picture.width() / side
    border = (side - len(matrix)) // 2
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            at = (int((x + border + 0.5) * module), int((y + border + 0.5) * module))
            assert (picture.pixelColor(*at).lightness() < 128) == bool(dark)
    assert picture.pixelColor(1, 1).lightness() == 255


def test_friendly_names_are_many_and_fit_the_rules() -> None:
    chance = random.Random(1)
    names = {friendly_name(chance) for _ in range(300)}
    assert len(names) > 200
    assert all(person_name(name) == name for name in names)


def stops(page: StartPage) -> list[str]:
    """The names of what Tab goes to, from the beginning of the page."""
    chain, widget = list[QWidget](), page.nextInFocusChain()
    while widget is not None and widget is not page:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    at = [each for each in chain if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [each.accessibleName() for each in at]


@pytest.mark.usefixtures("qapp")
async def test_tab_goes_through_the_start_page_as_one_reads_it() -> None:
    page = StartPage(now=lambda: NOW)
    page.show_me("Ann", "#1971c2")
    page.show()
    maths = BoardNear("Maths", "Ms Lee", Link("10.0.0.7", 7440, "Maths"))
    page.show_near([maths])
    then = NOW.timestamp()
    mine = [BoardInfo(id=BoardId(t), title=t, created=then, opened=then, changed=then) for t in ("One", "Two")]
    page.show_boards(mine, lambda id: None, frozenset())
    page.show_near([maths, BoardNear("Art", "Mr Ray", Link("10.0.0.8", 7440, "Art"))])
    cards = [name for card in page.cards for name in (card.accessibleName(), card.more.accessibleName())]
    rows = [row.accessibleName() for row in page.nearby.rows.values()]
    await until(lambda: len(rows) == sum(row.isVisible() for row in page.nearby.rows.values()))
    before = ["Ann (you): change name or colour", "Menu", "Open file…", "New board"]
    assert stops(page) == [*before, *cards, *rows, "Link or address", "Join code", "Join"]
    page.close()
