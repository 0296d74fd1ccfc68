"""What is on the page: every kind of element, put there as a person does."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPdfWriter

from tests.doubles.handwriting import formula, written

from .window import Place, Window

SHAPES = {
    "Rectangle": (140.0, 250.0),
    "Rounded rectangle": (270.0, 250.0),
    "Ellipse": (400.0, 250.0),
    "Triangle": (140.0, 350.0),
    "Diamond": (270.0, 350.0),
    "Pentagon": (400.0, 350.0),
    "Hexagon": (140.0, 450.0),
    "Star": (270.0, 450.0),
}
"""Upper left corners; each is 90 by 64."""
_W, _H = 90.0, 64.0
_KEYS = {"Rectangle": "r", "Ellipse": "o", "Diamond": "d"}
_NOWHERE = (640.0, 640.0)


def picture(folder: Path) -> Path:
    """A sunset, as a file."""
    image = QImage(240, 150, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 0, 150)
    for share, color in ((0.0, "#4c3a75"), (0.55, "#e8590c"), (0.7, "#ffd43b"), (0.72, "#1864ab"), (1.0, "#0b2545")):
        sky.setColorAt(share, QColor(color))
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), sky)
        painter.setBrush(QColor("#fff3bf"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(100, 70, 40, 40))
    path = folder / "sunset.png"
    assert image.save(str(path))
    return path


def worksheet(folder: Path) -> Path:
    """A PDF of one page."""
    path = folder / "worksheet.pdf"
    writer = QPdfWriter(str(path))
    with QPainter(writer) as painter:
        for line in range(12):
            painter.fillRect(600, 800 + line * 700, 7000 - line * 300, 120, QColor("#495057"))
    return path


def ink(window: Window, *, short: bool) -> None:
    window.press("p", "2")
    for stroke in written("Photo" if not short else "Ph", 120, 90, 52):
        window.drag(*stroke)
    window.press("m")
    window.drag((116, 140), (310, 136))
    window.press("b")
    window.drag((340, 130), (380, 90), (420, 130), (460, 90))
    if not short:
        window.press("p")
        for stroke in formula("a2+b2=c2", 500, 90, 40):
            window.drag(*stroke)


def shapes(window: Window, *, short: bool) -> None:
    wanted = list(SHAPES.items())
    for name, (x, y) in wanted:
        if name in _KEYS:
            window.press(_KEYS[name])
        elif short:
            continue
        else:
            window.command(name)
        window.drag((x, y), (x + _W, y + _H))
        window.press("Escape", "Escape")
    if not short:
        window.command("Polygon")
        for at in ((410.0, 500.0), (420.0, 450.0), (480.0, 456.0), (470.0, 510.0), (410.0, 500.0)):
            window.click(at)
        window.press("Escape", "Escape")


def connectors(window: Window, *, short: bool) -> None:
    """Between shapes, so that they stick."""
    window.press("a")
    window.drag(_edge("Rectangle", 0.98, 0.5), _edge("Ellipse" if short else "Rounded rectangle", 0.02, 0.5))
    window.press("Escape", "Escape", "l")
    window.drag((120, 560), (480, 548))
    window.press("Escape", "Escape")
    if not short:
        window.command("Curved arrow")
        window.drag(_edge("Ellipse", 0.98, 0.5), _edge("Pentagon", 0.98, 0.5))
        window.press("Escape", "Escape")
        window.command("Elbow arrow")
        window.drag(_edge("Triangle", 0.5, 0.98), _edge("Star", 0.5, 0.02))
        window.press("Escape", "Escape")


def words(window: Window, *, short: bool) -> None:
    window.press("t")
    window.click((560, 180))
    window.write("Light, water and air")
    window.press("Return")
    window.write("become sugar.")
    window.press("Escape", "Escape", "n")
    window.click((660, 340))
    window.write("Why green?")
    window.press("Escape", "Escape")
    if not short:
        x, y = SHAPES["Rectangle"]
        window.click((x + _W / 2, y + _H / 2), times=2)
        window.write("leaf")
        window.press("Escape", "Escape")


async def image(window: Window, file: Path) -> None:
    window.press("ctrl+shift+i")
    await window.file_dialog(file, "Insert")
    await window.still()
    window.press("v")
    window.drag((640, 400), (1010, 250))
    window.press("Escape")


def instruments(window: Window) -> None:
    """A ruler, with a line along it, and the others."""
    window.press("shift+r")
    window.click((900, 560))
    window.press("p")
    window.drag((620, 518), (1100, 514))
    window.press("shift+p")
    window.click((980, 470))
    window.press("v", "Escape")


def second_page(window: Window) -> None:
    window.press("shift+n")
    window.command("Squared paper")
    window.press("p")
    for stroke in written("Ph", 200, 200, 80):
        window.drag(*stroke)
    window.press("v", "Escape")


async def pdf(window: Window, file: Path) -> None:
    window.press("ctrl+shift+i")
    await window.file_dialog(file, "Insert")
    await asyncio.sleep(0.5)
    await window.still()


async def draw(window: Window, folder: Path, *, short: bool) -> None:
    """Everything, on two pages (with a PDF: three); the first is shown in the end."""
    window.press("F3")  # room to draw: the panel of looks is folded away
    ink(window, short=short)
    shapes(window, short=short)
    connectors(window, short=short)
    words(window, short=short)
    await image(window, picture(folder))
    if short:
        return
    instruments(window)
    second_page(window)
    await pdf(window, worksheet(folder))
    window.press("Prior", "Prior", "Prior")


def _edge(shape: str, u: float, v: float) -> Place:
    x, y = SHAPES[shape]
    return x + u * _W, y + v * _H
