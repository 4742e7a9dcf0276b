"""The door: what it refuses, in which order it goes, and what it waits for."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    BlockCustomer,
    DeleteCustomer,
    GrantEntitlement,
    SetAttributes,
    Transfer,
)
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.readback.observation import Observation
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.journal.errors import JournalUnwritable
from rctui.journal.journal import FILE_NAME
from rctui.journal.states import State, Step
from rctui.journal.stores import MemoryStore
from rctui.worker.writing import WritePhase
from tests.simulated import NOW
from tests.writes.bench import Bench, bench
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
    assert [one.state for one in desk.journal.recent().unconfirmed] == [State.ATTEMPTED]


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


def test_no_secret_is_in_the_journal(desk: Bench, tmp_path: Path) -> None:
    desk.write(credit(desk.app.state.world))
    assert desk.key.encode() not in (tmp_path / FILE_NAME).read_bytes()
