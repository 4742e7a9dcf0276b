"""Arguments, a front end, an exit code. Every heavy import waits until it is needed."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from rctui.cli.arguments import Arguments, parse
from rctui.cli.own_environment import clean, ignored, prepare
from rctui.errors import ExitCode, RctuiError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rctui.cli.config_arguments import Addition
    from rctui.config.first_look import Looked
    from rctui.config.new_project import NewProject
    from rctui.text.safe_text import SafeText
    from rctui.tui.starting import ScreenOptions
    from rctui.wiring.opening import Opening


def run() -> NoReturn:
    """The `rctui` command."""
    code = main(sys.argv[1:])
    let_go_of_lost_output()
    sys.exit(code)


def let_go_of_lost_output() -> None:
    """Python tries to flush at the end; a terminal that is gone would replace the exit code."""
    open_streams = (one for one in (sys.stdout, sys.stderr) if one is not None)
    for stream in open_streams:
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def main(argv: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    arguments = parse(argv)._replace(ignored_variables=clean(os.environ))
    prepare(os.environ)
    forbid_core_dumps()
    try:
        return _COMMANDS[arguments.command](arguments)
    except RctuiError as error:
        from rctui.headless.output import print_error

        print_error(error, as_json=arguments.as_json)
        return error.exit_code
    except KeyboardInterrupt:
        return 130


def forbid_core_dumps() -> None:
    """A crash of the interpreter must not leave the API key in a file."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _open(arguments: Arguments, looked: Looked | None = None) -> Opening:
    opening = _opened(arguments, looked)
    if not arguments.ignored_variables:
        return opening
    from dataclasses import replace

    warnings = (*opening.warnings, ignored(arguments.ignored_variables))
    return replace(opening, warnings=warnings)


def _opened(arguments: Arguments, looked: Looked | None) -> Opening:
    if arguments.demo:
        from rctui.wiring.demo import DemoOptions, open_demo

        options = DemoOptions(
            customers=arguments.customers,
            seed=arguments.seed,
            latency_ms=arguments.latency_ms,
            read_only=arguments.read_only,
        )
        return open_demo(options)
    from rctui.wiring.live import LiveOptions, open_live

    return open_live(
        LiveOptions(arguments.project, arguments.config, read_only=arguments.read_only),
        dict(os.environ),
        looked,
    )


def _open_aloud(arguments: Arguments) -> Opening:
    """The same for commands without a screen, which say their warnings on stderr."""
    from rctui.headless.output import complain

    opening = _open(arguments)
    opening.recall_names()
    for warning in opening.warnings:
        complain(warning)
    return opening


def _screen(arguments: Arguments) -> int:
    if arguments.serve:
        return _serve(arguments)
    from rctui.cli.terminal_check import require_screen

    require_screen(os.environ.get("TERM", ""), demo=arguments.demo)
    from rctui.cli.first_frame import first_frame

    # Most of what is made until the first screen stays; that screen starts the search again.
    gc.disable()
    looked = None if arguments.demo else _look(arguments)
    with first_frame(_first_words(arguments, looked), box=not arguments.text) as taken:
        opening = _first_opening(arguments, looked)
        if opening is None:
            return ExitCode.OK
        from rctui.wiring.early import early_worker

        early = early_worker(opening)
        from rctui.tui.starting import run_screens

        return run_screens(opening, screen_options(arguments, opening), taken, early)


def _look(arguments: Arguments) -> Looked:
    """The configuration, read and looked at once. Raises ConfigError, FilesError."""
    from rctui.config.first_look import look_at

    return look_at(dict(os.environ), arguments.config, arguments.project)


def _first_words(arguments: Arguments, looked: Looked | None) -> Sequence[SafeText]:
    from rctui.wiring.first_words import demo_words, live_words

    if looked is None:
        return demo_words(read_only=arguments.read_only)
    return live_words(looked.look, read_only=arguments.read_only)


def _first_opening(arguments: Arguments, looked: Looked | None) -> Opening | None:
    """What to open; on the first start, what the operator chooses. `None` is to leave."""
    opening = _open(arguments, looked)
    if opening.projects:
        return opening
    from rctui.tui.first_start.app import first_start

    return first_start(opening, lambda: _open(arguments._replace(demo=True)))


