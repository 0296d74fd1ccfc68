"""What one can do with a selection: copy, group, lock, stack, align, distribute and flip it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whiteboard.editor import Editor
from whiteboard.model.geometry import Point
from whiteboard.model.op import Op, Patch
from whiteboard.tools.arrange import alignment, groups, looks, stacking
from whiteboard.tools.arrange.alignment import Side
from whiteboard.tools.registry import TOOLS
from whiteboard.tools.select_hit import TOLERANCE_PX

from .action import Action, BoardParts

Ops = Callable[[Editor], Sequence[Op]]


def _arrange(name: str, label: str, keys: tuple[str, ...], ops: Ops, icon: str = "") -> Action:
    return Action(name, label, keys, lambda board: board.editor.arrange(ops(board.editor)), icon)


def _stack(name: str, label: str, keys: tuple[str, ...], stacked: Callable[..., Sequence[Op]]) -> Action:
    return _arrange(f"order.{name}", label, keys, lambda e: stacked(e.selection, e.document, e.chance), f"order-{name}")


def _align(side: Side, label: str, key: str) -> Action:
    return _arrange(
        f"align.{side.value}",
        label,
        (key,),
        lambda e: alignment.aligned(e.selection, side, e.document),
        f"align-{side.value}",
    )


def _distribute(name: str, label: str, key: str, *, down: bool) -> Action:
    return _arrange(
        f"distribute.{name}",
        label,
        (key,),
        lambda e: alignment.distributed(e.selection, e.document, down=down),
        f"distribute-{name}",
    )


def _flip(name: str, label: str, key: str, *, down: bool) -> Action:
    return _arrange(
        f"flip.{name}",
        label,
        (key,),
        lambda e: alignment.flipped(e.selection, e.document, down=down),
        f"flip-{name}",
    )


def _lock(board: BoardParts) -> None:
    """Lock what is selected; what is locked already is unlocked."""
    editor = board.editor
    elements = [element for id in sorted(editor.selection) if (element := editor.document.get(id)) is not None]
    locks = not any(element.lock for element in elements)
    editor.arrange([Patch(id=element.id, lock=locks) for element in elements])
    if locks and len(elements) > 1:
        editor.select(frozenset())


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
    _arrange("group", "Group", ("Ctrl+G",), lambda e: groups.grouped(e.selection, e.document, e.new_id()), "group"),
    _arrange("ungroup", "Ungroup", ("Ctrl+Shift+G",), lambda e: groups.ungrouped(e.selection, e.document), "ungroup"),
    Action("lock", "Lock or unlock", ("Ctrl+Shift+L",), _lock, "lock"),
    _stack("front", "Bring to front", ("Ctrl+Shift+]", "Ctrl+}"), stacking.to_front),
    _stack("forward", "Bring forward", ("Ctrl+]",), stacking.forward),
    _stack("backward", "Send backward", ("Ctrl+[",), stacking.backward),
    _stack("back", "Send to back", ("Ctrl+Shift+[", "Ctrl+{"), stacking.to_back),
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
    Action("select_none", "Select nothing", ("Ctrl+Shift+A",), lambda board: board.editor.select(frozenset())),
)
