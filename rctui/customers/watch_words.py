"""What a watch would wait for, said while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import STATUSES, word
from rctui.customers.watch_ends import HOW, BadWatch, read_watch_end
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.names import Names
    from rctui.customers.watch_ends import WatchEnd

_NOT_YET: Final = phrase("Not understood so far. {}", safe(HOW, limit=200))
_FIRST_CHANGE: Final = label("Ends at the first change.")


def until_words(text: str, names: Names) -> tuple[SafeText, bool]:
    """What the text means, or that it means nothing yet; whether it is understood in every part.

    A name or a status that is not known here may still be right, so it is only said.
    """
    try:
        end = read_watch_end(text)
    except BadWatch:
        end = None
    if end is None:
        return _NOT_YET, False
    doubt = _doubt(end, names)
    if doubt is None:
        return _meaning(end, names), True
    return join(" ", [_meaning(end, names), doubt]), False


def _meaning(end: WatchEnd, names: Names) -> SafeText:
    if end.entitlement:
        words = "Ends when {} is {} active entitlements."
        where = label("no longer among the") if end.is_gone else label("among the")
        return phrase(words, _named(end.entitlement, names), where)
    if end.status:
        return phrase("Ends when a subscription is {}.", word(STATUSES, end.status))
    if end.code:
        return phrase("Ends when the balance of {} is {} or more.", safe(end.code), end.amount)
    return _FIRST_CHANGE


def _named(entitlement: str, names: Names) -> SafeText:
    """The id behind a name that is known, so that it is seen which one is meant."""
    ids = names.called(entitlement)
    told = [one for one in ids if one.casefold() != entitlement.casefold()]
    if not told:
        return safe(entitlement)
    return phrase("{} ({})", safe(entitlement), join(", ", [safe(one) for one in told]))


def _doubt(end: WatchEnd, names: Names) -> SafeText | None:
    if end.status and end.status not in STATUSES:
        known = join(", ", [safe(one) for one in STATUSES])
        return phrase("No status that is known: {}.", known)
    if end.entitlement and not names.called(end.entitlement):
        return phrase("{} is not known here: taken as it is.", safe(end.entitlement))
    return None
