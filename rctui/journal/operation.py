"""All lines about one change, folded into what is known of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, Final

from rctui.journal.states import ENDS, State, Step, state_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.journal.entry import JournalEntry
    from rctui.journal.who import Who

UNDER_WAY_AT_MOST_MS: Final = 10 * 60_000
"""No attempt takes longer, all its repetitions included; an older one without an end is lost."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One change and everything that was written down about it, oldest first, at least once."""

    entries: tuple[JournalEntry, ...]

    @property
    def id(self) -> str:
        """What its lines share."""
        return self.first.id

    @property
    def first(self) -> JournalEntry:
        """The line that holds the change itself: what, for whom, why."""
        return self.entries[0]

    @property
    def last(self) -> JournalEntry:
        """The newest line."""
        return self.entries[-1]

    @property
    def state(self) -> State:
        """What is known of it."""
        start: State | None = None
        state = reduce(lambda state, entry: state_after(state, entry.step), self.entries, start)
        return state or State.ATTEMPTED

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to find out what became of it."""
        return self.state.is_open

    @property
    def change(self) -> Mapping[str, Any]:
        """The change, as it can be made again from."""
        return self.first.change

    @property
    def idempotency_key(self) -> str:
        """The key that it can be sent again with, or empty."""
        return self.first.idempotency_key

    @property
    def end(self) -> JournalEntry | None:
        """The newest line that tells how an attempt ended."""
        return next((one for one in reversed(self.entries) if one.step in ENDS), None)

    @property
    def evidence(self) -> str:
        """What was said last about it, in words."""
        return next((one.evidence for one in reversed(self.entries) if one.evidence), "")

    @property
    def settled(self) -> JournalEntry | None:
        """What a person decided."""
        decided = (one for one in reversed(self.entries) if one.step is Step.SETTLED)
        return next(decided, None)

    def may_be_under_way(self, here: Who, now_ms: int) -> bool:
        """Whether another program, or this one, may still be sending it right now."""
        sending = self.last
        if sending.step not in (Step.ATTEMPTED, Step.SENT_AGAIN):
            return False
        if now_ms - sending.time_ms > UNDER_WAY_AT_MOST_MS:
            return False
        return sending.host != here.host or _is_alive(sending.pid)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return pid > 0
