"""`rctui find TEXT --every-project`: who is known where, as lines or JSON."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from rctui.customers.failure import failure_of
from rctui.customers.finding.find import FindCustomers
from rctui.customers.finding.find_everywhere import FoundEverywhere
from rctui.customers.listed import ListedCustomer
from rctui.errors import ExitCode, RctuiError
from rctui.exports.plain_text import table_lines
from rctui.headless.commands import USUAL, Patience, read_in, refuse_nothing
from rctui.headless.output import complain, print_data, print_lines
from rctui.tables.listed_customers import everywhere_customers_table
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.finding.find import Found
    from rctui.headless.commands import Form
    from rctui.wiring.opening import Opening, ProjectFacts

AT_ONCE: Final = 4
"""Projects that are asked at the same time; each keeps to its own rate budget."""
_ONE_PROJECT: Final = label("Only one project is configured; it was asked.")


def find_everywhere(
    opening: Opening, text: str, form: Form, patience: Patience = USUAL
) -> ExitCode:
    """Print the customers that a text names in any project.

    A project that fails is told on stderr and hides nothing. Raises RctuiError where none could
    be asked.
    """
    refuse_nothing(text)
    found, errors = asyncio.run(_found(opening, text, patience))
    if len(errors) == len(found.projects):
        raise errors[0]
    if len(found.projects) == 1:
        complain(_ONE_PROJECT)
    for one in found.failed:
        complain(one.words)
    if form.as_json:
        print_data(_data(found))
    else:
        print_lines(_lines(opening, found))
    if found.matches:
        return ExitCode.OK
    return ExitCode.OUTCOME_UNKNOWN if errors else ExitCode.NOT_FOUND


async def _found(
    opening: Opening, text: str, patience: Patience
) -> tuple[FoundEverywhere, list[RctuiError]]:
    found = FoundEverywhere.asked(text, [(one.key, one.name) for one in opening.projects])
    slots = asyncio.Semaphore(AT_ONCE)

    async def end_of(project: ProjectFacts) -> Found | RctuiError:
        async with slots:
            return await _end_of(opening, project, text, patience)

    ends = await asyncio.gather(*(end_of(one) for one in opening.projects))
    errors = []
    for project, end in zip(opening.projects, ends, strict=True):
        if isinstance(end, RctuiError):
            errors.append(end)
            found = found.answered(project.key, failure=failure_of(end))
        else:
            found = found.answered(project.key, end)
    return found, errors


async def _end_of(
    opening: Opening, project: ProjectFacts, text: str, patience: Patience
) -> Found | RctuiError:
    try:
        return await read_in(opening, project, FindCustomers(text, is_choice=True), patience)
    except RctuiError as error:
        return error


def _data(found: FoundEverywhere) -> object:
    return {
        "customers": [
            {**match.customer.raw, "project": project.key} for project, match in found.matches
        ],
        "tried": [
            {"project": one.key, "what": tried.what.plain, "outcome": tried.outcome.plain}
            for one in found.projects
            for tried in (one.found.tried if one.found else ())
        ],
        "refused": [words.plain for words in found.together.refused],
        "failed": [
            {"project": one.key, "message": one.failure.sentence.plain}
            for one in found.failed
            if one.failure is not None
        ],
    }


def _lines(opening: Opening, found: FoundEverywhere) -> list[SafeText]:
    if found.matches:
        projects = {one.key: (one.name, one.names) for one in opening.projects}
        rows = [
            ListedCustomer(match.customer.id, customer=match.customer, project=project.key)
            for project, match in found.matches
        ]
        return table_lines(everywhere_customers_table(projects), rows)
    tried = [
        phrase("{}: tried {}: {}", safe(one.name), tried.what, tried.outcome)
        for one in found.projects
        for tried in (one.found.tried if one.found else ())
    ]
    return [label("Not found in any project."), *found.together.refused, *tried]
