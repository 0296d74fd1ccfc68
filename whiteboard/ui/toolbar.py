"""The island at the lower edge: tools, colours, widths. It derives from the registry and shows what the editor says."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from whiteboard.editor import Editor
from whiteboard.model.style import COLORS, WIDTHS
from whiteboard.tools.registry import HAND, TOOLS

from .actions import BY_NAME, hint
from .buttons import words
from .target_button import IconButton, TargetButton
from .theme import GAP_PX, RADIUS_PX, SMALL_GAP_PX, TARGET_PX, THEME
from .tool_family import FamilyButton, ToolButton

COLOR_NAMES: dict[str, str] = {
    "#1e1e1e": "Black",
    "#e03131": "Red",
    "#f08c00": "Orange",
    "#2f9e44": "Green",
    "#1971c2": "Blue",
    "#7048e8": "Violet",
    "#c2255c": "Pink",
    "#868e96": "Grey",
}

_SWATCH_PX = 20.0
_NARROW_PX = 36


class Island(QFrame):
    """A panel that floats above the canvas; buttons in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SMALL_GAP_PX, SMALL_GAP_PX, SMALL_GAP_PX, SMALL_GAP_PX)
        self._row.setSpacing(0)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.setBrush(QColor(colors.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)


class Toolbar(Island):
    """Tools, colours and widths; and, once somebody writes with a pen, whether fingers draw too."""

    fingers_toggled = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setAccessibleName(self.tr("Tools"))
        self._tools = {
            tool.name: ToolButton(tool, hint(tool.label, tool.key), partial(editor.choose, tool.name))
            for tool in TOOLS
            if not tool.family
        }
        self._families = {
            family: FamilyButton(family, [tool for tool in TOOLS if tool.family == family], editor, self)
            for family in dict.fromkeys(tool.family for tool in TOOLS if tool.family)
        }
        in_order = dict.fromkeys(self._families.get(tool.family) or self._tools[tool.name] for tool in TOOLS)
        self._colors = {color: Swatch(color, editor) for color in COLORS}
        self._widths = {width: WidthButton(number, editor) for number, width in enumerate(WIDTHS, start=1)}
        self._inks = _Row([*self._colors.values(), _Divider(), *self._widths.values()])
        for button in (*self._colors.values(), *self._widths.values()):
            button.setCheckable(True)
        self._beside_inks = _Divider()
        self._upper = _Row(in_order)
        self.add(self._upper, self._beside_inks, self._inks)
        self.why = words(self.tr("You may look. The host decides who may draw."))
        self.why.setWordWrap(False)
        self.why.setContentsMargins(GAP_PX, 0, GAP_PX, 0)
        self.why.hide()
        self._upper.add(self.why)
        self._may_draw = True
        self.fingers = IconButton(
            "finger",
            self.tr("Draw with fingers"),
            self.tr("Draw with fingers, beside the pen"),
            self.fingers_toggled.emit,
        )
        self.fingers.setCheckable(True)
        self._beside_fingers = _Divider()
        self._upper.add(self._beside_fingers, self.fingers)
        self.offer_fingers(False)
        self.refresh()

    def offer_fingers(self, on: bool) -> None:
        """Whether the button that lets fingers draw beside the pen is there."""
        self._beside_fingers.setVisible(on)
        self.fingers.setVisible(on)

    def fold(self, width_px: int) -> None:
        """Take no more than this width: in one row, or colours and widths beneath the tools."""
        margins = 2 * SMALL_GAP_PX
        parts = [self._upper, *([self._beside_inks, self._inks] if self._may_draw else [])]
        folded = sum(part.sizeHint().width() for part in parts) + margins > width_px
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._beside_inks.setVisible(self._may_draw and not folded)

    def refresh(self) -> bool:
        """Show what is in hand, and what may be. Returns whether the island has another size now."""
        editor = self._editor
        resized = editor.may_draw != self._may_draw
        if resized:
            self._show_whether_i_may_draw(editor.may_draw)
        for name, button in self._tools.items():
            button.setChecked(name == editor.tool)
            button.show_kept(editor.keep_tool and name != HAND)
        for family in self._families.values():
            family.refresh(may_draw=self._may_draw)
        for color, swatch in self._colors.items():
            swatch.setChecked(color == editor.color)
        for width, dot in self._widths.items():
            dot.setChecked(width == editor.width)
            dot.update()
        return resized

    def _show_whether_i_may_draw(self, may_draw: bool) -> None:
        self._may_draw = may_draw
        for name, button in self._tools.items():
            button.setEnabled(may_draw or name == HAND)
            button.setToolTip(BY_NAME[f"tool.{name}"].hint if button.isEnabled() else self.why.text())
        for family in self._families.values():
            family.setEnabled(may_draw)
        for part in (self._inks, self._beside_inks):
            part.setVisible(may_draw)
        self.why.setVisible(not may_draw)


class _Row(QWidget):
    """Buttons side by side."""

    def __init__(self, widgets: Iterable[QWidget]) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget)


class Swatch(TargetButton):
    """A colour of the palette."""

    def __init__(self, color: str, editor: Editor) -> None:
        name = COLOR_NAMES.get(color, color)
        super().__init__(name, name, partial(editor.set_color, color))
        self._color = QColor(color)

    def sizeHint(self) -> QSize:
        return QSize(_NARROW_PX, TARGET_PX)

    def paint_face(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        radius = _SWATCH_PX / 2
        painter.setPen(QPen(QColor(THEME.colors.border), 1) if THEME.is_dark else Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawEllipse(middle, radius, radius)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(THEME.colors.text), 2))
            painter.drawEllipse(middle, radius + 3.5, radius + 3.5)


class WidthButton(TargetButton):
    """One of the four widths, as a line of that width."""

    def __init__(self, number: int, editor: Editor) -> None:
        action = BY_NAME[f"width.{number}"]
        super().__init__(action.label, action.hint, partial(editor.set_width, WIDTHS[number - 1]))
        self._line_px = (1.75, 3.5, 6.0, 9.5)[number - 1]

    def sizeHint(self) -> QSize:
        return QSize(_NARROW_PX, TARGET_PX)

    def _ground(self) -> str:
        return THEME.colors.accent_soft if self.isChecked() else super()._ground()

    def paint_face(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        half = 8.0 - self._line_px / 4
        pen = QPen(QColor(THEME.colors.text), self._line_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))


class _Divider(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(2 * SMALL_GAP_PX + 1, TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(SMALL_GAP_PX, 8, 1, self.height() - 16, QColor(THEME.colors.border))
