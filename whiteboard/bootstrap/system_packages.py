"""Packages of the operating system: installed as root, asked for on a terminal, else named exactly."""

from __future__ import annotations

from whiteboard.bootstrap.machine import Machine
from whiteboard.bootstrap.unready import Unready

# A wait, because the desktop's own updater may hold the lock; no recommends, because some bring a desktop along.
_APT = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
_QUIETLY = {"DEBIAN_FRONTEND": "noninteractive"}


def install(lacking: dict[str, str], machine: Machine) -> None:
    """Install the Debian packages of what is lacking (thing -> package); Unready if that cannot be done."""
    packages = sorted(set(lacking.values()))
    line = "apt-get install -y {}".format(" ".join(packages))
    if not machine.which("apt-get"):
        raise Unready(_without_apt(lacking, machine))
    if machine.is_root:
        machine.say(f"Installing system packages: {line}")
        prefix: list[str] = []
    elif machine.has_terminal and machine.which("sudo"):
        if not machine.agree(f"System packages are missing. Run this now?\n    sudo {line}\n"):
            raise Unready(f"Then nothing is installed. When you like, run:\n    sudo {line}")
        prefix = ["sudo"]
    else:
        raise Unready(f"System packages are missing. Run this once as root, then start again:\n    {line}")
    apt = [*prefix, *_APT]
    wanted = [*apt, "install", "-y", "--no-install-recommends", *packages]
    listed = machine.run(["apt-get", "install", "--simulate", *packages], quiet=True) == 0
    if listed and machine.run(wanted, _QUIETLY) == 0:
        return
    machine.run([*apt, "update"], _QUIETLY)  # a new system has no list of packages yet, an old one a stale list
    if machine.run(wanted, _QUIETLY) == 0:
        return
    raise Unready(f"System packages could not be installed; apt-get says why above. It was asked for:\n    {line}")


def _without_apt(lacking: dict[str, str], machine: Machine) -> str:
    sonames = sorted(name for name in lacking if ".so." in name)
    for tool in ("dnf", "zypper"):  # both find the package that provides a soname
        if machine.which(tool) and len(sonames) == len(lacking):
            wanted = " ".join(f"'{name}()(64bit)'" for name in sonames)
            return f"Shared libraries are missing. Run this once, then start again:\n    sudo {tool} install {wanted}"
    return "Missing on this system, please install: {} (on Debian: {})".format(
        ", ".join(sorted(lacking)),
        " ".join(sorted(set(lacking.values()))),
    )
