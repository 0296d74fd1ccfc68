"""Any colour at all: found in fields, written as #rrggbb, or taken from the board."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from .canvas_widget import Canvas
from .color_field import HueStrip, ShadeField
from .pick_color import pick_color
from .popover import Popover
from .shortcuts import is_escape
from .target_button import IconButton
from .theme import GAP_PX, RADIUS_PX, THEME

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


class ColorChooser(Popover):
    """Closing it takes the colour that it shows, if another was found; Escape does not."""

    def __init__(self, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent, width_px=264)
        self._canvas = canvas
        self._take: Callable[[str], None] | None = None
        self._before = ""
        self._hue = 0.0
        self.color = "#1e1e1e"
        """The one it shows."""
        self.setAccessibleName(self.tr("Colour"))
        self.shade = ShadeField(self.tr("Strength and brightness"))
        self.hue = HueStrip(self.tr("Hue"))
        self.shade.moved.connect(lambda x, y: self._find(self._hue, x, 1 - y))
        self.hue.moved.connect(lambda x, _: self._find(min(x, 0.999), *self._strength()))
        self.code = QLineEdit()
        self.code.setMaxLength(7)
        self.code.setAccessibleName(self.tr("Colour as #rrggbb"))
        self.code.textEdited.connect(self._on_typed)
        self.code.returnPressed.connect(self.hide)
        label = self.tr("Pick a colour from the board")
        self.pick = IconButton("eyedropper", label, label, self._pick)
        self._sample = _Sample()
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(self._sample)
        row.addWidget(self.code, 1)
        row.addWidget(self.pick)
        self.column.addWidget(self.shade)
        self.column.addWidget(self.hue)
        self.column.addLayout(row)

    def open_beside(self, anchor: QWidget, color: str, take: Callable[[str], None]) -> None:
        """Find a colour, starting from this one; `take` is called once with what is found."""
        self._before = color
        self._show(QColor(color or "#1971c2"))
        self.code.setText(self.color)
        self._take = take
        self.open_below(anchor)
        if anchor.mapTo(anchor.window(), QPoint(0, 0)).y() > anchor.window().height() / 2:
            self.move(self.x(), anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - GAP_PX)
        self.code.setFocus()
        self.code.selectAll()

    def event(self, event: QEvent) -> bool:
        if is_escape(event):
            self._take = None
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        take, self._take = self._take, None
        if take is not None and self.color != self._before:
            take(self.color)

    # ------------------------------------------------------------ inside

    def _strength(self) -> tuple[float, float]:
        color = QColor(self.color)
        return color.hsvSaturationF(), color.valueF()

    def _find(self, hue: float, saturation: float, value: float) -> None:
        self._hue = hue
        self.color = QColor.fromHsvF(hue, saturation, value).name()
        self.code.setText(self.color)
        self._refresh(saturation, value)

    def _on_typed(self, text: str) -> None:
        found = _HEX.fullmatch(text.strip())
        if found:
            self._show(QColor(f"#{found[1]}"))

    def _show(self, color: QColor) -> None:
        self.color = color.name()
        if color.hsvHueF() >= 0:  # greys have none: keep the strip where it is
            self._hue = color.hsvHueF()
        self._refresh(*self._strength())

    def _refresh(self, saturation: float, value: float) -> None:
        self.shade.show_shade(self._hue, saturation, value)
        self.hue.show_hue(self._hue)
        self._sample.show_color(self.color)

    def _pick(self) -> None:
        take, self._take = self._take, None
        self.hide()
        if take is not None:
            pick_color(self._canvas, take)


class _Sample(QWidget):
    """A piece of the colour."""

    def __init__(self) -> None:
        super().__init__()
        self._color = QColor()
        self.setFixedSize(QSize(36, 36))

    def show_color(self, color: str) -> None:
        self._color = QColor(color)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(THEME.colors.border)))
            painter.setBrush(self._color)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
