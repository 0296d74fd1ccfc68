"""Whether a firewall of this computer is on, as far as everybody may know it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from whiteboard.words import t

ASK_SECONDS = 3.0


class System:
    """The parts of the operating system that are looked at."""

    platform = sys.platform

    def read(self, path: str) -> str | None:
        """A file's content; None if it is not there or not for us."""
        try:
            return Path(path).read_text(errors="replace")
        except OSError:
            return None

    def ask(self, *command: str) -> str | None:
        """What a program prints; None if it is not there or does not end in time."""
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=ASK_SECONDS, check=False)
        except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
            return None
        return run.stdout + run.stderr


@dataclass(frozen=True, slots=True)
class Wall:
    """A firewall that is on: its name, and the sentence that says how to let the others in."""

    program: str
    remedy: str


def walls(system: System, port: int) -> list[Wall]:
    """The firewalls that are on and are not known to let `port` through."""
    return [wall for look in _LOOKS.get(system.platform, ()) if (wall := look(system, port)) is not None]


def looked_for(system: System) -> str:
    """Which firewalls are known on this system, for people."""
    return {"linux": t("ufw and firewalld"), "darwin": t("the Mac's"), "win32": t("Windows'")}.get(
        system.platform, t("none")
    )


def _ufw(system: System, port: int) -> Wall | None:
    if "enabled=yes" not in (system.read("/etc/ufw/ufw.conf") or "").lower():
        return None
    rules = system.read("/etc/ufw/user.rules") or ""
    if any(f"### tuple ### allow {kind} {port} " in rules for kind in ("tcp", "any")):
        return None
    return Wall(t("The firewall ufw"), t("Let the class in with: sudo ufw allow {port}/tcp").format(port=port))


def _firewalld(system: System, port: int) -> Wall | None:
    state = system.ask("firewall-cmd", "--state")
    if state is None or state.strip() != "running":
        return None
    if (system.ask("firewall-cmd", f"--query-port={port}/tcp") or "").strip() == "yes":
        return None
    return Wall(
        t("The firewall firewalld"),
        t("Let the class in with: sudo firewall-cmd --add-port={port}/tcp").format(port=port),
    )


def _windows(system: System, port: int) -> Wall | None:
    state = system.ask("netsh", "advfirewall", "show", "currentprofile", "state")
    if state is None or "on" not in state.lower().split():
        return None
    return Wall(
        t("The Windows firewall"),
        t("Allow Python for private networks when Windows asks, or under Settings, Firewall, Allow an app."),
    )


def _mac(system: System, port: int) -> Wall | None:
    state = system.ask("/usr/libexec/ApplicationFirewall/socketfilterfw", "--getglobalstate")
    if state is None or "enabled" not in state.lower():
        return None
    return Wall(
        t("The Mac's firewall"),
        t("Allow incoming connections for Python under System Settings, Network, Firewall, Options."),
    )


_LOOKS: dict[str, tuple[Callable[[System, int], Wall | None], ...]] = {
    "linux": (_ufw, _firewalld),
    "win32": (_windows,),
    "darwin": (_mac,),
}
