"""Journal entries for tests, told in few words."""

from __future__ import annotations

from typing import Any

from rctui.journal.entry import JournalEntry
from rctui.journal.states import Step
from rctui.journal.who import Who

WHO = Who("ann", "jump1", 4711, "1.0")


def entry(id_: str = "op1", step: Step = Step.ATTEMPTED, **more: Any) -> JournalEntry:
    return JournalEntry(id_, step, more.pop("time_ms", 1_764_000_000_000), **more)
