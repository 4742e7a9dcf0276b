"""`rctui bulk apply PLAN` and `resume PLAN`: send what is left of a plan, each row once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rctui.bulk.errors import BadPlan, NothingToSend, WrongCount
from rctui.bulk.kept_plans import SUFFIX
from rctui.bulk.plan_file import load_plan
from rctui.bulk.standing import RowState, standings
from rctui.clock import epoch_ms
from rctui.customers.verdicts.access import Viewpoint
from rctui.errors import ExitCode
from rctui.exports.bulk_result import COLUMNS, counts, result_rows
from rctui.exports.csv_text import csv_bytes
from rctui.files.atomic import write_atomically
from rctui.files.locks import locked
from rctui.headless.output import complain, print_data, print_lines
from rctui.headless.worker_calls import worker_calls
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.worker.bulk_job import BulkJob
from rctui.worker.bulk_run import RowEnded, rows_left
from rctui.worker.write_errors import NoJournal, ReadOnlyProject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.bulk.plan import Plan
    from rctui.bulk.standing import StepStanding
    from rctui.headless.job_feed import JobFeed
    from rctui.headless.worker_calls import WorkerCalls
    from rctui.journal.journal import Journal
    from rctui.wiring.opening import Opening


_FORGOTTEN: Final = label("The demo forgets all of it now: its next run begins with no row sent.")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a person has confirmed."""

    count: int | None
    """How many rows; `None` sends nothing and says how many there are."""
    again: bool
    """Whether rows may have been attempted already."""


def bulk_apply(opening: Opening, file: str, confirmed: Confirmed, *, as_json: bool) -> ExitCode:
    """Send what is left of a plan. Raises RctuiError."""
    path = Path(file)
    if not path.exists():
        raise BadPlan(f"There is no file {path}.", hint="Make a plan: rctui bulk plan FILE.")
    plan = load_plan(path)
    _refuse_elsewhere(opening, plan)
    if opening.project.read_only:
        raise ReadOnlyProject
    journal = opening.writing.journal
    if journal is None:
        raise NoJournal("There is no journal, so nothing is sent.")
    # Held to the end: two programs on one plan would send its rows without a key twice.
    with locked(path, patience_s=0):
        before = _standings(journal, plan)
        left = rows_left(plan, before)
        _check(plan, before, len(left), confirmed)
        ends = _sent(opening, plan, before, len(left)) if left else []
        return _told(opening, path, plan, journal, ends, as_json=as_json)


def _sent(
    opening: Opening, plan: Plan, before: Mapping[tuple[int, int], StepStanding], left: int
) -> list[RowEnded]:
    with worker_calls(opening) as calls:
        ends = _run(calls, opening.project.key, plan, before, left)
    if opening.in_process:
        complain(_FORGOTTEN)
    return ends


def _standings(journal: Journal, plan: Plan) -> Mapping[tuple[int, int], StepStanding]:
    return standings(plan, journal.read(plan.made_at_ms).operations)


def _refuse_elsewhere(opening: Opening, plan: Plan) -> None:
    project = opening.project
    if (plan.project_id, plan.origin) != (project.project_id, project.base_url):
        raise BadPlan(
            f"This plan is for the project {plan.project!a} ({plan.project_id}).",
            hint=f"Add --project {plan.project}.",
        )


def _check(
    plan: Plan,
    before: Mapping[tuple[int, int], StepStanding],
    left: int,
    confirmed: Confirmed,
) -> None:
    if not plan.sendable:
        raise NothingToSend(
            "No row of the plan can be sent: all are left out.",
            hint="Mend the list, then plan it again.",
        )
    if not left:
        return
    if not confirmed.again and any(one.operation is not None for one in before.values()):
        raise BadPlan(
            f"This plan was begun already; {left} of {len(plan.rows)} rows are left.",
            hint=f"rctui bulk resume sends them: --yes {left}.",
        )
    if confirmed.count != left:
        given = "" if confirmed.count is None else f", not {confirmed.count}"
        raise WrongCount(f"{left} rows are to be sent{given}.", hint=f"Add --yes {left}.")


def _run(
    calls: WorkerCalls,
    project: str,
    plan: Plan,
    before: Mapping[tuple[int, int], StepStanding],
    left: int,
) -> list[RowEnded]:
    feed: JobFeed[RowEnded] = calls.feed()
    job = BulkJob(calls.worker, project, plan, before, feed.tell, feed.over)
    feed.on_interrupt = lambda: _stop(job)
    calls.worker.start_job(job)
    ends: list[RowEnded] = []
    for end in feed:
        ends.append(end)
        if len(ends) % 50 == 0:
            seconds = round(job.left_s(left - len(ends)))
            complain(phrase("{} of {} rows · at least {} s left", len(ends), left, seconds))
    return ends


def _stop(job: BulkJob) -> None:
    complain(label("Stopping: no further row begins; those under way come to their end."))
    job.ask_to_stop()


def _told(
    opening: Opening,
    path: Path,
    plan: Plan,
    journal: Journal,
    ends: list[RowEnded],
    *,
    as_json: bool,
) -> ExitCode:
    now = _standings(journal, plan)
    rows = result_rows(plan, now, Viewpoint(opening.project.names, epoch_ms()))
    _add_what_only_this_run_knows(rows, ends)
    result = path.with_name(path.name.removesuffix(SUFFIX) + ".result.csv")
    cells = [[row.get(name) for name in COLUMNS] for row in rows]
    write_atomically(result, csv_bytes(COLUMNS, cells))
    states = counts(plan, now)
    left = len(rows_left(plan, now))
    if as_json:
        print_data({"result": str(result), "rows": rows, "counts": states})
    else:
        print_lines([*_nothing_new(ends), *_summary(states, result, path, left)])
    return _code(states)


def _nothing_new(ends: Sequence[RowEnded]) -> list[SafeText]:
    return [] if ends else [label("Nothing was left to send.")]


def _add_what_only_this_run_knows(rows: list[dict[str, Any]], ends: list[RowEnded]) -> None:
    """Why the door refused a row: nothing was sent, so the journal has nothing of it."""
    said = {end.row.number: end for end in ends if end.state is RowState.REFUSED_BEFORE}
    for row in rows:
        end = said.get(row["row"])
        if end is not None and row["state"] == RowState.WAITING.value:
            row |= {"state": end.state.value, "said": end.words.plain}


def _summary(states: Mapping[RowState, int], result: Path, plan: Path, left: int) -> list[SafeText]:
    parts = [phrase("{} {}", count, safe(state.value)) for state, count in states.items()]
    lines = [join(", ", parts), phrase("Result: {}", safe(str(result)))]
    if left:
        rows = label("1 row is left") if left == 1 else phrase("{} rows are left", left)
        lines.append(phrase("{}: rctui bulk resume {} --yes {}", rows, safe(str(plan)), left))
    return lines


def _code(states: Mapping[RowState, int]) -> ExitCode:
    """3 where nobody knows of a row, else 0 where all that were to be sent are applied, or 1."""
    if states.get(RowState.UNKNOWN):
        return ExitCode.OUTCOME_UNKNOWN
    is_whole = set(states) <= {RowState.APPLIED, RowState.REFUSED_BEFORE}
    return ExitCode.OK if is_whole else ExitCode.ERROR
