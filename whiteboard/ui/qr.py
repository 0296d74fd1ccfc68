"""A join link as a QR code, painted from its matrix."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

SIDE_PX = 208
"""At most so wide, unless modules would become too small for a phone's camera."""

_QUIET = 3  # modules of white around the code; phones need two, the norm says four


def qr_image(text: str) -> QImage:
    """The code of a text, one pixel a module, white border included."""
    import segno  # 30 ms that the first window need not wait for

    matrix = segno.make(text, error="m", micro=False).matrix
    side = len(matrix) + 2 * _QUIET
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x + _QUIET, y + _QUIET, 0)
    return image


class QrCode(QWidget):
    """Black on white in every theme: readers want it so. Each module is a whole number of pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_link(self, link: str) -> None:
        self._image = qr_image(link) if link else QImage()
        side = self._image.width()
        self.setFixedSize(QSize(1, 1) * side * max(2, SIDE_PX // side) if side else QSize(0, 0))
        self.setAccessibleName(self.tr("QR code of the link {}").format(link))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        module = max(1, int(min(self.width(), self.height()) * ratio / self._image.width()))
        side = round(module * self._image.width() / ratio)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            painter.drawImage(place, self._image)
