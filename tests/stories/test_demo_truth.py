"""What the demo says about files is so: nothing but what is saved by hand is on the disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.stories.program import demo, program

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CUSTOMER = "delete_me_please"
IN_MEMORY = "in memory until the demo ends"


async def test_the_journal_and_what_was_saved_are_said_to_be_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    async with program(demo(), text=CUSTOMER, size=(120, 40)) as operator:
        await operator.waits(lambda _: operator.is_on(CUSTOMER), CUSTOMER)
        await operator.settles()
        await operator.press("h")
        assert "kept" not in await operator.sees("No changes yet.", "listed here")
        await operator.press("q")
        await operator.press("D", *"T-1", "enter")
        await operator.sees("Type the App User ID", "saved first, for Restore")
        await operator.press(*CUSTOMER, "enter", "y")
        await operator.is_told("APPLIED: ")
        await operator.press("h")
        await operator.sees("writes: 1, unconfirmed: 0 · in memory only, until the demo ends")
        await operator.press("enter")
        shown = " ".join((await operator.sees("One write", "recovery")).split())
        assert IN_MEMORY in shown
        await operator.press("q", "colon")
        await operator.type(f"put back saved {CUSTOMER}")
        await operator.sees("Restore", "Put back what is saved as")
    assert not os.listdir(tmp_path)  # noqa: PTH208 - a story blocks nobody
