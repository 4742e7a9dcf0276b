"""Bytes and ratios that must not creep up. Times are in the table, not here."""

from __future__ import annotations

from tests.benchmarks.aims import MEMORY_RATIO, MOST_BYTES, START_BYTES
from tests.benchmarks.measured import DEMO, measured
from tests.benchmarks.pressing import held_key, keys_in_customer, keys_in_find
from tests.benchmarks.resting import END, idle_screens, memory_after_browsing
from tests.benchmarks.starting import start_of_floor, start_of_rctui


def test_a_start_sends_few_bytes_and_shows_a_frame_long_before_the_toolkit() -> None:
    start_of_rctui()  # makes the bytecode, where that has not been done
    rctui, floor = start_of_rctui(), start_of_floor()
    assert rctui.bytes <= START_BYTES
    # Whatever else the machine does delays the one or the other: it has to be seen once.
    starts = (start_of_rctui() for _ in range(8))
    assert any(start.frame_ms < start.useful_ms / 3 for start in starts)
    assert rctui.peak_mb <= MEMORY_RATIO * floor.peak_mb


def test_keys_in_find_cost_few_bytes() -> None:
    _assert_small({key.name: key.typical_bytes for key in keys_in_find(times=4)})


def test_keys_on_a_customer_cost_few_bytes() -> None:
    _assert_small({key.name: key.typical_bytes for key in keys_in_customer(times=1)})


def _assert_small(sizes: dict[str, int]) -> None:
    assert {name: size for name, size in sizes.items() if not 0 < size <= MOST_BYTES[name]} == {}


def test_a_screen_left_alone_sends_nothing() -> None:
    assert {idle.screen: idle.bytes for idle in idle_screens(0.5, chances=10) if idle.bytes} == {}


def test_memory_does_not_follow_the_number_of_customers() -> None:
    memory_after_browsing(100)  # makes the bytecode, which takes 4 MB by itself
    few, some, many = map(memory_after_browsing, (100, 1000, 3000))
    assert many - some <= 1.5
    assert many - few <= 3
    assert many <= MEMORY_RATIO * start_of_floor().peak_mb


def test_a_held_key_costs_no_more_than_as_many_presses() -> None:
    held, sent = 60, held_key(keys=60)
    assert 0 < sent.bytes <= held * MOST_BYTES["scroll by one row"]


def test_rows_that_were_let_go_come_back_when_they_are_looked_at() -> None:
    with measured(*DEMO, "--customers", "1500") as terminal:
        terminal.shows("100 loaded")
        first = terminal.text.splitlines()[4][2:30]
        terminal.settle(0.3)
        terminal.press("\x1b[B")
        for pages in range(2, 13):
            terminal.send(END)
            terminal.shows(f"{pages}00 loaded")
        assert first not in terminal.text
        terminal.send("g")
        terminal.shows(f"> {first}")
        terminal.send("\r")
        terminal.shows("| Customer", first.strip())
