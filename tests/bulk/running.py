"""Plans made and run against a simulated project over a loopback socket."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

from rctui.bulk.plan import Plan, PlanRow
from rctui.bulk.reading import read_wishes
from rctui.bulk.standing import RowState, standings
from rctui.customers.names import Names
from rctui.demo.identity import DEMO_PROJECT_ID
from rctui.playbooks.making import Making, new_key
from rctui.worker.bulk_job import BulkJob
from rctui.worker.plan_job import PlanJob
from tests.simulated import NOW

if TYPE_CHECKING:
    from rctui.bulk.asks import Ask
    from rctui.worker.bulk_run import RowEnded
    from tests.writes.bench import Bench

PATIENCE_S = 120.0
NAMES = Names()


def planned(
    desk: Bench,
    text: str,
    ask: Ask | None = None,
    *,
    ticket: str = "T-1",
    names: Names = NAMES,
) -> Plan:
    """The plan for a list."""
    wishes = read_wishes(text, ask)
    making = Making(names=names, rules=desk.rules, ticket=ticket, now_ms=NOW)
    rows: queue.SimpleQueue[PlanRow] = queue.SimpleQueue()
    over: queue.SimpleQueue[None] = queue.SimpleQueue()
    desk.worker.start_job(
        PlanJob(desk.worker, "demo", wishes, making, rows.put, lambda: over.put(None))
    )
    over.get(timeout=PATIENCE_S)
    told = sorted((rows.get_nowait() for _ in wishes), key=lambda row: row.number)
    return Plan(
        new_key(), NOW, "demo", DEMO_PROJECT_ID, desk.base_url, "list.csv", ticket,
        tuple(told),
    )  # fmt: skip


def run(desk: Bench, plan: Plan) -> list[RowEnded]:
    """Run what is left of a plan to its end."""
    ends: queue.SimpleQueue[RowEnded] = queue.SimpleQueue()
    over: queue.SimpleQueue[None] = queue.SimpleQueue()
    now = standings(plan, desk.journal.read().operations)
    job = BulkJob(desk.worker, "demo", plan, now, ends.put, lambda: over.put(None))
    desk.worker.start_job(job)
    over.get(timeout=PATIENCE_S)
    return sorted((ends.get() for _ in range(ends.qsize())), key=lambda one: one.row.number)


def states(ends: list[RowEnded]) -> list[RowState]:
    """How each row ended."""
    return [one.state for one in ends]
