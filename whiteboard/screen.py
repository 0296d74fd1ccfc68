"""Whether a window can open here. Qt would abort the process where it cannot."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping

NO_SCREEN = (
    "there is no screen here to open a window on. Start it on a desktop, or host boards without one: python3 -m server"
)


def why_no_window(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """A sentence, or "" if nothing speaks against a window."""
    if platform in ("win32", "darwin") or environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland"):
        return ""
    if environ.get("WAYLAND_DISPLAY") or _answers(environ.get("DISPLAY", "")):
        return ""
    return NO_SCREEN


def _answers(display: str) -> bool:
    """Whether an X server is there; one on another machine is believed to be."""
    host, _, number = display.partition(":")
    if not display:
        return False
    if host not in ("", "unix"):
        return True
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False
