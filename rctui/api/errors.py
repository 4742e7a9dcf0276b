"""Everything that can go wrong between a call and its record.

    RctuiError
    └── ApiError
        ├── ConnectionUnusable        the address, key, CA file or proxy settings can't be used
        ├── RefusedBeforeSending      rctui itself refuses: an id, a value, a read-only project
        ├── NotSent                   proof that no byte of the request left
        ├── LineLost                  the request began to leave, and no whole answer came back
        ├── AnswerUnreadable          an answer that is not what the API promises
        ├── AuthenticationFailed      401
        ├── PermissionDenied          403, with the permission where the server names it
        ├── WrongProject              403, the key belongs to another project
        ├── NotFound                  404
        ├── Conflict                  409
        │   ├── AlreadyExists         the id is taken
        │   └── IdempotencyConflict   the key came with another request before
        ├── Refused                   any other 4xx: understood, and not done
        │   ├── BadRequest            400
        │   └── Unprocessable         422
        │       └── StoreError        422, Apple, Google or another store failed
        ├── ResourceLocked            423, another write on the same object runs
        ├── RateLimited               429
        └── ServerFailed              5xx and 408

The server's own words are kept as they came (the key alone is taken out), so a message is not
safe to print as it is. Everything is translated in two spots: `line_faults` for what httpx
raises, `error_answers` for what the server answers.
"""

from __future__ import annotations

from typing import ClassVar, Final, NamedTuple

from rctui.errors import ExitCode, RctuiError

CHECK_FIRST = "It may have been done: look at the customer before doing it again."


class Told(NamedTuple):
    """What an answer says besides its words, of a request that gave no record."""

    status: int | None = None
    """The HTTP status."""
    request_id: str | None = None
    type: str = ""
    """The API's own name for the error, such as `resource_missing`, or empty."""
    param: str | None = None
    """The parameter that the server objects to."""
    backoff_ms: int | None = None
    retry_after_s: int | None = None
    doc_url: str = ""


NOTHING_TOLD: Final = Told()


class ApiError(RctuiError):
    """A call that gave no record."""

    outcome: ClassVar[str] = "failed"
    """In two or three words, for a list of requests."""
    usual_hint: ClassVar[str] = ""
    """The hint unless a better one is given."""

    def __init__(
        self,
        message: str,
        *,
        operation: str = "",
        hint: str = "",
        told: Told = NOTHING_TOLD,
        retryable: bool = False,
        may_have_applied: bool = False,
    ) -> None:
        super().__init__(message, hint=hint or self.usual_hint)
        self.operation = operation
        """Which call it was, such as `get_customer`."""
        self.told = told
        """What the server said; nothing where there was no answer."""
        self.retryable = retryable
        """Whether the same request may do better later. Says nothing about writes."""
        self.may_have_applied = False
        """Whether this was a write that the server may have carried out all the same."""
        if may_have_applied:
            self.note_unknown_outcome()

    @property
    def status(self) -> int | None:
        """The HTTP status, or `None` where there was no answer."""
        return self.told.status

    @property
    def request_id(self) -> str | None:
        """What to quote to RevenueCat's support."""
        return self.told.request_id

    def note_unknown_outcome(self) -> None:
        """This attempt, or one before it, may have changed something on the server."""
        self.may_have_applied = True
        self.hint = CHECK_FIRST
        self.exit_code = ExitCode.OUTCOME_UNKNOWN


class ConnectionUnusable(ApiError):
    """The project's address, key, CA file or the proxy settings can't be used at all."""

    exit_code: ExitCode = ExitCode.USAGE
    outcome: ClassVar[str] = "not sent"


class RefusedBeforeSending(ApiError):
    """rctui did not send the request: an id or a value is illegal, or the project read-only."""

    outcome: ClassVar[str] = "refused here"


class NotSent(ApiError):
    """No byte of the request left: refused, no such host, no TLS, no time to connect."""

    outcome: ClassVar[str] = "not sent"
    usual_hint: ClassVar[str] = "Check the network and the project's base_url, then try again."


class LineLost(ApiError):
    """The request began to leave and no whole answer came back in time."""

    outcome: ClassVar[str] = "answer lost"
    usual_hint: ClassVar[str] = "Check the network, then try again."


class AnswerUnreadable(ApiError):
    """An answer that the API does not promise: no JSON, another shape, too large, a redirect."""

    outcome: ClassVar[str] = "answer unreadable"
    usual_hint: ClassVar[str] = "Check the project's base_url; a proxy may be answering instead."


class AuthenticationFailed(ApiError):
    """The key is not accepted."""

    exit_code: ExitCode = ExitCode.NOT_ALLOWED
    usual_hint: ClassVar[str] = "Check the project's API key: it must be a secret v2 key, sk_…"


class PermissionDenied(ApiError):
    """The key lacks a permission."""

    exit_code: ExitCode = ExitCode.NOT_ALLOWED
    usual_hint: ClassVar[str] = "Give the key what it lacks in RevenueCat's dashboard."
    permission: str | None = None
    """Such as `customer_information:invoices:read`, or `None` where the server doesn't say."""

    def name_permission(self, permission: str | None) -> None:
        """Say which one the key lacks, if that is known."""
        self.permission = permission
        if permission:
            self.hint = f"Give the key {permission} in RevenueCat's dashboard."


class WrongProject(ApiError):
    """The key belongs to another project. Said of projects that don't exist, too."""

    exit_code: ExitCode = ExitCode.NOT_ALLOWED
    usual_hint: ClassVar[str] = "Check the project's project_id against its API key."


class NotFound(ApiError):
    """There is no such object, or no such route."""

    exit_code: ExitCode = ExitCode.NOT_FOUND
    usual_hint: ClassVar[str] = "Check the id: case and every character count."


class Conflict(ApiError):
    """The request contradicts what is there."""

    usual_hint: ClassVar[str] = "Look at what is there, then decide."


class AlreadyExists(Conflict):
    """The id is taken."""

    usual_hint: ClassVar[str] = "Open what has this id, or choose another one."


class IdempotencyConflict(Conflict):
    """The idempotency key came with another request before; a new one is a person's decision."""

    usual_hint: ClassVar[str] = "Look at the balances: an earlier attempt with this key was taken."


class Refused(ApiError):
    """The server understood the request and did not carry it out."""

    usual_hint: ClassVar[str] = "Correct what the server names, then try again."


class BadRequest(Refused):
    """A value, key or header that the API doesn't take."""


class Unprocessable(Refused):
    """A request that can't be carried out as things are, such as a debit below zero."""


class StoreError(Unprocessable):
    """The store behind a subscription or purchase failed."""

    usual_hint: ClassVar[str] = "Try again later: the store did not answer RevenueCat properly."


class ResourceLocked(ApiError):
    """Another write on the same object is running; this one was not carried out."""

    usual_hint: ClassVar[str] = "Try again in a moment."


class RateLimited(ApiError):
    """The budget of this key is used up for this minute; nothing was carried out."""

    exit_code: ExitCode = ExitCode.RATE_LIMITED
    usual_hint: ClassVar[str] = "Wait a minute: everyone with this key shares its budget."


class ServerFailed(ApiError):
    """The server, or a gateway before it, broke."""

    usual_hint: ClassVar[str] = "Try again later; quote the request id if it stays."
