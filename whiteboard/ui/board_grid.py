"""Cards in as many columns as fit, in a page that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from .board_card import CARD_PX
from .theme import GAP_PX

SPACE_PX = 3 * GAP_PX


class BoardGrid(QWidget):
    """Keeps its cards in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        for card in self._cards:
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards = list(cards)
        for card in self._cards:
            card.setParent(self)
            card.show()
        self._place()

    @property
    def _columns(self) -> int:
        return max(1, (self.width() + SPACE_PX) // (CARD_PX.width() + SPACE_PX))

    def _place(self) -> None:
        columns = self._columns
        for i, card in enumerate(self._cards):
            row, column = divmod(i, columns)
            card.move(column * (CARD_PX.width() + SPACE_PX), row * (CARD_PX.height() + GAP_PX))
        rows = -(-len(self._cards) // columns)
        self.setMinimumHeight(rows * (CARD_PX.height() + GAP_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(CARD_PX.width(), self.minimumHeight())
