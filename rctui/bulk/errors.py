"""What can be wrong with a list or a plan.

BulkError
├── BadBulkFile   a list that can't be read as one
├── BadPlan       a file that is no plan of this program, or one of another project
├── WrongCount    not the number of rows that was confirmed
└── NothingToSend no row of the plan can be sent
"""

from __future__ import annotations

from rctui.errors import ExitCode, RctuiError


class BulkError(RctuiError):
    """Nothing was sent."""

    exit_code: ExitCode = ExitCode.USAGE


class BadBulkFile(BulkError):
    """A list that can't be read as one."""


class BadPlan(BulkError):
    """No plan of this program, or one of another project."""


class WrongCount(BulkError):
    """Not the number of rows that was confirmed."""


class NothingToSend(BulkError):
    """No row of the plan can be sent."""
