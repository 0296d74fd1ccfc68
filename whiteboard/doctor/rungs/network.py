"""The rungs before anything is connected: this computer's addresses, the server's name, its announcement."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
from collections.abc import Callable

from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Finding, Ill, NotNeeded
from whiteboard.doctor.patient import Patient
from whiteboard.net.sightings import Seen, Sighting
from whiteboard.protocol.link import Link
from whiteboard.words import t


async def addresses(patient: Patient) -> Finding:
    patient.mine = patient.around.addresses()
    shown = ", ".join(f"{each.text}/{each.prefix} ({each.interface})" for each in patient.mine)
    if is_this_computer(patient.link.host):
        return Finding(shown or t("none, and none is needed: the link leads to this computer itself"))
    if not patient.mine:
        raise Ill(Ailment.NO_NETWORK)
    if all(ipaddress.ip_address(each.text).is_link_local for each in patient.mine):
        raise Ill(Ailment.NO_ADDRESS_GIVEN, shown)
    return Finding(shown)


async def name(patient: Patient) -> Finding:
    host = patient.link.host
    if _is_address(host):
        return Finding(t("{host} is an address, there is nothing to look up").format(host=host))
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, patient.link.port, type=socket.SOCK_STREAM)
    except OSError:
        raise Ill(Ailment.NO_SUCH_HOST) from None
    return Finding(
        t("{host} is {addresses}").format(
            host=host, addresses=", ".join(dict.fromkeys(str(entry[4][0]) for entry in found))
        )
    )


async def announcement(patient: Patient) -> Finding:
    link = patient.link
    if is_this_computer(link.host):
        raise NotNeeded(t("not needed: the link leads to this computer itself"))
    seen = await _heard(patient, until=lambda each: each.board == link.board and _fits(each, link))
    named = [each for each in seen if each.board == link.board]
    if any(_fits(each, link) for each in named):
        return Finding(
            t("{board} is announced at {host}, port {port}").format(board=link.board, host=link.host, port=link.port)
        )
    for each in named:
        address = next(iter(sorted(each.addresses, key=lambda text: ":" in text)), "")
        if address and _is_address(link.host):
            there = t("{address}, port {port}").format(address=address, port=each.port)
            elsewhere = Link(address, each.port, each.board, fingerprint=each.fingerprint)
            raise Ill(Ailment.ANNOUNCED_ELSEWHERE, t("announced at {place}").format(place=there), link=elsewhere)
        return Finding(
            t("{board} is announced at {addresses}, port {port}").format(
                board=link.board, addresses=", ".join(each.addresses), port=each.port
            )
        )
    others = (
        t("{count} other boards are announced").format(count=len(seen)) if seen else t("no board at all is announced")
    )
    raise Ill(
        Ailment.NOT_ANNOUNCED,
        t("listened for {seconds:g} s: {others}").format(seconds=patient.around.listen_seconds, others=others),
    )


async def announcements(patient: Patient) -> Finding:
    """For a host: who is heard, oneself and others."""
    mine = {each.text for each in patient.mine}
    patient.others = []
    seen = await _heard(patient)
    own = [each for each in seen if mine & set(each.addresses)]
    patient.others = [each for each in seen if not mine & set(each.addresses)]
    shown = ", ".join(f"{each.board} ({each.host or each.addresses[0]})" for each in patient.others if each.addresses)
    words = t("{own} of this computer, {others} of others").format(own=len(own), others=len(patient.others))
    words = f"{words}: {shown}" if shown else words
    if patient.health is not None and not own:
        raise Ill(Ailment.NOT_HEARD, words)
    if not seen:
        raise NotNeeded(t("nobody announces a board just now"))
    return Finding(words)


def is_this_computer(host: str) -> bool:
    """Whether an address leads no further than to this computer."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host.partition("%")[0]).is_loopback)


async def _heard(patient: Patient, until: Callable[[Seen], bool] = lambda seen: False) -> list[Seen]:
    """What is announced within the listening time, or until something fits."""
    seen: dict[str, Seen] = {}
    enough = asyncio.Event()

    def on_sighting(sighting: Sighting) -> None:
        if isinstance(sighting, Seen):
            seen[sighting.service] = sighting
            if until(sighting):
                enough.set()

    async with asyncio.TaskGroup() as tasks:
        listening = tasks.create_task(_listen(patient, on_sighting))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patient.around.listen_seconds):
                await enough.wait()
        listening.cancel()
    return list(seen.values())


async def _listen(patient: Patient, on_sighting: Callable[[Sighting], None]) -> None:
    await patient.around.listen(on_sighting)


def _fits(seen: Seen, link: Link) -> bool:
    return seen.port == link.port and (link.host in seen.addresses or not _is_address(link.host))


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True
