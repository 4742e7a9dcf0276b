"""Why something could not be read, as a value that crosses threads and reaches a pane."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from rctui.api.errors import ApiError, NotFound, PermissionDenied
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from rctui.errors import RctuiError


class FailureKind(Enum):
    """The failures that a pane shows differently."""

    NOT_FOUND = auto()
    NOT_ALLOWED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong and what to do next, ready to be shown."""

    kind: FailureKind
    message: SafeText
    hint: SafeText
    permission: SafeText
    """The permission that the key lacks, or empty."""
    status: int | None = None
    request_id: SafeText = label("")

    @property
    def sentence(self) -> SafeText:
        """Everything worth a line: what happened, what to do, what to quote to support."""
        parts = [self.message, self.hint]
        if self.request_id.plain:
            parts.append(phrase("(request {})", self.request_id))
        return join(" ", [part for part in parts if part.plain])


def failure_of(error: RctuiError) -> Failure:
    """Translate an error of any lower layer; the one spot where that happens."""
    if not isinstance(error, ApiError):
        return Failure(FailureKind.OTHER, safe(error.message), safe(error.hint), label(""))
    permission = error.permission if isinstance(error, PermissionDenied) else ""
    return Failure(
        _kind(error),
        safe(error.message),
        safe(error.hint),
        safe(permission or ""),
        error.status,
        safe(error.request_id or ""),
    )


def _kind(error: ApiError) -> FailureKind:
    if isinstance(error, PermissionDenied):
        return FailureKind.NOT_ALLOWED
    if isinstance(error, NotFound):
        return FailureKind.NOT_FOUND
    return FailureKind.OTHER
