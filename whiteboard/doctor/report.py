"""What an examination comes to: its verdict in a sentence, and a report of it that may be shown to anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whiteboard.words import t

from .finding import Outcome, Result
from .ladders import FOR_A_LINK

LAST_RUNG = FOR_A_LINK[-1].name
HIDDEN = "•••"

_SIGNS = {Outcome.HOLDS: "ok   ", Outcome.FAILS: "FAILS", Outcome.UNTRIED: "-    ", Outcome.NOT_NEEDED: "-    "}
WELL = "All is well: every rung holds."


def has_joined(results: Sequence[Result]) -> bool:
    """Whether the doctor came onto the board, and to the end of the ladder."""
    return any(result.name == LAST_RUNG and result.outcome is Outcome.HOLDS for result in results)


def verdict(results: Sequence[Result]) -> str:
    """The first failure and its remedy, or that there is none."""
    failed = [result for result in results if result.outcome is Outcome.FAILS]
    if not failed:
        return t(WELL)
    first = failed[0]
    if has_joined(results):
        words = t("The board can be joined, but not all is well: {rung} does not hold{others}. {remedy}")
    else:
        words = t("Not well: {rung} does not hold{others}. {remedy}")
    others = t(" ({count} more below it)").format(count=len(failed) - 1) if len(failed) > 1 else ""
    return words.format(rung=t(first.name), others=others, remedy=first.remedy)


def took(result: Result) -> str:
    """How long a rung took, `2.3 ms` or `1,250 ms`; "" if it was not tried."""
    if result.outcome not in (Outcome.HOLDS, Outcome.FAILS):
        return ""
    ms = result.seconds * 1000
    return f"{ms:,.{1 if ms < 9.95 else 0}f} ms"


def written(title: str, results: Iterable[Result], secrets: Iterable[str] = ()) -> str:
    """The whole examination as text, with HIDDEN in the place of each of the `secrets`."""
    results = list(results)
    lines = [title, ""]
    for result in results:
        lines.append(f"{_SIGNS[result.outcome]} {took(result):>10}  {t(result.name):<28} {result.detail}".rstrip())
        lines += [f"        {line}" for line in result.lines]
        if result.cause:
            lines += [
                f"        {t('Likely cause: {cause}').format(cause=result.cause)}",
                f"        {t('What to do:   {remedy}').format(remedy=result.remedy)}",
            ]
    text = "\n".join([*lines, "", verdict(results), ""])
    for secret in filter(None, secrets):
        text = text.replace(secret, HIDDEN)
    return text
