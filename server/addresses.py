"""Under which addresses others reach this machine."""

from __future__ import annotations

import ipaddress
import socket

_SOMEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses for documentation: nothing is sent there, the system only says which of its own it would use."""

_PRIVATE_NETWORKS = ("192.168.0.1", "10.0.0.1", "172.16.0.1")


def reachable(bound: str) -> list[str]:
    """The addresses to tell others, best first, of a server that is bound to `bound`."""
    ip = ipaddress.ip_address(bound.partition("%")[0])
    if not ip.is_unspecified:
        return [bound]
    family = socket.AF_INET if ip.version == 4 else socket.AF_INET6
    towards = [_SOMEWHERE[family], *(_PRIVATE_NETWORKS if family == socket.AF_INET else ())]
    candidates = [_source(family, there) for there in towards] + _named(family)
    found = [address for address in dict.fromkeys(candidates) if address and not _is_loopback(address)]
    return found or ["127.0.0.1" if family == socket.AF_INET else "::1"]


def _source(family: socket.AddressFamily, there: str) -> str:
    """The own address from which a datagram to another would be sent; "" if there is no way."""
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((there, 9))
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def _named(family: socket.AddressFamily) -> list[str]:
    try:
        return [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, family)]
    except OSError:
        return []


def _is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback
