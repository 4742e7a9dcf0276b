"""The README's tables, made from the code: `python -m tests.readme` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.errors import ExitCode
from rctui.tui.actions import EVERYWHERE
from rctui.tui.list_keys import LIST_KEYS
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.screens.find import FindScreen
from tests.benchmarks.table import kept_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rctui.tui.actions import Action

README: Final = Path(__file__).parents[1] / "README.md"
_BLOCK: Final = re.compile(r"(<!-- begin ([\w-]+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)


def keys() -> str:
    """Every key, by the place where it works."""
    places = {
        "Everywhere": EVERYWHERE,
        "Lists": LIST_KEYS,
        "Find": _own(FindScreen.OFFERS),
        "Customer": _own(CustomerScreen.OFFERS),
    }
    rows = [_key_row(place, action) for place, actions in places.items() for action in actions]
    return "\n".join(["| where | key | action | what it does |", "|---|---|---|---|", *rows])


def exit_codes() -> str:
    """What scripts may rely on."""
    rows = [f"| {code.value} | {code.name.lower().replace('_', ' ')} |" for code in ExitCode]
    return "\n".join(["| code | meaning |", "|---|---|", *rows])


TABLES: Final[Mapping[str, Callable[[], str]]] = {
    "keys": keys,
    "exit-codes": exit_codes,
    "speed": kept_table,
}


def filled(text: str) -> str:
    """The README with every table as the code has it now."""
    return _BLOCK.sub(lambda block: f"{block[1]}\n{TABLES[block[2]]()}\n\n{block[3]}", text)


def _own(actions: Iterable[Action]) -> list[Action]:
    return [action for action in actions if action not in EVERYWHERE]


def _key_row(place: str, action: Action) -> str:
    key = f"`{action.face}`".replace("|", "\\|") if action.keys else "palette"
    return f"| {place} | {key} | {action.name} `[{action.id}]` | {action.help} |"


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
