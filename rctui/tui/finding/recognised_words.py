"""What Find says of a text while it is typed. Only imported then: recognising takes patterns."""

from __future__ import annotations

from rctui.customers.finding.lookup import CandidateKind, recognise
from rctui.text.safe_text import SafeText, label, phrase, safe

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
    first = recognition.candidates[0]
    more = len(recognition.candidates) - 1
    words = phrase("enter finds: {}", _KINDS.get(first.kind, label("App User ID")))
    return words if not more else words + phrase(" (and {} more)", more)
