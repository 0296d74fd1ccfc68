"""The page of the settings about pens and fingers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from .buttons import button, words
from .curve_picture import CurvePicture
from .setting_names import BARRELS, ERASER_ENDS
from .settings_pages import Keeper, SettingsPage
from .theme import GAP_PX, MARGIN_PX, SMALL_PT

_STEPS = 10
"""Of the slider, to either side."""


class PenPage(SettingsPage):
    """`test` shows the page where one tries it."""

    def __init__(self, keeper: Keeper, test: Callable[[], None]) -> None:
        super().__init__(keeper)
        self.barrel = self.add_list(self.tr("Side button of the pen"), "barrel", BARRELS)
        self.eraser_end = self.add_list(self.tr("Eraser end of the pen"), "eraser_end", ERASER_ENDS)
        self.firmness = PressureRow(keeper)
        self.add_row(self.tr("Pressure"), self.firmness)
        for field in ("fingers_beside_pen", "hold_to_shape", "snapping"):
            self.add_switch(field)
        self.add_words(self.tr("Once a pen is used, fingers move the board instead of drawing, unless you let them."))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        self.test = button(self.tr("Test your pen"), icon="pen")
        self.test.clicked.connect(lambda _: test())
        line.addWidget(self.test)
        line.addStretch()
        self.add_widget(row)
        self.end()


class PressureRow(QWidget):
    """From light to firm, and a picture of what comes out."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-_STEPS, _STEPS)
        self.slider.setPageStep(_STEPS // 2)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(_STEPS)
        self.slider.setValue(round(keeper.settings.pen_firmness * _STEPS))
        self.slider.setAccessibleName(self.tr("How firmly you press"))
        self.slider.valueChanged.connect(lambda value: keeper.keep_settings(pen_firmness=value / _STEPS))
        self.picture = CurvePicture()
        self.picture.show_curve(keeper.settings.pen_firmness)
        self.slider.valueChanged.connect(lambda value: self.picture.show_curve(value / _STEPS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(_end(self.tr("Light")))
        row.addWidget(self.slider, 1)
        row.addWidget(_end(self.tr("Firm")))
        row.addSpacing(MARGIN_PX)
        row.addWidget(self.picture)
        self.setFocusProxy(self.slider)


def _end(text: str) -> QLabel:
    label = words(text, SMALL_PT, muted=True)
    label.setWordWrap(False)
    return label
