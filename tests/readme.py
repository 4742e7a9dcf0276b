"""The README's tables, made from the code: `python -m tests.readme` writes them anew."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rctui.cli.arguments import COMMANDS
from rctui.cli.command_line import command_parser
from rctui.config.schema import settings_schema
from rctui.errors import ExitCode
from rctui.tui.keys.actions import EVERYWHERE
from rctui.tui.keys.dialog_keys import DIALOG_KEYS
from rctui.tui.keys.list_keys import LIST_KEYS
from rctui.tui.screens.bulk import BulkScreen
from rctui.tui.screens.compare import CompareScreen
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.screens.find import FindScreen
from rctui.tui.screens.journal import JournalScreen
from rctui.tui.screens.triage import TriageScreen
from rctui.tui.screens.watch import WatchScreen
from tests.benchmarks.table import kept_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rctui.tui.keys.actions import Action

README: Final = Path(__file__).parents[1] / "README.md"
_BLOCK: Final = re.compile(r"(<!-- begin ([\w-]+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)
_COMMON: Final = ("--help", "--version", "--project", "--config", "--json", "--plain")


def keys() -> str:
    """Every key, by the place where it works."""
    places = {
        "Everywhere": EVERYWHERE,
        "Lists": LIST_KEYS,
        "Dialogs": DIALOG_KEYS,
        "Find": _own(FindScreen.OFFERS),
        "Customer": _own(CustomerScreen.OFFERS),
        "Journal": _own(JournalScreen.OFFERS),
        "Watch": _own(WatchScreen.OFFERS),
        "Compare": _own(CompareScreen.OFFERS),
        "Triage": _own(TriageScreen.OFFERS),
        "Plan": _own(BulkScreen.OFFERS),
    }
    rows = [_key_row(place, action) for place, actions in places.items() for action in actions]
    return "\n".join(["| where | key | action | what it does |", "|---|---|---|---|", *rows])


def exit_codes() -> str:
    """What scripts may rely on."""
    rows = [f"| {code.value} | {code.name.lower().replace('_', ' ')} |" for code in ExitCode]
    return "\n".join(["| code | meaning |", "|---|---|", *rows])


def commands() -> str:
    """Every command with the flags of its own."""
    rows = [_command_row(name) for name in ("", *COMMANDS)]
    return "\n".join(["| command | flags of its own |", "|---|---|", *rows])


def settings() -> str:
    """Every setting of the configuration file."""
    schema = settings_schema()
    rows = [
        *_settings_of(schema, schema, "", skip=("projects", "playbooks")),
        *_settings_of(schema, schema["$defs"]["ProjectSettings"], "projects.NAME."),
        *_settings_of(schema, schema["$defs"]["Playbook"], "playbooks.NAME."),
    ]
    return "\n".join(["| setting | usual value | what it is |", "|---|---|---|", *rows])


TABLES: Final[Mapping[str, Callable[[], str]]] = {
    "keys": keys,
    "exit-codes": exit_codes,
    "commands": commands,
    "settings": settings,
    "speed": kept_table,
}


def filled(text: str) -> str:
    """The README with every table as the code has it now."""
    return _BLOCK.sub(lambda block: f"{block[1]}\n{TABLES[block[2]]()}\n\n{block[3]}", text)


def _own(actions: Iterable[Action]) -> list[Action]:
    return [action for action in actions if action not in EVERYWHERE]


def _key_row(place: str, action: Action) -> str:
    key = f"`{action.face}`".replace("|", "\\|") if action.keys else "palette"
    return f"| {place} | {key} | {action.name} `[{action.id}]` | {action.told} |"


def _command_row(name: str) -> str:
    actions = [one for one in command_parser(name)._actions if not isinstance(one, _HELP)]
    words = [_positional(one) for one in actions if not one.option_strings]
    flags = [_flag(one) for one in actions if one.option_strings and not _is_common(one)]
    call = " ".join(["rctui", name, *words]).replace("  ", " ").replace("|", "\\|").strip()
    return f"| `{call}` | {' '.join(flags)} |"


_HELP: Final = argparse._HelpAction


def _is_common(action: argparse.Action) -> bool:
    return any(one in _COMMON for one in action.option_strings)


def _positional(action: argparse.Action) -> str:
    name = action.metavar if isinstance(action.metavar, str) else action.dest
    word = "|".join(map(str, action.choices)) if action.choices else name
    return f"[{word}]" if action.nargs in ("*", "?") else word


def _flag(action: argparse.Action) -> str:
    name = action.option_strings[-1]
    if action.nargs == 0:
        return f"`{name}`"
    value = "|".join(map(str, action.choices)) if action.choices else str(action.metavar)
    return f"`{name} {value}`".replace("|", "\\|")


def _settings_of(
    schema: dict[str, Any], group: dict[str, Any], prefix: str, skip: tuple[str, ...] = ()
) -> Iterator[str]:
    for name, one in group["properties"].items():
        inner = schema["$defs"].get(one.get("$ref", "").removeprefix("#/$defs/"), {})
        if name in skip:
            continue
        if "properties" in inner:
            yield from _settings_of(schema, inner, f"{prefix}{name}.")
        else:
            yield f"| `{prefix}{name}` | {_usual(one)} | {_about(one)} |"


def _usual(setting: dict[str, Any]) -> str:
    if "default" not in setting:
        return "needed"
    value = setting["default"]
    return "" if value in (None, "", {}, []) else f"`{json.dumps(value)}`"


def _about(setting: dict[str, Any]) -> str:
    return " ".join(setting.get("description", "").split()).replace("|", "\\|")


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
