"""The table says itself which of its aims are missed."""

from __future__ import annotations

import json

import pytest

from tests.benchmarks.table import KEPT, Row, kept_table, table


@pytest.mark.parametrize(
    ("measured", "missed"), [(1.49, False), (1.5, False), (1.504, False), (1.506, True), (9, True)]
)
def test_an_aim_is_missed_by_what_the_table_shows(measured: float, missed: bool) -> None:
    row = Row("memory", f"{measured:.2f}x", (("p95 1 ms", 0.5, 1), ("1.5x", measured, 1.5)))
    assert row.missed is missed
    assert row.line.endswith("p95 1 ms, 1.5x, **missed** |" if missed else "p95 1 ms, 1.5x |")


def test_every_missed_aim_is_marked_and_counted() -> None:
    figures = json.loads(KEPT.read_text(encoding="utf-8"))
    figures["held_ms"] = 1000
    lines = table(figures).splitlines()
    assert any(line.startswith("| key held") and "**missed**" in line for line in lines)
    marked = sum("**missed**" in line for line in lines)
    assert any(line.startswith(f"{marked} of ") for line in lines)


def test_the_kept_figures_make_a_table() -> None:
    assert kept_table().startswith("| what | measured | aim: at most |")
