"""`rctui config add`: a project is tried with its key, told what that may read, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.config.paths import find_paths
from rctui.errors import ExitCode, RctuiError
from rctui.headless.check_report import CheckReport
from rctui.headless.output import print_data, print_lines
from rctui.headless.permission_checks import check_permissions
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.reader import CustomerReader
    from rctui.config.new_project import NewProject
    from rctui.wiring.discovery import Discovery

_LONG: Final = 2000
_UNTRIED: Final = "Nothing was written; --no-check writes it without trying the key."


def config_add(
    environment: Mapping[str, str],
    file: str,
    project: NewProject,
    trial: Discovery | None,
    *,
    as_json: bool,
) -> ExitCode:
    """Add a project to the file, once its key has read something; without `trial` at once.

    Raises ConfigError, FilesError and ApiError, and then the file is as it was.
    """
    from rctui.config.writing import add_project, content_with

    paths = find_paths(environment, file)
    content_with(paths, project)  # nobody is asked for what could not be written
    report = None if trial is None else _tried(trial, project)
    add_project(paths, project)
    if as_json:
        checks = None if report is None else report.data
        print_data({"added": project.key, "path": str(paths.config_file), "key": checks})
    else:
        where = safe(str(paths.config_file), limit=_LONG)
        print_lines(_told(report, project.key, where))
    return ExitCode.OK


def _tried(trial: Discovery, project: NewProject) -> CheckReport:
    """What the key may read. Raises RctuiError where it can't read a customer, as Find will."""
    report = CheckReport()

    async def look(reader: CustomerReader) -> None:
        await check_permissions(report, reader)

    try:
        trial.try_out(project, look)
    except RctuiError as error:
        error.hint = f"{error.hint} {_UNTRIED}".strip()
        raise
    return report


def _told(report: CheckReport | None, key: str, where: SafeText) -> list[SafeText]:
    name = safe(key)
    added = phrase("Added {} to {}.", name, where)
    if report is None:
        return [added, phrase("Its key was not tried: rctui check --project {}", name)]
    found = [phrase("  {}", line) for line in report.lines]
    return [label("The key works:"), *found, added, phrase("Open it: rctui --project {}", name)]
