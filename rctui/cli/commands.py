"""The commands that print: each asks its part of `headless` for what was asked for.

Read only when one of them runs, and then with nothing but what that one needs.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from rctui.cli.opening import open_aloud, open_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.cli.arguments import Arguments
    from rctui.cli.config_arguments import Addition
    from rctui.config.new_project import NewProject


def _find(arguments: Arguments) -> int:
    from rctui.headless.commands import Form, find

    if arguments.every_project:
        from rctui.headless.finding_everywhere import find_everywhere

        form = Form(as_json=arguments.as_json)
        return find_everywhere(open_aloud(arguments), arguments.text, form)
    return find(open_aloud(arguments), arguments.text, Form(as_json=arguments.as_json))


def _show(arguments: Arguments) -> int:
    from rctui.headless.showing import ShowForm, show

    form = ShowForm(as_json=arguments.as_json, section=arguments.section)
    return show(open_aloud(arguments), arguments.text, form)


def _export(arguments: Arguments) -> int:
    from rctui.exports.saving import Form
    from rctui.headless.exporting import ExportOrder, export

    wish = arguments.export
    assert wish is not None
    order = ExportOrder(arguments.text, Form(wish.form), wish.to, arguments.as_json)
    return export(open_aloud(arguments), order)


def _journal(arguments: Arguments) -> int:
    from rctui.clock import epoch_ms
    from rctui.headless.journal_commands import JournalQuery, journal

    query = JournalQuery(arguments.since, arguments.unconfirmed, arguments.as_json)
    return journal(open_aloud(arguments).writing.journal, query, epoch_ms())


def _restore(arguments: Arguments) -> int:
    from rctui.headless.restoring import restore

    opening = open_aloud(arguments)
    return restore(
        opening,
        arguments.text,
        arguments.ticket,
        yes=arguments.yes,
        as_json=arguments.as_json,
    )


def _watch(arguments: Arguments) -> int:
    from rctui.headless.watching import WatchWish, watch

    asked = arguments.watch
    assert asked is not None
    wish = WatchWish(asked.until, asked.timeout, arguments.as_json)
    return watch(open_aloud(arguments), arguments.text, wish)


def _bulk(arguments: Arguments) -> int:
    wish, as_json = arguments.bulk, arguments.as_json
    assert wish is not None
    opening = open_aloud(arguments)
    if wish.action == "plan":
        from rctui.headless.bulk_plan import Asked, bulk_plan

        asked = Asked(wish.credit, wish.grant, wish.playbook, wish.reference, wish.ticket)
        return bulk_plan(opening, wish.file, asked, as_json=as_json)
    from rctui.headless.bulk_apply import Confirmed, bulk_apply

    confirmed = Confirmed(wish.rows, again=wish.action == "resume")
    return bulk_apply(opening, wish.file, confirmed, as_json=as_json)


def _check(arguments: Arguments) -> int:
    from rctui.headless.checking import check
    from rctui.tui.keys.in_force import keys_of

    return check(lambda: open_for(arguments), os.environ, keys_of, as_json=arguments.as_json)


def _themes(arguments: Arguments) -> int:
    from rctui.headless.theme_commands import themes_check, themes_list

    as_json = arguments.as_json
    if arguments.action == "list":
        return themes_list(os.environ, arguments.config, as_json=as_json)
    return themes_check(os.environ, arguments.config, arguments.text, as_json=as_json)


def _config(arguments: Arguments) -> int:
    if arguments.addition is not None:
        return _config_add(arguments, arguments.addition)
    from rctui.headless import config_commands as commands

    environment, file, as_json = os.environ, arguments.config, arguments.as_json
    if arguments.action == "show":
        from rctui.tui.keys.in_force import keys_of

        return commands.config_show(environment, file, arguments.project, keys_of, as_json=as_json)
    if arguments.action == "schema":
        return commands.config_schema(as_json=as_json)
    return commands.config_path(environment, file, as_json=as_json)


def _config_add(arguments: Arguments, addition: Addition) -> int:
    from rctui.config.paths import find_paths
    from rctui.headless.config_adding import config_add
    from rctui.wiring.discovery import Discovery

    project, file = _new_project(addition), arguments.config
    folder = find_paths(os.environ, file).config_file.parent
    discovery = Discovery(os.environ, folder, project.base_url)
    if not project.project_id:
        project = discovery.completed(project)
    trial = None if addition.no_check else discovery
    return config_add(os.environ, file, project, trial, as_json=arguments.as_json)


def _new_project(addition: Addition) -> NewProject:
    from rctui.cli.parser import UsageError
    from rctui.config.key_source import read_key_source
    from rctui.config.new_project import NewProject

    try:
        source = read_key_source(addition.source)
    except ValueError as error:
        raise UsageError(f"The key's source {error}.") from error
    return NewProject(
        addition.key,
        addition.project_id,
        source,
        addition.title,
        addition.protection,
        addition.risk,
        addition.base_url,
    )


COMMANDS: Final[Mapping[str, Callable[[Arguments], int]]] = {
    "find": _find,
    "show": _show,
    "export": _export,
    "journal": _journal,
    "restore": _restore,
    "watch": _watch,
    "bulk": _bulk,
    "check": _check,
    "config": _config,
    "themes": _themes,
}
"""What runs a command, by its first word; gives the exit code, raises RctuiError."""
