"""Arguments, a front end, an exit code. Every heavy import waits until it is needed.

The program with a screen is here, because its first frame must not wait for the others.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from rctui.cli.arguments import Arguments, parse
from rctui.cli.own_environment import clean, prepare
from rctui.errors import ExitCode, RctuiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.config.first_look import Looked
    from rctui.text.safe_text import SafeText
    from rctui.tui.starting import ScreenOptions
    from rctui.wiring.opening import Opening


def run() -> NoReturn:
    """The `rctui` command."""
    try:
        sys.exit(main(sys.argv[1:]))
    finally:
        # The help, too, which ends the process on its own.
        let_go_of_lost_output()


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
        return _run(arguments)
    except RctuiError as error:
        from rctui.headless.output import print_error

        print_error(error, as_json=arguments.as_json)
        return error.exit_code
    except KeyboardInterrupt:
        return 130


def _run(arguments: Arguments) -> int:
    if arguments.command in ("", "demo"):
        return _serve(arguments) if arguments.serve else _screen(arguments)
    from rctui.cli.commands import COMMANDS

    return COMMANDS[arguments.command](arguments)


def forbid_core_dumps() -> None:
    """A crash of the interpreter must not leave the API key in a file."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _screen(arguments: Arguments) -> int:
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
        from rctui.tui.starting import run_screens

        return run_screens(opening, screen_options(arguments, opening), taken)


def _look(arguments: Arguments) -> Looked:
    """The configuration, read and looked at once. Raises ConfigError, FilesError."""
    from rctui.config.first_look import look_at

    return look_at(dict(os.environ), arguments.config, arguments.project)


def _first_words(arguments: Arguments, looked: Looked | None) -> Sequence[SafeText]:
    from rctui.wiring.first_words import demo_words, live_words

    if looked is None:
        is_first = arguments.project in ("", "demo")
        return demo_words(read_only=arguments.read_only) if is_first else ()
    return live_words(looked.look, read_only=arguments.read_only)


def _first_opening(arguments: Arguments, looked: Looked | None) -> Opening | None:
    """What to open; on the first start, what the operator chooses. `None` is to leave."""
    from rctui.cli.opening import open_for

    opening = open_for(arguments, looked)
    if opening.projects:
        return opening
    from rctui.tui.first_start.app import first_start

    return first_start(opening, lambda: open_for(arguments._replace(demo=True)))


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
    from rctui.cli.opening import demo_options
    from rctui.wiring.demo import serve_demo

    host, _, port = arguments.serve.rpartition(":")
    serve_demo(demo_options(arguments), host, int(port))
    return ExitCode.OK
