"""The rungs on the board: its drawing, an edit's way there and back, and to somebody else."""

from __future__ import annotations

import asyncio
import secrets
import statistics
from itertools import pairwise

from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Finding, Ill
from whiteboard.doctor.lines import Ended, PollingLine, WebSocketLine, upgraded
from whiteboard.doctor.patient import Patient
from whiteboard.doctor.talk import Talk
from whiteboard.model.element import ElementId
from whiteboard.model.op import Remove
from whiteboard.net import snapshot as snapshots
from whiteboard.net.trouble import Failed
from whiteboard.protocol.codec import BadMessage
from whiteboard.protocol.messages import Edit, Welcome
from whiteboard.words import t

from .socket import greeted

ECHO_SECONDS = 4.0
PINGS = 20
PAUSE_SECONDS = 0.05
SLOW_SECONDS = 0.3


async def snapshot(patient: Patient) -> Finding:
    welcome = patient.needs(patient.welcome, "Join code")
    if not welcome.snapshot:
        raise Ill(Ailment.NOT_UNDERSTOOD, t("the welcome names no snapshot"))
    try:
        found = await snapshots.fetch(patient.http, patient.link.origin + welcome.snapshot, welcome.token)
    except Failed as error:
        raise Ill(Ailment.NO_SNAPSHOT, error.why) from None
    count = len(found.elements)
    words = (t("1 element, log at {seq}") if count == 1 else t("{count} elements, log at {seq}")).format(
        count=count, seq=found.seq
    )
    if (more := welcome.head - found.seq) > 0:
        words = t("{words}; what was done since follows: {more}").format(words=words, more=more)
    return Finding(words)


async def echo(patient: Patient) -> Finding:
    """An edit that removes what was never there: it is stored and sent to all like any other, and changes nothing."""
    talk = patient.needs(patient.talk, "Socket.IO connect")
    welcome = patient.needs(patient.welcome, "Join code")
    if welcome.read_only:
        raise Ill(Ailment.READ_ONLY, why=welcome.read_only)
    try:
        async with asyncio.timeout(patient.waits(ECHO_SECONDS)):
            await talk.send(_nothing(patient))
            await talk.entry(welcome.author, patient.edits)
    except TimeoutError:
        raise Ill(Ailment.NO_ECHO, t("not back in {seconds:g} s").format(seconds=patient.waits(ECHO_SECONDS))) from None
    except Ended as error:
        raise Ill(Ailment.CUT, str(error)) from None
    except BadMessage as error:
        raise Ill(Ailment.NOT_UNDERSTOOD, str(error)) from None
    return Finding(t("an edit that changes nothing was stored and came back"))


async def broadcast(patient: Patient) -> Finding:
    """The same, seen by a second connection."""
    first = patient.needs(patient.talk, "Socket.IO connect")
    welcome = patient.needs(patient.welcome, "Join code")
    if not patient.edits:
        patient.needs(None, "Own edit comes back")
    try:
        if isinstance(first.line, WebSocketLine):
            second = Talk(WebSocketLine(await upgraded(patient.http, patient.link.origin)))
        else:
            second = Talk(PollingLine(patient.http, patient.link.origin))
        patient.second = second
        await second.open()
        await second.connect()
        if not isinstance(await greeted(patient, second), Welcome):
            raise Ill(Ailment.NO_BROADCAST, t("the second connection was not let in"))
        async with asyncio.timeout(patient.waits(ECHO_SECONDS)):
            await first.send(_nothing(patient))
            await second.entry(welcome.author, patient.edits)
    except TimeoutError:
        raise Ill(
            Ailment.NO_BROADCAST, t("nothing in {seconds:g} s").format(seconds=patient.waits(ECHO_SECONDS))
        ) from None
    except (Ended, OSError) as error:
        raise Ill(Ailment.CUT, str(error)) from None
    except BadMessage as error:
        raise Ill(Ailment.NOT_UNDERSTOOD, str(error)) from None
    return Finding(t("the second connection saw the first one's edit"))


async def round_trip(patient: Patient) -> Finding:
    """Twenty questions and their answers: the median, and how much one differs from the next."""
    talk = patient.needs(patient.talk, "Socket.IO connect")
    patient.needs(patient.welcome, "Join code")
    loop = asyncio.get_running_loop()
    times: list[float] = []
    try:
        async with asyncio.timeout(PINGS * (PAUSE_SECONDS + patient.waits(SLOW_SECONDS))):
            for _ in range(PINGS):
                sent = loop.time()
                await talk.ping()
                times.append(loop.time() - sent)
                await asyncio.sleep(PAUSE_SECONDS)
    except TimeoutError:
        if len(times) < PINGS / 2:
            raise Ill(Ailment.LOSES_PINGS, t("{count} of {all} answered").format(count=len(times), all=PINGS)) from None
    except Ended as error:
        raise Ill(Ailment.CUT, str(error)) from None
    median = statistics.median(times)
    jitter = statistics.fmean(abs(b - a) for a, b in pairwise(times))
    words = t("median {median:.1f} ms, jitter {jitter:.1f} ms, worst {worst:.1f} ms").format(
        median=median * 1000, jitter=jitter * 1000, worst=max(times) * 1000
    )
    if median > patient.waits(SLOW_SECONDS):
        raise Ill(Ailment.SLOW, words)
    return Finding(words)


async def transport(patient: Patient) -> Finding:
    talk = patient.needs(patient.talk, "Socket.IO connect")
    patient.needs(patient.welcome, "Join code")
    if isinstance(talk.line, WebSocketLine):
        return Finding("WebSocket")
    return Finding(t("long-polling: slower, but complete"))


def _nothing(patient: Patient) -> Edit:
    patient.edits += 1
    return Edit(cseq=patient.edits, ops=(Remove(ElementId(f"doctor-{secrets.token_hex(8)}")),))
