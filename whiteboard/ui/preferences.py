"""Puts settings to work: on the app as a whole, and on the board that is open."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from whiteboard.files.settings import Settings

from .board_window import BoardView
from .commands import commands
from .keymap import KEYS, first, retold, shown
from .motion import MOTION, Wanted
from .theme import THEME, Scheme

Shown = dict[str, tuple[str, str]]
"""Label and key of each command, as the key is shown; by name."""


def apply_to_app(settings: Settings, app: QApplication) -> bool:
    """Look, motion and keys. Returns whether keys are new: then windows and boards have to `rebind`."""
    scheme = Scheme(settings.scheme)
    if scheme is not THEME.scheme or settings.big_targets != THEME.big_targets:
        THEME.apply(scheme, app, big_targets=settings.big_targets)
    MOTION.apply(Wanted(settings.motion), app.style())
    if (settings.keys, settings.single_keys) == (KEYS.changes, KEYS.single_keys):
        return False
    before = _shown()
    KEYS.apply(settings.keys, single_keys=settings.single_keys, bindable=commands())
    _retell(app, before)
    return True


def apply_to_board(settings: Settings, view: BoardView) -> None:
    """What a hand does on this board."""
    view.editor.holding_shapes = settings.hold_to_shape
    view.editor.snapping = settings.snapping
    canvas = view.canvas
    canvas.pen.barrel_tool, canvas.pen.eraser_tool = settings.barrel, settings.eraser_end
    canvas.pen.firmness = settings.pen_firmness
    if canvas.fingers_beside_pen != settings.fingers_beside_pen:
        canvas.fingers_beside_pen = settings.fingers_beside_pen
        if canvas.pen_known:
            view.let_fingers_draw(settings.fingers_beside_pen)
    view.be_left_handed(settings.left_handed)


def _shown() -> Shown:
    return {each.name: (each.label, shown(first(each.keys_now))) for each in commands()}


def _retell(app: QApplication, before: Shown) -> None:
    """Tooltips that are there already say the keys as they are now."""
    now = _shown()
    news = [(label, key, now[name][1]) for name, (label, key) in before.items() if now[name][1] != key]
    for widget in app.allWidgets() if news else ():
        tip = widget.toolTip()
        if tip:
            widget.setToolTip(retold(tip, news))
