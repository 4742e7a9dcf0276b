"""Why the worker doesn't take or doesn't send a write.

WriteRefused
├── AlreadyUnderWay   the same change on the same customer is being sent right now
├── WorkerClosed      the program is ending
├── ReadOnlyProject   nothing but reading is sent
├── NoJournal         writes are off, since they can't be written down
└── NotOpen           an operation that can't be followed up
"""

from __future__ import annotations

from rctui.errors import RctuiError


class WriteRefused(RctuiError):
    """A write that is not sent."""


class AlreadyUnderWay(WriteRefused):
    """The same change on the same customer is being sent right now."""

    def __init__(self) -> None:
        super().__init__("This change is being sent already.", hint="Wait for its end.")


class WorkerClosed(WriteRefused):
    """The program is ending."""

    def __init__(self) -> None:
        super().__init__("The program is ending: nothing more is sent.")


class ReadOnlyProject(WriteRefused):
    """Nothing but reading is sent to this project."""

    def __init__(self) -> None:
        super().__init__(
            "This project is read-only here: nothing but reading is sent.",
            hint="Change its protection in the configuration to write.",
        )


class NoJournal(WriteRefused):
    """Writes are off, since they can't be written down."""


class NotOpen(WriteRefused):
    """An operation that can't be followed up."""
