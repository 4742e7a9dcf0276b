"""What is said about a write that the server has answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.every_change import (
    GrantEntitlement,
)
from rctui.customers.readback.outcome import Seen
from rctui.demo import effects
from rctui.demo.identity import CUSTOMERS_ONLY_KEY, READ_ONLY_KEY
from rctui.journal.states import Step
from tests.simulated import NOW
from tests.writes.bench import Bench, bench
from tests.writes.every_change import DAY, credit, entitlement, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as desk:
        yield desk


def test_a_key_that_may_not_write_is_refused_by_the_server() -> None:
    with bench(key=READ_ONLY_KEY) as desk:
        outcome = desk.write(credit(desk.app.state.world))
    assert (outcome.end, outcome.status) == (Step.REFUSED, 403)
    assert "customer_information:purchases:read_write" in outcome.words.plain
    assert outcome.request_id


def test_a_key_that_may_not_read_back_says_so() -> None:
    with bench(key=CUSTOMERS_ONLY_KEY) as desk:
        world = desk.app.state.world
        grant = GrantEntitlement(fresh(world), entitlement(world), NOW + DAY)
        outcome = desk.write(grant)
    assert outcome.end is Step.APPLIED
    assert outcome.before is not None
    assert outcome.before.grants is None
    assert outcome.read_back is not None
    assert outcome.read_back.seen is Seen.MATCHES


def test_a_2xx_that_changed_nothing_is_said() -> None:
    with bench() as desk:
        world = desk.app.state.world
        customer_id, pro = fresh(world), entitlement(world)
        assert desk.write(GrantEntitlement(customer_id, pro, NOW + DAY)).end is Step.APPLIED
        outcome = desk.write(GrantEntitlement(customer_id, pro, NOW + DAY + 60_000))
    assert outcome.end is Step.APPLIED
    assert outcome.read_back is not None
    assert outcome.read_back.seen is Seen.DIFFERS
    assert "Nothing changed" in outcome.read_back.words.plain
    evidence = desk.journal.read().operations[0].evidence
    assert evidence == outcome.read_back.words.plain


def test_a_late_grant_is_looked_for_again(desk: Bench) -> None:
    world = desk.app.state.world
    world.late_grant_ms = DAY
    customer_id, pro = fresh(world), entitlement(world)
    body = json.dumps({"object": "customer", "id": customer_id}).encode()
    # The look before, then two looks at which the grant is not to be seen yet.
    desk.app.state.faults.add(
        effects.answered(200, _without_access(body)), operation="get_customer", nth=2, times=2
    )
    outcome = desk.write(GrantEntitlement(customer_id, pro, NOW + DAY))
    assert outcome.read_back is not None
    assert outcome.read_back.seen is Seen.MATCHES
    assert len(desk.app.state.received.named("get_customer")) == 4


def _without_access(body: bytes) -> bytes:
    nothing: dict[str, object] = {"object": "list", "items": [], "next_page": None, "url": "x"}
    return json.dumps(json.loads(body) | {"active_entitlements": nothing}).encode()
