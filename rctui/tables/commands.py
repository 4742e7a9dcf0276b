"""Commands as the palette and the list of actions show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.tables.other_words import OTHER_WORDS
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Callable


class Command(NamedTuple):
    """Something that can be run from a list."""

    id: str
    name: SafeText
    key: SafeText
    help: SafeText
    run: Callable[[], object]
    why_not: SafeText | None = None
    """Why it can't be run now."""
    preview: Callable[[], Callable[[], object]] | None = None
    """Shows at once what it would do, and gives back what undoes that."""


def commands_table() -> Table[Command]:
    """Key, name, and either what it does or why it can't be done."""
    return Table(
        "commands",
        (
            Column("key", label("KEY"), 8, lambda c: Cell(c.key, Tone.ACCENT)),
            Column("name", label("COMMAND"), 16, _name, grows=True),
            Column("help", label("WHAT IT DOES"), 40, _help, grows=True, drop_order=1),
        ),
        key=lambda command: command.id,
        empty=label("No command matches."),
    )


def _name(command: Command) -> Cell:
    return Cell(command.name, Tone.MUTED if command.why_not else Tone.PLAIN)


def _help(command: Command) -> Cell:
    return Cell(told(command), Tone.MUTED if command.why_not else Tone.PLAIN)


def told(command: Command) -> SafeText:
    """What a command does, or why it can't be done now."""
    return command.help if command.why_not is None else label("Not now: ") + command.why_not


def matching(commands: list[Command], typed: str) -> list[Command]:
    """The commands that hold every typed word, those with it in the name first.

    Words that they are not called by, but looked for, count too: `quit`, `money back`.

    The one whose key was typed comes before all: who takes the list for keys finds it on top.
    """
    words = typed.casefold().split()
    if not words:
        return commands
    key = typed.strip()
    found = [one for one in commands if key == one.key.plain or _holds(one, words)]
    return sorted(found, key=lambda one: (key != one.key.plain, not _in_name(one, words)))


def _holds(command: Command, words: list[str]) -> bool:
    others = OTHER_WORDS.get(command.id, "")
    text = f"{command.name} {command.help} {others}".casefold()
    return all(word in text for word in words)


def _in_name(command: Command, words: list[str]) -> bool:
    name = command.name.plain.casefold()
    return all(word in name for word in words)
