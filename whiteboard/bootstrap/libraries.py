"""The shared libraries that Qt expects of a Linux system, and the screen."""

from __future__ import annotations

import importlib

from whiteboard.bootstrap.machine import Machine
from whiteboard.bootstrap.unready import Unready

# What the wheels of PySide6 6.11 load, and the Debian package of each (the same on 12 and 13).
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_ASKING = ("-h", "--help", "--version")


def missing(part: str, machine: Machine) -> dict[str, str]:
    """Sonames that cannot be loaded, each with its Debian package. The server needs none, tests need no screen."""
    if not machine.system.startswith("linux") or part == "server":
        return {}
    wanted = dict(QT)
    if part == "whiteboard" and "QT_QPA_PLATFORM" not in machine.environ:
        wanted.update(X11)
        if "WAYLAND_DISPLAY" in machine.environ:
            wanted.update(WAYLAND)
    return {soname: package for soname, package in wanted.items() if not machine.has_library(soname)}


def check_import(part: str, machine: Machine) -> None:
    """For an installed package, where nothing is installed: name the libraries, should Qt fail to load."""
    lacking = missing(part, machine)
    if not lacking:
        return
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        raise Unready(
            "Qt cannot be loaded ({}). Missing: {}. On Debian and Ubuntu: sudo apt-get install -y {}".format(
                error, ", ".join(sorted(lacking)), " ".join(sorted(lacking.values()))
            )
        ) from None


def check_screen(machine: Machine) -> None:
    """Unready where a window cannot open. Qt would abort instead."""
    if not machine.system.startswith("linux") or any(word in _ASKING for word in machine.arguments[1:]):
        return
    if not any(machine.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise Unready(
            "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start the whiteboard from a desktop "
            "session. To host boards without a screen, start the server instead: python3 -m server"
        )
