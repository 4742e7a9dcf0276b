"""The help names each key, what it is called and what it does."""

from __future__ import annotations

from rctui.tui.keys.beside_actions import COMPARE
from rctui.tui.keys.in_force import Keys
from rctui.tui.keys.write_actions import GRANT
from rctui.tui.screens.help import help_lines


def lines_of_the_screen() -> list[str]:
    rows = help_lines((COMPARE, GRANT), Keys())
    return [row.plain for row in rows[1:3] if not isinstance(row, tuple)]


def test_a_key_that_acts_comes_before_one_that_looks() -> None:
    assert [line[:1] for line in lines_of_the_screen()] == ["G", "m"]


def test_what_a_key_does_is_called_by_the_name_that_the_palette_finds() -> None:
    grant, compare = (line[1:].strip() for line in lines_of_the_screen())
    assert grant.startswith("Grant: Give access")
    assert compare.startswith("Compare: Mark this customer")


def test_a_name_that_is_in_its_sentence_is_not_said_twice() -> None:
    rows = [row.plain for row in help_lines((), Keys()) if not isinstance(row, tuple)]
    assert not [row for row in rows if row.lower().count("bulk:") and row.lower().count("bulk") > 1]
