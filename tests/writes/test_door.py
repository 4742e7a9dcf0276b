"""The door: what it refuses, in which order it goes, and what it waits for."""

from __future__ import annotations

import json
import threading
import uuid
from typing import TYPE_CHECKING

import pytest

from rctui.api.http_client import Deadlines
from rctui.customers.changes import (
    AdjustCurrencies,
    BlockCustomer,
    DeleteCustomer,
    GrantEntitlement,
    SetAttributes,
    Transfer,
)
from rctui.customers.observation import Observation
from rctui.customers.outcome import Seen
from rctui.customers.recovery import RecoveryFiles
from rctui.customers.write_rules import WriteRules
from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.demo.identity import CUSTOMERS_ONLY_KEY, READ_ONLY_KEY
from rctui.journal.errors import JournalUnwritable
from rctui.journal.journal import FILE_NAME, Journal
from rctui.journal.states import State, Step
from rctui.journal.stores import MemoryStore
from rctui.worker.write_errors import AlreadyUnderWay, WorkerClosed
from rctui.worker.writing import WritePhase
from tests.simulated import NOW
from tests.writes.bench import PATIENCE_S, Bench, bench
from tests.writes.every_change import DAY, EVERY_CHANGE, credit, entitlement, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as desk:
        yield desk


@pytest.mark.parametrize("kind", EVERY_CHANGE)
def test_the_attempt_is_on_the_disk_when_the_request_arrives(desk: Bench, kind: str) -> None:
    hold = Hold()
    desk.spoil(effects.held(hold))
    change = EVERY_CHANGE[kind](desk.app.state.world)
    desk.submit(change, ticket="T-1", reason="asked for it")
    hold.wait_until_reached()
    journal = desk.journal.file
    assert journal is not None
    [line] = [json.loads(line) for line in journal.read_bytes().splitlines()]
    assert (line["step"], line["ticket"], line["reason"]) == ("attempted", "T-1", "asked for it")
    assert line["customer_id"] == change.customer_id
    assert line.get("idempotency_key") == change.idempotency_key
    assert len(desk.received) == 1
    hold.release()
    assert desk.ended().outcome.end is Step.APPLIED


@pytest.mark.parametrize("kind", EVERY_CHANGE)
def test_a_read_only_project_sends_nothing_but_reads(kind: str) -> None:
    with bench(read_only=True) as desk:
        outcome = desk.write(EVERY_CHANGE[kind](desk.app.state.world))
    assert outcome.end is Step.NOT_SENT
    assert "read-only" in outcome.words.plain
    assert desk.received == []
    assert desk.journal.read().operations == ()


@pytest.mark.parametrize("kind", EVERY_CHANGE)
def test_without_a_journal_nothing_is_sent(kind: str) -> None:
    class Full(MemoryStore):
        def append(self, line: bytes) -> None:
            raise JournalUnwritable("Can't write the journal: the disk is full.")

    with bench() as desk:
        desk.journal.store = Full()
        outcome = desk.write(EVERY_CHANGE[kind](desk.app.state.world))
        off = desk.worker.writes_off
    assert outcome.end is Step.NOT_SENT
    assert "the disk is full" in outcome.words.plain
    assert off is not None
    assert desk.received == []


def test_writes_are_on_again_once_the_journal_is(desk: Bench) -> None:
    class Full(MemoryStore):
        def append(self, line: bytes) -> None:
            raise JournalUnwritable("full")

    good, desk.journal.store = desk.journal.store, Full()
    assert desk.write(credit(desk.app.state.world)).end is Step.NOT_SENT
    desk.journal.store = good
    assert desk.write(credit(desk.app.state.world)).end is Step.APPLIED
    assert desk.worker.writes_off is None


def test_an_end_that_can_not_be_written_down_is_said_and_stays_open(desk: Bench) -> None:
    class FillsUp(MemoryStore):
        def append(self, line: bytes) -> None:
            if self.lines:
                raise JournalUnwritable("the disk is full")
            MemoryStore.append(self, line)

    desk.journal.store = FillsUp()
    outcome = desk.write(credit(desk.app.state.world))
    assert outcome.end is Step.APPLIED
    assert "the disk is full" in outcome.journal_problem.plain
    assert [one.state for one in desk.journal.open_operations()] == [State.ATTEMPTED]


RULES = WriteRules(require_ticket=True, max_grant_days=10, max_credit={"GLD": 100})


def test_limits_and_tickets_hold_in_the_door_too() -> None:
    with bench(rules=RULES) as desk:
        world = desk.app.state.world
        long = GrantEntitlement(fresh(world), entitlement(world), NOW + 11 * DAY)
        large = AdjustCurrencies.of(fresh(world), {"GLD": 101}, key=str(uuid.uuid4()))
        for change, words in ((long, "10 days"), (large, "100 GLD")):
            outcome = desk.write(change, ticket="T-1")
            assert outcome.end is Step.NOT_SENT
            assert words in outcome.words.plain
        outcome = desk.write(credit(world))
        assert "ticket" in outcome.words.plain
        assert desk.received == []
        assert desk.write(credit(world), ticket="T-1").end is Step.APPLIED


