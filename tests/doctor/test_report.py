"""The doctor's report, as it is read and copied."""

from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Outcome, Result
from whiteboard.doctor.report import HIDDEN, LAST_RUNG, has_joined, took, verdict, written

GOOD = Result("TCP connection", Outcome.HOLDS, 0.0023, "from 10.0.0.2")
SKIPPED = Result("Encryption (TLS)", Outcome.NOT_NEEDED, 0.5)
ILL = Result(
    "Join code", Outcome.FAILS, 1.25, "K7QM2XPA is wrong", ("> K7QM-2XPA",), "It is.", "Ask.", Ailment.WRONG_CODE
)


def test_it_has_every_rung_with_its_time_and_the_advice() -> None:
    text = written("From here to there", [GOOD, SKIPPED, ILL])
    assert text.splitlines() == [
        "From here to there",
        "",
        "ok        2.3 ms  TCP connection               from 10.0.0.2",
        "-                 Encryption (TLS)",
        "FAILS   1,250 ms  Join code                    K7QM2XPA is wrong",
        "        > K7QM-2XPA",
        "        Likely cause: It is.",
        "        What to do:   Ask.",
        "",
        "Not well: Join code does not hold. Ask.",
    ]


def test_secrets_are_left_out() -> None:
    text = written("", [ILL], ("K7QM2XPA", "K7QM-2XPA", ""))
    assert "K7QM" not in text
    assert text.count(HIDDEN) == 2


def test_only_what_was_tried_took_time() -> None:
    assert [took(result) for result in (GOOD, SKIPPED, ILL)] == ["2.3 ms", "", "1,250 ms"]


def test_who_came_to_the_last_rung_has_joined() -> None:
    assert not has_joined([GOOD, ILL])
    last = Result(LAST_RUNG, Outcome.HOLDS)
    assert has_joined([ILL, last])
    assert verdict([ILL, last]).startswith("The board can be joined, but")
    assert verdict([GOOD, last]) == "All is well: every rung holds."
