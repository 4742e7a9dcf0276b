"""What reads a command line that has flags, and what `--help` says of each command."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from rctui import __version__
from rctui.cli.about import EPILOG, about, examples
from rctui.cli.arguments import Arguments
from rctui.cli.bulk_arguments import add_bulk_arguments, bulk_wish
from rctui.cli.config_arguments import add_config_arguments, addition
from rctui.cli.export_arguments import add_export_arguments, export_wish
from rctui.cli.parser import Parser
from rctui.cli.theme_arguments import add_theme_arguments
from rctui.cli.watch_arguments import add_watch_arguments, watch_asked

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

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

_ABOUT = """\
Look after an app's paying customers on RevenueCat, from a terminal.

  rctui [TEXT]        open the program; TEXT is an App User ID, an e-mail, an
                      order id, or a whole ticket
  rctui demo [TEXT]   the same on a simulated RevenueCat: no key, no network
  rctui find TEXT     print the customers that TEXT names
  rctui show ID       print one customer: access and why, and all nine tabs
  rctui export ID     the same into files: JSON, Markdown, CSV
  rctui journal       own changes, those first of which nobody knows the end
  rctui restore FILE  what a recovery file can put back; --yes puts it back
  rctui watch ID      wait for a change, such as --until 'entitlement pro'
  rctui bulk ...      plan, apply, resume: the same change for many customers
  rctui check         what works and what doesn't: configuration, key, terminal
  rctui config ...    path, show, add, schema
  rctui themes ...    list, check

A customer who is called like a command: rctui -- demo"""

_USAGE = {
    "bulk": "rctui bulk plan|apply|resume FILE [flags below]",
    "config": "rctui config path|show|add|schema [flags below]",
}
"""Where a line made of all the flags would be too long to be read."""


def parsed(command: str, rest: Sequence[str]) -> Arguments:
    """What is asked for by the arguments without the command.

    Ends the process with 2 and a sentence where they make no sense.
    """
    parser = command_parser(command, as_json="--json" in rest)
    options = parser.read(rest)
    words = " ".join(getattr(options, "text", ()))
    if getattr(options, "tour", False) and (options.read_only or options.serve):
        parser.error("--tour shows how to change something: not with --read-only or --serve")
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
        tour=getattr(options, "tour", False),
        serve=getattr(options, "serve", None) or "",
        section=getattr(options, "section", ""),
        since=getattr(options, "since", ""),
        every_project=getattr(options, "every_project", False),
        unconfirmed=getattr(options, "unconfirmed", False),
        yes=getattr(options, "yes", False),
        ticket=getattr(options, "ticket", ""),
        action=getattr(options, "action", ""),
        addition=addition(parser, options) if command == "config" else None,
        export=export_wish(options) if command == "export" else None,
        watch=watch_asked(options) if command == "watch" else None,
        bulk=bulk_wish(options) if command == "bulk" else None,
    )


def command_parser(command: str, *, as_json: bool = False) -> Parser:
    """What reads the arguments of one command; empty is the program itself."""
    parser = Parser(
        f"rctui {command}".strip(),
        as_json=as_json,
        about=about(command) if command else _ABOUT,
        epilog=examples(command) if command else EPILOG,
        usage=_USAGE.get(command, ""),
    )
    parser.add_argument("--version", action="version", version=f"rctui {__version__}")
    _add_common(parser)
    if command in ("", "demo"):
        _add_screen(parser)
        parser.add_argument(
            "text", nargs="*", default=[], metavar="TEXT", help="what to find at once"
        )
    if command == "demo":
        _add_demo(parser)
    if command in ("find", "show"):
        _add_wanted(parser, command)
    if command == "find":
        parser.add_argument(
            "--every-project", action="store_true", help="ask every configured project at once"
        )
    if command == "show":
        _add_section(parser)
    if command == "restore":
        _add_restore(parser)
    if command in ("find", "show", "check"):
        parser.add_argument("--demo", action="store_true", help="ask the simulated RevenueCat")
    if command == "journal":
        _add_journal(parser)
    if command == "export":
        add_export_arguments(parser)
    if command == "watch":
        add_watch_arguments(parser)
    if command == "bulk":
        add_bulk_arguments(parser)
    if command == "config":
        add_config_arguments(parser)
    if command == "themes":
        add_theme_arguments(parser)
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
    parser.add_argument("--theme", default="", metavar="NAME", help="see: rctui themes list")
    parser.add_argument(
        "--plain-driver", action="store_true", help="send whole frames, for odd terminals"
    )


def _add_wanted(parser: argparse.ArgumentParser, command: str) -> None:
    if command == "show":
        parser.add_argument("text", nargs="+", metavar="ID", help="an App User ID, or an alias")
        return
    words = "in one argument or several; a ticket in quotes"
    parser.add_argument("text", nargs="+", metavar="TEXT", help=words)


def _add_section(parser: argparse.ArgumentParser) -> None:
    words = f"one list alone: {', '.join(SECTIONS)}"
    parser.add_argument("--section", default="", choices=SECTIONS, metavar="NAME", help=words)


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
    parser.add_argument("--seed", type=_whole, default=7, metavar="N", help="which customers (7)")
    parser.add_argument(
        "--latency", type=_count, default=0, metavar="MS", help="how long each request takes (0)"
    )
    parser.add_argument(
        "--tour", action="store_true", help="be led through the first steps; ctrl+t ends it"
    )
    parser.add_argument(
        "--serve", type=_address, metavar="HOST:PORT", help="answer over HTTP instead"
    )


def _count(text: str) -> int:
    number = _whole(text)
    if number < 0:
        raise ArgumentTypeError(f"{text} is below zero")
    return number


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is no whole number") from None


def _address(text: str) -> str:
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isdecimal() and int(port) < 65536):
        raise ArgumentTypeError(f"{text} is not HOST:PORT, such as 127.0.0.1:8765")
    return text
