"""Why something cannot be done just now, in a few words; nobody should have to guess."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from whiteboard.tools.registry import TOOLS

from .marked import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand. `selected` counts elements, `pages` the pages of the board, `page` is the place of this one."""

    on_board: bool
    may_draw: bool = True
    selected: int = 0
    can_undo: bool = False
    can_redo: bool = False
    pages: int = 1
    page: int = 0


NO_BOARD = QT_TRANSLATE_NOOP("Availability", "Open a board first")
LOOKING = QT_TRANSLATE_NOOP("Availability", "You may only look")
SELECT_FIRST = QT_TRANSLATE_NOOP("Availability", "Select something first")
SELECT_SEVERAL = QT_TRANSLATE_NOOP("Availability", "Select several things first")
NOTHING_TO_UNDO = QT_TRANSLATE_NOOP("Availability", "There is nothing to undo")
NOTHING_TO_REDO = QT_TRANSLATE_NOOP("Availability", "There is nothing to redo")
LAST_PAGE = QT_TRANSLATE_NOOP("Availability", "This is the last page")
FIRST_PAGE = QT_TRANSLATE_NOOP("Availability", "This is the first page")
ONLY_PAGE = QT_TRANSLATE_NOOP("Availability", "There is only one page")

_ALWAYS = {"app.new", "app.open", "app.commands", "app.settings", "app.help", "app.quit"}
_WATCHING = {f"tool.{tool.name}" for tool in TOOLS if tool.watching} | {"tool.hand", "copy", "cancel", "snap"}
_WATCHING |= {"select_all", "select_none", "page.next", "page.previous", "page.strip", "text.find"}
_WITH_SELECTION = ("cut", "copy", "duplicate", "delete", "group", "ungroup", "lock", "zoom.selection", "text.write")
_KINDS_WITH_SELECTION = ("order", "align", "flip", "nudge", "distribute")
_WITH_SEVERAL = ("group", "align", "distribute")
_LETTERS = ("text.larger", "text.smaller", "text.bold", "text.italic", "text.left", "text.center", "text.right")


def why_not(name: str, now: Situation) -> str:
    """Why the command of this name would do nothing; "" if it does something."""
    reason = _reason(name, now)
    return QCoreApplication.translate("Availability", reason) if reason else ""


def _reason(name: str, now: Situation) -> str:
    kind = name.partition(".")[0]
    if name in _ALWAYS:
        return ""
    if not now.on_board:
        return NO_BOARD
    if kind not in ("app", "zoom") and name not in _WATCHING and not now.may_draw:
        return LOOKING
    if (name in _WITH_SELECTION or name in _LETTERS or kind in _KINDS_WITH_SELECTION) and not now.selected:
        return SELECT_FIRST
    if (name in _WITH_SEVERAL or kind in _WITH_SEVERAL) and now.selected < 2:
        return SELECT_SEVERAL
    if name.startswith("page."):
        return _page_reason(name, now)
    if name == "undo" and not now.can_undo:
        return NOTHING_TO_UNDO
    return NOTHING_TO_REDO if name == "redo" and not now.can_redo else ""


def _page_reason(name: str, now: Situation) -> str:
    if name in ("page.next", "page.move.down") and now.page >= now.pages - 1:
        return LAST_PAGE if now.pages > 1 else ONLY_PAGE
    if name in ("page.previous", "page.move.up") and now.page <= 0:
        return FIRST_PAGE if now.pages > 1 else ONLY_PAGE
    return ""
