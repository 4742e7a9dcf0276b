"""Two rctui have the same plan: what one has sent meanwhile, the other does not send again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from rctui.bulk.plan_file import load_plan
from rctui.bulk.standing import standings
from rctui.journal.journal import Journal
from rctui.worker.api_worker import ApiWorker
from rctui.worker.bulk_job import BulkJob
from tests.stories.many import ManyDesk
from tests.stories.test_bulk import listed, planned

if TYPE_CHECKING:
    from pathlib import Path


def sent_by_another_program(desk: ManyDesk, folder: Path) -> None:
    """Send the plan in a folder to its end, by a worker of its own on the same journal file."""
    opening, bugs, over = desk.opening, list[BaseException](), threading.Event()
    [file] = (folder / "bulk").glob("*.plan.json")
    plan = load_plan(file)
    worker = ApiWorker(opening.connect, on_bug=bugs.append, writing=opening.writing)
    worker.start()
    job = BulkJob(worker, "demo", plan, standings(plan, ()), lambda _: None, over.set)
    worker.start_job(job)
    assert over.wait(60)
    assert worker.close()
    assert bugs == []


async def test_a_plan_that_another_rctui_has_sent_meanwhile_is_not_sent_twice(
    tmp_path: Path,
) -> None:
    state = tmp_path / "state"
    desk = ManyDesk(state=state, journal=Journal.in_folder(state))
    ids = desk.fresh(3)
    async with desk.program(size=(120, 40)) as operator:
        await planned(operator, listed(tmp_path, ids))
        await operator.sees("3 to send", "kept in")
        await operator.press("S")
        await operator.sees("Type how many rows are sent: 3")
        sent_by_another_program(desk, state)
        assert len(desk.applied) == 3
        await operator.press("3", "enter", "y")
        await operator.sees("Sent elsewhere meanwhile: 0 rows left. Nothing was sent.")
    assert len(desk.writes) == 3
    assert [desk.balance(one) for one in ids] == [50] * 3
