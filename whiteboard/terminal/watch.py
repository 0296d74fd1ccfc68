"""`whiteboard watch LINK`: tells what happens on a board, one line an event, until Ctrl+C."""

from __future__ import annotations

import asyncio
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from functools import partial

from whiteboard.client import Arrived, AtTheDoor, BoardClient, CannotJoin, Drew, Erased, Event, Joined, Lost, Moved

from . import arguments
from .json_lines import line, line_of
from .sayings import AT_THE_DOOR, TRANSPORTS, counted, said
from .screen import complain, on_interrupt, plain, run, say

DESCRIPTION = """\
Joins a board and prints what happens on it, one line an event: who comes and goes, draws, erases and
moves. It draws nothing; the others see it among the people on the board. Ctrl+C ends it with a summary."""

EPILOG = """\
exit code:
  0  it watched until Ctrl+C, or for --seconds
  1  there was no way onto the board, or the server sent it away for good; a sentence says why
  2  the command line is wrong

examples:
  whiteboard watch http://192.168.1.20:7440/b/physics#K7QM-2XPA.5NRHCGNQ4TR480B2FJMZQB1JYQ
  whiteboard watch LINK --json | grep '"event":"drew"'"""

USAGE = "LINK [--json] [--seconds N] [--name NAME] [--wait SECONDS]"


def main(given: Sequence[str]) -> int:
    parser = arguments.parser(
        "watch", "LINK [--json] [--seconds N] [--name NAME] [--wait SECONDS]", DESCRIPTION, EPILOG
    )
    arguments.add_joining(parser, "Watcher")
    parser.add_argument("--json", action="store_true", help="print JSON objects, one a line, for programs")
    parser.add_argument("--seconds", type=arguments.positive, metavar="N", help="stop after so many seconds")
    options = parser.parse_args(given)
    return run(_watch(options))


class Tally:
    """Counts what happened, for the summary."""

    def __init__(self, began: float) -> None:
        self.counts: Counter[str] = Counter()
        self._began = began
        self._people: set[str] = set()

    def count(self, event: Event) -> None:
        match event:
            case Drew():
                self.counts["drawn"] += len(event.elements)
            case Erased():
                self.counts["erased"] += len(event.elements)
            case Moved():
                self.counts["moved"] += len(event.elements)
            case Lost():
                self.counts["connections_lost"] += 1
            case Joined():
                self.see(event.who.author)
            case _:
                pass

    def see(self, author: str) -> None:
        self._people.add(author)

    def summary(self, now: float, elements: int) -> dict[str, float]:
        """Figures: seconds, people met besides this program, elements drawn, erased, moved and left on the board."""
        names = ("drawn", "erased", "moved", "connections_lost")
        counts = {each: self.counts[each] for each in names}
        return {"seconds": round(now - self._began, 1), "people": len(self._people), "elements": elements} | counts


async def _watch(options: Namespace) -> int:
    try:
        waiting = partial(_say_waiting, as_json=options.json)
        async with BoardClient(options.link, options.name, patience=options.wait, at_the_door=waiting) as board:
            await _tell(board, options)
        return 0
    except CannotJoin as error:
        if options.json:
            say(line("refused" if error.refusal else "failed", time.time(), why=str(error), code=error.refusal))
        complain(f"whiteboard watch: {plain(str(error))}")
        return 1


def _say_waiting(*, as_json: bool) -> None:
    say(line_of(AtTheDoor(), time.time()) if as_json else f"Waiting {AT_THE_DOOR}.")


async def _tell(board: BoardClient, options: Namespace) -> None:
    """Print the events until Ctrl+C or the time is over; CannotJoin if the server sends this program away."""
    stream = board.events()
    on_interrupt(stream.end)
    if options.seconds is not None:
        asyncio.get_running_loop().call_later(options.seconds, stream.end)
    tally = Tally(time.monotonic())
    arrived = Arrived(board.connection.transport, len(board.document), len(board.members))
    others = [member.name for member in board.others]
    for member in board.others:
        tally.see(member.author)
    if options.json:
        say(line("board", time.time(), name=board.name, people=others))
        say(line_of(arrived, time.time()))
    else:
        drawn = counted(arrived.elements, "element") if arrived.elements else "still empty"
        say(f"{plain(board.name)}: {drawn}; {_people(others)}.")
        say(f"Connected {TRANSPORTS[arrived.transport]}. Ctrl+C ends this.")
    try:
        async for event in stream:
            tally.count(event)
            if options.json:
                text = line_of(event, time.time())
            elif text := said(event):
                text = f"{time.strftime('%H:%M:%S')}  {text}"
            if text:
                say(text)
    finally:
        figures = tally.summary(time.monotonic(), len(board.document))
        say(line("summary", time.time(), **figures) if options.json else _summary(figures))


def _people(names: list[str]) -> str:
    if not names:
        return "nobody else is there"
    *first, last = [plain(each, 60) or "somebody" for each in names[:12]]
    if len(names) > 12:
        return f"{', '.join(first)}, {last} and {len(names) - 12} more are there"
    return f"{', '.join(first)} and {last} are there" if first else f"{last} is there"


def _summary(figures: dict[str, float]) -> str:
    minutes, seconds = divmod(round(figures["seconds"]), 60)
    number = {key: int(value) for key, value in figures.items()}
    met = counted(number["people"], "person", "people")
    done = [f"{number[what]:,} {what}" for what in ("drawn", "erased", "moved") if number[what]] or [
        "nothing was drawn"
    ]
    lost = counted(number["connections_lost"], "lost connection")
    return (
        f"Watched for {f'{minutes} min ' if minutes else ''}{seconds} s and met {met}: {', '.join(done)}"
        f"{f', {lost}' if number['connections_lost'] else ''}. "
        f"The board now has {counted(number['elements'], 'element')}."
    )
