"""This computer's addresses on the local network, best first: for showing them, and for choosing whom to try first."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

import ifaddr

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_VIRTUAL = ("br-", "docker", "lxc", "tap", "tun", "utun", "vbox", "veth", "virbr", "vmnet", "wg", "zt")
"""How the names of interfaces begin that lead to virtual machines and tunnels rather than to classmates."""


@dataclass(frozen=True, slots=True)
class LocalAddress:
    """One address of this computer: as text, the bits of its network, and the interface it belongs to."""

    text: str
    prefix: int
    interface: str

    @property
    def network(self) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
        return ipaddress.ip_network(f"{self.text.partition('%')[0]}/{self.prefix}", strict=False)


def local_addresses(adapters: Iterable[ifaddr.Adapter] | None = None) -> list[LocalAddress]:
    """The IPv4 addresses that others on the network can use, best first; empty without a network.

    First those of a home or school network, then public ones, then virtual networks, then self-assigned ones.
    """
    found = [
        LocalAddress(ip.ip, ip.network_prefix, adapter.nice_name)
        for adapter in (ifaddr.get_adapters() if adapters is None else adapters)
        for ip in adapter.ips
        if isinstance(ip.ip, str) and not ipaddress.ip_address(ip.ip).is_loopback
    ]
    return sorted(found, key=_rank)


def nearest_first(addresses: Iterable[str], mine: Iterable[LocalAddress]) -> list[str]:
    """Addresses of another computer: first those on a network of mine, IPv4 before IPv6, otherwise as given."""
    networks = [address.network for address in mine]

    def rank(text: str) -> tuple[bool, int]:
        address = ipaddress.ip_address(text.partition("%")[0])
        return not any(address in network for network in networks), address.version

    return sorted(dict.fromkeys(addresses), key=rank)


def _rank(address: LocalAddress) -> tuple[int, str]:
    ip = ipaddress.ip_address(address.text)
    if ip.is_link_local:
        return 3, address.text
    if address.interface.lower().startswith(_VIRTUAL):
        return 2, address.text
    return (0 if ip.is_private else 1), address.text
