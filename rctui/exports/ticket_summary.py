"""A few lines to paste back into a ticket: who, whether they have access and why, what was done.

Safe to be read by the customer: no project, no keys, no ids but the App User ID.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.text import moments
from rctui.text.safe_text import SafeText, join, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was tried for the customer; `how` says whether it was done."""

    at_ms: int
    what: SafeText
    how: SafeText
    """How it ended, in a word."""


@dataclass(frozen=True, slots=True)
class TicketSummary:
    """What a ticket wants to know."""

    customer_id: SafeText
    verdict: SafeText
    as_of_ms: int
    done: Sequence[Done] = ()
    zone: tzinfo | None = None

    def plain(self) -> str:
        """As lines of text."""
        rows = [
            phrase("Customer: {}", self.customer_id),
            phrase("Access: {}", self.verdict),
            phrase("As of {}", moments.local_and_utc(self.as_of_ms, self.zone)),
            *(phrase("Change: {}", self._line(one)) for one in self.done),
        ]
        return join("\n", rows).plain

    def markdown(self) -> str:
        """As a Markdown list; nothing in the texts is taken for Markdown."""
        rows = [
            phrase("- **Customer** {}", _escaped(self.customer_id)),
            phrase("- **Access** {}", _escaped(self.verdict)),
            phrase("- **As of** {}", moments.local_and_utc(self.as_of_ms, self.zone)),
            *(phrase("- **Change** {}", _escaped(self._line(one))) for one in self.done),
        ]
        return join("\n", rows).plain

    def _line(self, one: Done) -> SafeText:
        at = moments.local_and_utc(one.at_ms, self.zone)
        return phrase("{} {} ({})", at, one.what, one.how)


_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@]|(?<=:)/(?=/)|(?<=www)\.)", re.IGNORECASE)
"""With what makes entities, mentions, and links of bare addresses."""


def _escaped(text: SafeText) -> SafeText:
    """The text with Markdown's own characters made plain ones."""
    shown = text.plain
    return safe(_SPECIAL.sub(r"\\\1", shown), limit=2 * len(shown) + 1)
