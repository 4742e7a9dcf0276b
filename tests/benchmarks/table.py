"""The figures as a table, with what was promised beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.benchmarks import aims

KEPT: Final = Path(__file__).with_name("measured.json")
"""The figures of the last `python -m tests.benchmarks --write`."""


class Row(NamedTuple):
    """One line: what, the figure, and each aim as words, what was measured, and the most."""

    what: str
    got: str
    aims: tuple[tuple[str, float, float], ...] = ()

    @property
    def missed(self) -> bool:
        """Whether an aim is missed, by what the table shows of the figure."""
        return any(round(measured, 2) > most for _, measured, most in self.aims)

    @property
    def line(self) -> str:
        """As Markdown."""
        words = [words for words, _, _ in self.aims] + ["**missed**"] * self.missed
        return f"| {self.what} | {self.got} | {', '.join(words)} |"


def kept_table() -> str:
    """The table of the figures that are kept."""
    return table(json.loads(KEPT.read_text(encoding="utf-8")))


def table(figures: dict[str, Any]) -> str:
    """All of it as Markdown. `Any`: the figures have passed through JSON."""
    rows = [
        *_starts(figures["starts"]),
        *_keys(figures),
        *_thousand(figures.get("thousand", {})),
        *_rest(figures),
    ]
    made = f"{figures['made']}. The demo answers in process, without a network."
    return "\n".join([*_lines(rows), "", _balance(rows), "", made])


def starts_table(starts: dict[str, Any]) -> str:
    """The starts alone."""
    return "\n".join(_lines(_starts(starts)))


def thousand_table(thousand: dict[str, Any]) -> str:
    """A thousand presses of each key alone."""
    return "\n".join(_lines(_thousand(thousand)))


def _lines(rows: list[Row]) -> list[str]:
    head = ["| what | measured | aim: at most |", "|---|--:|--:|"]
    return [*head, *(row.line for row in rows)]


def _balance(rows: list[Row]) -> str:
    with_aim = [row for row in rows if row.aims]
    missed = sum(row.missed for row in with_aim)
    return (
        f"{missed or 'None'} of {len(with_aim)} aims are missed in this run. A test run fails"
        f" above {aims.MEMORY_RATIO:g}x the floor's memory, and above the aims for bytes."
    )


def _starts(starts: dict[str, Any]) -> list[Row]:
    floor, rctui = starts["floor"], starts["rctui"]
    return [
        Row("the floor: first paint", f"{floor['useful_ms']:.0f} ms"),
        _times("plain first frame", rctui, "frame", aims.FRAME_RATIO),
        _times("Find takes keys", rctui, "useful", aims.USEFUL_RATIO),
        *_other_starts(starts),
        Row("first customers, all settled", f"{rctui['settled_ms']:.0f} ms"),
        Row(
            "bytes until settled",
            f"{rctui['bytes']:,.0f} (the floor {floor['bytes']:,.0f})",
            ((f"{aims.START_BYTES:,}", rctui["bytes"], aims.START_BYTES),),
        ),
    ]


def _other_starts(starts: dict[str, Any]) -> list[Row]:
    """What was measured besides: the same over a socket, and another program."""
    named = {
        "configured": ("Find takes keys, on a configured project", aims.USEFUL_RATIO),
        "beside": ("the other program: first paint", None),
    }
    return [
        _times(what, starts[name], "useful", most)
        for name, (what, most) in named.items()
        if name in starts
    ]


def _times(what: str, start: dict[str, Any], of: str, most: float | None) -> Row:
    ratio = start[f"{of}_ratio"]
    aim = () if most is None else ((f"{most:g}x the floor", ratio, most),)
    return Row(what, f"{start[f'{of}_ms']:.0f} ms, {ratio:.2f}x", aim)


def _keys(figures: dict[str, Any]) -> list[Row]:
    rows = [
        Row(name, f"{size:,} bytes, {ms:.1f} ms (p95 {p95:.1f})", _key_aims(name, size, p95))
        for name, (size, ms, p95) in figures["keys"].items()
    ]
    lag, most = figures["held_ms"], aims.HELD_MS
    held = Row("key held at 60 per second: lag", f"{lag:.0f} ms", ((f"{most} ms", lag, most),))
    return [*rows, held]


def _key_aims(name: str, size: int, p95: float) -> tuple[tuple[str, float, float], ...]:
    most_bytes, most_ms = aims.MOST_BYTES.get(name), aims.P95_MS.get(name)
    return (
        *([(f"{most_bytes:,} bytes", size, most_bytes)] if most_bytes else []),
        *([(f"p95 {most_ms} ms", p95, most_ms)] if most_ms else []),
    )


def _thousand(thousand: dict[str, Any]) -> list[Row]:
    return [
        Row(
            f"{name}, the slowest of a thousand",
            f"{slowest:.1f} ms (p95 {p95:.1f})",
            ((f"{aims.SLOWEST_MS[name]} ms", slowest, aims.SLOWEST_MS[name]),),
        )
        for name, (p95, slowest) in thousand.items()
    ]


def _opened(opened: dict[str, Any], how: str) -> list[Row]:
    return [
        Row(f"{how}: {what}", f"{trips:.2f} trips", ((f"{most:g}", trips, most),))
        for what, trips, most in (
            ("header", opened["header"], aims.HEADER_TRIPS),
            ("all tabs", opened["all_tabs"], aims.ALL_TABS_TRIPS),
        )
    ]


def _rest(figures: dict[str, Any]) -> list[Row]:
    return [
        *_memory(figures["memory_mb"], figures["starts"]["floor"]["peak_mb"]),
        *_opened(figures["opened"], "customer opened from the list, 100 ms a request"),
        *_opened(figures["opened_after_typing"], "the same after typing in Find"),
        Row("decoding a page of 100 customers", f"{figures['decode_ms']:.1f} ms"),
        _idle(figures["idle"]),
    ]


def _memory(sizes: dict[str, float], floor: float) -> list[Row]:
    most = aims.MEMORY_RATIO
    return [
        Row(
            f"peak memory, {int(many):,} customers gone through",
            f"{size:.1f} MB, {size / floor:.2f}x the floor",
            ((f"{most:g}x the floor", size / floor, most),),
        )
        for many, size in sizes.items()
    ]


def _idle(idle: dict[str, tuple[int, float]]) -> Row:
    size, percent = (max(figures) for figures in zip(*idle.values(), strict=True))
    return Row(
        f"left alone for 10 s, the worst of {len(idle)} screens",
        f"{size} bytes, {percent:.2f} % of a core",
        (
            (f"{aims.IDLE_BYTES} bytes", size, aims.IDLE_BYTES),
            (f"{aims.IDLE_PERCENT} %", percent, aims.IDLE_PERCENT),
        ),
    )
