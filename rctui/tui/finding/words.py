"""What Find says: pure functions from what is known to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.browsed import BrowsedCustomers
    from rctui.customers.finding.find import Found
    from rctui.customers.listed import ListedCustomer
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.tui.widgets.plain import Toned

HINT = label("Type or paste, then enter. esc: the list and its keys.")
HINT_FILTER = label("Type words that rows must hold. enter: to the rows. esc: every row again.")
HINT_COLUMN = label("enter opens the customer under the cursor. esc: to the list.")
NOTHING_TYPED = label("Nothing to look for: type an App User ID, an e-mail or an order id first.")
ENTER_TELLS = label("enter tells")
"""Of access that a search's answer doesn't tell, and that was not asked for any more."""
_NEXT = label(
    "Search is exact: an e-mail is found only where the app sets $email. "
    "Try the App User ID from the app's log or settings, or a store order id (GPA.1234-…)."
)
_BY_ID_ALONE = label("Only the id is remembered: enter loads the rest.")
_NOBODY = label("No customers in this project yet.")


def hint_in_list(box_key: SafeText) -> SafeText:
    """What to do while the list has the focus."""
    return phrase("enter opens the customer under the cursor. {}: back to the box.", box_key)


def recognised(text: str) -> SafeText:
    """What a text will be looked up as."""
    if not text.strip():
        return HINT
    from rctui.tui.finding.recognised_words import words_of

    return words_of(text)


def project_elsewhere(text: str, project_id: str) -> str | None:
    """The project that a pasted address names, where it isn't the one on screen."""
    from rctui.api.paths import same_project
    from rctui.customers.finding.lookup import recognise

    for candidate in recognise(text).candidates:
        if candidate.project is not None and not same_project(candidate.project, project_id):
            return candidate.project
    return None


def outcome(found: Found) -> list[SafeText | Toned]:
    """What a search came to when it did not end on one customer."""
    if found.matches:
        count = phrase("{} customers match: choose one, esc goes back.", len(found.matches))
        missed = phrase("Nobody found by: {}", join(", ", found.missed))
        return [(count, Tone.PLAIN), *([(missed, Tone.ATTENTION)] if found.missed else [])]
    rows: list[SafeText | Toned] = [(label("Not found."), Tone.ATTENTION)]
    rows += [(words, Tone.ATTENTION) for words in found.refused]
    rows += [phrase("Tried {}: {}", tried.what, tried.outcome) for tried in found.tried]
    return [*rows, (_NEXT, Tone.MUTED)]


def count(found: Found | None, listing: BrowsedCustomers | None, loading: bool) -> SafeText:
    """How many rows there are, in words that never claim a total."""
    if found is not None:
        return label("") if found.matches else label("none found")
    if listing is None:
        return label("loading customers…") if loading else label("customers not loaded")
    if not (len(listing) or listing.more or loading):
        return _NOBODY
    words = phrase("customers: {}", listing.count_words)
    return words + label(" · loading…") if loading else words


def preview(
    row: ListedCustomer | Unreadable, view: Viewpoint
) -> tuple[list[SafeText | Toned], int]:
    """What is known of a row of Find without asking; one that is known by id alone says so."""
    from rctui.customers.fields import fields_of, unreadable_fields
    from rctui.tui.field_lines import preview_fields

    if isinstance(row, Unreadable):
        return preview_fields(unreadable_fields(row))
    if row is NOT_KEPT:
        return [], 0
    if row.customer is None:
        return [safe(row.customer_id), (_BY_ID_ALONE, Tone.MUTED)], 0
    return preview_fields(fields_of(row.customer, view))
