"""The arguments of `rctui bulk`: plan, apply, resume."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse

ACTIONS = ("plan", "apply", "resume")


class BulkWish(NamedTuple):
    """What is to be done with many customers, as typed."""

    action: str
    file: str
    """A list for `plan`, the plan's file for the others."""
    credit: str = ""
    """`GLD=500`, for a list of ids."""
    grant: str = ""
    """`pro=7d`, for a list of ids."""
    playbook: str = ""
    reference: str = ""
    ticket: str = ""
    rows: int | None = None
    """How many rows were confirmed."""


def add_bulk_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser the actions and their flags."""
    parser.add_argument("action", choices=ACTIONS, metavar="|".join(ACTIONS), help="see above")
    parser.add_argument("file", metavar="FILE", help="a list, or the plan made of it")
    planning = parser.add_argument_group("plan, for a list of ids")
    ask = planning.add_mutually_exclusive_group()
    ask.add_argument("--credit", default="", metavar="CODE=AMOUNT", help="such as GLD=500")
    ask.add_argument("--grant", default="", metavar="NAME=DURATION", help="such as pro=7d")
    ask.add_argument("--playbook", default="", metavar="NAME", help="one of the configuration")
    planning.add_argument("--reference", default="", metavar="TEXT", help="what a credit is for")
    planning.add_argument("--ticket", default="", metavar="TEXT", help="for the journal")
    sending = parser.add_argument_group("apply and resume")
    sending.add_argument(
        "--yes", type=int, dest="rows", metavar="N", help="send, and N is how many rows"
    )
    parser.add_argument("--demo", action="store_true", help="on the simulated RevenueCat")


def bulk_wish(options: argparse.Namespace) -> BulkWish:
    """What was asked for."""
    return BulkWish(**{name: getattr(options, name) for name in BulkWish._fields})
