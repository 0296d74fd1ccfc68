"""The menu of a right click on the board: what one can do with what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from whiteboard.model.element import Element
from whiteboard.tools.arrange.groups import clicked, open_group, path
from whiteboard.tools.select_hit import TOLERANCE_PX
from whiteboard.tools.selection import picked

from .actions import BY_NAME

if TYPE_CHECKING:
    from .board_window import BoardView

_ORDER = ("front", "forward", "backward", "back")
_ALIGN = ("left", "center", "right", "top", "middle", "bottom")


class ContextMenu(QMenu):
    """Made anew each time it opens, with what makes sense for the selection."""

    def __init__(self, board: BoardView, at_px: QPoint) -> None:
        super().__init__(board)
        self._board = board
        self._at = board.canvas.view.to_board((at_px.x(), at_px.y()))
        editor = board.editor
        elements = picked(editor.selection, editor.document)
        locked = any(element.lock for element in elements)
        if elements and not locked:
            self._add("cut", "copy")
            self._add_paste()
            self._add("duplicate")
            self.addSeparator()
            self._add(*self._groups(elements))
            self._add_menu(self.tr("Order"), *(f"order.{name}" for name in _ORDER))
            if len(elements) > 1:
                align = [f"align.{name}" for name in _ALIGN]
                self._add_menu(self.tr("Align"), *align, "", "distribute.across", "distribute.down")
            self._add_menu(self.tr("Flip"), "flip.across", "flip.down")
            self._add("lock")
            self.addSeparator()
            self._add("delete")
        elif elements:
            self._add("lock", "copy")
            self._add_paste()
        else:
            self._add_paste()
            self._add("select_all")
            self.addSeparator()
            self._add("zoom.fit")
            snap = self._item(self, "snap")
            snap.setCheckable(True)
            snap.setChecked(editor.snapping)
        self.aboutToHide.connect(self.deleteLater)

    def _groups(self, elements: Sequence[Element]) -> Iterator[str]:
        editor = self._board.editor
        depth = len(open_group(editor.selection, editor.document))
        if len(elements) > 1:
            yield "group"
        if any(len(path(element)) > depth for element in elements if element.group):
            yield "ungroup"

    def _add(self, *names: str) -> None:
        for name in names:
            self._item(self, name)

    def _add_menu(self, title: str, *names: str) -> None:
        menu = self.addMenu(title)
        for name in names:
            if name:
                self._item(menu, name)
            else:
                menu.addSeparator()

    def _add_paste(self) -> None:
        item = self._item(self, "paste")
        item.triggered.disconnect()
        item.triggered.connect(lambda: self._board.clipboard.paste(self._at))

    def _item(self, menu: QMenu, name: str) -> QAction:
        action = BY_NAME[name]
        item = menu.addAction(action.label)
        if action.keys_now:
            item.setShortcut(QKeySequence(action.keys_now[0]))
            item.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the board's own keys do it
            item.setShortcutVisibleInContextMenu(True)
        item.triggered.connect(partial(self._do, name))
        return item

    def _do(self, name: str, checked: bool = False) -> None:
        BY_NAME[name].do(self._board)


def open_on_right_click(board: BoardView) -> None:
    """Open the menu where the board is clicked with the right button; what is under the pointer is selected first."""
    canvas = board.canvas

    def open_menu(at_px: QPoint) -> None:
        if board.editor.may_draw and not board.editor.busy:
            _select_under(board, at_px)
            ContextMenu(board, at_px).popup(canvas.mapToGlobal(at_px))

    canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    canvas.customContextMenuRequested.connect(open_menu)


def _select_under(board: BoardView, at_px: QPoint) -> None:
    editor, view = board.editor, board.canvas.view
    at = view.to_board((at_px.x(), at_px.y()))
    frame = editor.selection_frame
    id = editor.index.at(at, TOLERANCE_PX / view.zoom)
    if id is not None and id in editor.selection:
        return
    element = None if id is None else editor.document.get(id)
    if element is not None:
        whole = element.lock
        editor.select(frozenset([element.id]) if whole else clicked(element, editor.selection, editor.document))
    elif frame is None or not frame.holds(at):
        editor.select(frozenset())
