"""A dialog says where it would act, and how careful one must be there."""

from __future__ import annotations

import pytest

from rctui.demo.identity import OTHER_PROJECT_ID
from rctui.tui.widgets.header_line import HeaderLine
from rctui.wiring.demo import DemoOptions, open_demo
from tests.stories.program import Operator, program

WEB = OTHER_PROJECT_ID.removeprefix("proj")
DIALOGS = {
    "G": "up/down",
    "C": "up/down",
    "y": "Copy",
    "x": "Export",
    "a": "type to filter",
    "colon": "type to filter",
    "P": "Playbook",
}


@pytest.mark.parametrize("key", DIALOGS)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_project_stands_above_every_dialog(key: str, size: tuple[int, int]) -> None:
    async with program(open_demo(DemoOptions(customers=20)), text="user_42", size=size) as operator:
        await operator.sees("Has pro until")
        await operator.press(key)
        shown = await operator.sees(DIALOGS[key])
        assert shown.splitlines()[0].startswith("rctui | Skylark Demo | ")
        assert ("╭" in shown) is (size[1] >= 30)


async def test_a_high_risk_project_is_seen_around_a_dialog() -> None:
    address = f"https://app.revenuecat.com/projects/{WEB}/customers/user_42"
    opening = open_demo(DemoOptions(customers=20))
    async with program(opening, size=(120, 40)) as operator:
        await operator.finds(address)
        await operator.sees("Skylark Web HIGH RISK", "No access")
        assert _stands_out(operator)
        await operator.press("G")
        shown = await operator.sees("Grant to user_42")
        assert "Skylark Web HIGH RISK" in shown.splitlines()[0]
        assert "╔" in shown
        assert _stands_out(operator)


async def test_another_project_is_not_marked() -> None:
    async with program(open_demo(DemoOptions(customers=20)), text="user_42") as operator:
        await operator.sees("Has pro until")
        assert not _stands_out(operator)
        await operator.press("G")
        await operator.sees("Grant to user_42")
        assert not _stands_out(operator)


def _stands_out(operator: Operator) -> bool:
    """Turned around where the colours are the terminal's own, in the warning's colour elsewhere."""
    looks = operator.app.screen.query_one(HeaderLine).styles
    if operator.app.current_theme.ansi:
        return bool(looks.text_style.reverse)
    return looks.background.hex.casefold() == operator.app.current_theme.warning
