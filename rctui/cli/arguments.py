"""The command line. The first word is a command if it is one of ours, else something to find."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.cli.bulk_arguments import BulkWish
    from rctui.cli.config_arguments import Addition
    from rctui.cli.export_arguments import ExportWish
    from rctui.cli.watch_arguments import WatchAsked

COMMANDS = (
    "demo",
    "find",
    "show",
    "export",
    "journal",
    "restore",
    "bulk",
    "watch",
    "check",
    "config",
    "themes",
)
_TAKE_A_VALUE = (
    "--section",
    "--project",
    "--config",
    "--theme",
    "--customers",
    "--seed",
    "--latency",
    "--since",
    "--ticket",
    "--format",
    "-o",
    "--serve",
    "--until",
    "--timeout",
    "--credit",
    "--grant",
    "--playbook",
    "--reference",
    "--name",
    "--project-id",
    "--title",
    "--base-url",
    "--key-env",
    "--key-keyring",
    "--key-file",
    "--key-command",
    "--risk",
    "--protection",
)
"""Flags behind which a word is no command; what `--yes` takes depends on the command."""


class Arguments(NamedTuple):
    """What was asked for."""

    command: str = ""
    """One of `COMMANDS`, or empty for the program on the configured project."""
    text: str = ""
    demo: bool = False
    project: str = ""
    config: str = ""
    theme: str = ""
    as_json: bool = False
    read_only: bool = False
    mouse: bool | None = None
    """`None` leaves it to the configuration."""
    plain_driver: bool = False
    customers: int = 400
    seed: int = 7
    latency_ms: int = 0
    tour: bool = False
    """Whether the demo leads through its first steps."""
    serve: str = ""
    """`HOST:PORT`, or empty."""
    section: str = ""
    """The one list that `show` is to print."""
    since: str = ""
    """How far back the journal is read, as typed; empty is all of it."""
    every_project: bool = False
    """Whether `find` asks every configured project."""
    unconfirmed: bool = False
    """Only changes of which nobody knows the end."""
    yes: bool = False
    """Send what is shown."""
    ticket: str = ""
    action: str = ""
    """What `config` or `themes` is to do."""
    addition: Addition | None = None
    """The project that `config add` describes."""
    export: ExportWish | None = None
    """What a customer is exported as."""
    watch: WatchAsked | None = None
    """What `watch` waits for."""
    bulk: BulkWish | None = None
    """What `bulk` is to do."""
    ignored_variables: tuple[str, ...] = ()
    """Names of variables that were set and are not followed."""


def parse(argv: Sequence[str]) -> Arguments:
    """Read the command line. Ends the process with 2 and a sentence where it makes no sense."""
    command, rest = _command_of(argv)
    if command in ("", "demo") and not any(word.startswith("-") for word in rest):
        # Nearly every start: there is nothing to parse, and the first frame needn't wait for it.
        return Arguments(command, " ".join(rest), demo=command == "demo")
    from rctui.cli.command_line import parsed

    return parsed(command, rest)


def _command_of(argv: Sequence[str]) -> tuple[str, list[str]]:
    """The command, and the arguments without it."""
    skip = False
    for place, word in enumerate(argv):
        if skip:
            skip = False
        elif word == "--":
            break
        elif word.startswith("-"):
            skip = word in _TAKE_A_VALUE
        elif word in COMMANDS:
            return word, [*argv[:place], *argv[place + 1 :]]
        else:
            break
    return "", list(argv)
