"""A few lines to paste back into a ticket: who, whether they have access and why, what was done.

Safe to be read by the customer: the project by its name alone, no keys, and of ids only the App
User ID. For colleagues RevenueCat's own ids and the project's risk can be asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rctui.exports.markdown_text import escaped
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was tried for the customer; `how` says whether it was done."""

    at_ms: int
    what: SafeText
    how: SafeText
    """How it ended, in a word."""
    ticket: SafeText = field(default=label(""))
    """The number or the reason that was given with it, or empty."""


@dataclass(frozen=True, slots=True)
class TicketSummary:
    """What a ticket wants to know."""

    customer_id: SafeText
    verdict: SafeText
    as_of_ms: int
    done: Sequence[Done] = ()
    zone: tzinfo | None = None
    project: SafeText = label("")
    """What the configuration calls it; left out where it is empty."""
    high_risk: bool = False
    """Whether the configuration calls the project that."""
    for_colleagues: bool = False
    """Whether RevenueCat's own ids stay where something has no name, and the risk is named."""

    def plain(self) -> str:
        """As lines of text."""
        rows = [
            *(phrase("Project: {}", one) for one in self._project),
            phrase("Customer: {}", self.customer_id),
            phrase("Access: {}", self._told(self.verdict)),
            phrase("As of {}", moments.local_and_utc(self.as_of_ms, self.zone)),
            *(phrase("Change: {}", self._line(one)) for one in self.done),
        ]
        return join("\n", rows).plain

    def markdown(self) -> str:
        """As a Markdown list; nothing in the texts is taken for Markdown."""
        rows = [
            *(phrase("- **Project** {}", escaped(one)) for one in self._project),
            phrase("- **Customer** {}", escaped(self.customer_id)),
            phrase("- **Access** {}", escaped(self._told(self.verdict))),
            phrase("- **As of** {}", moments.local_and_utc(self.as_of_ms, self.zone)),
            *(phrase("- **Change** {}", escaped(self._line(one))) for one in self.done),
        ]
        return join("\n", rows).plain

    @property
    def _project(self) -> tuple[SafeText, ...]:
        """Its name, once or not at all."""
        if not self.project.plain:
            return ()
        is_warned = self.high_risk and self.for_colleagues
        return (self.project + label(" HIGH RISK") if is_warned else self.project,)

    def _line(self, one: Done) -> SafeText:
        at = moments.local_and_utc(one.at_ms, self.zone)
        what = self._told(one.what)
        if not one.ticket.plain:
            return phrase("{} {} ({})", at, what, one.how)
        return phrase("{} {} ({}, ticket {})", at, what, one.how, one.ticket)

    def _told(self, words: SafeText) -> SafeText:
        """Words in which things without a name are only called what they are."""
        return words if self.for_colleagues else without_ids(words, but=self.customer_id)


_IDS: Final[Mapping[str, SafeText]] = {
    "entl": label("an entitlement"),
    "prod": label("a product"),
    "ofrng": label("an offering"),
    "app": label("an app"),
    "sub": label("a subscription"),
    "purch": label("a purchase"),
    "proj": label("the project"),
}
_ID: Final = re.compile(rf"\b({'|'.join(_IDS)})[0-9a-f]{{8,}}\b")
_SHOWN_AT_MOST: Final = 4000


def without_ids(words: SafeText, *, but: SafeText) -> SafeText:
    """Words without RevenueCat's own ids; the customer's App User ID may look like one."""

    def named(found: re.Match[str]) -> str:
        return found[0] if found[0] == but.plain else _IDS[found[1]].plain

    told = _ID.sub(named, words.plain)
    return words if told == words.plain else safe(told, limit=_SHOWN_AT_MOST)
