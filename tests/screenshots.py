"""Pictures of the program, made by using it: `python -m tests.screenshots` writes them anew.

Clock, time zone, seed and size are fixed, so that a picture changes only when the program does.
"""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.tui.starting import ScreenOptions, build_app
from rctui.wiring.demo import DemoOptions, open_demo
from tests.simulated import NOW
from tests.stories.program import Operator

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = Path(__file__).parents[1] / "screenshots"
SMALL: Final = (80, 24)
MEDIUM: Final = (120, 40)
LARGE: Final = (200, 60)

_WEB_FONT: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_MEASURED: Final = re.compile(r"(?<=>)(?:&#160;|[0-9a-f-])+(?=[&<])|[0-9.]+|(?:&#160;)+")
_IDS: Final = re.compile(r"terminal-\d+")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is pressed, and what must be seen before the picture is taken."""

    text: str = ""
    """What the program is started with."""
    steps: tuple[tuple[str, str], ...] = ()
    """Words to wait for, then keys to press, separated by blanks; one after the other."""
    seen: str = ""
    """Words to wait for at the end."""
    size: tuple[int, int] = SMALL
    theme: str = "rctui-dark"
    measured: bool = False
    """Whether it shows times and ids that are new in every run."""

    def same(self, one: str, other: str) -> bool:
        """Whether two drawings show the same, apart from what is measured."""
        if not self.measured:
            return one == other
        return _MEASURED.sub("", one) == _MEASURED.sub("", other)


_OPEN: Final = "will not renew"
_TABS: Final = {
    "subscriptions": ("2", "RENEWS/ENDS"),
    "purchases": ("3", "BOUGHT"),
    "aliases": ("4", "KIND"),
    "attributes": ("5", "favourite_language"),
    "invoices": ("6", "UNPAID"),
    "currencies": ("7", "BALANCE"),
    "timeline": ("8", "Last seen"),
    "profile": ("9", "last seen app version"),
}

_TO_REVIEW: Final = (
    (_OPEN, "C"),
    ("up/down", "G L D plus 5 0 0 enter enter T minus 1 enter"),
)

PICTURES: Final[Mapping[str, Picture]] = {
    "find-80x24": Picture(seen="100 loaded, more"),
    "find-120x40": Picture(seen="100 loaded, more", size=MEDIUM),
    "find-120x40-light": Picture(seen="100 loaded, more", size=MEDIUM, theme="rctui-light"),
    "not-found-80x24": Picture("nobody@example.com", seen="Not found."),
    "customer-80x24": Picture("user_42", seen=_OPEN),
    "customer-120x40": Picture("user_42", seen=_OPEN, size=MEDIUM),
    "customer-120x40-light": Picture("user_42", seen=_OPEN, size=MEDIUM, theme="rctui-light"),
    "customer-200x60": Picture("user_42", seen=_OPEN, size=LARGE),
    **{
        f"{name}-80x24": Picture("user_42", ((_OPEN, key),), seen=seen)
        for name, (key, seen) in _TABS.items()
    },
    "row-detail-80x24": Picture(
        "user_42", ((_OPEN, "2"), ("RENEWS/ENDS", "enter")), "auto renewal"
    ),
    "raw-json-80x24": Picture("user_42", ((_OPEN, "2"), ("RENEWS/ENDS", "v")), '"auto_renewal'),
    "why-80x24": Picture("card_failing_in_retry", (("billing retry", "k enter"),), "because"),
    "copy-80x24": Picture("user_42", ((_OPEN, "y"),), "dashboard URL"),
    "help-80x24": Picture("user_42", ((_OPEN, "question_mark"),), "On the screen you came from"),
    "actions-80x24": Picture("user_42", ((_OPEN, "a"),), "Not now"),
    "palette-80x24": Picture("user_42", ((_OPEN, "colon"),), "type to filter"),
    "activity-120x40": Picture(
        "user_42", ((_OPEN, "exclamation_mark"),), "requests in this run", MEDIUM, measured=True
    ),
    "projects-80x24": Picture("user_42", ((_OPEN, "p"),), "PROTECTION"),
    "grant-80x24": Picture("user_42", ((_OPEN, "G"), ("up/down", "p r o enter 7")), "Adds 0 days"),
    "review-80x24": Picture("user_42", _TO_REVIEW, "Run it in"),
    "block-80x24": Picture(
        "user_42", ((_OPEN, "B"), ("Goes on billing", "enter")), "Type the App User ID"
    ),
    "currencies-120x40": Picture(
        "user_42", ((_OPEN, "C"), ("up/down", "G L D plus 5 0 0")), "80 → 580", MEDIUM
    ),
    "journal-80x24": Picture(
        "user_42", (*_TO_REVIEW, ("Run it in", "y"), ("APPLIED", "h")), "unconfirmed"
    ),
    "blocked-80x24": Picture("user_42", ((_OPEN, "b"),), "of 100 blocked"),
    "hostile-text-80x24": Picture("hostile_text", (("Has", "5"),), "clipboard"),
}


async def draw(picture: Picture) -> str:
    """Use the program and draw what is then on the screen, as SVG."""
    opening = open_demo(DemoOptions(customers=150), clock=lambda: NOW)
    options = ScreenOptions(picture.text, picture.theme)
    app = build_app(opening, options, now_ms=lambda: NOW, zone=UTC, guard_s=0)
    app.session.worker.start()
    try:
        async with app.run_test(size=picture.size, notifications=True) as pilot:
            operator = Operator(app, pilot)
            for words, keys in picture.steps:
                await operator.sees(words)
                await operator.press(*keys.split())
            await operator.sees(picture.seen)
            await operator.settles()
            return _standing_alone(app.export_screenshot(title="rctui"))
    finally:
        app.session.worker.close()


def _standing_alone(svg: str) -> str:
    """Without a font from the web, with ids that don't change, and with blanks that stay."""
    preserved = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return _IDS.sub("terminal", _WEB_FONT.sub("", preserved))


async def _write_all(names: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in names or PICTURES:
        svg = await draw(PICTURES[name])
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_write_all(sys.argv[1:]))
