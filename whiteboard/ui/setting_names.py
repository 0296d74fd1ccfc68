"""The names of settings, for the dialog and for the palette."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .marked import QT_TRANSLATE_NOOP

SWITCHES: dict[str, tuple[str, str]] = {
    "big_targets": (
        QT_TRANSLATE_NOOP("Settings", "Large buttons and letters"),
        QT_TRANSLATE_NOOP("Settings", "big targets classroom screen wall size"),
    ),
    "left_handed": (
        QT_TRANSLATE_NOOP("Settings", "Left-handed"),
        QT_TRANSLATE_NOOP("Settings", "mirror side hand"),
    ),
    "hold_to_shape": (
        QT_TRANSLATE_NOOP("Settings", "Hold still at the end of a stroke to make it a shape"),
        QT_TRANSLATE_NOOP("Settings", "recognise straight figure"),
    ),
    "snapping": (
        QT_TRANSLATE_NOOP("Settings", "Snap to what is near"),
        QT_TRANSLATE_NOOP("Settings", "guides magnet"),
    ),
    "fingers_beside_pen": (
        QT_TRANSLATE_NOOP("Settings", "Fingers draw beside the pen"),
        QT_TRANSLATE_NOOP("Settings", "touch palm rejection"),
    ),
    "single_keys": (
        QT_TRANSLATE_NOOP("Settings", "Single letters and digits are shortcuts"),
        QT_TRANSLATE_NOOP("Settings", "keys keyboard"),
    ),
}
"""By field: what it says, and other words for it."""

SCHEMES: dict[str, str] = {
    "system": QT_TRANSLATE_NOOP("Settings", "Like the system"),
    "light": QT_TRANSLATE_NOOP("Settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
}

MOTIONS: dict[str, str] = {
    "system": QT_TRANSLATE_NOOP("Settings", "Like the system"),
    "full": QT_TRANSLATE_NOOP("Settings", "Full"),
    "reduced": QT_TRANSLATE_NOOP("Settings", "Reduced"),
}

BARRELS: dict[str, str] = {
    "hand": QT_TRANSLATE_NOOP("Settings", "Moves the board"),
    "select": QT_TRANSLATE_NOOP("Settings", "Selects"),
    "eraser": QT_TRANSLATE_NOOP("Settings", "Erases strokes"),
    "part_eraser": QT_TRANSLATE_NOOP("Settings", "Erases parts"),
    "laser": QT_TRANSLATE_NOOP("Settings", "Points, as a laser"),
}

ERASER_ENDS: dict[str, str] = {
    "eraser": QT_TRANSLATE_NOOP("Settings", "Erases strokes"),
    "part_eraser": QT_TRANSLATE_NOOP("Settings", "Erases parts"),
}

PAGES: dict[str, str] = {
    "general": QT_TRANSLATE_NOOP("Settings", "General"),
    "pen": QT_TRANSLATE_NOOP("Settings", "Pen and touch"),
    "test": QT_TRANSLATE_NOOP("Settings", "Test your pen"),
    "keys": QT_TRANSLATE_NOOP("Settings", "Shortcuts"),
}


def title(words: str) -> str:
    """The words of one of these lists in the language of the app."""
    return QCoreApplication.translate("Settings", words)
