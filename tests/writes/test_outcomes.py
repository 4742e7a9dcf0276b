"""Whatever happens to the line: the outcome is true, and nothing is done twice.

The truth is the server's own log of what it carried out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rctui.customers.readback.outcome import Seen
from rctui.demo import effects
from rctui.journal.states import Step
from tests.writes.bench import Bench, bench
from tests.writes.every_change import EVERY_CHANGE, KEYED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.demo.effects import Effect

FAULTS: dict[str, Callable[[], Effect]] = {
    "closed before": effects.cut_before,
    "reset before": lambda: effects.cut_before(reset=True),
    "closed after": effects.cut_after,
    "reset after": lambda: effects.cut_after(reset=True),
    "cut within": lambda: effects.cut_short(3),
    "reset within": lambda: effects.cut_short(3, reset=True),
    "truncated": lambda: effects.truncated(5),
    "garbage": effects.garbage,
    "gateway page": effects.gateway_page,
    "gateway page after": lambda: effects.gateway_page(applied=True),
    "gateway timeout after": lambda: effects.gateway_page(504, applied=True),
    "failed": lambda: effects.failed(500),
    "failed after": lambda: effects.failed(500, applied=True),
    "unavailable": lambda: effects.failed(503, backoff_ms=10),
    "locked": lambda: effects.failed(423),
    "rate limited": lambda: effects.failed(429),
    "bad key": lambda: effects.failed(401),
    "not allowed": lambda: effects.failed(403),
    "missing": lambda: effects.failed(404),
    "conflict": lambda: effects.failed(409),
    "unprocessable": lambda: effects.failed(422),
    "redirected after": lambda: effects.answered(302),
    "page in place of JSON": lambda: effects.answered(200, b"<html>", "text/html"),
}
HARMLESS_TO_REPEAT = {"locked", "rate limited"}


@pytest.fixture(scope="module")
def desk() -> Iterator[Bench]:
    with bench() as desk:
        yield desk


def check(desk: Bench, kind: str, faults: list[str]) -> None:
    desk.app.state.faults.clear()
    desk.app.state.received.clear()
    for place, name in enumerate(faults):
        desk.spoil(FAULTS[name](), nth=place + 1)
    change = EVERY_CHANGE[kind](desk.app.state.world)
    outcome = desk.write(change)
    done, asked = len(desk.applied), len(desk.received)

    assert done <= 1, "carried out twice"
    assert outcome.journal_problem.plain == ""
    if outcome.end is Step.APPLIED:
        assert done == 1
    if outcome.end in (Step.REFUSED, Step.NOT_SENT):
        assert done == 0
    if kind not in KEYED:
        met = faults[: asked - 1]
        assert set(met) <= HARMLESS_TO_REPEAT, "sent again after something unclear"
    else:
        assert {one.idempotency_key for one in desk.received} <= {change.idempotency_key}
        assert len({one.body for one in desk.received}) == 1
    operation = desk.journal.find(outcome.operation_id)
    assert operation is not None
    assert operation.state == outcome.end.value


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", EVERY_CHANGE)
def test_the_outcome_agrees_with_the_server(desk: Bench, kind: str, fault: str) -> None:
    check(desk, kind, [fault])


LOST_AFTER = (
    "closed after",
    "reset after",
    "gateway page after",
    "gateway timeout after",
    "failed after",
    "redirected after",
)


@pytest.mark.parametrize("fault", LOST_AFTER)
@pytest.mark.parametrize("kind", sorted(set(EVERY_CHANGE) - KEYED))
def test_what_was_done_without_an_answer_is_neither_called_done_nor_sent_again(
    desk: Bench, kind: str, fault: str
) -> None:
    desk.app.state.faults.clear()
    desk.app.state.received.clear()
    desk.spoil(FAULTS[fault](), times=None)
    outcome = desk.write(EVERY_CHANGE[kind](desk.app.state.world))
    assert outcome.end is Step.UNKNOWN
    assert (len(desk.received), outcome.read_back) == (1, None)


@pytest.mark.parametrize("kind", sorted(KEYED | {"attributes"}))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(faults=st.lists(st.sampled_from(sorted(FAULTS)), min_size=1, max_size=4))
def test_any_series_of_faults_does_it_once_at_the_most(
    desk: Bench, kind: str, faults: list[str]
) -> None:
    check(desk, kind, faults)


@pytest.mark.parametrize("kind", sorted(KEYED))
def test_a_lost_answer_does_not_keep_a_currency_write_from_its_end(desk: Bench, kind: str) -> None:
    desk.app.state.faults.clear()
    desk.app.state.received.clear()
    desk.spoil(effects.cut_after(), times=2)
    outcome = desk.write(EVERY_CHANGE[kind](desk.app.state.world))
    assert outcome.end is Step.APPLIED
    assert (len(desk.received), len(desk.applied)) == (3, 1)
    assert outcome.read_back is not None
    assert outcome.read_back.seen is Seen.MATCHES


@pytest.mark.parametrize("kind", EVERY_CHANGE)
def test_every_change_works_and_is_seen_afterwards(desk: Bench, kind: str) -> None:
    desk.app.state.faults.clear()
    desk.app.state.received.clear()
    outcome = desk.write(EVERY_CHANGE[kind](desk.app.state.world))
    assert outcome.end is Step.APPLIED
    assert outcome.status in {200, 201, 204}
    assert outcome.request_id == desk.received[0].request_id
    assert outcome.read_back is not None
    unseen = kind in {"offering", "refund-transaction"}
    wanted = "NOT_READABLE" if unseen else "MATCHES"
    assert outcome.read_back.seen.name == wanted, outcome.read_back.words


@pytest.mark.parametrize("kind", EVERY_CHANGE)
def test_a_line_that_is_not_there_is_proof_that_nothing_was_sent(kind: str) -> None:
    with bench() as desk:
        change = EVERY_CHANGE[kind](desk.app.state.world)
        desk.base_url = "http://127.0.0.1:9/v2"
        outcome = desk.write(change)
    assert outcome.end is Step.NOT_SENT
    assert desk.received == []
