"""Which Python will do, and where a better one is."""

from __future__ import annotations

from whiteboard.bootstrap.machine import Machine
from whiteboard.bootstrap.unready import Unready

OLDEST = (3, 11)
NEWEST = (3, 14)


def check(module: str, machine: Machine) -> None:
    """Go on as a newer Python from PATH if this one is too old; Unready names what to install if there is none."""
    if machine.python >= OLDEST:
        return
    better = _newer_on_path(machine)
    if better and module:
        machine.say(f"Python {named(machine.python)} is too old; going on with {better}")
        machine.become(better, module, {})
    have = f"Python {named(OLDEST)} or newer is needed; {machine.executable} is {named(machine.python)}."
    if better:
        raise Unready(f"{have} Start this with {better} instead.")
    raise Unready(f"{have} {_advice(machine)}")


def named(version: tuple[int, int]) -> str:
    """`3.11` for (3, 11)."""
    return f"{version[0]}.{version[1]}"


def _newer_on_path(machine: Machine) -> str | None:
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = machine.which(f"python3.{minor}")
        # a version switcher's stand-in may be on PATH and yet not run
        if found and machine.run([found, "-c", "import venv"], quiet=True) == 0:
            return found
    return None


def _advice(machine: Machine) -> str:
    if machine.system == "darwin":
        return "Install one from python.org or with: brew install python@3.13"
    if machine.system == "win32":
        return "Install one from python.org or with: winget install Python.Python.3.13"
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = f"python3.{minor}"
        # apt-get takes a name that it does not know for a pattern: python3.13 would find postgresql-plpython3-13
        ask = ["apt-get", "install", "--simulate", f"^python3[.]{minor}$"]
        if machine.which("apt-get") and machine.run(ask, quiet=True) == 0:
            return f"Install one with: sudo apt-get install -y {name} {name}-venv"
    if machine.which("dnf"):
        return "Install one with: sudo dnf install python3.12"
    return "This system's release has none: upgrade it (Debian 12, Ubuntu 24.04 or newer have one), or see python.org."
