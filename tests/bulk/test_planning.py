"""A plan shows before and after of every row, and everything that will be refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.bulk.asks import CreditAsk, GrantAsk, PlaybookAsk
from rctui.bulk.errors import BadPlan
from rctui.bulk.plan import plan_in
from rctui.bulk.plan_file import load_plan, save_plan
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.names import Names
from rctui.demo import effects
from rctui.playbooks.playbook import Playbook
from tests.bulk.running import planned
from tests.writes.bench import bench

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.bulk.plan import Plan

LIST = """customer_id,currency,amount,reference
user_42,GLD,500,T-7
card_failing_in_retry,GLD,-9999999,
nobody_at_all,GLD,5,
user_42,SLV,five,
user_42,XXX,5,
user_42,gld,5,
"""


def test_each_row_says_what_it_will_do_or_why_not() -> None:
    with bench() as desk:
        plan = planned(desk, LIST)
        held = desk.balance("card_failing_in_retry")
        assert [row.refused for row in plan.rows] == [
            "",
            f"The balance of GLD is {held}, so 9999999 can't be taken away."
            " Take less; there are no balances below zero.",
            "There is no customer with this id.",
            "'five' is not a whole number. Type digits only.",
            "There is no currency 'XXX'. There are: GEM, GLD, SLV.",
            "There is no currency 'gld'. Did you mean GLD? There are: GEM, GLD, SLV.",
        ]
        [row] = plan.sendable
        [step] = row.steps
        assert step.before is not None
        assert step.before.balances == {"GLD": desk.balance("user_42")}
        assert desk.received == []


def test_the_rules_of_the_project_hold() -> None:
    with bench(rules=WriteRules(max_credit={"GLD": 100})) as desk:
        plan = planned(desk, LIST)
        assert "credits of 100 GLD at the most" in plan.rows[0].refused


def test_a_grant_needs_a_name_that_is_known() -> None:
    with bench() as desk:
        plan = planned(desk, "user_42\n", GrantAsk("premium", "7d"))
        [row] = plan.rows
        assert row.refused.startswith("There is no entitlement 'premium'. No name is known:")
        known = Names({"entl1": "pro", "entl2": "team"})
        plan = planned(desk, "user_42\n", GrantAsk("por", "7d"), names=known)
        says = "There is no entitlement 'por'. Did you mean pro? There are: pro, team."
        assert plan.rows[0].refused == says


def test_a_currency_is_unknown_only_where_the_balances_were_read() -> None:
    with bench() as desk:
        desk.app.state.faults.add(
            effects.failed(403), operation="list_virtual_currencies", times=None
        )
        [row] = planned(desk, "user_42\n", CreditAsk("XXX", "5")).rows
        assert "There is no currency" not in row.refused
        assert row.refused


def test_a_key_is_fixed_and_of_its_own_for_each_row() -> None:
    playbook = Playbook("make-good", "Make-good", credits=(("GLD", 5), ("SLV", 5)))
    with bench() as desk:
        plan = planned(desk, "user_42\ncard_failing_in_retry\n", PlaybookAsk(playbook))
        keys = [step.change.idempotency_key for row in plan.rows for step in row.steps]
        assert len(set(keys)) == 2
        again = plan_in(json.loads(json.dumps(plan.data())))
        assert again == plan


@pytest.fixture(name="plan")
def one_plan() -> Plan:
    with bench() as desk:
        return planned(desk, LIST)


def test_a_plan_survives_its_file(plan: Plan, tmp_path: Path) -> None:
    file = save_plan(plan, tmp_path, "list")
    assert load_plan(file) == plan
    assert file.stat().st_mode & 0o777 == 0o600
    assert save_plan(plan, tmp_path, "list") != file


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("rows"),
        lambda data: data.update(version=2),
        lambda data: data["rows"][0].update(customer_id="card_failing_in_retry"),
        lambda data: data["rows"].reverse(),
        lambda data: data["rows"][0]["steps"][0]["change"].update(adjustments=[["GLD", "500"]]),
        lambda data: data["rows"].append(None),
    ],
)
def test_a_damaged_plan_is_refused(plan: Plan, spoil: object) -> None:
    data = json.loads(json.dumps(plan.data()))
    spoil(data)  # type: ignore[operator]
    with pytest.raises(BadPlan):
        plan_in(data)
