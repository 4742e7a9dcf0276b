"""Every refusal of the contract as an error."""

from __future__ import annotations

import json

import httpx
import pytest

from rctui.api import errors
from rctui.api.errors import ApiError
from rctui.api.reader import CustomerReader
from rctui.api.writer import CustomerWriter
from rctui.errors import ExitCode
from tests.api.connecting import KEY, PROJECT, Clockwork, RecordedNetwork, connected

TABLE = [
    (400, "parameter_error", errors.BadRequest, ExitCode.ERROR),
    (400, "invalid_request", errors.BadRequest, ExitCode.ERROR),
    (401, "authentication_error", errors.AuthenticationFailed, ExitCode.NOT_ALLOWED),
    (403, "authorization_error", errors.PermissionDenied, ExitCode.NOT_ALLOWED),
    (404, "resource_missing", errors.NotFound, ExitCode.NOT_FOUND),
    (409, "resource_already_exists", errors.AlreadyExists, ExitCode.ERROR),
    (409, "idempotency_error", errors.IdempotencyConflict, ExitCode.ERROR),
    (409, "something_new", errors.Conflict, ExitCode.ERROR),
    (418, "something_new", errors.Refused, ExitCode.ERROR),
    (422, "parameter_error", errors.Unprocessable, ExitCode.ERROR),
    (422, "unprocessable_entity_error", errors.Unprocessable, ExitCode.ERROR),
    (422, "store_error", errors.StoreError, ExitCode.ERROR),
    (423, "resource_locked_error", errors.ResourceLocked, ExitCode.ERROR),
    (429, "rate_limit_error", errors.RateLimited, ExitCode.RATE_LIMITED),
    (500, "server_error", errors.ServerFailed, ExitCode.ERROR),
    (502, "server_error", errors.ServerFailed, ExitCode.ERROR),
    (503, "server_error", errors.ServerFailed, ExitCode.ERROR),
    (504, "", errors.ServerFailed, ExitCode.ERROR),
]


def refusal(
    status: int, envelope: object = None, *, content: bytes | None = None, **headers: str
) -> httpx.Response:
    body = json.dumps(envelope).encode() if content is None else content
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers=names, content=body)


def envelope(type_: str = "server_error", **more: object) -> dict[str, object]:
    return {"object": "error", "type": type_, "message": "Its words.", "retryable": False} | more


async def error_of_a_read(answer: httpx.Response) -> ApiError:
    async with connected(network=RecordedNetwork([answer])) as transport:
        with pytest.raises(ApiError) as raised:
            await CustomerReader(transport, PROJECT).get_customer("c", expand_attributes=False)
    return raised.value


async def error_of_a_write(answer: httpx.Response) -> ApiError:
    async with connected(network=RecordedNetwork([answer])) as transport:
        with pytest.raises(ApiError) as raised:
            await CustomerWriter(transport, PROJECT).delete_customer("c")
    return raised.value


@pytest.mark.parametrize(("status", "type_", "kind", "exit_code"), TABLE)
async def test_each_status_and_type_has_an_error(
    status: int, type_: str, kind: type[ApiError], exit_code: ExitCode
) -> None:
    error = await error_of_a_read(refusal(status, envelope(type_), X_Request_Id="req-1"))
    assert type(error) is kind
    assert (error.status, error.told.type, error.message) == (status, type_, "Its words.")
    assert (error.request_id, error.operation) == ("req-1", "get_customer")
    assert error.exit_code is exit_code
    assert error.hint
    assert not error.may_have_applied


@pytest.mark.parametrize(("status", "type_", "kind", "exit_code"), TABLE)
async def test_only_a_broken_server_leaves_a_write_open(
    status: int, type_: str, kind: type[ApiError], exit_code: ExitCode
) -> None:
    error = await error_of_a_write(refusal(status, envelope(type_)))
    assert type(error) is kind
    assert error.may_have_applied is (status >= 500)
    assert error.exit_code is (ExitCode.OUTCOME_UNKNOWN if status >= 500 else exit_code)


async def test_the_facts_of_the_envelope_are_kept() -> None:
    error = await error_of_a_read(
        refusal(
            429,
            envelope(
                "rate_limit_error",
                retryable=True,
                backoff_ms=1500,
                param="limit",
                doc_url="https://errors.rev.cat/rate-limit-error",
            ),
            Retry_After="2",
        )
    )
    assert (error.retryable, error.told.backoff_ms, error.told.retry_after_s) == (True, 1500, 2)
    assert (error.told.param, error.told.doc_url) == (
        "limit",
        "https://errors.rev.cat/rate-limit-error",
    )


async def test_keys_that_are_absent_or_null_are_nothing() -> None:
    error = await error_of_a_read(refusal(404, {"message": "No.", "param": None}))
    told = error.told
    assert (told.type, told.param, told.backoff_ms, told.doc_url) == ("", None, None, "")


