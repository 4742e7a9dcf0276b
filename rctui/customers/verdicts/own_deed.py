"""What we ourselves did to an id as a whole, by our own journal: a fact for the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import LiteralString

    from rctui.customers.verdicts.access import Viewpoint

_DONE: Final[Mapping[str, LiteralString]] = {
    "block": "blocked by {} {}",
    "unblock": "unblocked by {} {}",
    "delete": "deleted by {} {}",
    "create": "created by {} {}",
}
_YOU: Final = label("you")
DEEDS: Final = frozenset(_DONE)
"""The kinds of changes that make or unmake a customer."""
_ENDING: Final = frozenset({"block", "delete"})


@dataclass(frozen=True, slots=True)
class OwnDeed:
    """The newest own change that made or unmade the customer of an id, and was applied."""

    kind: str
    """One of `DEEDS`."""
    at_ms: int
    """When, in ms since the epoch."""
    is_gone: bool = False
    """Whether the server has said since that there is no such customer."""

    @property
    def ends_customer(self) -> bool:
        """Whether it is a block or a deletion."""
        return self.kind in _ENDING


def deed_words(deed: OwnDeed, view: Viewpoint) -> SafeText:
    """`unblocked by you 13:04`, with the date unless that was today."""
    return phrase(_DONE[deed.kind], _YOU, when_words(deed.at_ms, view))


def for_a_ticket(sentence: SafeText, deed: OwnDeed | None, view: Viewpoint) -> SafeText:
    """A verdict for the customer's eyes: what was done `by you` was done `by us`, for them."""
    if deed is None:
        return sentence
    said = deed_words(deed, view).plain
    meant = phrase(_DONE[deed.kind], label("us"), when_words(deed.at_ms, view)).plain
    told = sentence.plain.replace(said, meant)
    return sentence if told == sentence.plain else safe(told, limit=len(told))


def gone_words(deed: OwnDeed, view: Viewpoint) -> SafeText:
    """What the screen of a customer says whom we have blocked or deleted."""
    when = when_words(deed.at_ms, view)
    if deed.kind == "block":
        return phrase("Blocked by you {} (see Blocked). Restore puts back what can be.", when)
    return phrase("Deleted by you {}. Restore puts back what can be.", when)


def when_words(at_ms: int, view: Viewpoint) -> SafeText:
    """`13:04`, with the date unless that was today."""
    is_today = moments.day(at_ms, view.zone) == moments.day(view.now_ms, view.zone)
    tell = moments.clock_minute if is_today else moments.day_and_minute
    return tell(at_ms, view.zone)
