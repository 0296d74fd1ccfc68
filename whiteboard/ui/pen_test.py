"""The page where one sees what a pen and a screen can do: ink, and what every device says about itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from .board_window import BoardView
from .buttons import button, words
from .pen_pad import PenPad
from .pen_reading import described
from .settings_pages import Keeper
from .switch import Switch
from .theme import GAP_PX, MARGIN_PX, SMALL_PT, THEME

_TOLD_MS = 50
"""The words follow the pen no faster than one can read."""

_SIDE_PX = 232


class PenTest(QWidget):
    """`pad` is where one draws; nothing of it stays."""

    def __init__(self, keeper: Keeper, board: BoardView | None) -> None:
        super().__init__()
        self._board = board
        self.pad = PenPad(lambda: keeper.settings.pen_firmness)
        self.pad.sampled.connect(self._want_words)
        self.values: dict[str, QLabel] = {}
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setAccessibleName(self.tr("Pressure"))
        self.bar.hide()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(GAP_PX)
        self._form.setVerticalSpacing(GAP_PX)
        self.nothing = words(self.tr("Draw in the field with your pen, with fingers, or with the mouse."), muted=True)
        self.palm = words()
        self.fingers = Switch(self.tr("Fingers draw"))
        self.fingers.clicked.connect(self._let_fingers_draw)
        clear = button(self.tr("Clear"), "quiet")
        clear.clicked.connect(lambda _: self.pad.clear())
        side = QVBoxLayout()
        side.setSpacing(MARGIN_PX)
        for widget in (self.nothing, self.bar):
            side.addWidget(widget)
        side.addLayout(self._form)
        side.addStretch()
        side.addWidget(self.palm)
        side.addWidget(self.fingers)
        side.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        beside = QWidget()
        beside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        beside.setFixedWidth(round(_SIDE_PX * THEME.letters))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN_PX)
        row.addWidget(self.pad, 1)
        row.addWidget(beside)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_TOLD_MS)
        self._telling.timeout.connect(self._tell)
        self._show_fingers()

    def _want_words(self) -> None:
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        """Show what was said last."""
        reading, pad = self.pad.reading, self.pad
        told = described(reading) if reading is not None else {}
        if pad.fingers:
            told[self.tr("Fingers")] = ", ".join(str(finger) for finger in sorted(pad.fingers))
        told[self.tr("Samples")] = self.tr("{:.0f} a second").format(pad.rate)
        self.bar.setVisible(reading is not None and reading.pressure is not None)
        self.bar.setValue(round(100 * ((reading.pressure or 0.0) if reading is not None and reading.touching else 0.0)))
        self.nothing.hide()
        for name, text in told.items():
            if name not in self.values:
                self.values[name] = words(points=SMALL_PT)
                self._form.addRow(words(name, SMALL_PT, muted=True), self.values[name])
            self.values[name].setText(text)

    def _show_fingers(self) -> None:
        """Whether a palm would draw on the board."""
        canvas = self._board.canvas if self._board is not None else None
        known = canvas is not None and canvas.pen_known
        draw = canvas is None or canvas.fingers_draw
        if not known:
            self.palm.setText(self.tr("No pen was used on this board yet: one finger draws."))
        elif draw:
            self.palm.setText(self.tr("A pen was used, and fingers draw beside it."))
        else:
            self.palm.setText(self.tr("A pen was used: fingers move the board, and a palm leaves no ink."))
        self.fingers.setVisible(known)
        self.fingers.setChecked(draw)

    def _let_fingers_draw(self, on: bool) -> None:
        if self._board is not None:
            self._board.let_fingers_draw(on)
        self._show_fingers()

    def showEvent(self, event: object) -> None:
        self._show_fingers()
