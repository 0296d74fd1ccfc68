"""What mouse, pen and fingers do beside the tool in hand, for the help sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from whiteboard.files.settings import Settings

from .marked import QT_TRANSLATE_NOOP
from .setting_names import BARRELS, ERASER_ENDS, title

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Gesture:
    """`how` one does `what`."""

    how: str
    what: str


_DRAWING = (
    (
        QT_TRANSLATE_NOOP("Gestures", "Shift while drawing"),
        QT_TRANSLATE_NOOP("Gestures", "Straight lines, steps of 15°"),
    ),
    (QT_TRANSLATE_NOOP("Gestures", "Shift + click"), QT_TRANSLATE_NOOP("Gestures", "Go on from the last stroke")),
    (QT_TRANSLATE_NOOP("Gestures", "Ctrl while drawing"), QT_TRANSLATE_NOOP("Gestures", "Erase")),
    (QT_TRANSLATE_NOOP("Gestures", "Alt while erasing"), QT_TRANSLATE_NOOP("Gestures", "Give back what was touched")),
    (QT_TRANSLATE_NOOP("Gestures", "Shift with a shape"), QT_TRANSLATE_NOOP("Gestures", "As wide as high")),
    (QT_TRANSLATE_NOOP("Gestures", "Alt with a shape"), QT_TRANSLATE_NOOP("Gestures", "From its middle")),
)
_HOLDING = (
    QT_TRANSLATE_NOOP("Gestures", "Hold still at the end"),
    QT_TRANSLATE_NOOP("Gestures", "The stroke becomes a shape"),
)
_SELECTING = (
    (QT_TRANSLATE_NOOP("Gestures", "Shift + click"), QT_TRANSLATE_NOOP("Gestures", "Select more, or less")),
    (QT_TRANSLATE_NOOP("Gestures", "Alt + click"), QT_TRANSLATE_NOOP("Gestures", "Select what lies beneath")),
    (QT_TRANSLATE_NOOP("Gestures", "Ctrl + drag a box"), QT_TRANSLATE_NOOP("Gestures", "All that it touches")),
    (QT_TRANSLATE_NOOP("Gestures", "Alt + drag"), QT_TRANSLATE_NOOP("Gestures", "Move a copy")),
    (QT_TRANSLATE_NOOP("Gestures", "Shift while turning"), QT_TRANSLATE_NOOP("Gestures", "Steps of 15°")),
    (QT_TRANSLATE_NOOP("Gestures", "Double click"), QT_TRANSLATE_NOOP("Gestures", "Write into it, or go into a group")),
    (QT_TRANSLATE_NOOP("Gestures", "Right click"), QT_TRANSLATE_NOOP("Gestures", "Menu of what is there")),
)
_MOVING = (
    (QT_TRANSLATE_NOOP("Gestures", "Wheel"), QT_TRANSLATE_NOOP("Gestures", "Zoom")),
    (QT_TRANSLATE_NOOP("Gestures", "Shift + wheel"), QT_TRANSLATE_NOOP("Gestures", "Move sideways")),
    (QT_TRANSLATE_NOOP("Gestures", "Middle button, or Space"), QT_TRANSLATE_NOOP("Gestures", "Move the board")),
    (QT_TRANSLATE_NOOP("Gestures", "Two fingers"), QT_TRANSLATE_NOOP("Gestures", "Move and zoom the board")),
)
_FINGERS_DRAW = (QT_TRANSLATE_NOOP("Gestures", "One finger"), QT_TRANSLATE_NOOP("Gestures", "Draws"))
_FINGERS_MOVE = (
    QT_TRANSLATE_NOOP("Gestures", "One finger"),
    QT_TRANSLATE_NOOP("Gestures", "Draws; beside a pen it moves the board"),
)


def gestures(settings: Settings) -> dict[str, tuple[Gesture, ...]]:
    """What there is, by title, with this person's settings."""
    return {
        translate("Gestures", "While drawing"): _each(*_DRAWING, *((_HOLDING,) if settings.hold_to_shape else ())),
        translate("Gestures", "While selecting"): _each(*_SELECTING),
        translate("Gestures", "Mouse and fingers"): _each(
            *_MOVING, _FINGERS_DRAW if settings.fingers_beside_pen else _FINGERS_MOVE
        ),
        translate("Gestures", "Pen"): (
            Gesture(translate("Gestures", "Side button"), title(BARRELS[settings.barrel])),
            Gesture(translate("Gestures", "Eraser end"), title(ERASER_ENDS[settings.eraser_end])),
        ),
    }


def _each(*pairs: tuple[str, str]) -> tuple[Gesture, ...]:
    return tuple(Gesture(translate("Gestures", how), translate("Gestures", what)) for how, what in pairs)
