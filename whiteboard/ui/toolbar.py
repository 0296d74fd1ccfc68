"""The island at the lower edge: tools, and colours and widths while the panel that has them too is folded away.

It derives from the registry and shows what the editor says.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from whiteboard.editor import Editor
from whiteboard.model.style import COLORS, WIDTHS
from whiteboard.tools.registry import HAND, INSTRUMENT_FAMILY, TOOLS
from whiteboard.tools.tool import ToolInfo
from whiteboard.words import t

from .actions import BY_NAME, hint
from .app_actions import APP_ACTIONS, Wish
from .buttons import words
from .island import Divider, Island, Row
from .look.subject import Subject
from .look.traits import Trait, Value
from .swatches import OwnSwatch, Swatch, WidthButton
from .target_button import IconButton
from .theme import GAP_PX, SMALL_GAP_PX
from .tool_family import FamilyButton, ToolButton

KEEPING_TOOLS = ("text", "note")
"""Tools without a family that are put away once they have drawn."""


class Toolbar(Island):
    """A button for each family of tools, colours and widths; and, once somebody writes with a pen, whether fingers
    draw too."""

    fingers_toggled = Signal()
    insert_wanted = Signal()
    panel_toggled = Signal()
    own_color_wanted = Signal(object)
    """Any colour at all is to be chosen, beside this widget."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._may_draw = True
        self._quick = True
        self.setAccessibleName(self.tr("Tools"))
        self._tools = {tool.name: self._button(tool) for tool in TOOLS if not tool.family}
        self._families = {
            family: FamilyButton(family, [tool for tool in TOOLS if tool.family == family], editor, self)
            for family in dict.fromkeys(tool.family for tool in TOOLS if tool.family)
        }
        insert = next(action for action in APP_ACTIONS if action.wish is Wish.INSERT)
        label = insert.label.removesuffix("…")
        self.insert = IconButton(insert.icon, label, hint(label, insert.key), self.insert_wanted.emit)
        look = BY_NAME["panel"]
        self.look = IconButton(look.icon, look.label, look.hint, self.panel_toggled.emit)
        self.look.setCheckable(True)
        in_order: dict[QWidget, None] = {}
        for tool in TOOLS:
            if tool.family == INSTRUMENT_FAMILY:
                in_order[self.insert] = None
            in_order[self._families.get(tool.family) or self._tools[tool.name]] = None
        self._beside_look = Divider()
        self._upper = Row([*in_order, self._beside_look, self.look])
        self._colors = {color: Swatch(color, partial(editor.set_color, color)) for color in COLORS}
        label = self.tr("More colours")
        self._own = OwnSwatch(label, lambda: self.own_color_wanted.emit(self._own))
        self._widths = {width: _width(number, editor) for number, width in enumerate(WIDTHS, start=1)}
        self._inks = Row([*self._colors.values(), self._own, Divider(), *self._widths.values()])
        self._beside_inks = Divider()
        self.add(self._upper, self._beside_inks, self._inks)
        self.why = words(self.tr("You may look. The host decides who may draw."))
        self.why.setWordWrap(False)
        self.why.setContentsMargins(GAP_PX, 0, GAP_PX, 0)
        self.why.hide()
        self._upper.add(self.why)
        self.fingers = IconButton(
            "finger",
            self.tr("Draw with fingers"),
            self.tr("Draw with fingers, beside the pen"),
            self.fingers_toggled.emit,
        )
        self.fingers.setCheckable(True)
        self._beside_fingers = Divider()
        self._upper.add(self._beside_fingers, self.fingers)
        self.offer_fingers(False)
        self.refresh()

    def offer_fingers(self, on: bool) -> None:
        """Whether the button that lets fingers draw beside the pen is there."""
        self._beside_fingers.setVisible(on)
        self.fingers.setVisible(on)

    def show_quick(self, on: bool) -> None:
        """Whether colours and widths are here."""
        self._quick = on
        self._inks.setVisible(on and self._may_draw)

    def fold(self, width_px: int) -> None:
        """Take no more than this width: in one row, or colours and widths beneath the tools."""
        margins = 2 * SMALL_GAP_PX
        shown = self._may_draw and self._quick
        parts = [self._upper, *([self._beside_inks, self._inks] if shown else [])]
        for row in (self._upper, self._inks):
            row.updateGeometry()  # a row whose buttons came or went says so by itself only later
        folded = sum(part.sizeHint().width() for part in parts) + margins > width_px
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._beside_inks.setVisible(shown and not folded)

    def refresh(self, subject: Subject | None = None) -> bool:
        """Show what is in hand, and what may be; with a subject of selected things, their colour and width.

        Returns whether the island has another size now.
        """
        editor = self._editor
        resized = editor.may_draw != self._may_draw
        if resized:
            self._show_whether_i_may_draw(editor.may_draw)
        for name, button in self._tools.items():
            button.setChecked(name == editor.tool)
            button.show_kept(editor.keep_tool and name in KEEPING_TOOLS)
        for family in self._families.values():
            family.refresh(may_draw=self._may_draw)
        self._show_inks(subject)
        return resized

    def _show_inks(self, subject: Subject | None) -> None:
        color: Value | None = self._editor.color
        width: Value | None = self._editor.width
        if subject is not None and subject.ids:
            color = subject.values.get(Trait.COLOR, subject.values.get(Trait.PAPER))
            width = subject.values.get(Trait.WIDTH)
        for each, swatch in self._colors.items():
            swatch.setChecked(each == color)
        self._own.show_color("" if color is None or color in self._colors else str(color))
        for units, dot in self._widths.items():
            dot.setChecked(units == width)

    def _button(self, tool: ToolInfo) -> ToolButton:
        return ToolButton(tool, hint(t(tool.label), tool.key), partial(self._editor.choose, tool.name))

    def _show_whether_i_may_draw(self, may_draw: bool) -> None:
        """Who may only look sees only what serves looking."""
        self._may_draw = may_draw
        watching = {tool.name for tool in TOOLS if tool.watching} | {HAND}
        for name, button in self._tools.items():
            button.setVisible(may_draw or name in watching)
        for family in self._families.values():
            family.setVisible(may_draw)
        for part in (self.insert, self._beside_look, self.look):
            part.setVisible(may_draw)
        self._inks.setVisible(may_draw and self._quick)
        self._beside_inks.setVisible(may_draw and self._quick)
        self.why.setVisible(not may_draw)


def _width(number: int, editor: Editor) -> WidthButton:
    action = BY_NAME[f"width.{number}"]
    return WidthButton(number, action.label, action.hint, partial(editor.set_width, WIDTHS[number - 1]))
