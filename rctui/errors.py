"""The root of rctui's errors, and the exit codes that scripts may rely on.

Each layer has one tree below `RctuiError` (`api.errors`, `config.errors`, …). A message says
what happened and to what; a hint says what to do next. Either may hold text that came from
outside, so both pass through `rctui.text` before they are shown.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended, for scripts."""

    OK = 0
    ERROR = 1
    USAGE = 2
    """Wrong arguments, wrong configuration, or no terminal to draw on."""
    OUTCOME_UNKNOWN = 3
    """A write may or may not have happened, or was done in part."""
    NOT_ALLOWED = 4
    """The key is not accepted, or lacks a permission."""
    NOT_FOUND = 5
    RATE_LIMITED = 6


class RctuiError(Exception):
    """Something that rctui can explain to the person at the keyboard."""

    exit_code: ExitCode = ExitCode.ERROR

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What happened, in one sentence. May hold outside text: not safe to print as it is."""
        self.hint = hint
        """What to do next, or an empty string."""
