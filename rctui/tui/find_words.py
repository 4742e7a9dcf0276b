"""What Find says: pure functions from what is known to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.customers.browsed import BrowsedCustomers
    from rctui.customers.find import Found
    from rctui.tui.widgets.plain import Toned

HINT = label("Type or paste, then enter. down goes to the list, ? shows all keys.")
NOTHING_TYPED = label("Nothing to look for: type an App User ID or an e-mail first.")
_NEXT = label(
    "Search is exact: an e-mail is found only where the app sets $email. "
    "Try the App User ID from the app's log or settings."
)
_NOBODY = label("No customers in this project yet.")


def recognised(text: str) -> SafeText:
    """What a text will be looked up as."""
    from rctui.tui.recognised_words import words_of

    if not text.strip():
        return HINT
    return words_of(text)


def project_elsewhere(text: str, project_id: str) -> str | None:
    """The project that a pasted address names, where it isn't the one on screen."""
    from rctui.customers.lookup import recognise
    from rctui.customers.recognised import same_project

    for candidate in recognise(text).candidates:
        if candidate.project is not None and not same_project(candidate.project, project_id):
            return candidate.project
    return None


def outcome(found: Found) -> list[SafeText | Toned]:
    """What a search came to when it did not end on one customer."""
    if found.matches:
        count = phrase("{} customers match: choose one, esc goes back.", len(found.matches))
        return [(count, Tone.PLAIN)]
    rows: list[SafeText | Toned] = [(label("Not found."), Tone.ATTENTION)]
    rows += [(words, Tone.ATTENTION) for words in found.refused]
    rows += [phrase("Tried {}: {}", tried.what, tried.outcome) for tried in found.tried]
    return [*rows, (_NEXT, Tone.MUTED)]


def count(found: Found | None, listing: BrowsedCustomers | None, loading: bool) -> SafeText:
    """How many rows there are, in words that never claim a total."""
    if found is not None:
        return phrase("{} found", len(found.matches))
    if listing is None:
        return label("loading customers…") if loading else label("customers not loaded")
    if not (len(listing) or listing.more or loading):
        return _NOBODY
    words = phrase("customers: {}", listing.count_words)
    return words + label(" · loading…") if loading else words
