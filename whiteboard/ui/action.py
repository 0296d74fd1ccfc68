"""What an action is: something that one can do with a key, a menu or a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QKeySequence

from whiteboard.editor import Editor

from .canvas_widget import Canvas
from .clipboard import Clipboard
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


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` are Qt key sequences; the first is the one to show. `icon` is a name of `icons.py`."""

    name: str
    label: str
    keys: tuple[str, ...]
    do: Callable[[BoardParts], None]
    icon: str = ""

    @property
    def hint(self) -> str:
        """The tooltip: "Pen (P)"."""
        return hint(self.label, self.keys[0]) if self.keys else self.label


def hint(label: str, key: str) -> str:
    """A label with its key, as this system writes it; without one, alone."""
    return label if not key else f"{label} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})"