def screen_options(arguments: Arguments, opening: Opening) -> ScreenOptions:
    """What the screens start with: a flag wins over the environment and the configuration."""
    from rctui.config.paths import find_paths
    from rctui.config.theme_choice import VARIABLE
    from rctui.tui.starting import ScreenOptions

    return ScreenOptions(
        arguments.text,
        arguments.theme or os.environ.get(VARIABLE, ""),
        opening.screen.mouse if arguments.mouse is None else arguments.mouse,
        arguments.plain_driver or opening.screen.plain_driver,
        tour=arguments.tour,
        themes_folder=find_paths(os.environ, arguments.config).themes,
    )


def _serve(arguments: Arguments) -> int:
    from rctui.wiring.demo import DemoOptions, serve_demo

    options = DemoOptions(arguments.customers, arguments.seed, arguments.latency_ms)
    host, _, port = arguments.serve.rpartition(":")
    serve_demo(options, host, int(port))
    return ExitCode.OK


def _find(arguments: Arguments) -> int:
    from rctui.headless.commands import Form, find

    if arguments.every_project:
        from rctui.headless.finding_everywhere import find_everywhere

        form = Form(as_json=arguments.as_json)
        return find_everywhere(_open_aloud(arguments), arguments.text, form)
    return find(_open_aloud(arguments), arguments.text, Form(as_json=arguments.as_json))


def _show(arguments: Arguments) -> int:
    from rctui.headless.showing import ShowForm, show

    form = ShowForm(as_json=arguments.as_json, section=arguments.section)
    return show(_open_aloud(arguments), arguments.text, form)


def _export(arguments: Arguments) -> int:
    from rctui.exports.saving import Form
    from rctui.headless.exporting import ExportOrder, export

    wish = arguments.export
    assert wish is not None
    order = ExportOrder(arguments.text, Form(wish.form), wish.to, arguments.as_json)
    return export(_open_aloud(arguments), order)


def _journal(arguments: Arguments) -> int:
    from rctui.headless.journal_commands import JournalQuery, journal
    from rctui.wiring.opening import epoch_ms

    query = JournalQuery(arguments.since, arguments.unconfirmed, arguments.as_json)
    return journal(_open_aloud(arguments).writing.journal, query, epoch_ms())


def _restore(arguments: Arguments) -> int:
    from rctui.headless.restoring import restore

    opening = _open_aloud(arguments)
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
    return watch(_open_aloud(arguments), arguments.text, wish)


def _bulk(arguments: Arguments) -> int:
    wish, as_json = arguments.bulk, arguments.as_json
    assert wish is not None
    opening = _open_aloud(arguments)
    if wish.action == "plan":
        from rctui.headless.bulk_plan import Asked, bulk_plan

        asked = Asked(wish.credit, wish.grant, wish.playbook, wish.reference, wish.ticket)
        return bulk_plan(opening, wish.file, asked, as_json=as_json)
    from rctui.headless.bulk_apply import Confirmed, bulk_apply

    confirmed = Confirmed(wish.rows, again=wish.action == "resume")
    return bulk_apply(opening, wish.file, confirmed, as_json=as_json)


def _check(arguments: Arguments) -> int:
    from rctui.headless.checking import check
    from rctui.tui.keys import keys_of

    return check(lambda: _open(arguments), os.environ, keys_of, as_json=arguments.as_json)


def _themes(arguments: Arguments) -> int:
    from rctui.headless.theme_commands import themes_check, themes_list

    as_json = arguments.as_json
    if arguments.action == "list":
        return themes_list(os.environ, arguments.config, as_json=as_json)
    return themes_check(os.environ, arguments.config, arguments.text, as_json=as_json)


def _config(arguments: Arguments) -> int:
    from rctui.headless import config_commands as commands

    environment, file, as_json = os.environ, arguments.config, arguments.as_json
    if arguments.addition is not None:
        project = _completed(_new_project(arguments.addition), file)
        return commands.config_add(environment, file, project, as_json=as_json)
    if arguments.action == "show":
        from rctui.tui.keys import keys_of

        return commands.config_show(environment, file, arguments.project, keys_of, as_json=as_json)
    if arguments.action == "schema":
        return commands.config_schema(as_json=as_json)
    return commands.config_path(environment, file, as_json=as_json)


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


def _completed(project: NewProject, file: str) -> NewProject:
    """With what the key itself can say, where that was not typed. Raises RctuiError."""
    if project.project_id:
        return project
    from rctui.config.paths import find_paths
    from rctui.wiring.discovery import Discovery

    folder = find_paths(os.environ, file).config_file.parent
    return Discovery(os.environ, folder, project.base_url).completed(project)


_COMMANDS: dict[str, Callable[[Arguments], int]] = {
    "": _screen,
    "demo": _screen,
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
