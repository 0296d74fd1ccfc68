"""`whiteboard doctor [LINK]`: walks the ladder from this computer to a board and back, and says what does not hold."""

from __future__ import annotations

import shutil
import textwrap
from argparse import Namespace
from collections.abc import AsyncIterator, Sequence
from typing import Any

from whiteboard.doctor import examination
from whiteboard.doctor.finding import Outcome, Result
from whiteboard.doctor.patient import Surroundings
from whiteboard.doctor.report import took, verdict
from whiteboard.doctor.rung import is_healthy
from whiteboard.net.addresses import local_addresses
from whiteboard.protocol.codec import to_json
from whiteboard.protocol.limits import DEFAULT_PORT

from . import arguments
from .screen import plain, run, say

DESCRIPTION = """\
Says why a board cannot be reached. With LINK it walks from this computer's network to the board and
back, rung by rung, with the time each took and, where one fails, the likely cause and the remedy.
Without LINK it checks whether others can reach a board that is shared from this computer.

People on the board see somebody named Doctor come and go. Nothing is left on it: the edit that is
sent there and back removes what was never there."""

EPILOG = """\
exit code:
  0  every rung holds
  1  at least one does not
  2  the command line is wrong
"""

_SIGNS = {Outcome.HOLDS: "ok", Outcome.FAILS: "FAILS", Outcome.UNTRIED: "-", Outcome.NOT_NEEDED: "-"}
_NAME = 28
_WIDEST = 110


def main(given: Sequence[str]) -> int:
    parser = arguments.parser("doctor", "[LINK] [--json] [--port N]", DESCRIPTION, EPILOG)
    add = parser.add_argument
    add("link", nargs="?", type=arguments.link, metavar="LINK", help="the board, as the app shows it under Share")
    add("--json", action="store_true", help="print one JSON object, for programs")
    add("--port", type=arguments.port, metavar="N", help=f"without LINK: the port to check (default: {DEFAULT_PORT})")
    options = parser.parse_args(given)
    if options.link is not None and options.port is not None:
        parser.error("the port is in the link already: leave --port out")
    return run(_examine(options, Surroundings()))


async def _examine(options: Namespace, around: Surroundings) -> int:
    link = options.link
    port = options.port or DEFAULT_PORT
    results: list[Result] = []
    examining: AsyncIterator[Result]
    if link is not None:
        examining = examination.of_link(link, around)
        title = f"From this computer to {plain(link.board)} at {plain(link.host)}, port {link.port}"
    else:
        examining = examination.of_host(port, around)
        title = f"Can others reach a board on this computer, port {port}?"
    if not options.json:
        say(f"{title}\n")
    width = min(_WIDEST, shutil.get_terminal_size((100, 24)).columns)
    async for result in examining:
        results.append(result)
        if not options.json:
            say(row(result, width))
    healthy = is_healthy(results)
    if options.json:
        about = {"link": str(link).partition("#")[0]} if link is not None else {"port": port}
        say(to_json({"healthy": healthy} | about | {"rungs": [_object(result) for result in results]}).decode())
    else:
        say("\n" + textwrap.fill(plain(verdict(results), 600), width))
        if link is None:
            say(_other_side(port))
    return 0 if healthy else 1


def row(result: Result, width: int) -> str:
    """A rung as lines of at most `width` characters, where words allow: time, name, what was seen, and advice."""
    head = f"{_SIGNS[result.outcome]:<5} {took(result):>10}  {result.name:<{_NAME}}"
    lines = [f"{head} {plain(result.detail)}".rstrip()]
    indent = " " * 8
    lines += [f"{indent}{plain(line)}" for line in result.lines]
    for label, words in (("Likely cause: ", result.cause), ("What to do:   ", result.remedy)):
        if words:
            follow = indent + " " * len(label)
            lines.append(
                textwrap.fill(plain(words, 600), width, initial_indent=indent + label, subsequent_indent=follow)
            )
    return "\n".join(lines)


def _other_side(port: int) -> str:
    mine = [each.text for each in local_addresses()]
    if not mine:
        return ""
    return (
        "Only another computer can tell whether this one is reached from outside. Run there:\n"
        f"  whiteboard doctor LINK        (with the link under Share, like http://{mine[0]}:{port}/b/NAME#CODE)"
    )


def _object(result: Result) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": result.name,
        "outcome": result.outcome.value,
        "ms": round(result.seconds * 1000, 1),
        "detail": result.detail,
    }
    if result.lines:
        facts["lines"] = list(result.lines)
    if result.ailment is not None:
        facts |= {"ailment": result.ailment.value, "cause": result.cause, "remedy": result.remedy}
    return facts
