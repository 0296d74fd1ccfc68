"""The look: readable in both schemes, and icons that take its colours."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication

from whiteboard.ui import icons
from whiteboard.ui.theme import DARK, LIGHT, THEME, Colors, Scheme

schemes = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])

AA = 4.5
"""Contrast that WCAG 2 asks for text."""


def contrast(a: str, b: str) -> float:
    light, dark = sorted((_luminance(QColor(a)), _luminance(QColor(b))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


@schemes
def test_text_can_be_read_on_every_surface(colors: Colors) -> None:
    surfaces = (colors.window, colors.surface, colors.field, colors.hover)
    texts = (colors.text, colors.muted, colors.link, colors.danger, colors.good, colors.warning)
    for surface, text in product(surfaces, texts):
        assert contrast(surface, text) >= AA, (surface, text)
    assert contrast(colors.accent, colors.on_accent) >= AA
    assert contrast(colors.accent_hover, colors.on_accent) >= 4.0
    assert contrast(colors.accent_soft, colors.text) >= AA
    assert contrast(colors.accent_soft, colors.link) >= AA


def test_a_scheme_reaches_the_application(qapp: QApplication) -> None:
    try:
        THEME.apply(Scheme.DARK, qapp)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
        THEME.apply(Scheme.LIGHT, qapp)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)
    finally:
        qapp.setStyleSheet("")


@pytest.mark.usefixtures("qapp")
def test_icons_take_the_colour_and_the_density_they_are_asked_for() -> None:
    picture = icons.pixmap("pen", "#ff0000", 20, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    inked = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 250]
    assert inked
    assert {color.name() for color in inked} == {"#ff0000"}


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.pixmap("no-such-icon", "#000000")
