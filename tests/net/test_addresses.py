"""Which of this computer's addresses to show first, and which of another's to try first."""

from ifaddr import IP, Adapter

from whiteboard.net.addresses import LocalAddress, local_addresses, nearest_first


def adapter(name: str, *ips: str) -> Adapter:
    return Adapter(name, name, [IP(ip, 24, name) for ip in ips], index=1)


def test_the_classroom_comes_before_virtual_machines_and_self_assigned_addresses() -> None:
    adapters = [
        adapter("lo", "127.0.0.1"),
        adapter("docker0", "172.17.0.1"),
        adapter("wlan1", "169.254.7.7"),
        adapter("eth1", "203.0.113.9"),
        adapter("eth0", "192.168.1.20"),
    ]
    found = [address.text for address in local_addresses(adapters)]
    assert found == ["192.168.1.20", "203.0.113.9", "172.17.0.1", "169.254.7.7"]


def test_without_a_network_there_are_none() -> None:
    assert local_addresses([adapter("lo", "127.0.0.1")]) == []


def test_this_computer_can_be_asked() -> None:
    assert all(address.text and address.prefix <= 32 for address in local_addresses())


def test_the_same_network_is_tried_first_then_ipv4() -> None:
    mine = [LocalAddress("10.1.2.3", 24, "eth0")]
    theirs = ["fe80::1%3", "192.168.9.9", "10.1.2.99", "10.1.2.99"]
    assert nearest_first(theirs, mine) == ["10.1.2.99", "192.168.9.9", "fe80::1%3"]
