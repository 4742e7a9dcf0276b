"""Copying where it does not simply work: off, too long, odd, or wanted by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from rctui.text.safe_text import label
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from rctui.tui.app import RctuiApp
    from rctui.wiring.opening import Opening
    from tests.stories.program import Operator


def without_clipboard() -> Opening:
    opening = demo(customers=40)
    return replace(opening, screen=opening.screen._replace(clipboard="off"))


def copy(operator: Operator, value: str) -> None:
    cast("RctuiApp", operator.app).copy(label("It"), value)


async def test_where_copying_is_off_the_value_is_shown_and_why() -> None:
    async with program(without_clipboard(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("y", "e")
        await operator.sees("Copy by hand", "no way to copy is on", "hold shift")
        assert "ann.lee@example.com" in operator.screen
        assert operator.app.clipboard == ""
        await operator.press("q")
        await operator.sees("Has pro until")


async def test_s_in_the_copy_menu_shows_the_value_under_the_cursor() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("y", "down", "s")
        await operator.sees("Copy by hand", "e-mail", "ann.lee@example.com")
        assert "Nothing was copied" not in operator.screen
        assert operator.app.clipboard == ""


async def test_what_is_too_long_for_a_terminal_is_shown_and_both_sizes_are_said() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("customers: ")
        copy(operator, "x" * 75_000)
        await operator.sees("terminals take 74 kB at the most, and this is 100 kB")
        assert operator.app.clipboard == ""


@pytest.mark.parametrize("value", ["a\u200bb", "a\x1b]52;c;eA==\x07b"])
async def test_hidden_characters_are_copied_exactly_and_told(value: str) -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("customers: ")
        copy(operator, value)
        await operator.is_told("it holds hidden characters")
        assert operator.app.clipboard == value


async def test_half_a_character_is_shown_because_no_clipboard_takes_it() -> None:
    async with program(demo(customers=40), size=(100, 30)) as operator:
        await operator.sees("customers: ")
        copy(operator, "a\ud800b")
        await operator.sees("half a character", "a<U+D800>b")
        assert operator.app.clipboard == ""


async def test_by_hand_hidden_characters_are_written_out() -> None:
    async with program(without_clipboard(), size=(100, 30)) as operator:
        await operator.sees("customers: ")
        copy(operator, "line one\nli\u202ene two")
        await operator.sees("It holds hidden characters", "line one", "li<U+202E>ne two")


async def test_a_row_of_find_is_copied_as_its_customer() -> None:
    async with program(demo(customers=40), size=(100, 30)) as operator:
        await operator.sees("customers: ")
        await operator.press("escape", "y")
        await operator.sees("Copy what?", "App User ID", "row as JSON", "rctui command")
        await operator.press("y")
        await operator.sees("App User ID: sent to the terminal")
        assert operator.app.clipboard in operator.screen


async def test_a_request_is_copied_by_its_path_and_request_id() -> None:
    async with program(demo(customers=40), size=(120, 30)) as operator:
        await operator.sees("customers: ")
        await operator.press("escape", "exclamation_mark", "y")
        menu = await operator.sees("Copy what?", "request id", "path", "row as JSON")
        assert "App User ID" not in menu
        await operator.press("p")
        await operator.sees("path: sent to the terminal")
        assert operator.app.clipboard.endswith("/customers")


async def test_where_there_is_no_row_nothing_is_copied() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("customers: ")
        await operator.press("escape", "h")
        await operator.sees("Journal")
        await operator.press("y")
        await operator.is_told("no row under the cursor")


async def test_a_verdict_is_copied_with_its_evidence_from_where_it_is_read() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        await operator.press("up", "enter")
        await operator.sees("| Why", "y Copy", "c Ticket")
        await operator.press("y", "w")
        await operator.is_told("why, as text: ")
        lines = operator.app.clipboard.splitlines()
        assert lines[0].startswith("user_42 in Skylark Demo, as of ")
        assert lines[1].startswith("verdict: Has pro until ")
        assert any(line.startswith("  because: subscription sub") for line in lines)
        await operator.press("y", "m")
        await operator.is_told("why, as Markdown: ")
        assert "\n- **verdict** Has pro until " in operator.app.clipboard
        await operator.press("c", "c")
        await operator.is_told("plain text: ")
        assert operator.app.clipboard.startswith("Project: Skylark Demo\nCustomer: user_42\n")
        assert "subPr" not in operator.app.clipboard
