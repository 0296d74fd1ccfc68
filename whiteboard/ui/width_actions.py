"""Thinner and thicker: the ink in hand, the eraser, or the outlines of what is selected."""

from __future__ import annotations

from collections.abc import Iterator

from whiteboard.editor import Editor
from whiteboard.model.op import Op
from whiteboard.model.style import WIDTHS
from whiteboard.tools.arrange.transforming import each_present

from .action import Action, BoardParts
from .look.traits import Trait, changes, read

WIDTH_NAMES = ("Thin", "Medium", "Thick", "Extra thick")
LADDER: tuple[float, ...] = (1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32)
"""Nominal widths that thinner and thicker go through, in board units; those of the digits are among them."""


def stepped(width: float, steps: int) -> float:
    """The next width of the ladder, up or down; beyond its ends it stays."""
    beyond = [rung for rung in LADDER if (rung > width + 0.01 if steps > 0 else rung < width - 0.01)]
    return width if not beyond else beyond[0] if steps > 0 else beyond[-1]


def _step(board: BoardParts, steps: int) -> None:
    """Each thing that is selected by its own width, all in one edit."""
    editor = board.editor
    if next(each_present(editor.selection, editor.document), None) is None:
        editor.set_width(stepped(editor.width, steps))
    else:
        editor.arrange(_each_step(editor, steps))


def _each_step(editor: Editor, steps: int) -> Iterator[Op]:
    for element in each_present(editor.selection, editor.document):
        width = read(Trait.WIDTH, element.style)
        yield from changes(Trait.WIDTH, stepped(float(width), steps), [element.id], editor.document)


def _width(number: int, width: float) -> Action:
    label = f"{WIDTH_NAMES[number - 1]} line"
    return Action(f"width.{number}", label, (str(number),), lambda board: board.editor.set_width(width))


WIDTH_ACTIONS: tuple[Action, ...] = (
    *(_width(number, width) for number, width in enumerate(WIDTHS, start=1)),
    Action("width.thinner", "Thinner line", ("[",), lambda board: _step(board, -1)),
    Action("width.thicker", "Thicker line", ("]",), lambda board: _step(board, 1)),
)
