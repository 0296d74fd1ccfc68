"""Tools that share a button of the toolbar: it takes the one that was used last; clicked again, it offers them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QGridLayout, QWidget

from whiteboard.editor import Editor
from whiteboard.tools.registry import ERASER, INK_FAMILY, INSTRUMENT_FAMILY, LINE_FAMILY, SELECT, SHAPE_FAMILY
from whiteboard.tools.tool import ToolInfo
from whiteboard.words import t

from . import icons
from .action import hint
from .popover import Popover
from .shortcuts import is_asked_for
from .target_button import IconButton
from .theme import GAP_PX, MARGIN_PX, SMALL_GAP_PX, THEME

FAMILY_NAMES: dict[str, str] = {
    SELECT: "Selection tools",
    INK_FAMILY: "Pens",
    ERASER: "Erasers",
    SHAPE_FAMILY: "Shapes",
    LINE_FAMILY: "Lines and arrows",
    INSTRUMENT_FAMILY: "Instruments",
}
KEEPING = (SHAPE_FAMILY, LINE_FAMILY)
"""The families whose tools are put away once they have drawn, unless they are kept."""

KEEP_KEY = "Q"

HOLD_MS = 350
"""A button that is held for so long offers its family."""

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_IN_A_ROW = 5
_BADGE_PX = 12
_CORNER_PX = 5.0


class ToolButton(IconButton):
    """A tool; a small lock says that it is kept in hand."""

    def __init__(self, tool: ToolInfo, tip: str, do: Callable[[], None]) -> None:
        super().__init__(tool.icon, t(tool.label), tip, do)
        self._kept = False
        self.setCheckable(True)

    def show_kept(self, kept: bool) -> None:
        """Show the lock, or not."""
        if kept != self._kept:
            self._kept = kept
            self.update()

    def paint_face(self, painter: QPainter) -> None:
        super().paint_face(painter)
        if self._kept and self.isChecked():
            lock = icons.pixmap("keep", THEME.colors.link, _BADGE_PX, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(3, self.height() - _BADGE_PX - 2), lock)


class FamilyButton(ToolButton):
    """Shows the member that is in hand, or was last. A little triangle says that there are more: a second click, a
    right click, a finger or a button held, and the arrow keys offer them."""

    def __init__(self, family: str, tools: Sequence[ToolInfo], editor: Editor, parent: QWidget) -> None:
        super().__init__(tools[0], t(FAMILY_NAMES.get(family, family)), self._take)
        self.setAccessibleName(t(FAMILY_NAMES.get(family, family)))
        self._tools = {tool.name: tool for tool in tools}
        self._family = family
        self._last = tools[0]
        self._editor = editor
        self._offer = Offer(family, tools, editor, parent)
        self._holding = QTimer(self)
        self._holding.setSingleShot(True)
        self._holding.setInterval(HOLD_MS)
        self._holding.timeout.connect(self._on_held)
        self.refresh(may_draw=True)

    def refresh(self, *, may_draw: bool) -> None:
        """Show what is in hand."""
        editor = self._editor
        self._last = self._tools.get(editor.tool, self._last)
        self._icon = self._last.icon
        name = self.accessibleName()
        more = QCoreApplication.translate("FamilyButton", "Click again for more.")
        self.setToolTip(f"{name}: {hint(t(self._last.label), self._last.key)}. {more}")
        self.setAccessibleDescription(t(self._last.label))
        self.setChecked(editor.tool in self._tools)
        self.show_kept(editor.keep_tool and self._family in KEEPING)
        self._offer.refresh(may_draw=may_draw)
        self.update()

    def _take(self) -> None:
        if self._editor.tool in self._tools:
            self._offer.open_above(self)
        else:
            self._editor.choose(self._last.name)

    def _on_held(self) -> None:
        self.setDown(False)
        self._offer.open_above(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._holding.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._holding.stop()
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if is_asked_for(event, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._offer.open_above(self)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self._offer.open_above(self)

    def paint_face(self, painter: QPainter) -> None:
        super().paint_face(painter)
        corner = QPointF(self.width() - 4.0, self.height() - 4.0)
        across, up = QPointF(_CORNER_PX, 0), QPointF(0, _CORNER_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(THEME.colors.link if self.isChecked() else THEME.colors.text))
        painter.setOpacity(0.7 if self.isEnabled() else 0.3)
        painter.drawPolygon(QPolygonF([corner, corner - across, corner - up]))
        painter.setOpacity(1.0)


class Offer(Popover):
    """All tools of a family, and whether they stay in hand."""

    def __init__(self, family: str, tools: Sequence[ToolInfo], editor: Editor, parent: QWidget) -> None:
        keeps = family in KEEPING
        self._columns = min(len(tools) + keeps, _IN_A_ROW)
        super().__init__(parent, width_px=self._columns * THEME.target_px + 2 * GAP_PX)
        self._editor = editor
        self.setAccessibleName(t(FAMILY_NAMES.get(family, family)))
        self.column.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        self.buttons = {
            tool.name: ToolButton(tool, hint(t(tool.label), tool.key), partial(self._choose, tool.name))
            for tool in tools
        }
        grid = QGridLayout()
        grid.setSpacing(0)
        for number, button in enumerate(self.buttons.values()):
            grid.addWidget(button, number // self._columns, number % self._columns)
            button.installEventFilter(self)
        self.column.addLayout(grid)
        label = QCoreApplication.translate("Offer", "Keep this tool in hand")
        self._keep = IconButton("keep", label, hint(label, KEEP_KEY), self._toggle_keep)
        self._keep.setCheckable(True)
        if keeps:
            grid.addWidget(self._keep, len(tools) // self._columns, self._columns - 1)

    def refresh(self, *, may_draw: bool) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == self._editor.tool)
            button.setEnabled(may_draw)
        self._keep.setChecked(self._editor.keep_tool)

    def open_above(self, anchor: QWidget) -> None:
        """Show it over the button, inside the window's width; the keyboard is at the tool in hand."""
        self.setFixedWidth(self._columns * THEME.target_px + 2 * GAP_PX)
        self.adjustSize()
        window = anchor.window()
        at = anchor.mapTo(window, QPoint((anchor.width() - self.width()) // 2, -self.height() - SMALL_GAP_PX * 2))
        x = min(max(at.x(), MARGIN_PX), window.width() - self.width() - MARGIN_PX)
        self.move(window.mapToGlobal(QPoint(x, at.y())))
        self.show()
        if anchor.hasFocus():
            chosen = self.buttons.get(self._editor.tool) or next(iter(self.buttons.values()))
            chosen.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        if is_asked_for(event, *_ARROWS):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys go from tool to tool."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = dict(zip(_ARROWS, (-1, 1, -self._columns, self._columns), strict=True))
        step = steps.get(Qt.Key(event.key()))
        every = list(self.buttons.values())
        place = next((place for place, button in enumerate(every) if button is watched), None)
        if step is None or place is None:
            return False
        if 0 <= place + step < len(every):
            every[place + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _choose(self, tool: str) -> None:
        self.hide()
        self._editor.choose(tool)

    def _toggle_keep(self) -> None:
        self._editor.keep(not self._editor.keep_tool)
