"""A PDF's pages become pictures, and a bad PDF becomes a sentence."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from whiteboard.files.pdf import CannotReadPdf, PdfPages

pytestmark = pytest.mark.usefixtures("qapp")

COLORS = ("#e03131", "#1971c2", "#2f9e44")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Three pages of 100 by 50 points, each of one colour."""
    path = tmp_path / "lesson.pdf"
    writer = QPdfWriter(str(path))
    size = QPageSize(QSizeF(100, 50), QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number, color in enumerate(COLORS):
        if number:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height(), QColor(color))
    painter.end()
    return path


def test_every_page_becomes_a_picture_of_its_size(pdf: Path) -> None:
    pages = list(PdfPages(pdf))
    assert [(page.number, page.count) for page in pages] == [(1, 3), (2, 3), (3, 3)]
    assert (pages[0].width, pages[0].height) == pytest.approx((100, 50), abs=0.5)
    for page, color in zip(pages, COLORS, strict=True):
        image = QImage.fromData(page.png)
        assert (image.width(), image.height()) == pytest.approx((200, 100), abs=2)
        assert image.pixelColor(100, 50).name() == color


def test_what_is_no_pdf_is_refused_in_words(tmp_path: Path, pdf: Path) -> None:
    for name, data in {"a.pdf": b"hello", "b.pdf": b"", "c.pdf": pdf.read_bytes()[:200]}.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(CannotReadPdf, match=r"no PDF|damaged"):
            list(PdfPages(tmp_path / name))


def test_a_file_that_is_gone_is_an_error_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        list(PdfPages(tmp_path / "gone.pdf"))


def test_one_can_give_up(pdf: Path) -> None:
    pages = PdfPages(pdf)
    assert len(list(itertools.islice(pages, 1))) == 1
    given_up = PdfPages(pdf)
    given_up.cancel()
    assert list(given_up) == []
