"""Takes the key out of text that came from outside.

A server, or a proxy before it, may quote the request in its answer; a person may paste the key
where an id belongs. Neither may bring it into a message, a log or a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from rctui.secret import Secret

MARK: Final = "[key removed]"
_SHORTEST: Final = 8
"""Shorter keys are no secrets, and taking them out would garble everything."""


class Redaction:
    """Knows one key and removes it, also where it is percent-encoded."""

    def __init__(self, key: Secret) -> None:
        self._key = key

    def text(self, text: str) -> str:
        """The text without the key."""
        for form in self._forms():
            text = text.replace(form, MARK)
        return text

    def data(self, body: bytes) -> bytes:
        """The same for an answer's bytes."""
        for form in self._forms():
            body = body.replace(form.encode("ascii"), MARK.encode("ascii"))
        return body

    def optional(self, text: str | None) -> str | None:
        """The same for text that may be missing."""
        return None if text is None else self.text(text)

    def _forms(self) -> set[str]:
        key = self._key.reveal()
        return {key, quote(key, safe="")} if len(key) >= _SHORTEST else set()
