"""Where everything floats above the board, so that nothing lies over anything else. Pure arithmetic, in pixels.

Everything is placed for the right hand; for the left one all of it is mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from .theme import GAP_PX, MARGIN_PX

LEAST_PAPER_PX, LEAST_HEIGHT_PX = 860, 560
"""The panel stays open beside so much paper; on less it is called and goes again."""

TOAST_PX = 400
"""As wide as a toast gets."""

NOTHING = QSize(0, 0)


@dataclass(frozen=True, slots=True)
class Floating:
    """The sizes of what there is; NOTHING for what is hidden. `ceiling` is where the board begins, below the bar."""

    window: QSize
    ceiling: int
    tools: QSize
    zoom: QSize
    pages: QSize
    strip_width: int = 0
    map: QSize = NOTHING
    find: QSize = NOTHING
    left_handed: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """`look` is the room for the panel, from its upper corner down; `toasts` where their lower corner is.

    `toasts_left` says which corner: they stack upwards from it.
    """

    tools: QRect
    zoom: QRect
    pages: QRect
    strip: QRect
    map: QRect
    find: QRect
    look: QRect
    toasts: QPoint


def stays_open(window: QSize, ceiling: int, strip_width: int, look_width: int, scale: float) -> bool:
    """Whether there is enough paper beside the panel for it to stay."""
    taken = MARGIN_PX + look_width + (strip_width + GAP_PX if strip_width else 0)
    wide = window.width() - taken >= LEAST_PAPER_PX * scale
    return wide and window.height() - ceiling >= LEAST_HEIGHT_PX * scale


def placed(of: Floating, look_width: int) -> Places:
    """The places of all; islands that do not fit beside the tools stand above them."""
    width, floor, ceiling = of.window.width(), of.window.height() - MARGIN_PX, of.ceiling + GAP_PX
    stacked = width < of.tools.width() + of.zoom.width() + of.pages.width() + 2 * (MARGIN_PX + GAP_PX)
    zoom_left = width - MARGIN_PX - of.zoom.width()
    first = MARGIN_PX if stacked else MARGIN_PX + of.pages.width() + GAP_PX
    last = width if stacked else zoom_left - GAP_PX
    left = max(min(max((width - of.tools.width()) // 2, first), last - of.tools.width()), 0)
    tools = QRect(QPoint(left, floor - of.tools.height()), of.tools)
    beside = tools.top() - GAP_PX if stacked else floor
    zoom = QRect(QPoint(zoom_left, beside - of.zoom.height()), of.zoom)
    pages = QRect(QPoint(MARGIN_PX, beside - of.pages.height()), of.pages)
    above = beside - max(of.pages.height(), of.zoom.height()) - GAP_PX
    strip = QRect(MARGIN_PX, ceiling, of.strip_width, max(above - ceiling, 0))
    look_left = MARGIN_PX if not of.strip_width else strip.right() + 1 + GAP_PX
    look = QRect(look_left, ceiling, look_width, max(_above(tools, above, look_left, look_width) - ceiling, 0))
    find = QRect(QPoint(width - MARGIN_PX - of.find.width(), ceiling), of.find)
    map_left = width - MARGIN_PX - of.map.width()
    map_floor = _above(tools, above, map_left, of.map.width())
    map_top = max(map_floor - of.map.height(), find.bottom() + 1 + GAP_PX if of.find.height() else ceiling)
    shown_map = QRect(QPoint(map_left, map_top), of.map)
    toasts_left = look.right() + 1 + GAP_PX if look_width else look_left
    toasts_floor = _above(tools, above, toasts_left, TOAST_PX)
    if of.map.width() and toasts_left + TOAST_PX > map_left - GAP_PX:
        toasts_floor = map_top - GAP_PX
    places = Places(tools, zoom, pages, strip, shown_map, find, look, QPoint(toasts_left, toasts_floor))
    return _mirrored(places, width) if of.left_handed else places


def _above(tools: QRect, floor: int, left: int, width: int) -> int:
    """How far down something at the side may reach: to the floor, or to the tools where they are below it."""
    beside = left + width <= tools.left() or left > tools.right()
    return floor if beside else min(floor, tools.top() - GAP_PX)


def _mirrored(places: Places, width: int) -> Places:
    def other(rect: QRect) -> QRect:
        return QRect(QPoint(width - rect.left() - rect.width(), rect.top()), rect.size())

    return Places(
        other(places.tools),
        other(places.zoom),
        other(places.pages),
        other(places.strip),
        other(places.map),
        other(places.find),
        other(places.look),
        QPoint(width - places.toasts.x(), places.toasts.y()),
    )
