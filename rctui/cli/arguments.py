"""The command line. The first word is a command if it is one of ours, else something to find."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, NamedTuple

from rctui import __version__
from rctui.cli.config_arguments import Addition, add_config_arguments, addition
from rctui.cli.parser import Parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

COMMANDS = ("demo", "find", "show", "journal", "restore", "check", "config")
NOT_YET = ("export", "bulk", "watch", "themes")
"""Words that are kept for commands to come: none of them is looked up as a customer."""
SECTIONS = (
    "entitlements",
    "subscriptions",
    "purchases",
    "aliases",
    "attributes",
    "invoices",
    "currencies",
    "timeline",
    "profile",
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
)

_ABOUT = """\
Look after an app's paying customers on RevenueCat, from a terminal.

  rctui [TEXT]        open the program; TEXT is an App User ID, an e-mail, a pasted ticket
  rctui demo [TEXT]   the same on a simulated RevenueCat: no key, no network
  rctui find TEXT     print the customers that TEXT names
  rctui show ID       print one customer: access and why, entitlements, attributes
  rctui journal       own changes, those first of which nobody knows the end
  rctui restore FILE  what a recovery file can put back; --yes puts it back
  rctui check         what works and what doesn't: configuration, key, permissions, terminal
  rctui config ...    path, show, add, schema

A customer who is called like a command: rctui -- demo"""

_EPILOG = """\
RCTUI_API_KEY and RCTUI_PROJECT_ID open a project without any configuration file.
exit codes: 0 ok, 1 error, 2 usage or configuration, 3 outcome unknown, 4 key or permission,
5 not found, 6 rate limited"""


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
    serve: str = ""
    """`HOST:PORT`, or empty."""
    section: str = ""
    """The one list that `show` is to print."""
    since: str = ""
    """How far back the journal is read, as typed; empty is all of it."""
    unconfirmed: bool = False
    """Only changes of which nobody knows the end."""
    yes: bool = False
    """Send what is shown."""
    ticket: str = ""
    action: str = ""
    """What `config` is to do."""
    addition: Addition | None = None
    """The project that `config add` describes."""


def parse(argv: Sequence[str]) -> Arguments:
    """Read the command line. Ends the process with 2 and a sentence where it makes no sense."""
    command, rest = _command_of(argv)
    parser = _parser(command, as_json="--json" in rest)
    if command in NOT_YET:
        parser.refuse(
            f"'{command}' is not available in this version.",
            hint=f"A customer who is called so: rctui -- {command}",
        )
    options = parser.parse_args(rest)
    words = " ".join(getattr(options, "text", ()))
    return Arguments(
        command=command,
        text=words,
        demo=command == "demo" or getattr(options, "demo", False),
        project=options.project,
        config=options.config,
        theme=getattr(options, "theme", ""),
        as_json=options.json,
        read_only=getattr(options, "read_only", False),
        mouse=False if getattr(options, "no_mouse", False) else None,
        plain_driver=getattr(options, "plain_driver", False),
        customers=getattr(options, "customers", 400),
        seed=getattr(options, "seed", 7),
        latency_ms=getattr(options, "latency", 0),
        serve=getattr(options, "serve", None) or "",
        section=getattr(options, "section", ""),
        since=getattr(options, "since", ""),
        unconfirmed=getattr(options, "unconfirmed", False),
        yes=getattr(options, "yes", False),
        ticket=getattr(options, "ticket", ""),
        action=getattr(options, "action", ""),
        addition=addition(parser, options) if command == "config" else None,
    )


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
        elif word in COMMANDS + NOT_YET:
            return word, [*argv[:place], *argv[place + 1 :]]
        else:
            break
    return "", list(argv)


def _parser(command: str, *, as_json: bool) -> Parser:
    parser = Parser(
        f"rctui {command}".strip(),
        as_json=as_json,
        about="" if command else _ABOUT,
        epilog="" if command else _EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"rctui {__version__}")
    _add_common(parser)
    if command in ("", "demo"):
        _add_screen(parser)
        parser.add_argument("text", nargs="*", metavar="TEXT", help="what to find at once")
    if command == "demo":
        _add_demo(parser)
    if command in ("find", "show"):
        parser.add_argument("text", nargs="+", metavar="TEXT" if command == "find" else "ID")
    if command == "show":
        parser.add_argument("--section", default="", choices=SECTIONS, help="one list alone")
    if command == "restore":
        _add_restore(parser)
    if command in ("find", "show", "check"):
        parser.add_argument("--demo", action="store_true", help="ask the simulated RevenueCat")
    if command == "journal":
        _add_journal(parser)
    if command == "config":
        add_config_arguments(parser)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--project", default="", metavar="NAME", help="a configured project")
    parser.add_argument("--config", default="", metavar="FILE", help="another configuration file")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, errors too")
    form.add_argument("--plain", action="store_true", help="print lines of text (the default)")


def _add_screen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--read-only", action="store_true", help="refuse every change")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--theme", default="", metavar="NAME", help="the colours")
    parser.add_argument("--plain-driver", action="store_true", help="send whole frames")


def _add_journal(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since", default="", metavar="WHEN", help="such as 7d, 12h, 30m or 2026-11-25"
    )
    parser.add_argument(
        "--unconfirmed", action="store_true", help="only those of which nobody knows the end"
    )


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs=1, metavar="FILE", help="a recovery file")
    parser.add_argument("--yes", action="store_true", help="put it back, not only show it")
    parser.add_argument("--ticket", default="", metavar="TEXT", help="for the journal")


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--customers", type=_count, default=400, metavar="N", help="how many customers (400)"
    )
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="which customers (7)")
    parser.add_argument(
        "--latency", type=_count, default=0, metavar="MS", help="how long each request takes (0)"
    )
    parser.add_argument(
        "--serve", type=_address, metavar="HOST:PORT", help="answer over HTTP instead"
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ArgumentTypeError(f"{text} is less than nothing")
    return number


def _address(text: str) -> str:
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isdecimal() and int(port) < 65536):
        raise ArgumentTypeError(f"{text} is not HOST:PORT, such as 127.0.0.1:8765")
    return text
