"""The rungs from a TCP connection by way of TLS to a WebSocket."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import ssl

import aiohttp

from whiteboard.doctor import probe
from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Finding, Ill, NotNeeded
from whiteboard.doctor.lines import upgraded
from whiteboard.doctor.patient import Patient
from whiteboard.net.http import http_client
from whiteboard.net.knock import knock
from whiteboard.net.pin import OtherCertificate, pinned, trust
from whiteboard.net.trouble import Failed
from whiteboard.protocol.fingerprint import words_of
from whiteboard.words import t

CONNECT_SECONDS = 5.0
"""Systems say after three that nobody has an address; a busy machine hears it later."""

HANDSHAKE_SECONDS = 4.0
ANSWER_SECONDS = 3.0
UPGRADE_SECONDS = 4.0
LOOK_SECONDS = 2.0

_NO_ROUTE = {errno.EHOSTUNREACH, errno.EHOSTDOWN}
_NO_WAY = {errno.ENETUNREACH, errno.ENETDOWN}


async def tcp(patient: Patient) -> Finding:
    link = patient.link
    try:
        async with asyncio.timeout(patient.waits(CONNECT_SECONDS)):
            _, writer = await asyncio.open_connection(link.host, link.port)
    except TimeoutError:
        raise _no_answer(
            patient, t("no answer in {seconds:g} s").format(seconds=patient.waits(CONNECT_SECONDS))
        ) from None
    except OSError as error:
        if isinstance(error, ConnectionRefusedError) or "refused" in str(error).lower():
            raise Ill(Ailment.NOBODY_LISTENS, t("refused")) from None
        if error.errno in _NO_WAY:
            raise _no_answer(patient, str(error.strerror)) from None
        if error.errno in _NO_ROUTE:
            raise Ill(Ailment.NO_ROUTE, str(error.strerror)) from None
        raise Ill(Ailment.NOT_CONNECTED, str(error)) from None
    here, there = writer.get_extra_info("sockname"), writer.get_extra_info("peername")
    writer.transport.abort()
    patient.connected = True
    return Finding(t("from {here} to {there}, port {port}").format(here=here[0], there=there[0], port=there[1]))


def _no_answer(patient: Patient, seen: str) -> Ill:
    networks = [str(each.network) for each in patient.mine]
    try:
        ip = ipaddress.ip_address(patient.link.host.partition("%")[0])
    except ValueError:
        return Ill(Ailment.FILTERED, seen)
    if ip.is_loopback or not networks or any(ip in each.network for each in patient.mine):
        return Ill(Ailment.FILTERED, seen)
    return Ill(Ailment.OTHER_NETWORK, seen, networks=", ".join(networks))


async def tls(patient: Patient) -> Finding:
    """Whether the server is the one that the link means, and encrypts."""
    patient.needs(patient.connected, "TCP connection")
    link = patient.link
    if not link.is_encrypted:
        raise NotNeeded(t("not needed: the link has no fingerprint, so nothing is encrypted"))
    context = ssl.create_default_context() if link.vouched else pinned(link.fingerprint)
    try:
        async with asyncio.timeout(patient.waits(HANDSHAKE_SECONDS)):
            _, writer = await asyncio.open_connection(link.host, link.port, ssl=context)
    except OtherCertificate as error:
        there, meant = " ".join(words_of(error.fingerprint)), " ".join(words_of(link.fingerprint))
        raise Ill(
            Ailment.OTHER_CERTIFICATE,
            t("its words are {there}; the link means {meant}").format(there=there, meant=meant),
            shown=there,
        ) from None
    except ssl.SSLCertVerificationError as error:
        raise Ill(Ailment.NOT_VOUCHED, why=error.verify_message) from None
    except TimeoutError:
        raise Ill(
            Ailment.SILENT, t("no answer in {seconds:g} s").format(seconds=patient.waits(HANDSHAKE_SECONDS))
        ) from None
    except OSError as error:  # ssl.SSLError is one
        why = error.reason if isinstance(error, ssl.SSLError) else error.strerror
        raise Ill(Ailment.NO_TLS, why.replace("_", " ").lower() if why else t("it hangs up")) from None
    found: ssl.SSLObject = writer.get_extra_info("ssl_object")
    words = f"{found.version()}, {(found.cipher() or ('',))[0]}"
    writer.transport.abort()
    patient.knows_whom = True
    return Finding(
        words
        if link.vouched
        else t("{words}; the server's words are {key}").format(words=words, key=" ".join(words_of(link.fingerprint)))
    )


async def http(patient: Patient) -> Finding:
    patient.needs(patient.connected, "TCP connection")
    patient.needs(patient.knows_whom, "Encryption (TLS)")
    link = patient.link
    try:
        health = await knock(
            patient.http,
            link.origin,
            connect_seconds=patient.waits(CONNECT_SECONDS),
            answer_seconds=patient.waits(ANSWER_SECONDS),
        )
    except Failed:
        ailment, said = await probe.look(link.host, link.port, patient.waits(LOOK_SECONDS))
        raise Ill(ailment, said) from None
    if not link.is_encrypted and not health.guests:
        raise Ill(Ailment.ENCRYPTED_ONLY, t("Whiteboard {version} is there").format(version=_plain(health.version)))
    patient.health = health
    minutes = round(health.uptime / 60)
    people = t("1 person") if health.members == 1 else t("{count} people").format(count=health.members)
    return Finding(
        t("Whiteboard {version}, up for {minutes} min, {people} connected").format(
            version=_plain(health.version), minutes=minutes, people=people
        )
    )


async def upgrade(patient: Patient) -> Finding:
    """Ask for a WebSocket, and show the request and the answer."""
    patient.needs(patient.health, "HTTP answer")
    link = patient.link
    lines: list[str] = []
    trace = aiohttp.TraceConfig()

    async def on_request(_: object, __: object, sent: aiohttp.TraceRequestHeadersSentParams) -> None:
        lines.append(f"> {sent.method} {sent.url.raw_path_qs} HTTP/1.1")
        lines.extend(f"> {name}: {value}" for name, value in sent.headers.items())

    async def on_answer(_: object, __: object, got: aiohttp.TraceRequestEndParams) -> None:
        lines.append(f"< HTTP/1.1 {got.response.status} {_plain(got.response.reason or '')}")
        lines.extend(f"< {_plain(name)}: {_plain(value)}" for name, value in got.response.headers.items())

    trace.on_request_headers_sent.append(on_request)
    trace.on_request_end.append(on_answer)
    tracing = http_client(trust(link), trace)
    try:
        async with asyncio.timeout(patient.waits(UPGRADE_SECONDS)):
            patient.socket = await upgraded(tracing, link.origin)
    except aiohttp.WSServerHandshakeError as error:
        raise Ill(
            Ailment.UPGRADE_REFUSED,
            t("answered {status}").format(status=error.status),
            tuple(lines),
            status=error.status,
        ) from None
    except TimeoutError:
        raise Ill(
            Ailment.UPGRADE_SILENT,
            t("no answer in {seconds:g} s").format(seconds=patient.waits(UPGRADE_SECONDS)),
            tuple(lines),
        ) from None
    except (aiohttp.ClientError, OSError) as error:
        raise Ill(
            Ailment.UPGRADE_REFUSED,
            t("hung up"),
            tuple(lines),
            status=t("nothing ({error})").format(error=type(error).__name__),
        ) from None
    finally:
        if patient.socket is None:
            await tracing.close()
        else:
            patient.keep(tracing)
    return Finding("101 Switching Protocols", tuple(lines))


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else "." for c in text[:120])
