"""Icons of one family: own SVG files with `currentColor`, drawn in a colour of the theme at the screen's density."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from whiteboard import assets

from .theme import ICON_PX


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size_px: int = ICON_PX, density: float = 1.0) -> QPixmap:
    """The icon `assets/icons/NAME.svg` in a colour (`#rrggbb`); FileNotFoundError if there is none.

    `density` is the device pixel ratio of the screen.
    """
    picture = QPixmap(QSize(round(size_px * density), round(size_px * density)))
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        _renderer(name, color).render(painter, QRectF(picture.rect()))
    picture.setDevicePixelRatio(density)
    return picture


def icon(name: str, color: str, disabled: str = "", size_px: int = ICON_PX) -> QIcon:
    """The icon for buttons and menus, at the densities that screens have; `disabled` is its colour when it is off."""
    result = QIcon()
    for density in (1.0, 1.5, 2.0, 3.0):
        result.addPixmap(pixmap(name, color, size_px, density), QIcon.Mode.Normal)
        if disabled:
            result.addPixmap(pixmap(name, disabled, size_px, density), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    source = assets.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", QColor(color).name()).encode()))
