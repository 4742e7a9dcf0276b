"""Whether anything can be sent: what can't be written down first is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.journal.errors import JournalError
from rctui.text.safe_text import SafeText, label, safe

if TYPE_CHECKING:
    from rctui.journal.journal import Journal


def why_off(journal: Journal | None) -> SafeText | None:
    """Why writes are off, as far as a look at the journal tells; `None` is on. Makes no file."""
    if journal is None:
        return label("There is no journal, so nothing is sent.")
    try:
        journal.store.probe()
    except JournalError as error:
        return safe(error.message)
    return None
