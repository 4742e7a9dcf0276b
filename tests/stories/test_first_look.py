"""A newcomer opens the demo and looks around, by keyboard alone."""

from __future__ import annotations

import pytest

from tests.stories.program import demo, program

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_an_email_leads_to_a_customer_and_why_they_have_access(
    size: tuple[int, int],
) -> None:
    async with program(demo(), size=size) as operator:
        await operator.sees("APP USER ID", "user_42")
        await operator.type("ann.lee@example.com")
        await operator.sees("e-mail: exact match")
        await operator.press("enter")
        shown = await operator.sees("Has pro until", "via Play Store Pro monthly", "will not renew")
        assert "Ann Lee" in shown
        assert "ENTITLEMENT" in shown


async def test_an_anonymous_id_opens_its_customer() -> None:
    async with program(demo()) as operator:
        await operator.sees("user_42")
        await operator.press("down", "j", "j", "j", "enter")
        shown = await operator.sees("Entitle")
        anonymous = next(word for word in shown.split() if word.startswith("$RCAnonymousID:"))
        await operator.press("f")
        await operator.paste(anonymous)
        await operator.sees("anonymous App User ID")
        await operator.press("enter")
        await operator.sees(anonymous, "Entitle")


async def test_what_nobody_is_called_is_clearly_not_found() -> None:
    async with program(demo()) as operator:
        await operator.sees("user_42")
        await operator.type("nobody_at_all")
        await operator.press("enter")
        await operator.sees(
            "Not found.", "App User ID nobody_at_all: no such customer", "Search is exact"
        )


async def test_help_and_activity_open_and_close_and_q_leaves() -> None:
    async with program(demo()) as operator:
        await operator.sees("user_42")
        await operator.press("down", "enter")
        await operator.sees("Has pro until")
        await operator.press("question_mark")
        await operator.sees("On the screen you came from", "Show every field of the row")
        await operator.press("escape")
        await operator.sees("Has pro until")
        await operator.press("exclamation_mark")
        await operator.sees("customers/user_42/invoices", "200")
        await operator.press("q")
        await operator.sees("Has pro until")
        await operator.press("q")
        await operator.sees("APP USER ID")
        await operator.press("escape", "q")
        assert not operator.app.is_running


async def test_the_palette_finds_and_runs_a_command() -> None:
    async with program(demo()) as operator:
        await operator.sees("user_42")
        await operator.press("escape", "colon")
        await operator.sees("type to filter")
        await operator.type("activity")
        await operator.press("enter")
        await operator.sees("requests in this run")


async def test_the_list_of_actions_says_why_not() -> None:
    async with program(demo(), size=(120, 40)) as operator:
        await operator.sees("user_42")
        await operator.press("down", "enter")
        await operator.sees("Has pro until")
        await operator.press("a")
        await operator.sees("Not now: Only on tab 6, Invoices.")


async def test_minus_swaps_the_last_two_customers() -> None:
    async with program(demo()) as operator:
        await operator.sees("user_42")
        await operator.press("down", "enter")
        await operator.sees("Has pro until")
        await operator.press("q", "j", "enter")
        await operator.sees("paid_no_entitlement", "Entitle")
        await operator.press("minus")
        await operator.sees("Ann Lee")
        await operator.press("minus")
        await operator.sees_no_more("Ann Lee")


async def test_a_tab_takes_the_focus_back_from_the_access_line() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("k", "enter")
        await operator.sees("because")
        await operator.press("escape", "5", "enter")
        await operator.sees("| Attributes", "updated  2026-")
