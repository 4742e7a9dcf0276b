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
from rctui.bulk.typed_asks import playbook_named
from rctui.clock import epoch_ms
from rctui.customers.verdicts.access import Viewpoint
from rctui.errors import ExitCode
from rctui.files.errors import translated
from rctui.headless.output import complain, print_data, print_lines
from rctui.headless.worker_calls import worker_calls
from rctui.playbooks.entitlements import entitlement_id
from rctui.playbooks.making import Making, new_key
from rctui.tables.bulk import steps_words
from rctui.tables.formatting import seconds_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.worker.bulk_run import row_cost
from rctui.worker.pace import least_s
from rctui.worker.plan_job import PlanJob

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.bulk.reading import Wish
    from rctui.customers.names import Names
    from rctui.headless.job_feed import JobFeed
    from rctui.headless.worker_calls import WorkerCalls
    from rctui.wiring.opening import Opening

_BIGGEST: Final = 16 * 1024 * 1024
_LONGEST: Final = 1000
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
    project, ask = opening.project, _ask(opening, asked)
    wishes = read_wishes(decoded(_content(path)), ask)
    _refuse_for_all(ask, project.names)
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
    if not path.exists():
        hint = "Name a list: one App User ID a line, or CSV. More: rctui bulk --help."
        raise BadBulkFile(f"There is no file {path}.", hint=hint)
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
    return PlaybookAsk(playbook_named(asked.playbook, opening.playbooks()))


def _refuse_for_all(ask: Ask | None, names: Names) -> None:
    """Say once what would be wrong with every row. Raises ChangeError."""
    if ask is not None:
        ask.check()
    if isinstance(ask, GrantAsk):
        entitlement_id(ask.entitlement, names)


def _pair(text: str, such_as: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (equals and name.strip() and value.strip()):
        raise BadBulkFile(f"{text[:40]!a} is not NAME=VALUE.", hint=f"Such as {such_as}.")
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
        yield phrase("row {} {}: {}", row.number, safe(row.customer_id), steps_words(row, view))
    if len(sendable) > _ROWS_SHOWN:
        yield phrase("… and {} more", len(sendable) - _ROWS_SHOWN)
    for row in plan.rows:
        if not row.will_be_sent:
            where = phrase("row {} {}", row.number, safe(row.customer_id))
            yield phrase("{}: LEFT OUT: {}", where, safe(row.refused, limit=_LONGEST))
    yield phrase("{}; nothing has been sent yet.", _how_many(plan))
    yield phrase("Plan: {}", safe(str(saved)))


def _how_many(plan: Plan) -> SafeText:
    sendable, all_rows = plan.sendable, len(plan.rows)
    if not sendable:
        return phrase("None of {} rows can be sent", all_rows)
    seconds = seconds_words(least_s(sum(row_cost(row) for row in sendable)))
    return phrase("{} of {} rows will be sent, in {} at least", len(sendable), all_rows, seconds)


def _how_to_send(plan: Plan, saved: Path, *, in_demo: bool) -> SafeText:
    demo = label(" --demo" if in_demo else "")
    command = phrase("rctui bulk apply {}{} --yes {}", safe(str(saved)), demo, len(plan.sendable))
    return phrase("To send it: {}", command)
