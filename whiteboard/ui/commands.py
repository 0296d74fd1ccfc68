"""All that has a name and may have a key, of board and app: palette, help sheet and settings derive from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from .actions import ACTIONS
from .app_actions import APP_ACTIONS
from .keymap import KEYS, Keys
from .marked import QT_TRANSLATE_NOOP


class Group(Enum):
    """Where a command stands on the help sheet and in the settings, in this order."""

    TOOLS = QT_TRANSLATE_NOOP("Commands", "Tools")
    EDIT = QT_TRANSLATE_NOOP("Commands", "Edit")
    ARRANGE = QT_TRANSLATE_NOOP("Commands", "Arrange")
    TEXT = QT_TRANSLATE_NOOP("Commands", "Text")
    VIEW = QT_TRANSLATE_NOOP("Commands", "View")
    PAGES = QT_TRANSLATE_NOOP("Commands", "Pages")
    APP = QT_TRANSLATE_NOOP("Commands", "Boards and app")

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Commands", self.value)


@dataclass(frozen=True, slots=True)
class Command:
    """`keys` are its own; `synonyms` other words that somebody may look for."""

    name: str
    label: str
    keys: Keys
    icon: str
    group: Group
    synonyms: str = ""

    @property
    def keys_now(self) -> Keys:
        """Its keys as the person wants them."""
        return KEYS.of(self.name, self.keys)


_GROUPS: dict[str, Group] = {
    "tool": Group.TOOLS,
    "width": Group.TOOLS,
    "keep_tool": Group.TOOLS,
    "look": Group.TOOLS,
    "snap": Group.ARRANGE,
    "group": Group.ARRANGE,
    "ungroup": Group.ARRANGE,
    "lock": Group.ARRANGE,
    "order": Group.ARRANGE,
    "align": Group.ARRANGE,
    "distribute": Group.ARRANGE,
    "flip": Group.ARRANGE,
    "nudge": Group.ARRANGE,
    "text": Group.TEXT,
    "zoom": Group.VIEW,
    "page": Group.PAGES,
    "paper": Group.PAGES,
    "app": Group.APP,
}
"""By name, or what stands before its dot; all others edit."""

SYNONYMS: dict[str, str] = {
    "tool.pen": QT_TRANSLATE_NOOP("Synonyms", "draw write ink pencil"),
    "tool.marker": QT_TRANSLATE_NOOP("Synonyms", "brush felt pen thick"),
    "tool.highlighter": QT_TRANSLATE_NOOP("Synonyms", "mark yellow transparent"),
    "tool.laser": QT_TRANSLATE_NOOP("Synonyms", "pointer point light"),
    "tool.eraser": QT_TRANSLATE_NOOP("Synonyms", "rubber rub out delete"),
    "tool.part_eraser": QT_TRANSLATE_NOOP("Synonyms", "rubber rub out split"),
    "tool.select": QT_TRANSLATE_NOOP("Synonyms", "arrow choose pick mark"),
    "tool.lasso": QT_TRANSLATE_NOOP("Synonyms", "select free"),
    "tool.hand": QT_TRANSLATE_NOOP("Synonyms", "pan scroll move view"),
    "tool.rectangle": QT_TRANSLATE_NOOP("Synonyms", "box square shape"),
    "tool.ellipse": QT_TRANSLATE_NOOP("Synonyms", "circle oval round shape"),
    "tool.diamond": QT_TRANSLATE_NOOP("Synonyms", "rhombus decision shape"),
    "tool.elbow": QT_TRANSLATE_NOOP("Synonyms", "connector right angle"),
    "tool.curve": QT_TRANSLATE_NOOP("Synonyms", "connector bend"),
    "tool.arrow": QT_TRANSLATE_NOOP("Synonyms", "connector link"),
    "tool.text": QT_TRANSLATE_NOOP("Synonyms", "type write letters label"),
    "tool.note": QT_TRANSLATE_NOOP("Synonyms", "sticky post card"),
    "tool.set_square": QT_TRANSLATE_NOOP("Synonyms", "triangle ruler geometry"),
    "tool.protractor": QT_TRANSLATE_NOOP("Synonyms", "angle degrees geometry"),
    "tool.compass": QT_TRANSLATE_NOOP("Synonyms", "circle arc geometry"),
    "tool.ruler": QT_TRANSLATE_NOOP("Synonyms", "measure straight geometry"),
    "undo": QT_TRANSLATE_NOOP("Synonyms", "back take back revert"),
    "redo": QT_TRANSLATE_NOOP("Synonyms", "again forward repeat"),
    "delete": QT_TRANSLATE_NOOP("Synonyms", "remove erase trash clear"),
    "duplicate": QT_TRANSLATE_NOOP("Synonyms", "copy clone"),
    "look": QT_TRANSLATE_NOOP("Synonyms", "eyedropper pipette colour style pick"),
    "snap": QT_TRANSLATE_NOOP("Synonyms", "guides magnet align grid"),
    "lock": QT_TRANSLATE_NOOP("Synonyms", "fix pin protect"),
    "zoom.fit": QT_TRANSLATE_NOOP("Synonyms", "zoom fit all overview"),
    "zoom.selection": QT_TRANSLATE_NOOP("Synonyms", "zoom fit"),
    "zoom.100": QT_TRANSLATE_NOOP("Synonyms", "reset actual size"),
    "zoom.map": QT_TRANSLATE_NOOP("Synonyms", "minimap overview"),
    "text.find": QT_TRANSLATE_NOOP("Synonyms", "search look for"),
    "page.strip": QT_TRANSLATE_NOOP("Synonyms", "thumbnails overview slides"),
    "page.new": QT_TRANSLATE_NOOP("Synonyms", "add slide sheet"),
    "paper.squared": QT_TRANSLATE_NOOP("Synonyms", "grid background"),
    "paper.ruled": QT_TRANSLATE_NOOP("Synonyms", "lines background"),
    "paper.dotted": QT_TRANSLATE_NOOP("Synonyms", "dots grid background"),
    "paper.graph": QT_TRANSLATE_NOOP("Synonyms", "millimetre grid background"),
    "paper.plain": QT_TRANSLATE_NOOP("Synonyms", "blank white background"),
    "app.boards": QT_TRANSLATE_NOOP("Synonyms", "home start overview"),
    "app.share": QT_TRANSLATE_NOOP("Synonyms", "invite join class link code host"),
    "app.export": QT_TRANSLATE_NOOP("Synonyms", "pdf png svg print save picture"),
    "app.insert": QT_TRANSLATE_NOOP("Synonyms", "image photo import"),
    "app.open": QT_TRANSLATE_NOOP("Synonyms", "import load"),
    "app.settings": QT_TRANSLATE_NOOP("Synonyms", "preferences options configuration"),
    "app.help": QT_TRANSLATE_NOOP("Synonyms", "help shortcuts keyboard mouse"),
    "app.quit": QT_TRANSLATE_NOOP("Synonyms", "exit close end"),
}


def _group(name: str) -> Group:
    return _GROUPS.get(name) or _GROUPS.get(name.partition(".")[0], Group.EDIT)


def _command(name: str, label: str, keys: Keys, icon: str) -> Command:
    synonyms = QCoreApplication.translate("Synonyms", SYNONYMS[name]) if name in SYNONYMS else ""
    return Command(name, label, keys, icon, _group(name), synonyms)


def commands() -> tuple[Command, ...]:
    """All there are, the board's first, in the order of their lists."""
    board = tuple(_command(each.name, each.label, each.keys, each.icon) for each in ACTIONS)
    return board + tuple(_command(each.name, each.label, each.keys, each.icon) for each in APP_ACTIONS)


def own_keys() -> dict[str, Keys]:
    """What has which keys by itself."""
    return {each.name: each.keys for each in ACTIONS} | {each.name: each.keys for each in APP_ACTIONS}
