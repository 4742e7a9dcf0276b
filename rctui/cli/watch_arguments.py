"""The arguments of `rctui watch`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse


class WatchAsked(NamedTuple):
    """What is waited for, and how long, as typed."""

    until: str
    timeout: str


def add_watch_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser the flags."""
    parser.add_argument("text", nargs=1, metavar="ID", help="an App User ID, or an alias of it")
    parser.add_argument(
        "--until",
        default="",
        metavar="WHAT",
        help="'entitlement pro', 'no entitlement pro', 'subscription active', 'balance GLD 500'"
        " or 'change'; ends with 0 once it is so, with 1 if the time is over first",
    )
    parser.add_argument(
        "--timeout", default="", metavar="TIME", help="such as 90s, 10m (the usual) or 1h"
    )
    parser.add_argument("--demo", action="store_true", help="watch the simulated RevenueCat")


def watch_asked(options: argparse.Namespace) -> WatchAsked:
    """What was asked for."""
    return WatchAsked(options.until, options.timeout)
