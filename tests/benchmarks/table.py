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
    rows = [*_starts(figures), *_keys(figures), *_rest(figures)]
    lines = ["| what | measured | aim: at most |", "|---|--:|--:|"]
    lines += [f"| {what} | {got} | {aim} |" for what, got, aim in rows]
    made = f"{figures['made']}. The demo answers in process, without a network."
    return "\n".join([*lines, "", made])


def _starts(figures: dict[str, Any]) -> list[tuple[str, str, str]]:
    floor, rctui = figures["starts"]["floor"], figures["starts"]["rctui"]
    ratio = figures["starts"]["ratio"]
    return [
        ("the floor: first paint", f"{floor['useful_ms']:.0f} ms", ""),
        ("plain first frame", _times(rctui["frame_ms"], ratio["frame_ms"]), "0.15x the floor"),
        ("Find takes keys", _times(rctui["useful_ms"], ratio["useful_ms"]), "1.15x the floor"),
        ("first customers, all settled", f"{rctui['settled_ms']:.0f} ms", ""),
        (
            "bytes until settled",
            f"{rctui['bytes']:,.0f} (the floor {floor['bytes']:,.0f})",
            "6,000",
        ),
    ]


def _times(ms: float, ratio: float) -> str:
    return f"{ms:.0f} ms, {ratio:.2f}x"


def _keys(figures: dict[str, Any]) -> list[tuple[str, str, str]]:
    rows = [
        (name, f"{size:,} bytes, {ms:.1f} ms (p95 {p95:.1f})", _PROMISED_KEYS.get(name, ""))
        for name, (size, ms, p95) in figures["keys"].items()
    ]
    held = ("key held at 60 per second: lag", f"{figures['held_ms']:.0f} ms", "33 ms")
    return [*rows, held]


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
        ("customer opened, 100 ms a request: header", f"{opened['header']:.2f} trips", "1.15"),
        ("customer opened: all tabs", f"{opened['all_tabs']:.2f} trips", "2.3"),
        ("decoding a page of 100 customers", f"{figures['decode_ms']:.1f} ms", ""),
        (
            f"left alone for 10 s, the worst of {len(idle)} screens",
            f"{max(size for size, _ in idle.values())} bytes,"
            f" {max(cpu for _, cpu in idle.values()):.2f} % of a core",
            "0 bytes, 0.5 %",
        ),
    ]
