"""The table of repetitions, and what holds for every course of events."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.errors import (
    AnswerUnreadable,
    ApiError,
    AuthenticationFailed,
    BadRequest,
    IdempotencyConflict,
    LineLost,
    NotFound,
    NotSent,
    RateLimited,
    RefusedBeforeSending,
    ResourceLocked,
    ServerFailed,
    StoreError,
    Told,
)
from rctui.api.retry import LONGEST_PAUSE_S, Repeatable, pause_s

READ, WRITE, KEYED = Repeatable.READ, Repeatable.WRITE, Repeatable.KEYED_WRITE


def locked(**facts: int) -> ApiError:
    return ResourceLocked("Locked.", told=Told(423, **facts), retryable=True)  # type: ignore[arg-type]


def limited(**facts: int) -> ApiError:
    return RateLimited("Too many.", told=Told(429, **facts), retryable=True)  # type: ignore[arg-type]


def not_sent() -> ApiError:
    return NotSent("Not sent.", retryable=True)


def unknown(status: int | None = None) -> ApiError:
    kind = LineLost if status is None else ServerFailed
    return kind("Gone.", told=Told(status), retryable=True, may_have_applied=True)


def broken_read() -> ApiError:
    return LineLost("Gone.", retryable=True)


DEFINITE = [
    BadRequest("No.", told=Told(400)),
    AuthenticationFailed("No.", told=Told(401)),
    NotFound("No.", told=Told(404)),
    IdempotencyConflict("No.", told=Told(409)),
    RefusedBeforeSending("No."),
    AnswerUnreadable("No.", told=Told(200)),
]

ANY_FAILURE = st.one_of(
    st.builds(locked, backoff_ms=st.integers(0, 10**12)),
    st.builds(limited, retry_after_s=st.integers(0, 10**9), backoff_ms=st.integers(0, 10**12)),
    st.builds(not_sent),
    st.builds(unknown),
    st.just(unknown(503)),
    st.builds(broken_read),
    st.sampled_from(DEFINITE),
)
COURSES = st.lists(ANY_FAILURE, min_size=1, max_size=8)
JITTER = st.floats(0, 1, exclude_max=True)


def attempts(kind: Repeatable, failure: ApiError) -> int:
    """How often a request goes out when it always fails this way."""
    for number in count(1):
        if pause_s(kind, [failure] * number, 0.5) is None:
            return number
    raise AssertionError


@pytest.mark.parametrize("status", [423, 429, 500, 502, 503, 504])
def test_reads_are_repeated_three_times_after_these(status: int) -> None:
    kind = {423: ResourceLocked, 429: RateLimited}.get(status, ServerFailed)
    assert attempts(READ, kind("Busy.", told=Told(status))) == 4


@pytest.mark.parametrize("failure", [not_sent(), broken_read()])
def test_reads_are_repeated_three_times_after_trouble_with_the_line(failure: ApiError) -> None:
    assert attempts(READ, failure) == 4


def test_reads_are_repeated_when_the_body_says_so() -> None:
    assert attempts(READ, StoreError("Store.", told=Told(422), retryable=True)) == 4
    assert attempts(READ, StoreError("Store.", told=Told(422))) == 1


@pytest.mark.parametrize("failure", DEFINITE)
@pytest.mark.parametrize("kind", Repeatable)
def test_nothing_is_repeated_after_a_clear_no(kind: Repeatable, failure: ApiError) -> None:
    assert attempts(kind, failure) == 1


def test_a_certificate_that_is_not_trusted_is_not_tried_again() -> None:
    assert attempts(READ, NotSent("Not trusted.", retryable=False)) == 1


@pytest.mark.parametrize("kind", [WRITE, KEYED])
@pytest.mark.parametrize(("failure", "sent"), [(locked(), 2), (limited(), 2), (not_sent(), 4)])
def test_a_write_is_repeated_where_nothing_was_done(
    kind: Repeatable, failure: ApiError, sent: int
) -> None:
    assert attempts(kind, failure) == sent


def test_a_write_is_repeated_once_after_each_of_423_and_429() -> None:
    assert pause_s(WRITE, [locked(), limited()], 0) is not None
    assert pause_s(WRITE, [locked(), limited(), locked()], 0) is None


@pytest.mark.parametrize("failure", [unknown(), unknown(500), unknown(503)])
def test_a_write_of_unknown_outcome_is_repeated_only_with_its_key(failure: ApiError) -> None:
    assert attempts(WRITE, failure) == 1
    assert attempts(KEYED, failure) == 3


def test_no_words_of_a_server_outweigh_that_a_write_may_have_been_done() -> None:
    odd = ResourceLocked("Locked?", told=Told(423), retryable=True, may_have_applied=True)
    assert pause_s(WRITE, [odd], 0) is None


def test_a_body_that_says_retryable_does_not_repeat_a_write() -> None:
    assert attempts(WRITE, StoreError("Store.", told=Told(422), retryable=True)) == 1


@given(COURSES, JITTER)
def test_a_write_without_a_key_never_follows_an_unknown_outcome(
    course: list[ApiError], jitter: float
) -> None:
    if course[-1].may_have_applied:
        assert pause_s(WRITE, course, jitter) is None


@given(st.sampled_from(Repeatable), COURSES, JITTER)
def test_no_wait_is_negative_or_longer_than_half_a_minute(
    kind: Repeatable, course: list[ApiError], jitter: float
) -> None:
    pause = pause_s(kind, course, jitter)
    assert pause is None or 0 < pause <= LONGEST_PAUSE_S


@given(st.sampled_from(Repeatable), st.lists(ANY_FAILURE, min_size=12, max_size=12), JITTER)
def test_every_request_ends(kind: Repeatable, course: list[ApiError], jitter: float) -> None:
    pauses = [pause_s(kind, course[:number], jitter) for number in range(1, 13)]
    assert None in pauses


@given(st.integers(0, 40_000), st.integers(0, 40), JITTER)
def test_the_longer_of_the_two_named_waits_is_kept(
    backoff_ms: int, retry_after_s: int, jitter: float
) -> None:
    failure = limited(backoff_ms=backoff_ms, retry_after_s=retry_after_s)
    pause = pause_s(READ, [failure], jitter)
    assert pause is not None
    assert pause >= min(30, max(backoff_ms / 1000, retry_after_s))


def test_waits_without_a_named_one_grow() -> None:
    waits = [pause_s(READ, [broken_read()] * number, 0.0) for number in (1, 2, 3)]
    assert waits == [0.25, 0.5, 1.0]


def test_after_429_at_least_a_second_passes() -> None:
    assert pause_s(READ, [limited()], 0.0) == 1
    assert pause_s(READ, [limited(backoff_ms=5)], 0.0) == 1
    assert pause_s(READ, [limited(retry_after_s=864_000)], 0.0) == 30
