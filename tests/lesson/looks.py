"""The same page by several roads: how far one picture is from another, and how to get it from other programs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.doubles.app_process import ROOT, environment
from tests.render.pictures import Pixels, pixels

TOLERANCE = 0.02
"""Mean difference of two pictures, of 1: as much as programs differ in how they smooth letters and edges."""

WINDOWS_TOLERANCE = 0.0005
"""The same of two windows: what a caret or a pointer would show already is more."""

ALONE_PX, REACH_PX = 40, 4
"""So many dark pixels of one picture may have no ink within this reach in the other: a shape that is missing has more,
and changes the mean by less than letters do."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the table. `difference` is the mean one, of 1; None: it could not be tried, `why`. `alone` are dark
    pixels of one picture with nothing near in the other."""

    what: str
    difference: float | None
    tolerance: float
    why: str = ""
    alone: int = 0

    @property
    def is_good(self) -> bool:
        return self.difference is None or (self.difference <= self.tolerance and self.alone <= ALONE_PX)

    def __str__(self) -> str:
        if self.difference is None:
            return f"{self.what:44} not tried: {self.why}"
        word = "same" if self.is_good else "DIFFERENT"
        return f"{self.what:44} {self.difference:8.3%} of at most {self.tolerance:.2%}, {self.alone:4} px alone  {word}"


def compared(what: str, one: QImage, other: QImage, tolerance: float = TOLERANCE) -> Verdict:
    """Pictures that are of another size are different; a pixel more or less is rounding."""
    if one.isNull() or other.isNull():
        return Verdict(what, 1.0, tolerance)
    if abs(one.width() - other.width()) > 2 or abs(one.height() - other.height()) > 2:
        return Verdict(what, 1.0, tolerance)
    box = QRect(0, 0, min(one.width(), other.width()), min(one.height(), other.height()))
    left, right = (pixels(image.copy(box)) for image in (one, other))
    alone = max(_alone(left, right), _alone(right, left))
    return Verdict(what, float(np.abs(left - right).mean() / 255), tolerance, alone=alone)


def _alone(one: Pixels, other: Pixels) -> int:
    """How many dark pixels of one picture have no ink near them in the other."""
    near = other.min(axis=2) < 245
    for axis in (0, 1):
        near = np.logical_or.reduce([np.roll(near, by, axis) for by in range(-REACH_PX, REACH_PX + 1)])
    return int(((one.min(axis=2) < 190) & ~near).sum())


def exported(board: Path, folder: Path, page: int) -> Path:
    """A page as PNG, SVG and PDF in the folder, by the command; returns the names without their endings."""
    for ending in ("png", "svg", "pdf"):
        out = folder / f"page{page}.{ending}"
        options = ["--page", str(page), *(["--scale", "1"] if ending == "png" else [])]
        command = [sys.executable, "-m", "whiteboard", "export", str(board), str(out), *options]
        subprocess.run(command, cwd=ROOT, env=environment(), check=True, timeout=240, stdout=subprocess.DEVNULL)
    return folder / f"page{page}"


def elsewhere(page: Path) -> Iterator[Verdict]:
    """The page's SVG and PDF, as other programs show them, beside our PNG of it."""
    ours = QImage(f"{page}.png")
    for what, maker, out in _roads(page, ours):
        name = f"{page.name}: {what}"
        if shutil.which(maker[0]) is None:
            yield Verdict(name, None, TOLERANCE, f"{maker[0]} is not installed")
            continue
        subprocess.run(maker, check=True, timeout=240, capture_output=True)
        yield compared(name, ours, QImage(str(out)).copy(ours.rect()))


def pdf_page(document: Path, number: int) -> QImage:
    """A page of a PDF, by pdftoppm, at one pixel a board unit; a null image where there is no such program."""
    if shutil.which("pdftoppm") is None:
        return QImage()
    out = document.with_name(f"{document.stem}-{number}")
    subprocess.run(_pdftoppm(document, out, number), check=True, timeout=240)
    return QImage(f"{out}.png")


def _roads(page: Path, ours: QImage) -> list[tuple[str, list[str], Path]]:
    svg, pdf = page.with_suffix(".svg"), page.with_suffix(".pdf")
    rsvg, chromium, poppler = (page.with_name(f"{page.name}-{by}") for by in ("rsvg", "chromium", "poppler"))
    window = f"--window-size={max(ours.width(), 800)},{ours.height() + 200}"  # a part of it is the browser's own
    flags = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1", window]
    home = f"--user-data-dir={page.parent / 'chromium-profile'}"
    return [
        ("SVG by rsvg-convert", ["rsvg-convert", str(svg), "-o", f"{rsvg}.png"], Path(f"{rsvg}.png")),
        (
            "SVG by Chromium",
            ["chromium", *flags, home, f"--screenshot={chromium}.png", svg.as_uri()],
            Path(f"{chromium}.png"),
        ),
        ("PDF by pdftoppm", _pdftoppm(pdf, poppler, 1), Path(f"{poppler}.png")),
    ]


def _pdftoppm(document: Path, out: Path, page: int) -> list[str]:
    return ["pdftoppm", "-r", "96", "-f", str(page), "-l", str(page), "-singlefile", "-png", str(document), str(out)]
