"""`rctui bulk plan FILE`: read a list and every customer in it, write a plan, send nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.bulk.asks import Ask, CreditAsk, GrantAsk, PlaybookAsk
from rctui.bulk.errors import BadBulkFile
from rctui.bulk.plan import Plan, PlanRow
from rctui.bulk.plan_file import save_plan
from rctui.bulk.reading import decoded, read_wishes
from rctui.customers.effects.before_after import before_after
from rctui.customers.readback.observation import Observation
from rctui.customers.verdicts.access import Viewpoint
from rctui.errors import ExitCode
from rctui.files.errors import translated
from rctui.headless.output import complain, print_data, print_lines
from rctui.headless.worker_calls import worker_calls
from rctui.playbooks.making import Making, new_key
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.wiring.opening import epoch_ms
from rctui.worker.bulk_run import row_cost
from rctui.worker.pace import USUAL_LIMIT
from rctui.worker.plan_job import PlanJob

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.bulk.reading import Wish
    from rctui.headless.job_feed import JobFeed
    from rctui.headless.worker_calls import WorkerCalls
    from rctui.wiring.opening import Opening

_BIGGEST: Final = 16 * 1024 * 1024
_ROWS_SHOWN: Final = 20
"""All of them are in the plan's file, and in --json."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for every customer of a list of ids; all empty where the list says it."""

    credit: str = ""
    grant: str = ""
    playbook: str = ""
    reference: str = ""
    ticket: str = ""


def bulk_plan(opening: Opening, file: str, asked: Asked, *, as_json: bool) -> ExitCode:
    """Make the plan and say what it holds. Raises RctuiError."""
    path = Path(file)
    wishes = read_wishes(decoded(_content(path)), _ask(opening, asked))
    project = opening.project
    making = Making(project.names, project.rules, asked.ticket, epoch_ms())
    with worker_calls(opening) as calls:
        rows = _rows(calls, project.key, wishes, making)
    plan = Plan(
        new_key(),
        making.now_ms,
        project.key,
        project.project_id,
        project.base_url,
        path.name,
        asked.ticket,
        tuple(sorted(rows, key=lambda row: row.number)),
    )
    saved = save_plan(plan, path.resolve().parent, path.name)
    if as_json:
        print_data({"plan": str(saved)} | plan.data())
    else:
        print_lines(_told(plan, saved, Viewpoint(project.names, making.now_ms)))
        if plan.sendable:
            print_lines([_how_to_send(plan, saved, in_demo=opening.in_process)])
    return ExitCode.OK


def _content(path: Path) -> bytes:
    with translated("read", path), path.open("rb") as opened:
        data = opened.read(_BIGGEST + 1)
    if len(data) > _BIGGEST:
        raise BadBulkFile(f"{path} is too big for a list.", hint="Split it.")
    return data


def _ask(opening: Opening, asked: Asked) -> Ask | None:
    if asked.credit:
        code, amount = _pair(asked.credit, "--credit GLD=500")
        return CreditAsk(code, amount, asked.reference)
    if asked.grant:
        return GrantAsk(*_pair(asked.grant, "--grant pro=7d"))
    if not asked.playbook:
        return None
    found = {one.key: one for one in opening.playbooks()}
    if asked.playbook not in found:
        known = ", ".join(found) or "none is configured"
        raise BadBulkFile(f"There is no playbook {asked.playbook!a}.", hint=f"There are: {known}.")
    return PlaybookAsk(found[asked.playbook])


def _pair(text: str, such_as: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (equals and name.strip() and value.strip()):
        raise BadBulkFile(f"{text[:40]!a} is no NAME=VALUE.", hint=f"Such as {such_as}.")
    return name.strip(), value.strip()


def _rows(
    calls: WorkerCalls, project: str, wishes: tuple[Wish, ...], making: Making
) -> list[PlanRow]:
    feed: JobFeed[PlanRow] = calls.feed()
    calls.worker.start_job(PlanJob(calls.worker, project, wishes, making, feed.tell, feed.over))
    rows: list[PlanRow] = []
    for row in feed:
        rows.append(row)
        if len(rows) % 100 == 0:
            complain(phrase("{} of {} customers read", len(rows), len(wishes)))
    return rows


def _told(plan: Plan, saved: Path, view: Viewpoint) -> Iterable[SafeText]:
    sendable = plan.sendable
    for row in sendable[:_ROWS_SHOWN]:
        yield phrase("row {} {}: {}", row.number, safe(row.customer_id), _steps(row, view))
    if len(sendable) > _ROWS_SHOWN:
        yield phrase("… and {} more", len(sendable) - _ROWS_SHOWN)
    for row in plan.rows:
        if not row.will_be_sent:
            where = phrase("line {} {}", row.line, safe(row.customer_id))
            yield phrase("LEFT OUT {}: {}", where, safe(row.refused))
    minutes = sum(row_cost(row) for row in sendable) / USUAL_LIMIT
    yield phrase(
        "{} of {} rows will be sent, in about {} min; nothing has been sent yet.",
        len(sendable),
        len(plan.rows),
        max(1, round(minutes)),
    )
    yield phrase("Plan: {}", safe(str(saved)))


def _how_to_send(plan: Plan, saved: Path, *, in_demo: bool) -> SafeText:
    demo = label(" --demo" if in_demo else "")
    command = phrase("rctui bulk apply {}{} --yes {}", safe(str(saved)), demo, len(plan.sendable))
    return phrase("To send it: {}", command)


def _steps(row: PlanRow, view: Viewpoint) -> SafeText:
    lines = [
        line
        for step in row.steps
        for line in before_after(step.change, step.before or Observation(), view)
    ]
    return join("; ", lines)
