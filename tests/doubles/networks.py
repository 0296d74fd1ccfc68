"""Networks of our own: Linux network namespaces joined by virtual cables, with no way out."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Mapping


def lacking() -> str:
    """What keeps this machine from making namespaces, or an empty string."""
    if shutil.which("ip") is None:
        return "the command ip"
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "the rights of root"
    with contextlib.suppress(subprocess.CalledProcessError), namespaces({}):
        return ""
    return "permission to make network namespaces"


@contextlib.contextmanager
def namespaces(cables: Mapping[str, tuple[str, str]]) -> Iterator[dict[str, list[str]]]:
    """Makes rooms joined by cables: `{"10.77.1": ("a", "b")}` gives room a 10.77.1.1 and room b 10.77.1.2.

    Yields for each room the beginning of a command that runs inside it.
    """
    mark = secrets.token_hex(2)
    rooms = sorted({room for ends in cables.values() for room in ends}) or ["probe"]
    names = {room: f"wb{mark}{room}" for room in rooms}
    with contextlib.ExitStack() as made:
        for name in names.values():
            _ip("netns", "add", name)
            made.callback(_ip, "netns", "del", name)
            _ip("-n", name, "link", "set", "lo", "up")
        for number, (network, ends) in enumerate(cables.items()):
            links = [f"v{mark}{number}{end}" for end in "xy"]
            _ip("link", "add", links[0], "type", "veth", "peer", "name", links[1])
            for last, (room, link) in enumerate(zip(ends, links, strict=True), start=1):
                _ip("link", "set", link, "netns", names[room])
                _ip("-n", names[room], "addr", "add", f"{network}.{last}/24", "dev", link)
                _ip("-n", names[room], "link", "set", link, "up", "multicast", "on")
        yield {room: ["ip", "netns", "exec", name] for room, name in names.items()}


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)
