"""What the palette offers: all commands, the pages, the colours, the switches of the settings and their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from whiteboard.files.settings import Settings
from whiteboard.model.style import COLORS
from whiteboard.words import t

from .actions import BY_NAME
from .app_actions import APP_ACTIONS, Wish
from .availability import Situation, why_not
from .board_window import BoardView
from .commands import commands
from .keymap import first, shown
from .palette_entry import Entry
from .palette_looks import look_entries
from .setting_names import PAGES, SCHEMES, SWITCHES, title
from .swatches import COLOR_NAMES

translate = QCoreApplication.translate


def entries(
    view: BoardView | None,
    settings: Settings,
    *,
    fulfil: Callable[[Wish], None],
    change: Callable[..., None],
    open_settings: Callable[[str], None],
) -> list[Entry]:
    """All there is now. `view` is the board that is open, `change` keeps settings by their names, `open_settings`
    shows a page of the dialog."""
    return [
        *_commands(view, fulfil),
        *(_on_board(view) if view is not None else ()),
        *(look_entries(view) if view is not None else ()),
        *_switches(settings, change),
        *(
            Entry(
                f"settings.{page}",
                translate("Palette", "Settings: {}").format(title(words)),
                partial(open_settings, page),
                icon="settings",
            )
            for page, words in PAGES.items()
        ),
    ]


def situation(view: BoardView | None) -> Situation:
    """How things stand on the board that is open."""
    if view is None:
        return Situation(on_board=False)
    editor = view.editor
    return Situation(
        on_board=True,
        may_draw=editor.may_draw,
        selected=len(editor.selection),
        can_undo=editor.busy or editor.history.can_undo,
        can_redo=editor.history.can_redo,
        pages=len(view.pages.pages.listed),
        page=view.pages.place,
    )


def _commands(view: BoardView | None, fulfil: Callable[[Wish], None]) -> Iterator[Entry]:
    now = situation(view)
    wishes = {action.name: action.wish for action in APP_ACTIONS}
    for each in commands():
        wish = wishes.get(each.name)
        if wish is Wish.COMMANDS:
            continue  # this very list
        if wish is not None:
            do: Callable[[], object] = partial(fulfil, wish)
        else:
            do = partial(_do_on_board, each.name, view)
        key = shown(first(each.keys_now))
        yield Entry(
            each.name, each.label, do, each.synonyms, key, each.icon, why_not(each.name, now), _on(each.name, view)
        )


def _do_on_board(name: str, view: BoardView | None) -> None:
    if view is not None:
        BY_NAME[name].do(view)


def _on(name: str, view: BoardView | None) -> bool | None:
    """Whether the switch of this name is on, if it is one."""
    if view is None:
        return None
    switches = {
        "snap": view.editor.snapping,
        "keep_tool": view.editor.keep_tool,
        "page.strip": not view.strip.isHidden(),
        "zoom.map": not view.minimap.isHidden(),
    }
    return switches.get(name)


def _on_board(view: BoardView) -> Iterator[Entry]:
    pages = view.pages
    for place, page in enumerate(pages.pages.listed):
        here = translate("Palette", "You are there") if place == pages.place else ""
        label = translate("Palette", "Go to {}").format(pages.name(page))
        yield Entry(
            f"go.{page.id}",
            label,
            partial(pages.turn_to, page.id),
            translate("Palette", "page turn"),
            icon="pages",
            why_not=here,
        )
    for member in view.editor.peers.others:
        label = translate("Palette", "Look where {} is").format(member.name or translate("Palette", "somebody"))
        yield Entry(
            f"see.{member.no}",
            label,
            partial(view.go_to, member.no),
            translate("Palette", "person follow"),
            icon="people",
        )
    looking = why_not("tool.pen", situation(view))
    for color in COLORS:
        label = translate("Palette", "Colour: {}").format(t(COLOR_NAMES.get(color, color)))
        do = partial(view.editor.set_color, color)
        yield Entry(f"color.{color}", label, do, translate("Palette", "ink paint"), icon="eyedropper", why_not=looking)


def _switches(settings: Settings, change: Callable[..., None]) -> Iterator[Entry]:
    for field, (label, synonyms) in SWITCHES.items():
        on = bool(getattr(settings, field))
        do = partial(change, **{field: not on})
        yield Entry(f"set.{field}", title(label), do, title(synonyms), icon="settings", on=on)
    calm = settings.motion == "reduced"
    do = partial(change, motion="system" if calm else "reduced")
    yield Entry(
        "set.motion",
        translate("Palette", "Reduced motion"),
        do,
        translate("Palette", "animation calm"),
        icon="settings",
        on=calm,
    )
    for scheme, label in SCHEMES.items():
        name = translate("Palette", "Look: {}").format(title(label))
        do = partial(change, scheme=scheme)
        yield Entry(
            f"set.scheme.{scheme}",
            name,
            do,
            translate("Palette", "theme colours mode"),
            icon="settings",
            on=scheme == settings.scheme,
        )
