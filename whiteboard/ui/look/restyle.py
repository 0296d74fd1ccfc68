"""Does what was chosen: one edit to what is typed into or selected; else it is the look of what is drawn next."""

from __future__ import annotations

from ..action import BoardParts
from .subject import subject_of
from .traits import Trait, Value, changes, styled


def choose(board: BoardParts, trait: Trait, value: Value) -> None:
    """Give a trait this value, as one step to undo."""
    editor, typing = board.editor, board.typing
    subject = subject_of(editor, typing.element)
    if subject.ids:
        ops = changes(trait, value, subject.ids, editor.document)
        if typing.element is not None:
            typing.submit(ops)
        else:
            editor.arrange(ops)
    elif trait is Trait.WIDTH:
        editor.set_width(float(value))
    else:
        editor.restyle(styled(trait, value))
