"""A plan is run: every row once, whatever happens to the line, and the journal knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.bulk.asks import CreditAsk, GrantAsk, PlaybookAsk
from rctui.bulk.standing import RowState, row_state, standings
from rctui.demo import effects
from rctui.playbooks.playbook import Playbook
from tests.bulk.running import planned, run, states
from tests.writes.bench import another, bench
from tests.writes.every_change import entitlement, fresh

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.bulk.asks import Ask
    from rctui.bulk.plan import Plan
    from tests.writes.bench import Bench

CREDIT = CreditAsk("GLD", "500")


def five(desk: Bench) -> list[str]:
    """Five customers of one's own."""
    return [fresh(desk.app.state.world) for _ in range(5)]


def planned_for(desk: Bench, customers: list[str], ask: Ask = CREDIT) -> Plan:
    return planned(desk, "\n".join(customers), ask)


def balances(desk: Bench, customers: list[str]) -> list[int]:
    return [desk.balance(one) for one in customers]


def journalled(desk: Bench, plan: Plan) -> list[RowState]:
    now = standings(plan, desk.journal.read().operations)
    return [
        row_state(row, [now[row.number, step] for step in range(len(row.steps))])
        for row in plan.rows
    ]


def test_every_row_once() -> None:
    with bench() as desk:
        customers = five(desk)
        plan = planned_for(desk, customers)
        ends = run(desk, plan)
        assert states(ends) == [RowState.APPLIED] * 5
        assert ends[0].words.plain == "Now: 500 GLD."
        assert balances(desk, customers) == [500] * 5
        assert journalled(desk, plan) == [RowState.APPLIED] * 5
        assert run(desk, plan) == []
        assert len(desk.applied) == 5


def test_one_look_and_one_write_a_row() -> None:
    with bench() as desk:
        plan = planned_for(desk, five(desk))
        before = len(desk.app.state.received)
        run(desk, plan)
        assert len(desk.app.state.received) - before == 10


def test_lost_answers_are_followed_up_with_the_same_key(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        customers = five(desk)
        plan = planned_for(desk, customers)
        desk.spoil(effects.cut_after(), times=None)
        first = run(desk, plan)
        assert states(first) == [RowState.UNKNOWN] * 5
        assert balances(desk, customers) == [500] * 5
        desk.app.state.faults.clear()
        with another(desk, tmp_path) as second:
            again = run(second, plan)
        assert states(again) == [RowState.APPLIED] * len(again)
        assert balances(desk, customers) == [500] * 5
        assert journalled(desk, plan) == [RowState.APPLIED] * 5


def test_what_the_server_puts_off_comes_again() -> None:
    with bench() as desk:
        customers = five(desk)
        plan = planned_for(desk, customers)
        desk.spoil(effects.failed(423, backoff_ms=10), times=5)
        assert states(run(desk, plan)) == [RowState.APPLIED] * 5
        assert balances(desk, customers) == [500] * 5


def test_a_row_that_no_longer_works_is_refused_alone() -> None:
    with bench() as desk:
        customers = five(desk)
        for one in customers:
            desk.app.state.world.to_change(one).balances["GLD"] = 5
        plan = planned_for(desk, customers, CreditAsk("GLD", "-1"))
        desk.app.state.world.to_change(customers[1]).balances["GLD"] = 0
        ends = run(desk, plan)
        assert states(ends)[1] is RowState.REFUSED_BEFORE
        assert "can't be taken away" in ends[1].words.plain
        assert states(ends).count(RowState.APPLIED) == 4


def test_a_grant_that_is_not_as_planned_any_more_is_not_sent() -> None:
    with bench() as desk:
        customers = [fresh(desk.app.state.world)]
        access = entitlement(desk.app.state.world)
        plan = planned_for(desk, customers, GrantAsk(access, "7d"))
        assert plan.rows[0].refused == ""
        planned_again = planned_for(desk, customers, GrantAsk(access, "14d"))
        assert states(run(desk, planned_again)) == [RowState.APPLIED]
        [end] = run(desk, plan)
        assert end.state is RowState.REFUSED_BEFORE
        assert len(desk.applied) == 1


def test_a_playbook_stops_at_its_first_failure_and_goes_on_there() -> None:
    book = Playbook(
        "outage", "Outage", attributes=(("case", "{ticket}"),), credits=(("GLD", 50),)
    )  # fmt: skip
    with bench() as desk:
        customer = fresh(desk.app.state.world)
        plan = planned_for(desk, [customer], PlaybookAsk(book))
        desk.app.state.faults.add(
            effects.failed(500), operation="create_currency_transaction", times=None
        )
        [end] = run(desk, plan)
        assert end.state in (RowState.UNKNOWN, RowState.PARTLY)
        desk.app.state.faults.clear()
        [end] = run(desk, plan)
        assert end.state is RowState.APPLIED
        assert desk.balance(customer) == 50
        assert desk.app.state.world.find(customer).attributes["case"].value == "T-1"
        assert [one.operation for one in desk.applied].count("set_attributes") == 1


def test_rows_say_in_the_journal_which_they_are() -> None:
    with bench() as desk:
        plan = planned_for(desk, [fresh(desk.app.state.world)])
        run(desk, plan)
        [operation] = desk.journal.read().operations
        assert operation.first.reason == plan.mark(plan.rows[0], 0)
        assert operation.first.reason.endswith(" row 1")
        assert operation.first.ticket == "T-1"
