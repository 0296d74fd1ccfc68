"""What the app does besides drawing, with its keys; the menu and the tooltips derive from this list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from whiteboard.words import t

from .keymap import KEYS


class Wish(Enum):
    """Something that the person asks the app for."""

    BOARDS = auto()
    NEW = auto()
    OPEN = auto()
    SAVE = auto()
    INSERT = auto()
    EXPORT = auto()
    SHARE = auto()
    CHECK = auto()
    INSPECT = auto()
    COMMANDS = auto()
    SETTINGS = auto()
    HELP = auto()
    QUIT = auto()


@dataclass(frozen=True, slots=True)
class AppAction:
    """`on_board`: it makes sense only while a board is open. `also` is a second key."""

    wish: Wish
    english: str
    key: str
    icon: str
    on_board: bool = False
    also: str = ""

    @property
    def name(self) -> str:
        return f"app.{self.wish.name.lower()}"

    @property
    def label(self) -> str:
        """What it is called, in the language of the app."""
        return t(self.english)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own keys."""
        return tuple(filter(None, (self.key, self.also)))

    @property
    def keys_now(self) -> tuple[str, ...]:
        """Its keys as the person wants them."""
        return KEYS.of(self.name, self.keys)


APP_ACTIONS: tuple[AppAction, ...] = (
    AppAction(Wish.BOARDS, "My boards", "Ctrl+Home", "home", on_board=True),
    AppAction(Wish.NEW, "New board", "Ctrl+N", "plus"),
    AppAction(Wish.OPEN, "Open file…", "Ctrl+O", "open"),
    AppAction(Wish.SAVE, "Save as file…", "Ctrl+S", "save", on_board=True),
    AppAction(Wish.INSERT, "Insert picture or PDF…", "Ctrl+Shift+I", "image", on_board=True),
    AppAction(Wish.EXPORT, "Export…", "Ctrl+Shift+E", "export", on_board=True),
    AppAction(Wish.SHARE, "Share…", "Ctrl+Shift+S", "share", on_board=True),
    AppAction(Wish.CHECK, "Check the connection…", "", "wifi", on_board=True),
    AppAction(Wish.INSPECT, "Inspector", "", "search", on_board=True),
    AppAction(Wish.COMMANDS, "All commands…", "Ctrl+K", "commands"),
    AppAction(Wish.SETTINGS, "Settings…", "Ctrl+,", "settings"),
    AppAction(Wish.HELP, "Keys and gestures", "F1", "help", also="?"),
    AppAction(Wish.QUIT, "Quit", "Ctrl+Q", "close"),
)
