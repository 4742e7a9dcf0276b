"""The arguments of `rctui export`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse

FORMS = ("json", "markdown", "csv")


class ExportWish(NamedTuple):
    """What a customer is exported as, and where to."""

    form: str
    to: str


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser the flags."""
    parser.add_argument("text", nargs=1, metavar="ID", help="an App User ID, or an alias of it")
    parser.add_argument(
        "--format",
        default=FORMS[0],
        choices=FORMS,
        dest="form",
        help="json is exact (the default), markdown is for people, csv is a folder of lists",
    )
    parser.add_argument(
        "-o",
        default="",
        metavar="PATH",
        dest="to",
        help="where to, never over what is there; - prints; else a free name in this folder",
    )
    parser.add_argument("--demo", action="store_true", help="ask the simulated RevenueCat")


def export_wish(options: argparse.Namespace) -> ExportWish:
    """What was asked for."""
    return ExportWish(options.form, options.to)
