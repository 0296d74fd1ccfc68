"""What one can do with a selection: copy, group, lock, stack, align, distribute and flip it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whiteboard.editor import Editor
from whiteboard.editor.chores import Chore
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch
from whiteboard.tools.arrange import alignment, groups, looks, stacking
from whiteboard.tools.arrange.alignment import Side
from whiteboard.tools.arrange.locking import locking
from whiteboard.tools.arrange.reading import next_thing
from whiteboard.tools.bulk import Portions
from whiteboard.tools.registry import TOOLS
from whiteboard.tools.select_hit import TOLERANCE_PX

from .action import Action, BoardParts

Ops = Callable[[Editor], Portions[Iterator[Patch]]]


def _arrange(name: str, label: str, keys: tuple[str, ...], ops: Ops, icon: str = "") -> Action:
    return Action(name, label, keys, lambda board: board.editor.begin(board.editor.arranging(ops(board.editor))), icon)


def _stack(name: str, label: str, keys: tuple[str, ...], stacked: Callable[..., stacking.Stacking]) -> Action:
    return _arrange(f"order.{name}", label, keys, lambda e: stacked(e.selection, e.document, e.chance), f"order-{name}")


def _align(side: Side, label: str, key: str) -> Action:
    return _arrange(
        f"align.{side.value}",
        label,
        (key,),
        lambda e: alignment.aligning(e.selection, side, e.document),
        f"align-{side.value}",
    )


def _distribute(name: str, label: str, key: str, *, down: bool) -> Action:
    return _arrange(
        f"distribute.{name}",
        label,
        (key,),
        lambda e: alignment.distributing(e.selection, e.document, down=down),
        f"distribute-{name}",
    )


def _flip(name: str, label: str, key: str, *, down: bool) -> Action:
    return _arrange(
        f"flip.{name}",
        label,
        (key,),
        lambda e: alignment.flipping(e.selection, e.document, down=down),
        f"flip-{name}",
    )


def _select_next(board: BoardParts, *, back: bool = False) -> None:
    """Select what comes next as one reads, and show it if it cannot be seen."""
    editor, canvas = board.editor, board.canvas
    ids = frozenset[ElementId]() if editor.busy else next_thing(editor, back=back)
    if not ids:
        return
    editor.select(ids)
    box = editor.selection_box
    if box is not None and not canvas.view.visible((canvas.width(), canvas.height())).contains(box):
        canvas.look_at(box.center)


def _lock(board: BoardParts) -> None:
    """Lock what is selected; what is locked already is unlocked."""
    board.editor.begin(_locking(board.editor))


def _locking(editor: Editor) -> Chore:
    ids = editor.selection
    free = not _is_locked(ids, editor)
    yield from editor.arranging(locking(ids, editor.document))
    if free and _is_locked(ids, editor) and len(ids) > 1:
        editor.select(frozenset())


def _is_locked(ids: frozenset[ElementId], editor: Editor) -> bool:
    """Whether one of these is locked: all of them, if they were locked together."""
    return next((element.lock for id in ids if (element := editor.document.get(id)) is not None), False)


def take_look(board: BoardParts, at: Point | None) -> None:
    """What is selected gets the look of what is at this place; if nothing is, what is drawn next."""
    editor = board.editor
    id = None if at is None else editor.index.at(at, TOLERANCE_PX / board.canvas.view.zoom)
    element = None if id is None else editor.document.get(id)
    if element is None:
        return
    if editor.selection:
        editor.restyle(lambda style: looks.like(style, element.style))
        return
    case = looks.case_of(element)
    tool = next((tool for tool in TOOLS if tool.case == case), None)
    if tool is not None:
        editor.choose(tool.name)
        editor.restyle(lambda _: looks.nominal(element.style))


def _take_look_here(board: BoardParts) -> None:
    take_look(board, board.clipboard.pointer_at)


def _toggle_snapping(board: BoardParts) -> None:
    board.editor.snapping = not board.editor.snapping


ARRANGE_ACTIONS: tuple[Action, ...] = (
    Action("cut", "Cut", ("Ctrl+X",), lambda board: board.clipboard.cut(), "cut"),
    Action("copy", "Copy", ("Ctrl+C",), lambda board: board.clipboard.copy(), "copy"),
    Action("paste", "Paste", ("Ctrl+V",), lambda board: board.clipboard.paste(), "paste"),
    Action("duplicate", "Duplicate", ("Ctrl+D",), lambda board: board.clipboard.duplicate(), "duplicate"),
    _arrange("group", "Group", ("Ctrl+G",), lambda e: groups.grouping(e.selection, e.document, e.new_id()), "group"),
    _arrange("ungroup", "Ungroup", ("Ctrl+Shift+G",), lambda e: groups.ungrouping(e.selection, e.document), "ungroup"),
    Action("lock", "Lock or unlock", ("Ctrl+Shift+L",), _lock, "lock"),
    _stack("front", "Bring to front", ("Ctrl+Shift+]", "Ctrl+}"), stacking.fronting),
    _stack("forward", "Bring forward", ("Ctrl+]",), stacking.lifting),
    _stack("backward", "Send backward", ("Ctrl+[",), stacking.lowering),
    _stack("back", "Send to back", ("Ctrl+Shift+[", "Ctrl+{"), stacking.backing),
    _align(Side.LEFT, "Align left", "Alt+A"),
    _align(Side.CENTER, "Align centres", "Alt+H"),
    _align(Side.RIGHT, "Align right", "Alt+D"),
    _align(Side.TOP, "Align top", "Alt+W"),
    _align(Side.MIDDLE, "Align middles", "Alt+V"),
    _align(Side.BOTTOM, "Align bottom", "Alt+S"),
    _distribute("across", "Distribute across", "Alt+Shift+H", down=False),
    _distribute("down", "Distribute down", "Alt+Shift+V", down=True),
    _flip("across", "Flip left and right", "Shift+H", down=False),
    _flip("down", "Flip upside down", "Shift+V", down=True),
    Action("look", "Take the look of what is under the pointer", ("I",), _take_look_here, "eyedropper"),
    Action("snap", "Snap to what is near", ("Alt+Shift+S",), _toggle_snapping, "snap"),
    Action("select_next", "Select the next thing", ("Ctrl+Right",), _select_next),
    Action("select_previous", "Select the thing before", ("Ctrl+Left",), lambda b: _select_next(b, back=True)),
    Action("select_none", "Select nothing", ("Ctrl+Shift+A",), lambda board: board.editor.select(frozenset())),
)
