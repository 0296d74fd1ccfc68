"""Whether things move on the screen by themselves: some people get sick of it, or cannot read meanwhile."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QStyle


class Wanted(Enum):
    """What the person chose in the settings."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Motion:
    """Ask `reduced` before an animation: then there is none."""

    def __init__(self) -> None:
        self.wanted = Wanted.SYSTEM
        self.reduced = False

    def apply(self, wanted: Wanted, style: QStyle) -> None:
        """`style` is the application's, which knows what the system wants."""
        self.wanted = wanted
        self.reduced = _system_is_calm(style) if wanted is Wanted.SYSTEM else wanted is Wanted.REDUCED


MOTION = Motion()


def _system_is_calm(style: QStyle) -> bool:
    """Whether animations are switched off for all programs. Qt 6.11 has no question for reduced motion itself."""
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
