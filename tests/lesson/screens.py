"""Pictures of the app itself: each page, panel and dialog, in light and dark, at 100 and 200 %, to be looked at."""

from __future__ import annotations

import asyncio
import os
import sys
from itertools import product
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.doubles.app_process import app_process
from whiteboard.files import settings
from whiteboard.files.database import Database
from whiteboard.files.settings import Scheme

from .window import run, window_of

WIDTH_PX, HEIGHT_PX = 1024, 640
"""Of the window, in device-independent pixels."""

_AROUND_PX = 60
"""What is to be seen of the screen around it."""

TALLEST_PX = 2 * HEIGHT_PX + _AROUND_PX
"""Of the screen: all of the window at 200 %."""

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_ARRIVED, _SHARED = 0.9, 5.0
"""Seconds until what glides has arrived (a caret that blinks is never still), and until a board is shared."""

SHOTS: dict[str, tuple[str, ...]] = {
    "board": (),
    "panel-ink": ("F3", "p"),
    "panel-shape": ("r",),
    "selection": ("v", "ctrl+a"),
    "pages": ("Escape", "F3", "F4"),
    "map": ("F4", "shift+m"),
    "find": ("shift+m", "ctrl+f"),
    "export": ("Escape", "ctrl+shift+e"),
    "commands": ("Escape", "ctrl+k"),
    "help": ("Escape", "F1"),
    "settings": ("Escape", "ctrl+comma"),
    "share": ("Escape", "ctrl+shift+s"),
    "start": ("Escape", "ctrl+Home"),
}
"""What is pressed before each picture; the first key closes what the one before had opened."""


async def photograph(board: Path, folder: Path, into: Path) -> None:
    """All pictures of a board in a file; `folder` is for what the apps keep."""
    for scheme, percent in product(SCHEMES, (100, 200)):
        data = folder / f"{scheme}-{percent}"
        database = Database(data, on_trouble=print, new_client=str)
        settings.keep(database, settings.Settings(scheme=scheme))
        database.close(5)
        await _one_look(board, data, into, f"{scheme}-{percent}", percent / 100)


async def _one_look(board: Path, data: Path, into: Path, name: str, scale: float) -> None:
    options = ("--name", "Ms Lee", "--size", f"{WIDTH_PX}x{HEIGHT_PX}", str(board))
    environ = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": os.environ["DISPLAY"], "QT_SCALE_FACTOR": str(scale)}
    async with app_process(data, *options, **environ) as app:
        await app.ready()
        window = await window_of(app, (20, 20), "Whiteboard")
        window.leave()
        for shot, keys in SHOTS.items():
            await _shoot(keys, into / f"{name}-{shot}.png", scale, _SHARED if shot == "share" else _ARRIVED)


async def _shoot(keys: tuple[str, ...], out: Path, scale: float, seconds: float) -> None:
    """This part of the screen, as dialogs are windows of their own."""
    if keys:
        run(*(part for key in keys for part in (f"key {key}", "sleep 0.15")))
    await asyncio.sleep(seconds)
    width, height = (round(side * scale) + _AROUND_PX for side in (WIDTH_PX, HEIGHT_PX))
    if not QGuiApplication.primaryScreen().grabWindow(0, 0, 0, width, height).save(str(out)):
        sys.exit(f"{out} cannot be written")
