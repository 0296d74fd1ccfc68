"""What an action is: something that one can do with a key, a menu or a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from whiteboard.editor import Editor
from whiteboard.words import t

from .canvas_widget import Canvas
from .clipboard import Clipboard
from .keymap import KEYS, first, shown
from .page_work import PageWork

if TYPE_CHECKING:
    from .find_bar import FindBar
    from .in_place import InPlace


class BoardParts(Protocol):
    """What actions act on."""

    @property
    def editor(self) -> Editor: ...

    @property
    def canvas(self) -> Canvas: ...

    @property
    def clipboard(self) -> Clipboard: ...

    @property
    def pages(self) -> PageWork: ...

    @property
    def typing(self) -> InPlace: ...

    @property
    def finder(self) -> FindBar: ...

    def toggle_look(self) -> None:
        """Open the panel of looks, or close it."""


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` are its own, Qt key sequences; the first is the one to show. `icon` is a name of `icons.py`."""

    name: str
    english: str
    keys: tuple[str, ...]
    do: Callable[[BoardParts], None]
    icon: str = ""

    @property
    def keys_now(self) -> tuple[str, ...]:
        """Its keys as the person wants them."""
        return KEYS.of(self.name, self.keys)

    @property
    def label(self) -> str:
        """What it is called, in the language of the app."""
        return t(self.english)

    @property
    def hint(self) -> str:
        """The tooltip: "Pen (P)"."""
        return with_key(self.label, first(self.keys_now))


def hint(label: str, key: str) -> str:
    """A label with what the person has instead of the action's own key."""
    return with_key(label, KEYS.instead_of(key, label))


def with_key(label: str, key: str) -> str:
    """A label with a key, as this system writes it; without one, alone."""
    return f"{label} ({shown(key)})" if key else label
