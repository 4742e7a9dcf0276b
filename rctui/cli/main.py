"""Arguments, a front end, an exit code. Every heavy import waits until it is needed."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from rctui.cli.arguments import Arguments, parse
from rctui.errors import ExitCode, RctuiError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rctui.cli.config_arguments import Addition
    from rctui.config.first_look import Looked
    from rctui.config.new_project import NewProject
    from rctui.text.safe_text import SafeText
    from rctui.tui.starting import ScreenOptions
    from rctui.wiring.opening import Opening

_KEPT_TEXTUAL_SETTINGS = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DISABLE_KITTY_KEY")


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
    arguments = parse(argv)
    clean_environment()
    forbid_core_dumps()
    try:
        return _COMMANDS[arguments.command](arguments)
    except RctuiError as error:
        from rctui.headless.output import print_error

        print_error(error, as_json=arguments.as_json)
        return error.exit_code
    except KeyboardInterrupt:
        return 130


def clean_environment() -> None:
    """Forget settings that would make the toolkit press keys, write files or load modules."""
    for name in list(os.environ):
        if name.startswith("TEXTUAL_") and name not in _KEPT_TEXTUAL_SETTINGS:
            del os.environ[name]
    os.environ.pop("SSLKEYLOGFILE", None)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"


def forbid_core_dumps() -> None:
    """A crash of the interpreter must not leave the API key in a file."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _open(arguments: Arguments, looked: Looked | None = None) -> Opening:
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
    """A flag wins over the project's setting, and that over the general one."""
    from rctui.tui.starting import ScreenOptions

    project_theme = opening.project.theme if opening.projects else ""
    return ScreenOptions(
        arguments.text,
        arguments.theme or project_theme or opening.screen.theme,
        opening.screen.mouse if arguments.mouse is None else arguments.mouse,
        arguments.plain_driver or opening.screen.plain_driver,
    )


def _serve(arguments: Arguments) -> int:
    from rctui.wiring.demo import DemoOptions, serve_demo

    options = DemoOptions(arguments.customers, arguments.seed, arguments.latency_ms)
    host, _, port = arguments.serve.rpartition(":")
    serve_demo(options, host, int(port))
    return ExitCode.OK


def _find(arguments: Arguments) -> int:
    from rctui.headless.commands import Form, find

    return find(_open_aloud(arguments), arguments.text, Form(as_json=arguments.as_json))


def _show(arguments: Arguments) -> int:
    from rctui.headless.showing import ShowForm, show

    form = ShowForm(as_json=arguments.as_json, section=arguments.section)
    return show(_open_aloud(arguments), arguments.text, form)


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


def _check(arguments: Arguments) -> int:
    from rctui.headless.checking import check

    return check(lambda: _open(arguments), os.environ, as_json=arguments.as_json)


def _config(arguments: Arguments) -> int:
    from rctui.headless import config_commands as commands

    environment, file, as_json = os.environ, arguments.config, arguments.as_json
    if arguments.addition is not None:
        project = _new_project(arguments.addition)
        return commands.config_add(environment, file, project, as_json=as_json)
    if arguments.action == "show":
        return commands.config_show(environment, file, arguments.project, as_json=as_json)
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
    )


_COMMANDS: dict[str, Callable[[Arguments], int]] = {
    "": _screen,
    "demo": _screen,
    "find": _find,
    "show": _show,
    "journal": _journal,
    "restore": _restore,
    "check": _check,
    "config": _config,
}
