"""`rctui check`: configuration, key, permissions, terminal and clock. Writes nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from rctui.clock import epoch_ms
from rctui.config.errors import ApiKeyError, ConfigProblems
from rctui.customers.names_age import names_words
from rctui.errors import ExitCode, RctuiError
from rctui.headless.check_report import CheckReport, State
from rctui.headless.clock_check import add_clock
from rctui.headless.output import print_data, print_lines
from rctui.headless.permission_checks import check_permissions
from rctui.headless.terminal_facts import add_terminal_facts
from rctui.text.error_words import WHOLE, error_words
from rctui.text.safe_text import join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.config.keymap import Keymap
    from rctui.wiring.opening import Opening

_LONG = 2000


def check(
    open_project: Callable[[], Opening],
    environment: Mapping[str, str],
    check_keymap: Callable[[Keymap], object],
    *,
    as_json: bool,
) -> ExitCode:
    """Print what works and what doesn't. Whatever fails is a row, not an end.

    `check_keymap` knows the actions that keys can be given to; it raises ConfigProblems.
    """
    report = CheckReport()
    opened = _opened(report, open_project)
    opening = opened if opened is not None and _check_configuration(report, opened) else None
    if opened is not None:
        _check_keymap(report, opened.screen.keymap, check_keymap)
    if opening is not None:
        asyncio.run(_check_connection(report, opening))
    add_clock(report, None if opening is None else opening.activity)
    add_terminal_facts(report, environment)
    if as_json:
        print_data(report.data)
    else:
        print_lines(report.lines)
    return report.exit_code


def _opened(report: CheckReport, open_project: Callable[[], Opening]) -> Opening | None:
    try:
        return open_project()
    except RctuiError as error:
        _fails(report, error)
        return None


def _fails(report: CheckReport, error: RctuiError) -> None:
    words = error_words(error, limit=WHOLE)
    report.failed("configuration", label("configuration"), words, error.exit_code)


def _check_configuration(report: CheckReport, opening: Opening) -> bool:
    """Whether there is a project, configured as it should be."""
    try:
        settings = opening.settings()
        project = opening.project
    except RctuiError as error:
        _fails(report, error)
        return False
    file = opening.config_file
    where = safe(str(file), limit=_LONG) if file else label("none is needed for the demo")
    report.add("configuration", label("configuration"), State.WORKS, where)
    words = join(", ", [phrase("{} ({})", safe(project.key), project.words[0]), *project.words[1:]])
    report.add("configuration", label("project"), State.FACT, words)
    configured = settings.projects.get(project.key)
    if configured is not None:
        source = safe(configured.api_key.words, limit=_LONG)
        report.add("configuration", label("key from"), State.FACT, source)
        server = safe(configured.base_url, limit=_LONG)
        report.add("configuration", label("server"), State.FACT, server)
    _add_names(report, opening)
    for warning in opening.warnings:
        report.add("configuration", label("warning"), State.FACT, warning)
    return True


def _add_names(report: CheckReport, opening: Opening) -> None:
    project = opening.project
    try:
        learned = opening.names.of(project.base_url, project.project_id)
    except RctuiError as error:
        words = phrase("the kept ones can't be read: {}", error_words(error, limit=WHOLE))
    else:
        words = names_words(learned, epoch_ms())
    report.add("configuration", label("names"), State.FACT, words)


def _check_keymap(
    report: CheckReport, keymap: Keymap, check_keymap: Callable[[Keymap], object]
) -> None:
    if not keymap.keys:
        return
    try:
        check_keymap(keymap)
    except ConfigProblems as error:
        for line in error.lines:
            words = safe(line, limit=_LONG)
            report.failed("configuration", label("keymap"), words, error.exit_code)
        kept = label("until that is right, every action keeps its usual keys")
        report.add("configuration", label("keymap"), State.FACT, kept)
    else:
        words = phrase("keys of your own: {}", len(keymap.keys))
        report.add("configuration", label("keymap"), State.WORKS, words)


async def _check_connection(report: CheckReport, opening: Opening) -> None:
    try:
        backend = await opening.connect(opening.project.key)
    except RctuiError as error:
        subject = label("API key") if isinstance(error, ApiKeyError) else label("connection")
        report.failed("configuration", subject, error_words(error, limit=WHOLE), error.exit_code)
        return
    try:
        await check_permissions(report, backend.reader)
    finally:
        await backend.close()
