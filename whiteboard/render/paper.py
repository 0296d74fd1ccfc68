"""What the board is drawn on."""

from __future__ import annotations

from PySide6.QtGui import QColor

PAPER = QColor("#ffffff")