def test_a_change_that_the_api_would_refuse_never_leaves(desk: Bench) -> None:
    world = desk.app.state.world
    seconds = GrantEntitlement(fresh(world), entitlement(world), NOW // 1000)
    short = AdjustCurrencies.of(fresh(world), {"GLD": -1}, key=str(uuid.uuid4()))
    for change in (seconds, short, SetAttributes.of(fresh(world), {"$nope": "x"})):
        assert desk.write(change).end is Step.NOT_SENT
    assert desk.received == []


def test_a_transfer_to_an_alias_of_the_customer_never_leaves(desk: Bench) -> None:
    world = desk.app.state.world
    source = fresh(world)
    customer = world.to_change(source)
    customer.aliases["second_name"] = NOW
    world._owners["second_name"] = source
    outcome = desk.write(Transfer(source, "second_name"))
    assert outcome.end is Step.NOT_SENT
    assert "same customer" in outcome.words.plain
    assert desk.received == []


def test_a_transfer_to_nobody_never_leaves(desk: Bench) -> None:
    outcome = desk.write(Transfer(fresh(desk.app.state.world), "nobody_at_all"))
    assert outcome.end is Step.NOT_SENT
    assert desk.received == []


def test_what_changed_since_the_review_is_shown_again_and_not_sent(desk: Bench) -> None:
    customer_id = fresh(desk.app.state.world)
    change = AdjustCurrencies.of(customer_id, {"GLD": 5}, key=str(uuid.uuid4()))
    outcome = desk.write(change, before=Observation(balances={"GLD": 3}))
    assert (outcome.end, outcome.stale) == (Step.NOT_SENT, ("balances",))
    assert outcome.before is not None
    assert outcome.before.balances == {"GLD": 0}
    assert desk.received == []
    assert desk.write(change, before=outcome.before).end is Step.APPLIED


def test_a_balance_is_set_from_what_it_is_just_before_sending(desk: Bench) -> None:
    world = desk.app.state.world
    customer_id = fresh(world)
    key = str(uuid.uuid4())
    change = AdjustCurrencies.setting(customer_id, {"GLD": 1000}, {"GLD": 0}, key=key)
    world.to_change(customer_id).balances["GLD"] = 40
    stale = desk.write(change)
    assert stale.is_stale
    assert desk.received == []
    assert stale.before is not None
    assert stale.before.balances is not None
    again = AdjustCurrencies.setting(
        customer_id, {"GLD": 1000}, stale.before.balances, key=str(uuid.uuid4())
    )
    assert desk.write(again).end is Step.APPLIED
    assert desk.balance(customer_id) == 1000


def test_the_same_change_twice_at_once_is_refused_at_once(desk: Bench) -> None:
    hold = Hold()
    desk.spoil(effects.held(hold))
    change = credit(desk.app.state.world)
    desk.submit(change)
    twin = AdjustCurrencies.of(change.customer_id, {"GLD": 7}, key="another-key", reference="T-1")
    for _ in range(3):
        with pytest.raises(AlreadyUnderWay):
            desk.submit(twin)
    assert desk.worker.writes_under_way == 1
    hold.wait_until_reached()
    hold.release()
    assert desk.ended().outcome.end is Step.APPLIED
    assert len(desk.received) == 1


def test_one_customer_is_changed_by_one_write_at_a_time_and_others_do_not_wait(
    desk: Bench,
) -> None:
    world = desk.app.state.world
    hold = Hold()
    desk.spoil(effects.held(hold))
    first = credit(world)
    desk.submit(first)
    hold.wait_until_reached()
    second = SetAttributes.of(first.customer_id, {"plan": "gold"})
    desk.submit(second)
    elsewhere = desk.write(credit(world))
    assert elsewhere.end is Step.APPLIED
    assert [one.operation for one in desk.received] == ["create_currency_transaction"] * 2
    hold.release()
    ends = [desk.ended() for _ in range(2)]
    assert [one.request.change for one in ends] == [first, second]
    assert all(one.outcome.end is Step.APPLIED for one in ends)


def test_two_transfers_in_opposite_directions_do_not_wait_for_each_other(desk: Bench) -> None:
    world = desk.app.state.world
    one, other = fresh(world), fresh(world)
    desk.submit(Transfer(one, other))
    desk.submit(Transfer(other, one))
    assert [desk.ended().outcome.end for _ in range(2)] == [Step.APPLIED, Step.APPLIED]


def refused_as_closed(desk: Bench) -> bool:
    try:
        desk.submit(credit(desk.app.state.world))
    except WorkerClosed:
        return True
    return False


def test_closing_waits_for_a_write_and_writes_its_end_down(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        hold = Hold()
        desk.spoil(effects.answer_held(hold))
        desk.submit(credit(desk.app.state.world))
        hold.wait_until_reached()
        closed: list[bool] = []
        closing = threading.Thread(target=lambda: closed.append(desk.worker.close(PATIENCE_S)))
        closing.start()
        while not refused_as_closed(desk):
            pass
        hold.release()
        closing.join(PATIENCE_S)
    assert closed == [True]
    first = desk.journal.read().operations[-1]
    assert first.state is State.APPLIED


def test_closing_does_not_wait_for_looks_afterwards(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        hold = Hold()
        desk.app.state.faults.add(effects.held(hold), operation="list_virtual_currencies", nth=2)
        desk.submit(credit(desk.app.state.world))
        hold.wait_until_reached()
        assert desk.worker.close(PATIENCE_S)
        outcome = desk.ended().outcome
    assert outcome.end is Step.APPLIED
    assert outcome.read_back is None
    [operation] = desk.journal.read().operations
    assert [one.step for one in operation.entries] == [Step.ATTEMPTED, Step.APPLIED]


def test_after_the_deadline_an_attempt_stays_open(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        hold = Hold()
        desk.spoil(effects.held(hold))
        desk.submit(credit(desk.app.state.world))
        hold.wait_until_reached()
        assert desk.worker.close(timeout_s=0.01) is False
        [left] = Journal.in_folder(tmp_path).open_operations()
        assert left.state is State.ATTEMPTED
        hold.release()
        assert desk.ended().outcome.end is Step.APPLIED


def test_an_answer_that_does_not_come_in_time_is_unknown(tmp_path: Path) -> None:
    with bench(tmp_path, deadlines=Deadlines(write_s=0.3)) as desk:
        hold = Hold()
        desk.spoil(effects.answer_held(hold), times=None)
        world = desk.app.state.world
        outcome = desk.write(SetAttributes.of(fresh(world), {"plan": "gold"}))
        assert outcome.end is Step.UNKNOWN
        assert len(desk.received) == 1


@pytest.mark.parametrize("body_bytes", [None, 5])
def test_a_stalled_answer_to_a_currency_write_is_asked_for_again(
    tmp_path: Path, body_bytes: int | None
) -> None:
    with bench(tmp_path, deadlines=Deadlines(write_s=0.3)) as desk:
        hold = Hold()
        stall = (
            effects.answer_held(hold)
            if body_bytes is None
            else effects.held_within(hold, body_bytes)
        )
        desk.spoil(stall)
        change = credit(desk.app.state.world)
        outcome = desk.write(change)
        assert outcome.end is Step.APPLIED
        assert len(desk.received) == 2
        assert desk.balance(change.customer_id) == 7


def test_a_journal_that_can_not_be_written_turns_writes_off_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    with bench(tmp_path / "state") as desk:
        desk.write(SetAttributes.of("user_42", {}))
        off = desk.worker.writes_off
    assert off is not None
    assert "does not take writes" in off.plain


def test_a_block_saves_the_customer_first(tmp_path: Path) -> None:
    recovery = RecoveryFiles(tmp_path / "recovery")
    with bench(tmp_path, recovery=recovery) as desk:
        hold = Hold()
        desk.spoil(effects.held(hold))
        desk.submit(BlockCustomer("user_42"))
        hold.wait_until_reached()
        [saved] = recovery.listed()
        assert saved.stat().st_mode & 0o777 == 0o600
        hold.release()
        outcome = desk.ended().outcome
    assert outcome.recovery_file == str(saved)
    assert desk.journal.read().operations[0].first.recovery_file == str(saved)
    phases = [one.phase for one in desk.progress]
    assert phases == list(WritePhase)


@pytest.mark.parametrize("make", [BlockCustomer, DeleteCustomer])
def test_what_can_not_be_saved_is_not_deleted(
    tmp_path: Path, make: type[BlockCustomer] | type[DeleteCustomer]
) -> None:
    (tmp_path / "recovery").write_text("in the way")
    with bench(tmp_path, recovery=RecoveryFiles(tmp_path / "recovery")) as desk:
        outcome = desk.write(make("user_42"))
        assert outcome.end is Step.NOT_SENT
        desk.app.state.faults.add(effects.failed(500), operation="list_purchases", times=None)
        desk.worker._writes.door.recovery = RecoveryFiles()
        assert desk.write(make("user_42")).end is Step.NOT_SENT
        assert desk.received == []


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


def test_no_secret_is_in_the_journal(desk: Bench, tmp_path: Path) -> None:
    desk.write(credit(desk.app.state.world))
    assert desk.key.encode() not in (tmp_path / FILE_NAME).read_bytes()
