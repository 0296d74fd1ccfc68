"""What a person chose for themselves: name, colour, the look of the app. One row of the database."""

from __future__ import annotations

import logging
from typing import Literal

import msgspec

from .board_info import BoardId
from .database import Database

Scheme = Literal["system", "light", "dark"]
BarrelTool = Literal["hand", "select", "eraser", "part_eraser", "laser"]
EraserTool = Literal["eraser", "part_eraser"]
"""Tools that the side button and the other end of a pen may be."""

Motion = Literal["system", "full", "reduced"]

log = logging.getLogger(__name__)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`last_board` is the one to open at the next start; `hold_to_shape`: ink that is held still at its end becomes the
    figure that it was meant to be; `barrel` and `eraser_end` are what a pen is while its side button is held, and
    upside down. `big_targets` is for screens on a wall; `left_handed` puts what stands at the left to the right.
    `pen_firmness` is the pressure curve, -1 (light touch) .. 1 (firm); `fingers_beside_pen`: fingers draw on when a pen
    was used. `keys` has the keys of actions, by name, that have others than their own; `single_keys`: keys without Ctrl
    or Alt do something. `recent` names what was done from the palette, the last first. `language` is a code like "de",
    "" the system's. Fields that are missing in an old row get their default."""

    name: str = ""
    color: str = ""
    scheme: Scheme = "system"
    last_board: BoardId | None = None
    hold_to_shape: bool = True
    barrel: BarrelTool = "hand"
    eraser_end: EraserTool = "eraser"
    pen_firmness: float = 0.0
    fingers_beside_pen: bool = False
    snapping: bool = True
    motion: Motion = "system"
    keys: dict[str, tuple[str, ...]] = {}
    single_keys: bool = True
    recent: tuple[str, ...] = ()
    language: str = ""
    big_targets: bool = False
    left_handed: bool = False


def kept(database: Database) -> Settings:
    """What was kept last; all defaults at the first start."""
    for (body,) in database.read("SELECT body FROM settings"):
        assert isinstance(body, bytes)
        try:
            return msgspec.json.decode(body, type=Settings)
        except msgspec.DecodeError as error:
            log.warning("the settings cannot be read and are the defaults now: %s", error)
    return Settings()


def keep(database: Database, settings: Settings) -> None:
    body = msgspec.json.encode(settings)
    database.writer.submit(("INSERT OR REPLACE INTO settings (one, body) VALUES (1, ?)", [(body,)]))
