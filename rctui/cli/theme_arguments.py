"""The arguments of `rctui themes`: list, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

ACTIONS = ("list", "check")


def add_theme_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser the actions, and the file that `check` takes."""
    parser.add_argument("action", choices=ACTIONS, metavar="|".join(ACTIONS), help="see above")
    parser.add_argument(
        "text", nargs="*", default=[], metavar="THEME", help="for check: a name, or a file"
    )
