"""What the server answers when it does not do what was asked, as an error of ours.

Three shapes are understood: the envelope of version 2, `{"code", "message"}` of version 1, and
anything else (a gateway's page, nothing at all), where the status alone has to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.api import errors
from rctui.api.decode import NotJson, read_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.answer import Reply
    from rctui.api.redaction import Redaction
    from rctui.api.request import Request

_PERMISSION: Final = re.compile(r"\b[a-z_]+:[a-z_*]+:(?:read_write|read|write)\b")
_OTHER_PROJECT: Final = "does not belong to the project"
_WORDS_AT_MOST: Final = 2000
_SECONDS_AT_MOST: Final = 9
"""Digits of a `Retry-After`; more are as good as for ever."""

_BY_STATUS: Final[Mapping[int, type[errors.ApiError]]] = {
    400: errors.BadRequest,
    401: errors.AuthenticationFailed,
    403: errors.PermissionDenied,
    404: errors.NotFound,
    408: errors.ServerFailed,
    409: errors.Conflict,
    422: errors.Unprocessable,
    423: errors.ResourceLocked,
    429: errors.RateLimited,
}
_BY_STATUS_AND_TYPE: Final[Mapping[tuple[int, str], type[errors.ApiError]]] = {
    (409, "idempotency_error"): errors.IdempotencyConflict,
    (409, "resource_already_exists"): errors.AlreadyExists,
    (422, "store_error"): errors.StoreError,
}
_RETRYABLE: Final = (errors.ResourceLocked, errors.RateLimited, errors.ServerFailed)


def error_of(reply: Reply, request: Request, redaction: Redaction) -> errors.ApiError:
    """The error that an answer of 400 or more stands for."""
    envelope = _envelope(reply.body)
    words = redaction.text(_text(envelope, "message"))[:_WORDS_AT_MOST]
    type_ = redaction.text(_type(envelope))[:_WORDS_AT_MOST]
    kind = _kind(reply.status, type_, words)
    retryable = envelope.get("retryable")
    error = kind(
        words or f"The server answered {reply.status} without a reason.",
        operation=request.operation,
        told=errors.Told(
            reply.status,
            redaction.optional(request_id_in(reply.headers)),
            type_,
            param=redaction.optional(_text(envelope, "param") or None),
            backoff_ms=_milliseconds(envelope.get("backoff_ms")),
            retry_after_s=_seconds(reply.headers.get("retry-after")),
            doc_url=redaction.text(_text(envelope, "doc_url")),
        ),
        retryable=retryable if isinstance(retryable, bool) else issubclass(kind, _RETRYABLE),
        may_have_applied=request.is_write and issubclass(kind, errors.ServerFailed),
    )
    if isinstance(error, errors.PermissionDenied):
        error.name_permission(_permission(words))
    return error


def redirect_error(reply: Reply, request: Request, redaction: Redaction) -> errors.ApiError:
    """The error for a redirect, or a 304, that nobody asked for. Its target is not quoted."""
    return errors.AnswerUnreadable(
        f"The server answered {reply.status}, which points elsewhere; that is not followed.",
        operation=request.operation,
        told=errors.Told(reply.status, redaction.optional(request_id_in(reply.headers))),
        may_have_applied=request.is_write,
    )


def request_id_in(headers: Mapping[str, str]) -> str | None:
    """The id to quote to support. `headers` must not mind case, or be lower case."""
    value = headers.get("x-request-id", "").strip()
    return value[:200] or None


def _kind(status: int, type_: str, words: str) -> type[errors.ApiError]:
    if status == 403 and _OTHER_PROJECT in words:
        return errors.WrongProject
    usual = errors.ServerFailed if status >= 500 else errors.Refused
    by_status = _BY_STATUS.get(status, usual)
    return _BY_STATUS_AND_TYPE.get((status, type_), by_status)


def _envelope(body: bytes) -> Mapping[str, object]:
    try:
        value = read_json(body)
    except NotJson:
        return {}
    return value if isinstance(value, dict) else {}


def _text(envelope: Mapping[str, object], key: str) -> str:
    value = envelope.get(key)
    return value if isinstance(value, str) else ""


def _type(envelope: Mapping[str, object]) -> str:
    """Version 1 has a number where version 2 has a word."""
    code = envelope.get("code")
    return _text(envelope, "type") or (str(code) if isinstance(code, int) else "")


def _permission(words: str) -> str | None:
    found = _PERMISSION.search(words)
    return found.group() if found else None


def _milliseconds(value: object) -> int | None:
    sensible = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if sensible and isinstance(value, int) else None


def _seconds(text: str | None) -> int | None:
    """`Retry-After` in seconds; its other form, a date, is not used by this API."""
    digits = (text or "").strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits[:_SECONDS_AT_MOST]) if len(digits) <= _SECONDS_AT_MOST else 10**9
