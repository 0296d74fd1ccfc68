"""Does what was chosen: one edit to what is typed into or selected; else it is the look of what is drawn next."""

from __future__ import annotations

from ..action import BoardParts
from .traits import Trait, Value, changes, each_change, styled


def choose(board: BoardParts, trait: Trait, value: Value) -> None:
    """Give a trait this value, as one step to undo."""
    editor, typing = board.editor, board.typing
    typed = typing.element
    if typed is not None and typed in editor.document:
        typing.submit(changes(trait, value, [typed], editor.document))
    elif editor.selection:
        editor.arrange(each_change(trait, value, editor.selection, editor.document))
    elif trait is Trait.WIDTH:
        editor.set_width(float(value))
    else:
        editor.restyle(styled(trait, value))
