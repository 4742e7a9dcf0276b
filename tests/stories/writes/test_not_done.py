"""What was refused or not sent leads back to the answers, which can be mended."""

from __future__ import annotations

from rctui.demo.effects import cut_after, failed
from rctui.tui.screens.form import FormScreen
from tests.stories.writes.desk import Desk, to_review

GRANT = "grant_entitlement"


async def test_enter_at_a_refusal_leads_back_to_the_answers() -> None:
    desk = Desk()
    desk.faults.add(failed(422), operation=GRANT, times=1)
    async with desk.program("user_42") as operator:
        await to_review(operator, "G", *"pro", "enter", *"7", "enter", *"T-9", "enter")
        await operator.press("y")
        await operator.sees("REFUSED: Grant pro", "enter goes back to the answers")
        await operator.press("enter")
        await operator.sees("Grant to user_42")
        form = operator.app.screen
        assert isinstance(form, FormScreen)
        assert form.answers == {"entitlement": "pro", "end": "7", "ticket": "T-9"}
        await to_review(operator, "enter", "enter", "enter")
        await operator.press("y")
        await operator.is_told("APPLIED: Grant pro")
    assert sorted(desk.states) == ["applied", "refused"]


async def test_esc_at_a_refusal_leads_to_the_customer() -> None:
    desk = Desk()
    desk.faults.add(failed(422), operation=GRANT, times=1)
    async with desk.program("user_42") as operator:
        await to_review(operator, "G", *"pro", "enter", *"7", "enter", "enter")
        await operator.press("y")
        await operator.sees("REFUSED: Grant pro")
        await operator.press("escape")
        await operator.sees("| Customer")
    assert len(desk.writes) == 1


async def test_what_may_have_been_done_is_not_offered_again() -> None:
    desk = Desk()
    desk.faults.add(cut_after(), operation=GRANT, times=None)
    async with desk.program("user_42") as operator:
        await to_review(operator, "G", *"pro", "enter", *"7", "enter", "enter")
        await operator.press("y")
        shown = await operator.sees("UNKNOWN: Grant pro")
        assert "back to the answers" not in shown
        await operator.press("enter")
        assert not isinstance(operator.app.screen, FormScreen)