@pytest.mark.parametrize(
    ("message", "permission"),
    [
        (
            "The API key lacks customer_information:invoices:read.",
            "customer_information:invoices:read",
        ),
        (
            "Needs 'project_configuration:products:read_write' here",
            "project_configuration:products:read_write",
        ),
        ("charts_metrics:*:read is missing", "charts_metrics:*:read"),
        ("You may not do this.", None),
        ("At 12:30:00 it failed: reading", None),
    ],
)
async def test_the_missing_permission_is_read_from_the_message(
    message: str, permission: str | None
) -> None:
    error = await error_of_a_read(refusal(403, envelope("authorization_error", message=message)))
    assert isinstance(error, errors.PermissionDenied)
    assert error.permission == permission
    assert (permission or "what it lacks") in error.hint


async def test_a_key_of_another_project_is_not_a_missing_permission() -> None:
    message = "The API key does not belong to the project proj9."
    error = await error_of_a_read(refusal(403, envelope("authorization_error", message=message)))
    assert type(error) is errors.WrongProject
    assert error.exit_code is ExitCode.NOT_ALLOWED
    assert "project_id" in error.hint


async def test_the_shape_of_version_1_is_understood() -> None:
    error = await error_of_a_read(refusal(403, {"code": 7723, "message": "Use a v1 key."}))
    assert (error.message, error.told.type) == ("Use a v1 key.", "7723")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><h1>502 Bad Gateway</h1></html>",
        b"[1]",
        b'"text"',
        b'{"message": 7, "type": [], "retryable": "yes", "backoff_ms": true}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
async def test_without_an_envelope_the_status_has_to_do(content: bytes) -> None:
    error = await error_of_a_read(refusal(404, content=content))
    assert type(error) is errors.NotFound
    assert error.message == "The server answered 404 without a reason."


async def test_an_error_in_an_encoding_of_its_own_keeps_its_status() -> None:
    error = await error_of_a_read(refusal(404, content=b"\x1b\x05", Content_Encoding="br"))
    assert type(error) is errors.NotFound


@pytest.mark.parametrize("value", ["-1", "soon", "", "Wed, 21 Oct 2026 07:28:00 GMT", "1.5"])
async def test_a_retry_after_that_is_no_number_of_seconds_is_nothing(value: str) -> None:
    error = await error_of_a_read(refusal(429, envelope(), Retry_After=value))
    assert error.told.retry_after_s is None


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308])
async def test_redirects_are_not_followed_and_leave_a_write_open(status: int) -> None:
    answer = refusal(status, content=b"", Location="https://evil.test/?secret=1")
    read, write = await error_of_a_read(answer), await error_of_a_write(answer)
    assert type(read) is type(write) is errors.AnswerUnreadable
    assert (read.status, read.may_have_applied, write.may_have_applied) == (status, False, True)
    assert "evil" not in read.message


@pytest.mark.parametrize(
    "location",
    [
        "",
        "foo://x",
        "http://[::1",
        "//",
        "http://a:port/",
        "\x1b[31m",
        "é",
        "x" * 10_000,
        "mailto:",
    ],
)
async def test_no_location_can_make_a_write_look_unsent(location: str) -> None:
    headers = [(b"Location", location.encode())]
    answer = httpx.Response(302, headers=headers, content=b"")
    error = await error_of_a_write(answer)
    assert isinstance(error, errors.AnswerUnreadable | errors.LineLost)
    assert error.may_have_applied


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html></html>",
        b"{",
        b"[]",
        b"null",
        b'{"object": "error", "type": "server_error", "message": "m"}',
        b'{"id": 7}',
    ],
)
async def test_a_success_that_is_no_record_is_unreadable(content: bytes) -> None:
    read = await error_of_a_read(httpx.Response(200, content=content))
    write = await error_of_a_write(httpx.Response(200, content=content))
    assert type(read) is type(write) is errors.AnswerUnreadable
    assert (read.may_have_applied, write.may_have_applied) == (False, True)


async def test_an_error_inside_an_empty_success_is_seen() -> None:
    answer = httpx.Response(200, content=b'{"object": "error", "message": "m"}')
    async with connected(network=RecordedNetwork([answer])) as transport:
        with pytest.raises(errors.AnswerUnreadable) as raised:
            await CustomerWriter(transport, PROJECT).block_customer("c")
    assert raised.value.may_have_applied


async def test_a_key_that_the_server_repeats_in_escapes_is_taken_out() -> None:
    escaped = "".join(f"\\u{ord(character):04x}" for character in KEY)
    error = await error_of_a_read(refusal(400, content=f'{{"message": "Bad {escaped}!"}}'.encode()))
    assert error.message == "Bad [key removed]!"


async def test_a_key_that_the_server_repeats_is_taken_out_everywhere() -> None:
    said = envelope(
        KEY, message=f"Bad key {KEY}!", param=KEY, doc_url=f"https://errors.rev.cat/{KEY}"
    )
    clockwork = Clockwork()
    network = RecordedNetwork([refusal(400, said, X_Request_Id=KEY)])
    async with connected(network=network, clockwork=clockwork) as transport:
        with pytest.raises(ApiError) as raised:
            await CustomerReader(transport, PROJECT).get_customer(KEY, expand_attributes=False)
    assert raised.value.message == "Bad key [key removed]!"
    assert KEY not in f"{vars(raised.value)} {raised.value.args} {clockwork.records}"
