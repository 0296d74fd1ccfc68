"""The rungs for somebody who shares a board: can the others reach this computer?"""

from __future__ import annotations

import asyncio
import contextlib

from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Finding, Ill, NotNeeded
from whiteboard.doctor.firewall import looked_for, walls
from whiteboard.doctor.patient import Patient
from whiteboard.net.discovery import first_that_answers
from whiteboard.net.knock import knock
from whiteboard.net.trouble import Failed, Trouble
from whiteboard.protocol.link import Link
from whiteboard.protocol.refusal import Refusal
from whiteboard.words import t

KNOCK_SECONDS = 2.0
OTHER_SECONDS = 2.0
"""For each of the others, however many addresses it has."""

MOST_OTHERS = 20


async def own_addresses(patient: Patient) -> Finding:
    patient.mine = patient.around.addresses()
    if not patient.mine:
        raise Ill(Ailment.NO_NETWORK)
    shown = ", ".join(f"{each.text}/{each.prefix} ({each.interface})" for each in patient.mine)
    if all(each.text.startswith("169.254.") for each in patient.mine):
        raise Ill(Ailment.NO_ADDRESS_GIVEN, shown)
    return Finding(shown)


async def server(patient: Patient) -> Finding:
    """Whether a board is shared from here at all."""
    try:
        health = await knock(
            patient.http,
            patient.link.origin,
            connect_seconds=patient.waits(KNOCK_SECONDS),
            answer_seconds=patient.waits(KNOCK_SECONDS),
        )
    except Failed:
        raise Ill(Ailment.NO_SERVER_HERE) from None
    patient.health = health
    people = t("1 person") if health.members == 1 else t("{count} people").format(count=health.members)
    return Finding(
        t("Whiteboard {version} on port {port}, {people} connected").format(
            version=health.version[:20], port=patient.link.port, people=people
        )
    )


async def own_reach(patient: Patient) -> Finding:
    """Whether the server answers under this computer's addresses in the network."""
    patient.needs(patient.health, "Server on this computer")
    patient.needs(patient.mine, "Addresses of this computer")
    port = patient.link.port
    troubles: dict[str, Trouble | Refusal] = {}
    for each in patient.mine:
        try:
            origin = Link(each.text, port, "").origin
            await knock(
                patient.http,
                origin,
                connect_seconds=patient.waits(KNOCK_SECONDS),
                answer_seconds=patient.waits(KNOCK_SECONDS),
            )
        except Failed as error:
            troubles[each.text] = error.what
    detail = t("{addresses} cannot be reached").format(addresses=", ".join(troubles)) if troubles else ""
    if troubles and all(trouble is Trouble.NOBODY_THERE for trouble in troubles.values()):
        raise Ill(Ailment.FOR_ITSELF_ALONE, detail)
    if troubles:
        raise Ill(Ailment.UNREACHABLE_HERE, detail)
    return Finding(t("answers at {addresses}").format(addresses=", ".join(each.text for each in patient.mine)))


async def firewall(patient: Patient) -> Finding:
    system = patient.around.system
    found = await asyncio.to_thread(walls, system, patient.link.port)
    for wall in found:
        raise Ill(Ailment.FIREWALL_ON, program=wall.program, remedy=wall.remedy)
    return Finding(
        t("none found that keeps port {port} shut (looked for {walls})").format(
            port=patient.link.port, walls=looked_for(system)
        )
    )


async def isolation(patient: Patient) -> Finding:
    """Whether others can be reached whose announcements are heard."""
    others = patient.others[:MOST_OTHERS]
    if not others:
        raise NotNeeded(t("cannot be told: nobody else announces a board; ask the other side, as below"))
    reached = 0
    for seen in others:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patient.waits(OTHER_SECONDS)):
                reached += await first_that_answers(patient.http, seen) is not None
    detail = t("{count} of {all} others can be reached").format(count=reached, all=len(others))
    if not reached:
        raise Ill(Ailment.ISOLATED, detail)
    return Finding(detail)
