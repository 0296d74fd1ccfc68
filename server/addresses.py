"""Under which addresses others reach this machine."""

from __future__ import annotations

import ipaddress
import socket

import ifaddr  # zeroconf brings it

_SOMEWHERE = {4: "192.0.2.1", 6: "2001:db8::1"}
"""Addresses for documentation: nothing is sent there, the system only says which of its own it would use."""


def reachable(bound: str) -> list[str]:
    """The addresses to tell others, best first, of a server that is bound to `bound`."""
    ip = ipaddress.ip_address(bound.partition("%")[0])
    if not ip.is_unspecified:
        return [bound]
    found = of_interfaces(ip.version)
    best = _towards(_SOMEWHERE[ip.version], ip.version)
    return sorted(found, key=lambda address: address != best) or ["127.0.0.1" if ip.version == 4 else "::1"]


def of_interfaces(version: int) -> list[str]:
    """The addresses of all networks that this machine is in, without itself and without link-local ones."""
    found = []
    for adapter in ifaddr.get_adapters():
        for entry in adapter.ips:
            text = entry.ip if isinstance(entry.ip, str) else entry.ip[0]
            ip = ipaddress.ip_address(text)
            if ip.version == version and not ip.is_loopback and not (version == 6 and ip.is_link_local):
                found.append(text)
    return list(dict.fromkeys(found))


def _towards(there: str, version: int) -> str:
    """The own address from which a datagram to another would be sent; "" if there is no way."""
    with socket.socket(socket.AF_INET if version == 4 else socket.AF_INET6, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((there, 9))
            return str(probe.getsockname()[0])
        except OSError:
            return ""
