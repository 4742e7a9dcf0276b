"""Where a dialog says how to go on: below what is read, at the bottom where that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.tui.widgets.dialog_box import DialogBox
from tests.stories.many import ManyDesk
from tests.stories.test_playbooks import reviewed
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from tests.stories.program import Operator

BLOCK = ("B", "esc cancels")
GRANT = ("G", "esc cancels")
ATTRIBUTES = ("A", "esc cancels")
SORT = ("s", "esc closes")
ROOM = (120, 40)
LITTLE = (60, 16)


def lines(operator: Operator) -> list[str]:
    return [line.strip() for line in operator.screen.rstrip().splitlines()]


@pytest.mark.parametrize(("key", "words"), [BLOCK, GRANT, ATTRIBUTES, SORT])
async def test_how_to_go_on_stands_below_what_is_said(key: str, words: str) -> None:
    async with Desk().program("user_42", size=ROOM) as operator:
        await operator.press(key)
        await operator.sees(words)
        await operator.settles()
        *rows, frame = lines(operator)
        *_, above, blank, last = (row.strip("│ ") for row in rows)
        assert words in last
        assert not blank
        assert above
        assert frame.strip("╰─╯") == ""
        box = operator.app.screen.query_one(DialogBox).region
        assert (box.width, box.bottom) == (102, len(rows) + 1)


async def test_where_the_text_scrolls_the_last_line_is_that_of_the_screen() -> None:
    async with Desk().program("user_42", size=LITTLE) as operator:
        await operator.press("B")
        await operator.sees("more lines: page down")
        assert len(lines(operator)) == LITTLE[1]
        assert "esc cancels" in lines(operator)[-1]
        await operator.press("pagedown")
        await operator.sees_no_more("more line")
        assert "esc cancels" in lines(operator)[-1]


async def test_what_is_continued_in_a_form_begins_further_in() -> None:
    async with Desk().program("user_42", size=LITTLE) as operator:
        await operator.press("B")
        await operator.sees("Block user_42, which deletes")
        shown = operator.screen.splitlines()
        place = next(n for n, line in enumerate(shown) if "The id can't come back" in line)
        indents = [len(line) - len(line.lstrip()) for line in shown[place : place + 2]]
        assert indents[1] == indents[0] + 2


async def test_a_playbooks_changes_ticket_and_stop_rule_are_seen_without_scrolling() -> None:
    desk = ManyDesk()
    async with desk.program("user_42", size=(80, 24)) as operator:
        shown = await reviewed(operator)
        ticket = shown.index("ticket    T-77")
        assert "more line" not in shown
        stops = shown.index("stop at the first that fails")
        assert ticket < stops < shown.index("neither extends") < shown.index('→ "T-77"')
        assert shown.index('→ "T-77"') < shown.index("GLD: 80 → 580")
        assert [shown.count(one) for one in ("Grant pro to", "Credit 500 GLD for")] == [1, 1]
    assert desk.writes == []
