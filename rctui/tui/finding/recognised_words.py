"""What Find says of a text while it is typed. Only imported then: recognising takes patterns."""

from __future__ import annotations

from typing import Final

from rctui.customers.finding.lookup import CandidateKind, recognise
from rctui.customers.finding.matches import each_once
from rctui.text.safe_text import SafeText, join, label, phrase, safe

_TOLD: Final = 3
"""Values that are told one by one, the likeliest."""
_LONGEST: Final = 40
_KINDS = {
    CandidateKind.APP_USER_ID: label("App User ID"),
    CandidateKind.ANONYMOUS_ID: label("anonymous App User ID"),
    CandidateKind.EMAIL: label("e-mail: exact match of $email, also tried as an App User ID"),
    CandidateKind.UUID: label("UUID, tried as an App User ID"),
    CandidateKind.STORE_ORDER_ID: label("store order or transaction id"),
    CandidateKind.DASHBOARD_URL: label("dashboard URL"),
}


def words_of(text: str) -> SafeText:
    """What a text that is not blank will be looked up as."""
    recognition = recognise(text)
    if recognition.refused and not recognition.candidates:
        refused = recognition.refused[0]
        return phrase("{}: {}", safe(refused.value), safe(refused.why))
    if not recognition.candidates:
        return label("Nothing in this text looks like a customer.")
    first, *others = each_once(recognition.candidates)
    if not others:
        return phrase("enter finds: {}", _KINDS.get(first.kind, label("App User ID")))
    values = [safe(one.value, limit=_LONGEST) for one in (first, *others[: _TOLD - 1])]
    words = phrase("enter tries: {}", join(", ", values))
    more = len(others) + 1 - len(values)
    return words if not more else words + phrase(" (and {} more)", more)
