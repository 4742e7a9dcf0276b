"""The figures as a table, with what was promised beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

KEPT: Final = Path(__file__).with_name("measured.json")
"""The figures of the last `python -m tests.benchmarks --write`."""

_PROMISED_KEYS: Final = {
    "a character in Find": "150 bytes",
    "one row down": "320 bytes, p95 8 ms",
    "scroll by one row": "500 bytes, p95 15 ms",
    "page down": "2,000 bytes, p95 25 ms",
    "switch the tab": "3,000 bytes",
    "open a dialog": "4,000 bytes",
}


def kept_table() -> str:
    """The table of the figures that are kept."""
    return table(json.loads(KEPT.read_text(encoding="utf-8")))


def table(figures: dict[str, Any]) -> str:
    """All of it as Markdown. `Any`: the figures have passed through JSON."""
    rows = [*_starts(figures["starts"]), *_keys(figures), *_rest(figures)]
    made = f"{figures['made']}. The demo answers in process, without a network."
    return "\n".join([*_lines(rows), "", made])


def starts_table(starts: dict[str, Any]) -> str:
    """The starts alone."""
    return "\n".join(_lines(_starts(starts)))


def _lines(rows: list[tuple[str, str, str]]) -> list[str]:
    head = ["| what | measured | aim: at most |", "|---|--:|--:|"]
    return [*head, *(f"| {what} | {got} | {aim} |" for what, got, aim in rows)]


def _starts(starts: dict[str, Any]) -> list[tuple[str, str, str]]:
    floor, rctui = starts["floor"], starts["rctui"]
    return [
        ("the floor: first paint", f"{floor['useful_ms']:.0f} ms", ""),
        ("plain first frame", _times(rctui, "frame"), "0.15x the floor"),
        ("Find takes keys", _times(rctui, "useful"), "1.15x the floor"),
        *_other_starts(starts),
        ("first customers, all settled", f"{rctui['settled_ms']:.0f} ms", ""),
        (
            "bytes until settled",
            f"{rctui['bytes']:,.0f} (the floor {floor['bytes']:,.0f})",
            "6,000",
        ),
    ]


def _other_starts(starts: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What was measured besides: the same over a socket, and another program."""
    named = {
        "configured": ("Find takes keys, on a configured project", "1.15x the floor"),
        "beside": ("the other program: first paint", ""),
    }
    return [
        (what, _times(starts[name], "useful"), aim)
        for name, (what, aim) in named.items()
        if name in starts
    ]


def _times(start: dict[str, Any], what: str) -> str:
    return f"{start[f'{what}_ms']:.0f} ms, {start[f'{what}_ratio']:.2f}x"


def _keys(figures: dict[str, Any]) -> list[tuple[str, str, str]]:
    rows = [
        (name, f"{size:,} bytes, {ms:.1f} ms (p95 {p95:.1f})", _PROMISED_KEYS.get(name, ""))
        for name, (size, ms, p95) in figures["keys"].items()
    ]
    held = ("key held at 60 per second: lag", f"{figures['held_ms']:.0f} ms", "33 ms")
    return [*rows, held]


def _opened(opened: dict[str, Any], how: str) -> list[tuple[str, str, str]]:
    return [
        (f"{how}: header", f"{opened['header']:.2f} trips", "1.15"),
        (f"{how}: all tabs", f"{opened['all_tabs']:.2f} trips", "2.3"),
    ]


def _rest(figures: dict[str, Any]) -> list[tuple[str, str, str]]:
    floor = figures["starts"]["floor"]["peak_mb"]
    opened, idle = figures["opened"], figures["idle"]
    return [
        *(
            (
                f"peak memory, {int(many):,} customers gone through",
                f"{size:.1f} MB, {size / floor:.2f}x the floor",
                "1.5x the floor",
            )
            for many, size in figures["memory_mb"].items()
        ),
        *_opened(opened, "customer opened from the list, 100 ms a request"),
        *_opened(figures["opened_after_typing"], "the same after typing in Find"),
        ("decoding a page of 100 customers", f"{figures['decode_ms']:.1f} ms", ""),
        (
            f"left alone for 10 s, the worst of {len(idle)} screens",
            f"{max(size for size, _ in idle.values())} bytes,"
            f" {max(cpu for _, cpu in idle.values()):.2f} % of a core",
            "0 bytes, 0.5 %",
        ),
    ]
