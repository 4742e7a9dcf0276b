"""`rctui restore FILE`: what a recovery file can put back, each change reviewed in words.

Without `--yes` nothing is sent: the command shows what it would do. With it the changes go
through the same door as from the screen, in order, until one does not end well.
"""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.clock import epoch_ms
from rctui.customers.effects.before_after import before_after
from rctui.customers.readback.observing import ObserveFor
from rctui.customers.recovery.recovery_file import read_recovery_file
from rctui.customers.recovery.restore_reads import ReadStanding, asked_in
from rctui.customers.recovery.restoring import restorable
from rctui.customers.verdicts.access import Viewpoint
from rctui.errors import ExitCode
from rctui.headless.commands import read_once
from rctui.headless.output import complain, print_data, print_lines
from rctui.headless.worker_calls import worker_calls
from rctui.journal.states import Step
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.worker.writing import WriteRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.customers.changes.change import Change
    from rctui.customers.readback.outcome import Outcome
    from rctui.headless.worker_calls import WorkerCalls
    from rctui.wiring.opening import Opening

_CODES: Final = {
    Step.APPLIED: ExitCode.OK,
    Step.UNKNOWN: ExitCode.OUTCOME_UNKNOWN,
    Step.REFUSED: ExitCode.ERROR,
    Step.NOT_SENT: ExitCode.ERROR,
}


def restore(opening: Opening, file: str, ticket: str, *, yes: bool, as_json: bool) -> ExitCode:
    """Show what a recovery file can put back; with `yes`, put it back. Raises RctuiError."""
    document = read_recovery_file(Path(file))
    view = Viewpoint(opening.project.names, epoch_ms())
    standing = read_once(opening, ReadStanding(asked_in(document)))
    kept = restorable(
        document,
        epoch_ms(),
        lambda: str(uuid.uuid4()),
        is_blocked=standing.is_blocked,
        exists=standing.exists,
        name_of=view.names.of,
    )
    say = _silent if as_json else print_lines
    say([*(phrase("Note: {}", note) for note in kept.notes)])
    with worker_calls(opening) as calls:
        ends = _each(calls, kept.changes, view, ticket, yes=yes, say=say)
    if as_json:
        print_data({"changes": [one.data() for one in kept.changes], "ends": ends})
    return _code(ends, len(kept.changes), yes=yes)


def _silent(_: list[SafeText]) -> None:
    """Say nothing: the JSON at the end says it all."""


def _each(
    calls: WorkerCalls,
    changes: tuple[Change, ...],
    view: Viewpoint,
    ticket: str,
    *,
    yes: bool,
    say: Callable[[list[SafeText]], None],
) -> list[str]:
    ends: list[str] = []
    for change in changes:
        before = calls.read(ObserveFor(change, epoch_ms()))
        say([change.summary(view)])
        if before.value is not None:
            say([phrase("  {}", line) for line in before_after(change, before.value, view)])
        if not yes:
            continue
        outcome = calls.write(WriteRequest(change, ticket, before=before.value)).outcome
        say([phrase("  {}: {}", safe(outcome.end.value), _ended(outcome))])
        ends.append(outcome.end.value)
        if outcome.end is not Step.APPLIED:
            break
    return ends


def _ended(outcome: Outcome) -> SafeText:
    return outcome.read_back.words if outcome.read_back is not None else outcome.words


def _code(ends: list[str], count: int, *, yes: bool) -> ExitCode:
    if not yes:
        if count:
            complain(label("Nothing was sent. Add --yes to put it back."))
        return ExitCode.OK
    if not ends:
        return ExitCode.OK
    last = _CODES[Step(ends[-1])]
    partly = last is ExitCode.ERROR and len(ends) > 1
    return ExitCode.OUTCOME_UNKNOWN if partly else last
