"""Whatever is pasted into Find: addresses, quotes, tickets, garbage; and what is not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.demo.dataset.access_stories import BOUGHT_ANONYMOUSLY
from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from rctui.tui.app import RctuiApp
from tests.stories.program import demo, hurried_demo, program

if TYPE_CHECKING:
    from tests.stories.program import Operator

DASHBOARD = "https://app.revenuecat.com/projects"
PASTED = {
    f"{DASHBOARD}/demo1234/customers/user_42": "user_42",
    f"see {DASHBOARD}/projdemo1234/customers/kim_phone?tab=history please": "kim_phone",
    f"{DASHBOARD}/demo1234/customers/Zo%C3%AB%20%C3%85ngstr%C3%B6m": "Zoë Ångström",
    "%24RCAnonymousID%3A" + BOUGHT_ANONYMOUSLY.partition(":")[2]: BOUGHT_ANONYMOUSLY,
    "“kim_tablet”,": "kim_tablet",
    "\u200buser_\u206042\ufeff": "user_42",
    "<mailto:ann.lee@example.com>": "user_42",
    "Name: Priya\nUser ID: bought_before_login\nDevice: iPhone 15\nOS: 18.2": "bought_before_login",
    "100% legit": "100% legit",
    "日本語のユーザー": "日本語のユーザー",
    "dots.and:colons@example.com": "dots.and:colons@example.com",
    "already%20encoded": "already%20encoded",
    "x" * 300: "x" * 300,
}
"""What is pasted, and the customer that it must lead to."""


def requests_of(operator: Operator) -> int:
    app = operator.app
    assert isinstance(app, RctuiApp)
    return len(app.session.activity.newest_first())


async def test_each_form_of_an_id_leads_to_its_customer() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        for pasted, customer_id in PASTED.items():
            await operator.finds_customer(pasted, customer_id)
            assert operator.customer.loads.parts.customer is not None, pasted
            await operator.press("q")
            await operator.sees("APP USER ID")


async def test_a_ticket_with_several_customers_is_a_choice() -> None:
    ticket = (
        "From: luc.martin@example.com\n\nI had pro on my old phone.\n"
        "Old login: User ID: phone_first_login\nnew one: User ID: phone_second_login\n"
        "Regards, Luc"
    )
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.paste(ticket)
        await operator.sees("enter tries: phone_first_login, phone_second_login")
        await operator.press("enter")
        await operator.sees("2 customers match", "phone_first_login", "phone_second_login")
        await operator.press("end", "enter")
        await operator.sees("Entitle", "phone_")


async def test_an_email_is_also_tried_as_an_id_and_all_attempts_are_told() -> None:
    async with program(demo(customers=40), size=(120, 40)) as operator:
        await operator.sees("user_42")
        await operator.finds("Nobody@Example.com")
        shown = await operator.sees("Not found.")
        for tried in ("e-mail Nobody@Example.com", "e-mail nobody@example.com", "App User ID"):
            assert f"Tried {tried}" in shown
        assert "Search is exact" in shown
        assert "Try the App User ID" in shown
        assert "APP USER ID" in shown, "the list stays where it was"


async def test_garbage_ids_are_explained_without_a_request() -> None:
    async with program(demo(customers=40), size=(120, 40)) as operator:
        await operator.sees("customers: 49")
        asked = requests_of(operator)
        for garbage in ("null", "[object Object]", "undefined", "“guest”", "a/b"):
            await operator.press("escape", "f")
            await operator.paste(garbage)
            said = await operator.settles()
            assert "the app sent an empty user" in said or "slash" in said, garbage
            await operator.press("enter")
            await operator.sees("Not found.", ":")
        await operator.press("escape", "f", "backspace", "enter")
        await operator.sees("Nothing to look for")
        assert requests_of(operator) == asked


async def test_who_has_access_is_not_guessed_where_it_could_not_be_read() -> None:
    faults = Faults()
    faults.add(failed(500), operation="get_customer", path="kim_tablet", times=None)
    async with program(hurried_demo(faults)) as operator:
        await operator.sees("user_42")
        await operator.finds("kim.park@example.com")
        shown = await operator.sees("3 customers match", "ACCESS")
        tablet = next(line for line in shown.splitlines() if "kim_tablet" in line)
        assert "enter tells" in tablet
        assert shown.count("no access") == 1
        assert shown.count("has pro") == 1


async def test_a_ticket_that_calls_garbage_an_id_is_explained() -> None:
    async with program(demo(customers=40), size=(120, 40)) as operator:
        await operator.sees("user_42")
        await operator.finds("Device: Pixel 8\nUser ID: null\nPlan: pro")
        await operator.sees("Not found.", "null: RevenueCat refuses this id")


async def test_a_search_makes_six_requests_at_the_most() -> None:
    ids = "\n".join(f"User ID: nobody_{number}" for number in range(15))
    async with program(demo(customers=40), size=(120, 40)) as operator:
        await operator.sees("customers: 49")
        before = requests_of(operator)
        await operator.finds(ids)
        shown = await operator.sees("Not found.")
        assert shown.count("Tried ") == 6
        assert requests_of(operator) == before + 6


async def test_the_next_paste_takes_the_place_of_what_was_asked_for() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.type("nobody")
        await operator.press("enter")
        await operator.sees("Not found.")
        await operator.paste("kim_phone")
        await operator.press("enter")
        await operator.sees("Kim Park", "Has pro until")
        await operator.press("q")
        await operator.paste("kim_tablet")
        await operator.press("enter")
        await operator.sees("kim_tablet", "No access")
        await operator.press("q", "f")
        await operator.type("user_42")
        await operator.press("enter")
        await operator.sees("Ann Lee")


async def test_an_address_of_a_project_that_is_not_configured_is_said_and_looked_up_here() -> None:
    async with program(hurried_demo(Faults())) as operator:
        await operator.sees("user_42")
        await operator.finds(f"{DASHBOARD}/elsewhere99/customers/user_42")
        await operator.is_told("The address is of project elsewhere99, not configured")
        await operator.sees("Has pro until")


async def test_the_list_of_customers_is_read_to_its_last_row() -> None:
    async with program(demo(customers=250)) as operator:
        await operator.sees("customers: 100 loaded, more")
        await operator.press("down")
        for loaded in ("customers: 200 loaded, more", "customers: 250"):
            await operator.press("end")
            await operator.sees(loaded)
        await operator.press("end", "enter")
        await operator.sees("Entitle")


async def test_the_likeliest_customer_of_a_ticket_is_under_the_cursor() -> None:
    ticket = "My user id is paid_no_entitlement.\nOrder GPA.3310-0748-2431-02638\nThanks"
    async with program(demo(customers=40)) as operator:
        await operator.sees("> user_42")
        await operator.finds(ticket)
        await operator.sees("2 customers match", "> paid_no_entitlement")


async def test_what_is_typed_after_a_search_takes_the_place_of_what_was_looked_for() -> None:
    async with program(demo()) as operator:
        await operator.type("nobody_at_all")
        await operator.press("enter")
        await operator.sees("Not found")
        await operator.type("user_42")
        assert " user_42\n" in operator.screen
        assert "nobody_at_all" not in operator.screen
        await operator.press("enter")
        await operator.sees("Ann Lee")
