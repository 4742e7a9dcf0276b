"""The arguments of `rctui config`: path, show, add, schema."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse

ACTIONS = ("path", "show", "add", "schema")


class Addition(NamedTuple):
    """A project to add, as typed. No API key: that would show in the list of processes."""

    key: str
    project_id: str
    source: dict[str, object]
    """Where the API key comes from, as the file would say it: `{"env": "NAME"}`."""
    title: str = ""
    protection: str = "guarded"
    risk: str = "normal"
    base_url: str = ""
    no_check: bool = False
    """Whether it is written without trying the key."""


def add_config_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser the actions and the flags of `add`."""
    parser.add_argument("action", choices=ACTIONS, metavar="|".join(ACTIONS), help="see above")
    adding = parser.add_argument_group("add")
    adding.add_argument(
        "--name",
        default="",
        metavar="NAME",
        help="what --project takes; else made of the project's name",
    )
    adding.add_argument(
        "--project-id",
        default="",
        metavar="ID",
        help="as in the dashboard; without it the key is asked",
    )
    adding.add_argument("--title", default="", metavar="TEXT", help="what it is called on screen")
    adding.add_argument(
        "--base-url", default="", metavar="URL", help="another server that speaks the same API"
    )
    source = adding.add_mutually_exclusive_group()
    source.add_argument("--key-env", metavar="VARIABLE", help="the key is in this variable")
    source.add_argument("--key-keyring", metavar="ENTRY", help="the key is in the keyring")
    source.add_argument("--key-file", metavar="PATH", help="the key is in this 0600 file")
    source.add_argument("--key-command", metavar="COMMAND", help="this program prints the key")
    adding.add_argument(
        "--risk",
        choices=("normal", "high"),
        default="normal",
        help="high is a banner in words and more care; else normal",
    )
    adding.add_argument(
        "--protection",
        choices=("open", "guarded", "read-only"),
        default="guarded",
        help="open has fewer reviews, read-only changes nothing; else guarded",
    )
    adding.add_argument(
        "--no-check",
        action="store_true",
        help="write it without trying the key, as without a network",
    )


def addition(parser: argparse.ArgumentParser, options: argparse.Namespace) -> Addition | None:
    """The project that `add` describes; `None` for the other actions."""
    if options.action != "add":
        return None
    source = _source(parser, options)
    missing = [
        flag
        for flag, value in (
            ("--name", options.name or not (options.project_id or options.no_check)),
            ("--project-id", options.project_id or not options.no_check),
            ("--key-env, --key-keyring, --key-file or --key-command", source),
        )
        if not value
    ]
    if missing:
        parser.error(f"config add needs {' and '.join(missing)}")
    return Addition(
        options.name,
        options.project_id,
        source,
        options.title,
        options.protection,
        options.risk,
        options.base_url,
        options.no_check,
    )


def _source(parser: argparse.ArgumentParser, options: argparse.Namespace) -> dict[str, object]:
    if options.key_command is not None:
        try:
            return {"command": shlex.split(options.key_command)}
        except ValueError:
            parser.error("--key-command has a quote that does not end")
    given = {
        "env": options.key_env,
        "keyring": options.key_keyring,
        "file": options.key_file,
    }
    return {kind: value for kind, value in given.items() if value}
