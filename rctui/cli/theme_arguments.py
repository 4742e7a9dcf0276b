"""The arguments of `rctui themes`: list, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

ACTIONS = {
    "list": "every theme, shipped or your own, with its lowest contrast",
    "check": "what is wrong with a theme's file, or with all of your own",
}


def add_theme_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser the actions, and the file that `check` takes."""
    told = "; ".join(f"{action}: {about}" for action, about in ACTIONS.items())
    parser.add_argument("action", choices=tuple(ACTIONS), help=told)
    parser.add_argument("text", nargs="*", metavar="FILE", help="a theme, for check")
