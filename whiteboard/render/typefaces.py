"""Which fonts of this computer stand for the families of letters that a board knows: chosen once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

EM_PX = 64
"""Text is laid out at this size, whatever size it is painted at: so lines break alike at every zoom."""

_CANDIDATES: dict[str, tuple[str, ...]] = {
    "": ("Segoe UI", "Helvetica Neue", "Noto Sans", "Cantarell", "Ubuntu", "Roboto", "Liberation Sans", "DejaVu Sans"),
    "serif": ("Georgia", "Cambria", "Noto Serif", "Liberation Serif", "DejaVu Serif", "Times New Roman", "P052"),
    "mono": ("Cascadia Mono", "Consolas", "Menlo", "Noto Sans Mono", "Liberation Mono", "DejaVu Sans Mono"),
    "hand": (
        *("Segoe Print", "Ink Free", "Bradley Hand", "Noteworthy", "Chalkboard SE", "Comic Neue", "Comic Relief"),
        *("Patrick Hand", "Comic Sans MS", "Purisa", "Domestic Manners", "URW Chancery L", "Z003"),
    ),
}

_HINTS = {
    "": QFont.StyleHint.SansSerif,
    "serif": QFont.StyleHint.Serif,
    "mono": QFont.StyleHint.Monospace,
    "hand": QFont.StyleHint.Cursive,
}


@lru_cache(maxsize=16)
def typeface(family: str, bold: bool, italic: bool) -> QFont:
    """The font at EM_PX for a family of `model.style.FAMILIES`; one that is not known here is shown as the plain one.

    Letters that it lacks come from other fonts of the system, as Qt finds them.
    """
    known = family if family in _CANDIDATES else ""
    there = frozenset(QFontDatabase.families())
    found = next((name for name in _CANDIDATES[known] if name in there), None)
    font = QFont(found) if found is not None else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setStyleHint(_HINTS[known])
    font.setPixelSize(EM_PX)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold)
    font.setItalic(italic)
    return font
