"""The pauses between tries."""

from whiteboard.net.backoff import LONGEST, LONGEST_AT_FIRST, RESTART_TRIES, SHORTEST, delay


def test_pauses_grow_to_the_longest_and_no_further() -> None:
    longest = [delay(attempt, lambda: 1.0) for attempt in range(100)]
    assert longest == sorted(longest)
    assert longest[0] == 2 * SHORTEST
    assert longest[-1] == LONGEST


def test_chance_spreads_them_over_the_whole_range() -> None:
    assert all(delay(attempt, lambda: 0.0) == SHORTEST for attempt in range(10))
    assert SHORTEST < delay(5, lambda: 0.5) < LONGEST


def test_a_host_where_nobody_listens_is_asked_again_soon_for_a_while() -> None:
    longest = [delay(attempt, lambda: 1.0, refused=True) for attempt in range(RESTART_TRIES + 1)]
    assert longest[0] == 2 * SHORTEST
    assert set(longest[2:RESTART_TRIES]) == {LONGEST_AT_FIRST}
    assert longest[RESTART_TRIES] == LONGEST
