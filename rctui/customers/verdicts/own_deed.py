"""What we ourselves did to an id as a whole, by our own journal: a fact for the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.text import moments
from rctui.text.safe_text import SafeText, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import LiteralString

    from rctui.customers.verdicts.access import Viewpoint

_DONE: Final[Mapping[str, LiteralString]] = {
    "block": "blocked by you {}",
    "unblock": "unblocked by you {}",
    "delete": "deleted by you {}",
    "create": "created by you {}",
}
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
    return phrase(_DONE[deed.kind], _when(deed, view))


def gone_words(deed: OwnDeed, view: Viewpoint) -> SafeText:
    """What the screen of a customer says whom we have blocked or deleted."""
    when = _when(deed, view)
    if deed.kind == "block":
        return phrase(
            "Blocked by you {}. b lists blocked ids; : Restore puts back what can be.", when
        )
    return phrase("Deleted by you {}. : Restore puts back what can be.", when)


def _when(deed: OwnDeed, view: Viewpoint) -> SafeText:
    is_today = moments.day(deed.at_ms, view.zone) == moments.day(view.now_ms, view.zone)
    tell = moments.clock_minute if is_today else moments.day_and_minute
    return tell(deed.at_ms, view.zone)
