"""What can go wrong with the journal.

JournalError
└── JournalUnwritable   a line is not safely on the disk, so nothing may be sent
"""

from __future__ import annotations

from rctui.errors import RctuiError


class JournalError(RctuiError):
    """The journal can't be used."""


class JournalUnwritable(JournalError):
    """A line could not be written, or not in full."""
