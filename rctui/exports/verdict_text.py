"""A verdict with what it rests on, to be pasted where colleagues read: plain or Markdown.

Evidence names rows by RevenueCat's own ids; what is for the customer's eyes is the ticket summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.exports.markdown_text import as_written
from rctui.exports.plain_text import field_lines
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from rctui.customers.fields import Field


@dataclass(frozen=True, slots=True)
class VerdictText:
    """One verdict, and what else was concluded."""

    customer_id: SafeText
    project: SafeText
    as_of_ms: int
    told: Sequence[Field]
    """As `rctui.tables.evidence` lists it: a conclusion, then, indented, what belongs to it."""
    zone: tzinfo | None = None

    def plain(self) -> str:
        """As lines of text."""
        return join(
            "\n", [self._head(self.customer_id, self.project), *field_lines(self.told)]
        ).plain

    def markdown(self) -> str:
        """As a list in a list; nothing in the texts is taken for Markdown."""
        head = self._head(as_written(self.customer_id), as_written(self.project))
        return join("\n\n", [head, join("\n", [_item(one) for one in self.told])]).plain

    def _head(self, customer_id: SafeText, project: SafeText) -> SafeText:
        at = moments.local_and_utc(self.as_of_ms, self.zone)
        return phrase("{} in {}, as of {}", customer_id, project, at)


def _item(field: Field) -> SafeText:
    name, value = field.name.plain, as_written(field.value)
    item = phrase("- **{}** {}", safe(name.strip()), value)
    return phrase("  {}", item) if name.startswith(" ") else item
