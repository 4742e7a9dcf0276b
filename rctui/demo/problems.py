"""The service's refusals: one envelope, one constructor per kind.

`param` and `backoff_ms` are absent unless they say something, never null.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from rctui.demo.answer import Answer
from rctui.demo.errors import DemoError

if TYPE_CHECKING:
    from collections.abc import Mapping

RETRYABLE: Final = frozenset({423, 429, 500, 502, 503})


class Problem(DemoError):
    """An answer that refuses. Raised anywhere below the endpoint, answered by it."""

    def __init__(
        self,
        status: int,
        kind: str,
        message: str,
        *,
        param: str | None = None,
        backoff_ms: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.param = param
        self.backoff_ms = backoff_ms
        self.headers = dict(headers or {})

    def body(self) -> dict[str, object]:
        """The envelope as the service sends it."""
        envelope: dict[str, object] = {
            "object": "error",
            "type": self.kind,
            "message": self.message,
            "retryable": self.status in RETRYABLE or self.kind == "store_error",
            "doc_url": f"https://errors.rev.cat/{self.kind.replace('_', '-')}",
        }
        optional = {"param": self.param, "backoff_ms": self.backoff_ms}
        return envelope | {name: value for name, value in optional.items() if value is not None}

    def answer(self) -> Answer:
        """What the service answers with."""
        return Answer(self.body(), self.status, self.headers)


def bad_parameter(message: str, param: str | None = None, *, status: int = 400) -> Problem:
    """A value that the service can't accept."""
    return Problem(status, "parameter_error", message, param=param)


def invalid_request(message: str) -> Problem:
    """A request that can't be read at all: its method, its content type, its JSON."""
    return Problem(400, "invalid_request", message)


def bad_key() -> Problem:
    """No key, or one that nobody knows."""
    return Problem(401, "authentication_error", "Invalid API key.")


def wrong_project(project_id: str) -> Problem:
    """A project that isn't the key's. The same for projects that don't exist."""
    message = f"The API key does not belong to the project {project_id}."
    return Problem(403, "authorization_error", message)


def missing_permission(permission: str) -> Problem:
    """A key that lacks `permission`, which is named in the message."""
    message = f"The API key does not have the required permission: {permission}."
    return Problem(403, "authorization_error", message)


def not_found(message: str = "Resource not found.") -> Problem:
    """Something that doesn't exist; a route as well as a customer."""
    return Problem(404, "resource_missing", message)


def not_in_project(kind: str, wanted: str) -> Problem:
    """An entitlement, offering, app or currency that the project doesn't have."""
    return not_found(f"Could not find {kind} '{wanted}' within this project.")


def already_exists(message: str) -> Problem:
    """An id that's taken."""
    return Problem(409, "resource_already_exists", message)


def key_reused() -> Problem:
    """An Idempotency-Key that came with another request before."""
    message = "The idempotency key was already used with different parameters."
    return Problem(409, "idempotency_error", message)


def refused(message: str, param: str | None = None) -> Problem:
    """A request that was understood and can't be carried out."""
    return Problem(422, "unprocessable_entity_error", message, param=param)


def store_failed(message: str) -> Problem:
    """A store that can't do what was asked, or did not do it."""
    return Problem(422, "store_error", message)


def locked(backoff_ms: int = 500) -> Problem:
    """Another write on the same customer is running."""
    message = "Another request is changing this resource. Try again in a moment."
    return Problem(423, "resource_locked_error", message, backoff_ms=backoff_ms)


def rate_limited(backoff_ms: int) -> Problem:
    """Too many requests in this minute; `Retry-After` is in whole seconds."""
    headers = {"Retry-After": str(math.ceil(backoff_ms / 1000))}
    message = "The rate limit of this API key is used up."
    return Problem(429, "rate_limit_error", message, backoff_ms=backoff_ms, headers=headers)


def server_failed(status: int = 500, backoff_ms: int | None = None) -> Problem:
    """The service broke."""
    message = "Something went wrong on our side."
    return Problem(status, "server_error", message, backoff_ms=backoff_ms)
