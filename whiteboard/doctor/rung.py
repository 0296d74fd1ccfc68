"""A rung of the ladder, and the climb."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from whiteboard.words import t

from .advice import Ailment, advice
from .finding import Finding, Ill, NotNeeded, Outcome, Result, Untried
from .patient import Patient


@dataclass(frozen=True, slots=True)
class Rung:
    """One check. `run` returns what it found, or raises Ill, NotNeeded or Untried; it gets `seconds`, not more.

    Unless the patient is given more time than usual.
    """

    name: str
    seconds: float
    run: Callable[[Patient], Awaitable[Finding]]


async def climb(ladder: Sequence[Rung], patient: Patient, clock: Callable[[], float]) -> AsyncIterator[Result]:
    """Try the rungs in order, also after one that fails: each says itself what it stands on."""
    for rung in ladder:
        began = clock()
        result = await _tried(rung, patient)
        yield replace(result, seconds=clock() - began)


async def _tried(rung: Rung, patient: Patient) -> Result:
    try:
        async with asyncio.timeout(patient.gives(rung.seconds)):
            finding = await rung.run(patient)
    except Ill as ill:
        cause, remedy = advice(ill.ailment, **(patient.where | ill.facts))
        return Result(rung.name, Outcome.FAILS, 0, ill.detail, ill.lines, cause, remedy, ill.ailment)
    except TimeoutError:
        cause, remedy = advice(Ailment.TOO_SLOW, seconds=patient.gives(rung.seconds))
        return Result(rung.name, Outcome.FAILS, 0, "", (), cause, remedy, Ailment.TOO_SLOW)
    except NotNeeded as why:
        return Result(rung.name, Outcome.NOT_NEEDED, 0, str(why))
    except Untried as needs:
        return Result(rung.name, Outcome.UNTRIED, 0, t("not tried: needs {name}").format(name=t(str(needs))))
    return Result(rung.name, Outcome.HOLDS, 0, finding.detail, finding.lines)


def is_healthy(results: Sequence[Result]) -> bool:
    """Whether every rung holds that says anything here."""
    return all(result.outcome in (Outcome.HOLDS, Outcome.NOT_NEEDED) for result in results)
