"""What Find says: pure functions from what is known to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.lookup import CandidateKind, recognise
from rctui.customers.recognised import same_project
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer
    from rctui.customers.find import Found
    from rctui.customers.listing import Listing
    from rctui.tui.widgets.plain import Toned

HINT = label("Type or paste, then enter. down goes to the list, ? shows all keys.")
NOTHING_TYPED = label("Nothing to look for: type an App User ID or an e-mail first.")
_NEXT = label(
    "Search is exact: an e-mail is found only where the app sets $email. "
    "Try the App User ID from the app's log or settings."
)
_NOBODY = label("No customers in this project yet.")
_KINDS = {
    CandidateKind.APP_USER_ID: label("App User ID"),
    CandidateKind.ANONYMOUS_ID: label("anonymous App User ID"),
    CandidateKind.EMAIL: label("e-mail: exact match of $email, also tried as an App User ID"),
    CandidateKind.UUID: label("UUID, tried as an App User ID"),
    CandidateKind.STORE_ORDER_ID: label("store order id, tried as an App User ID"),
    CandidateKind.DASHBOARD_URL: label("dashboard URL"),
}


def recognised(text: str) -> SafeText:
    """What a text will be looked up as."""
    if not text.strip():
        return HINT
    recognition = recognise(text)
    if recognition.refused and not recognition.candidates:
        refused = recognition.refused[0]
        return phrase("{}: {}", safe(refused.value), safe(refused.why))
    if not recognition.candidates:
        return label("Nothing in this text looks like a customer.")
    first = recognition.candidates[0]
    more = len(recognition.candidates) - 1
    words = phrase("enter finds: {}", _KINDS.get(first.kind, label("App User ID")))
    return words if not more else words + phrase(" (and {} more)", more)


def project_elsewhere(text: str, project_id: str) -> str | None:
    """The project that a pasted address names, where it isn't the one on screen."""
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


def count(found: Found | None, listing: Listing[Customer] | None, loading: bool) -> SafeText:
    """How many rows there are, in words that never claim a total."""
    if found is not None:
        return phrase("{} found", len(found.matches))
    if listing is None:
        return label("loading customers…") if loading else label("customers not loaded")
    if not (listing.rows or listing.more or loading):
        return _NOBODY
    words = phrase("customers: {}", listing.count)
    return words + label(" · loading…") if loading else words
