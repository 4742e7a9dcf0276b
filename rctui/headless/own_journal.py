"""What our own journal knows of the project that a command asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.own_changes import NONE, OwnChanges, own_changes
from rctui.customers.verdicts.own_deed import deed_words
from rctui.errors import RctuiError
from rctui.headless.output import complain
from rctui.text.safe_text import phrase, safe

if TYPE_CHECKING:
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.wiring.opening import Opening


def own_changes_in(opening: Opening) -> OwnChanges:
    """What the journal tells; where it can't be read that is said, and it tells nothing."""
    journal = opening.writing.journal
    if journal is None:
        return NONE
    try:
        operations = journal.recent_operations()
    except RctuiError as error:
        complain(phrase("The journal can't be read: {}", safe(error.message)))
        return NONE
    key = opening.project.key
    return own_changes([one for one in operations if one.first.project == key])


def gone_hint(opening: Opening, customer_id: str, view: Viewpoint) -> str:
    """That it was our own doing that a customer is not there, where it was."""
    deed = own_changes_in(opening).deed_of({customer_id})
    if deed is None or not deed.ends_customer:
        return ""
    words = deed_words(deed, view).plain
    return f"It was {words}; 'rctui restore FILE' puts back what can be."
