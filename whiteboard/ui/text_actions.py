"""What one can do with texts by key: write, find, and change the letters of what is selected."""

from __future__ import annotations

from whiteboard.model.elements import kind_of
from whiteboard.tools.lettering import Lettering, aligned, bold, italic, larger, smaller

from .action import Action, BoardParts


def _letters(name: str, label: str, keys: tuple[str, ...], change: Lettering) -> Action:
    return Action(f"text.{name}", label, keys, lambda board: board.typing.reletter(change))


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
    _letters("larger", "Larger letters", ("Ctrl+Shift+>", "Ctrl+Shift+."), larger),
    _letters("smaller", "Smaller letters", ("Ctrl+Shift+<", "Ctrl+Shift+,"), smaller),
    _letters("bold", "Bold", ("Ctrl+B",), bold),
    _letters("italic", "Italic", ("Ctrl+I",), italic),
    _letters("left", "Text at the left", ("Ctrl+Alt+L",), aligned("left")),
    _letters("center", "Text in the middle", ("Ctrl+Alt+E",), aligned("center")),
    _letters("right", "Text at the right", ("Ctrl+Alt+R",), aligned("right")),
)
