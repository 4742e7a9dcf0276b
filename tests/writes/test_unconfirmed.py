"""What happens to an operation whose end nobody knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.every_change import SetAttributes
from rctui.customers.readback.outcome import Seen
from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.journal.journal import Journal
from rctui.journal.place import Place
from rctui.journal.states import State, Step
from rctui.worker.unconfirmed import SEND_AGAIN_WITHIN_MS
from rctui.worker.write_errors import NotOpen
from rctui.worker.write_record import WriteRecord
from rctui.worker.writing import CheckAgain, SendAgain, Settle
from tests.simulated import NOW
from tests.writes.bench import Bench, another, bench
from tests.writes.every_change import credit, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.customers.changes.every_change import Change
    from rctui.demo.effects import Effect
    from rctui.journal.operation import Operation


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as desk:
        yield desk


def unknown(desk: Bench, change: Change, effect: Effect) -> Operation:
    desk.spoil(effect, times=None)
    outcome = desk.write(change)
    assert outcome.end is Step.UNKNOWN
    desk.app.state.faults.clear()
    [operation] = desk.journal.recent().unconfirmed
    return operation


@pytest.mark.parametrize("applied", [True, False])
def test_sending_again_with_the_same_key_does_it_exactly_once(desk: Bench, applied: bool) -> None:
    change = credit(desk.app.state.world)
    effect = effects.cut_after() if applied else effects.cut_before()
    operation = unknown(desk, change, effect)
    assert desk.balance(change.customer_id) == (7 if applied else 0)
    answer = desk.follow(SendAgain(operation))
    assert answer.failure is None
    assert answer.operation.state is State.APPLIED
    assert answer.read_back is not None
    assert answer.read_back.seen is Seen.MATCHES
    assert desk.balance(change.customer_id) == 7
    assert len(desk.applied) == 1
    assert {one.idempotency_key for one in desk.received} == {change.key}
    assert desk.journal.recent().unconfirmed == ()


def test_a_refusal_of_the_second_attempt_says_nothing_about_the_first(desk: Bench) -> None:
    change = credit(desk.app.state.world)
    operation = unknown(desk, change, effects.cut_after())
    desk.spoil(effects.failed(403))
    answer = desk.follow(SendAgain(operation))
    assert answer.outcome is not None
    assert answer.outcome.end is Step.UNKNOWN
    assert answer.operation.state is State.UNKNOWN
    steps = [one.step for one in answer.operation.entries]
    assert steps == [Step.ATTEMPTED, Step.UNKNOWN, Step.SENT_AGAIN, Step.REFUSED]


def test_the_second_attempt_is_on_the_disk_before_it_is_sent(desk: Bench, tmp_path: Path) -> None:
    change = credit(desk.app.state.world)
    operation = unknown(desk, change, effects.cut_before())
    hold = Hold()
    desk.spoil(effects.held(hold))
    desk.worker.follow_up("demo", SendAgain(operation), desk.follow_ups.put)
    hold.wait_until_reached()
    [known] = Journal.in_folder(tmp_path).recent().unconfirmed
    assert known.last.step is Step.SENT_AGAIN
    hold.release()
    assert desk.follow_ups.get(timeout=60).operation.state is State.APPLIED


def test_a_change_without_a_key_is_never_sent_again(desk: Bench) -> None:
    change = SetAttributes.of(fresh(desk.app.state.world), {"plan": "gold"})
    operation = unknown(desk, change, effects.cut_after())
    answer = desk.follow(SendAgain(operation))
    assert answer.failure is not None
    assert "no idempotency key" in answer.failure.message.plain
    assert len(desk.received) == 1
    assert answer.operation.is_open


@pytest.mark.parametrize(("applied", "seen"), [(True, Seen.MATCHES), (False, Seen.DIFFERS)])
def test_a_check_looks_and_compares_and_a_person_settles(
    desk: Bench, applied: bool, seen: Seen
) -> None:
    change = SetAttributes.of(fresh(desk.app.state.world), {"plan": "gold"})
    effect = effects.cut_after() if applied else effects.cut_before()
    operation = unknown(desk, change, effect)
    checked = desk.follow(CheckAgain(operation))
    assert checked.read_back is not None
    assert checked.read_back.seen is seen
    assert checked.operation.evidence == checked.read_back.words.plain
    assert checked.operation.state is State.UNKNOWN
    settled = desk.follow(Settle(operation, "applied" if applied else "not-applied", "I looked"))
    assert settled.operation.state is State.SETTLED
    assert settled.operation.settled is not None
    assert settled.operation.settled.verdict == ("applied" if applied else "not-applied")
    assert len(desk.received) == 1
    assert desk.journal.recent().unconfirmed == ()


def test_what_is_settled_is_not_followed_up(desk: Bench) -> None:
    operation = unknown(desk, credit(desk.app.state.world), effects.cut_after())
    desk.follow(Settle(operation, "applied"))
    for follow_up in (SendAgain(operation), CheckAgain(operation), Settle(operation, "applied")):
        answer = desk.follow(follow_up)
        assert answer.failure is not None
        assert "settled already" in answer.failure.message.plain


def test_an_operation_of_another_server_is_not_sent_here(desk: Bench) -> None:
    operation = unknown(desk, credit(desk.app.state.world), effects.cut_before())
    elsewhere = operation.first.in_place(Place("demo", operation.first.project_id, "https://x"))
    desk.journal.append(replace(elsewhere, id="elsewhere"))
    found = desk.journal.find("elsewhere")
    assert found is not None
    asked = len(desk.received)
    answer = desk.follow(SendAgain(found))
    assert answer.failure is not None
    assert "another project" in answer.failure.message.plain
    assert len(desk.received) == asked


def test_a_key_is_not_trusted_for_ever(desk: Bench) -> None:
    desk.journal.now_ms = lambda: NOW - SEND_AGAIN_WITHIN_MS - 1
    operation = unknown(desk, credit(desk.app.state.world), effects.cut_before())
    asked = len(desk.received)
    answer = desk.follow(SendAgain(operation))
    assert answer.failure is not None
    assert "more than a day old" in answer.failure.message.plain
    assert len(desk.received) == asked


def test_what_may_be_under_way_right_now_is_not_sent_again(desk: Bench, tmp_path: Path) -> None:
    hold = Hold()
    desk.spoil(effects.held(hold))
    desk.submit(credit(desk.app.state.world))
    hold.wait_until_reached()
    [under_way] = Journal.in_folder(tmp_path).recent().unconfirmed
    with another(desk, tmp_path) as other:
        answer = other.follow(SendAgain(under_way))
    assert answer.failure is not None
    assert "right now" in answer.failure.message.plain
    hold.release()
    assert desk.ended().outcome.end is Step.APPLIED
    assert len(desk.received) == 1


def test_a_read_only_project_can_still_be_checked_and_settled(desk: Bench, tmp_path: Path) -> None:
    operation = unknown(desk, credit(desk.app.state.world), effects.cut_after())
    with another(desk, tmp_path, read_only=True) as reader:
        checked = reader.follow(CheckAgain(operation))
        assert checked.read_back is not None
        assert checked.read_back.seen is Seen.MATCHES
        assert reader.follow(SendAgain(operation)).failure is not None
        assert reader.follow(Settle(operation, "applied")).operation.state is State.SETTLED


def test_settling_needs_no_server(desk: Bench, tmp_path: Path) -> None:
    operation = unknown(desk, credit(desk.app.state.world), effects.cut_after())
    with another(desk, tmp_path) as offline:
        offline.base_url = "http://127.0.0.1:9/v2"
        assert offline.follow(Settle(operation, "not-applied")).operation.state is State.SETTLED


@pytest.mark.parametrize("first", ["settled", "sent again"])
def test_what_another_rctui_has_followed_up_meanwhile_is_left_as_it_is(
    desk: Bench, tmp_path: Path, first: str
) -> None:
    change = credit(desk.app.state.world)
    operation = unknown(desk, change, effects.cut_before())
    with another(desk, tmp_path) as other:
        theirs = Settle(operation, "not-applied", "looked at it")
        assert other.follow(theirs if first == "settled" else SendAgain(operation)).failure is None
    asked, balance = len(desk.received), desk.balance(change.customer_id)
    for follow_up in (Settle(operation, "applied"), SendAgain(operation), CheckAgain(operation)):
        answer = desk.follow(follow_up)
        assert answer.failure is not None
        assert "already" in answer.failure.message.plain
    assert len(desk.received) == asked
    assert desk.balance(change.customer_id) == balance == (0 if first == "settled" else 7)
    [known] = desk.journal.read().operations
    assert known.state is (State.SETTLED if first == "settled" else State.APPLIED)
    if first == "settled":
        assert [one.verdict for one in known.entries if one.step is Step.SETTLED] == ["not-applied"]


@pytest.mark.parametrize("first", [Step.SETTLED, Step.SENT_AGAIN, Step.APPLIED])
async def test_who_comes_second_by_a_moment_writes_nothing_down(
    desk: Bench, tmp_path: Path, first: Step
) -> None:
    operation = unknown(desk, credit(desk.app.state.world), effects.cut_before())
    record = WriteRecord(desk.journal, replace(operation.first, change={}))
    # Between the look at the journal and the line.
    Journal.in_folder(tmp_path).append(replace(operation.first, step=first, change={}))
    with pytest.raises(NotOpen, match="was quicker"):
        await record.sent_again(operation.idempotency_key)
    if first is not Step.SENT_AGAIN:
        with pytest.raises(NotOpen, match="was quicker"):
            await record.settled("applied", "I looked")
    [known] = desk.journal.read().operations
    assert [one.step for one in known.entries] == [Step.ATTEMPTED, Step.UNKNOWN, first]
