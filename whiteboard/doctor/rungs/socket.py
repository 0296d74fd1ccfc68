"""The rungs of the conversation's beginning: Engine.IO, Socket.IO, the greeting, the code."""

from __future__ import annotations

import asyncio

import aiohttp

from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Finding, Ill
from whiteboard.doctor.lines import Ended, PollingLine, WebSocketLine
from whiteboard.doctor.patient import Patient
from whiteboard.doctor.talk import WAITING, Talk
from whiteboard.protocol.codec import BadMessage
from whiteboard.protocol.limits import PROTOCOL
from whiteboard.protocol.messages import Hello, Refused, Welcome
from whiteboard.protocol.refusal import Refusal
from whiteboard.version import VERSION
from whiteboard.words import t

OPEN_SECONDS = 4.0
ANSWER_SECONDS = 7.0
"""Longer than the server's pings are apart, so that a link of one direction can be told from a silent server."""

WELCOME_SECONDS = 7.0

DEAF_SECONDS = 3.0
"""A server that hangs up later than this, but before it answers, has not heard what was sent at once."""

NAME = "Doctor"
_VERSIONS = (Refusal.TOO_OLD, Refusal.TOO_NEW)


async def engine(patient: Patient) -> Finding:
    """Engine.IO's open packet, over the WebSocket or else by long-polling, as the app would do it."""
    patient.needs(patient.health, "HTTP answer")
    mute = False
    if patient.socket is not None:
        talk = Talk(WebSocketLine(patient.socket))
        try:
            return await _open(patient, talk)
        except (TimeoutError, Ended):
            mute = True
            await talk.close()
        except BadMessage as error:
            raise Ill(Ailment.NOT_UNDERSTOOD, str(error)) from None
    try:
        finding = await _open(patient, Talk(PollingLine(patient.http, patient.link.origin)))
    except (TimeoutError, Ended, BadMessage, aiohttp.ClientError) as error:
        raise Ill(Ailment.NO_ENGINE, str(error)) from None
    if mute:
        raise Ill(
            Ailment.UPGRADE_MUTE,
            t("nothing came through in {seconds:g} s; by long-polling it opens").format(
                seconds=patient.waits(OPEN_SECONDS)
            ),
        )
    return finding


async def _open(patient: Patient, talk: Talk) -> Finding:
    async with asyncio.timeout(patient.waits(OPEN_SECONDS)):
        opened = await talk.open()
    patient.talk = talk
    return Finding(
        t("by {transport}; the server pings every {interval:g} s and waits {timeout:g} s").format(
            transport=talk.line.transport, interval=opened.interval, timeout=opened.timeout
        )
    )


async def socket(patient: Patient) -> Finding:
    talk = patient.needs(patient.talk, "Engine.IO open")
    before, began = talk.heard, asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(patient.waits(ANSWER_SECONDS)):
            sid = await talk.connect()
    except TimeoutError:
        await _forget(patient)
        silence = t("no answer in {seconds:g} s").format(seconds=patient.waits(ANSWER_SECONDS))
        if talk.heard > before:
            raise Ill(Ailment.ONE_WAY, t("{silence}, but the server's pings arrive").format(silence=silence)) from None
        raise Ill(Ailment.NO_SOCKET, silence) from None
    except Ended as error:
        await _forget(patient)
        waited = asyncio.get_running_loop().time() - began
        if waited > DEAF_SECONDS:
            raise Ill(
                Ailment.ONE_WAY,
                t("it hung up after {seconds:.0f} s, as on somebody who says nothing").format(seconds=waited),
            ) from None
        raise Ill(Ailment.CUT, str(error)) from None
    except BadMessage as error:
        await _forget(patient)
        raise Ill(Ailment.NOT_UNDERSTOOD, str(error)) from None
    return Finding(t("session {id}…").format(id="".join(c for c in sid[:12] if c.isalnum() or c in "-_")))


async def version(patient: Patient) -> Finding:
    """Compare what both sides speak, and greet the server: only it can say whether it will talk."""
    talk = patient.needs(patient.talk, "Socket.IO connect")
    health = patient.needs(patient.health, "HTTP answer")
    if health.protocol != PROTOCOL:
        ailment = Ailment.SERVER_OLDER if health.protocol < PROTOCOL else Ailment.SERVER_NEWER
        raise Ill(ailment, theirs=health.protocol, ours=PROTOCOL)
    try:
        async with asyncio.timeout(patient.waits(WELCOME_SECONDS)):
            patient.answer = await greeted(patient, talk)
    except TimeoutError:
        raise Ill(
            Ailment.NO_WELCOME, t("no answer in {seconds:g} s").format(seconds=patient.waits(WELCOME_SECONDS))
        ) from None
    except Ended as error:
        raise Ill(Ailment.CUT, str(error)) from None
    except BadMessage as error:
        raise Ill(Ailment.NOT_UNDERSTOOD, str(error)) from None
    answer = patient.answer
    if isinstance(answer, Refused) and answer.code in _VERSIONS:
        patient.answer = None
        ailment = Ailment.SERVER_NEWER if answer.code is Refusal.TOO_OLD else Ailment.SERVER_OLDER
        raise Ill(ailment, answer.why, theirs=t("it says so"), ours=PROTOCOL)
    return Finding(t("both speak version {version}").format(version=PROTOCOL))


async def greeted(patient: Patient, talk: Talk) -> Welcome | Refused | str:
    """Say hello as somebody new, and give the answer."""
    link = patient.link
    hello = Hello(
        board=link.board,
        client=patient.new_client(),
        ordinal=1,
        code=link.code,
        name=NAME,
        app=f"Whiteboard doctor {VERSION}",
    )
    await talk.send(hello)
    return await talk.answer()


async def code(patient: Patient) -> Finding:
    """Whether the server lets this code onto the board."""
    answer = patient.needs(patient.answer, "Protocol version")
    match answer:
        case Welcome():
            patient.welcome = answer
            people = len(answer.members) - 1
            words = t("on the board {board} as {role}, with {people} other")
            if people != 1:
                words = t("on the board {board} as {role}, with {people} others")
            return Finding(words.format(board=answer.board, role=t(answer.role.value), people=people))
        case Refused():
            raise Ill(
                _REFUSALS.get(answer.code, Ailment.REFUSED),
                answer.why,
                why=answer.why or answer.code.value,
                seconds=answer.retry_after or 10.0,
            )
        case _:
            raise Ill(Ailment.WAITS if answer == WAITING else Ailment.NOT_UNDERSTOOD)


async def _forget(patient: Patient) -> None:
    talk, patient.talk = patient.talk, None
    if talk is not None:
        await talk.close()


_REFUSALS = {
    Refusal.WRONG_CODE: Ailment.WRONG_CODE,
    Refusal.GUESSING: Ailment.GUESSING,
    Refusal.GONE: Ailment.GONE,
    Refusal.REMOVED: Ailment.REMOVED,
    Refusal.FULL: Ailment.FULL,
}
