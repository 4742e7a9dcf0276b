"""A wait for the budget is told once, with its end, and only where it is worth a word."""

from __future__ import annotations

from rctui.worker.pauses import NOTEWORTHY_MS, Pauses


def test_a_wait_is_told_once_and_again_only_where_it_gets_longer() -> None:
    told: list[str] = []
    pauses = Pauses()
    pauses.listen(told.append)
    pauses.begin("a", 40_000, now_ms=1_000)
    pauses.begin("a", 30_000, now_ms=11_000)
    assert told == ["a"]
    pauses.begin("a", 40_000, now_ms=11_000)
    pauses.begin("b", 5_000, now_ms=11_000)
    assert told == ["a", "a", "b"]
    assert pauses.until_ms("a", 12_000) == 51_000
    assert pauses.until_ms("a", 51_000) == 0
    assert pauses.until_ms("c", 12_000) == 0


def test_less_than_a_second_is_not_worth_a_word() -> None:
    told: list[str] = []
    pauses = Pauses()
    pauses.listen(told.append)
    pauses.begin("a", NOTEWORTHY_MS - 1, now_ms=0)
    assert (told, pauses.until_ms("a", 1)) == ([], 0)


def test_a_wait_from_before_the_clock_was_put_back_counts_no_more() -> None:
    told: list[str] = []
    pauses = Pauses()
    pauses.listen(told.append)
    pauses.begin("a", 50_000, now_ms=3_600_000)
    assert pauses.until_ms("a", 10_000) == 0
    pauses.begin("a", 50_000, now_ms=10_000)
    assert told == ["a", "a"]
    assert pauses.until_ms("a", 11_000) == 60_000
