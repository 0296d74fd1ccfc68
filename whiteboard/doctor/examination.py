"""Runs a ladder from the first rung to the last, and hangs up."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncGenerator

from whiteboard.net.http import http_client
from whiteboard.net.pin import trust
from whiteboard.protocol.link import Link

from .finding import Result
from .ladders import FOR_A_HOST, FOR_A_LINK
from .patient import Patient, Surroundings
from .rung import climb


async def of_link(link: Link, around: Surroundings | None = None) -> AsyncGenerator[Result, None]:
    """Whether the board at a link can be joined, rung by rung as they are tried.

    People on the board see somebody named Doctor come and go; nothing is left on it.
    """
    async with http_client(trust(link)) as http:
        patient = Patient(link, http, around or Surroundings(), lambda: secrets.token_hex(16))
        try:
            async for result in climb(FOR_A_LINK, patient, time.perf_counter):
                yield result
        finally:
            await patient.close()


async def of_host(port: int, around: Surroundings | None = None) -> AsyncGenerator[Result, None]:
    """Whether others can reach the server on this computer's `port`, as far as this computer can tell."""
    async with http_client() as http:
        patient = Patient(Link("127.0.0.1", port, ""), http, around or Surroundings(), lambda: secrets.token_hex(16))
        try:
            async for result in climb(FOR_A_HOST, patient, time.perf_counter):
                yield result
        finally:
            await patient.close()
