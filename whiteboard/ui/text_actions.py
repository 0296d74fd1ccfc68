"""What one can do with texts by key: write, find, and change the letters of what is selected."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from whiteboard.model.elements import kind_of
from whiteboard.tools.lettering import Lettering, aligned, bold, italic, larger, smaller

from .action import Action, BoardParts
from .keymap import is_single

LETTERINGS: dict[str, Lettering] = {
    "text.larger": larger,
    "text.smaller": smaller,
    "text.bold": bold,
    "text.italic": italic,
    "text.left": aligned("left"),
    "text.center": aligned("center"),
    "text.right": aligned("right"),
}
"""By the names of their actions."""


def _letters(name: str, label: str, keys: tuple[str, ...]) -> Action:
    change = LETTERINGS[f"text.{name}"]
    return Action(f"text.{name}", label, keys, lambda board: board.typing.reletter(change))


def lettering(pressed: QKeySequence) -> Lettering | None:
    """What a key does to letters while somebody types; None: it is no such key. Keys that write are left to write."""
    for action in TEXT_ACTIONS:
        if action.name in LETTERINGS and any(
            QKeySequence(key) == pressed for key in action.keys_now if not is_single(key)
        ):
            return LETTERINGS[action.name]
    return None


def _write(board: BoardParts) -> None:
    """Type into the one thing that is selected; of a drawing of several clicks, be done."""
    if board.editor.busy:
        board.editor.finish()
    elif len(board.editor.selection) == 1:
        (id,) = board.editor.selection
        element = board.editor.document.get(id)
        if element is not None and kind_of(element).text:
            board.typing.write(id)


def _find(board: BoardParts) -> None:
    board.finder.open()


TEXT_ACTIONS: tuple[Action, ...] = (
    Action("text.write", "Write into what is selected", ("Return", "Enter"), _write),
    Action("text.find", "Find text", ("Ctrl+F",), _find, "search"),
    _letters("larger", "Larger letters", ("Ctrl+Shift+>", "Ctrl+Shift+.")),
    _letters("smaller", "Smaller letters", ("Ctrl+Shift+<", "Ctrl+Shift+,")),
    _letters("bold", "Bold", ("Ctrl+B",)),
    _letters("italic", "Italic", ("Ctrl+I",)),
    _letters("left", "Text at the left", ("Ctrl+Alt+L",)),
    _letters("center", "Text in the middle", ("Ctrl+Alt+E",)),
    _letters("right", "Text at the right", ("Ctrl+Alt+R",)),
)
