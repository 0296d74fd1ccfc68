"""Paints the pages of a PDF into PNG files: a program of its own, because a PDF is hostile until proven otherwise.

`python -m whiteboard.files.pdf_pages FILE FOLDER` writes a line to its output for each page: its number from 1, its
width and height in points, and the name of its picture in the folder; first of all the number of pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2 as pdfium
from PySide6.QtGui import QImage

MAX_PAGES = 300
DOTS_PER_POINT = 2.0
"""144 dots an inch: sharp on a screen up to twice its size."""

MAX_SIDE_PX = 4096
_CANNOT_READ, _NEEDS_PASSWORD, _TOO_MANY = 3, 4, 5


def main(arguments: list[str]) -> int:
    """The exit code says why it ended: 0, or one of those that `pdf` puts in words."""
    source, folder = Path(arguments[0]), Path(arguments[1])
    try:
        document = pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        return _NEEDS_PASSWORD if "password" in str(error).lower() else _CANNOT_READ
    if len(document) > MAX_PAGES:
        return _TOO_MANY
    print(len(document), flush=True)
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(DOTS_PER_POINT, MAX_SIDE_PX / max(width, height, 1.0))
        bitmap = page.render(scale=scale, rev_byteorder=False)
        name = f"{number}.png"
        _image(bitmap).save(str(folder / name), "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
        print(number, f"{width:.3f}", f"{height:.3f}", name, flush=True)
        page.close()
    return 0


def _image(bitmap: pdfium.PdfBitmap) -> QImage:
    formats = {3: QImage.Format.Format_BGR888, 4: QImage.Format.Format_RGB32, 1: QImage.Format.Format_Grayscale8}
    return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, formats[bitmap.n_channels]).copy()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
