"""Every situation of a support desk, from the pasted ticket to the sentence about access."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from rctui.demo.dataset.access_stories import BOUGHT_ANONYMOUSLY, REINSTALLED
from rctui.demo.dataset.situations import SITUATIONS
from tests.stories.program import demo, program


@dataclass(frozen=True)
class Ticket:
    """What is pasted, and what must be read then."""

    number: int
    customer_id: str
    pasted: str
    verdict: tuple[str, ...]
    """The decisive words of the sentence."""
    why: tuple[str, ...]
    """What the evidence and the next step must say."""


TICKETS = [
    Ticket(
        1,
        "paid_no_entitlement",
        "Hi, I PAID and nothing is unlocked!!\nUser ID: paid_no_entitlement\nAndroid 14",
        ("No access although", "Max monthly is Active", "gives no entitlement"),
        ("PROD Play Store Max monthly", "attaches the product to an entitlement"),
    ),
    Ticket(
        2,
        "bought_before_login",
        "priya.shah@example.com wrote:\n> I bought it before I had an account",
        ("No access", "no purchase ever reached this App User ID"),
        ("subscriptions: none", "still with its $RCAnonymousID", "restore in the app first"),
    ),
    Ticket(
        2,
        BOUGHT_ANONYMOUSLY,
        f"[Purchases] - DEBUG: appUserID: {BOUGHT_ANONYMOUSLY}",
        ("Has pro, offline until", "App Store Pro yearly", "will renew"),
        ("with an anonymous App User ID: nobody is logged in there",),
    ),
    Ticket(
        3,
        "phone_first_login",
        "luc.martin@example.com",
        ("No access", "no purchase ever reached this App User ID"),
        ("purchases: none", "a transfer is the second choice"),
    ),
    Ticket(
        3,
        "phone_second_login",
        "User ID: phone_second_login",
        ("Has pro until", "App Store Pro monthly", "will renew"),
        ("Transferred here: bought under phone_first_login", "can pull it back"),
    ),
    Ticket(
        4,
        "restore_does_nothing",
        "app user id = restore_does_nothing",
        ("No access", "only sandbox subscriptions"),
        ("SBX Test Store Pro monthly", "Restoring does nothing for Test Store purchases"),
    ),
    Ticket(
        5,
        "new_account_kept_out",
        "Customer ID: new_account_kept_out",
        ("No access", "no purchase ever reached this App User ID"),
        ("What a restore does here is not configured",),
    ),
    Ticket(
        6,
        REINSTALLED,
        f"The log says “{REINSTALLED}”.",
        ("Has pro until", "App Store Pro monthly"),
        ("bought under account_before_reinstall", "anonymous App User ID"),
    ),
    Ticket(
        7,
        "alias_soup",
        "jan.devries@example.com",
        ("Has pro until", "Web Billing Pro monthly", "will renew"),
        ("13 aliases, 69 % anonymous", "they are not separate people"),
    ),
    Ticket(
        8,
        "default_user",
        "uid: default_user",
        ("Has course_", "without end via Web Billing One course"),
        ("active entitlement course_",),
    ),
    Ticket(
        9,
        "login_sent_null",
        "player id: login_sent_null",
        ("No access", "no purchase ever reached this App User ID"),
        ("Attribute last_login_id is null", "RevenueCat refuses such ids"),
    ),
    Ticket(
        10,
        "tester_in_sandbox",
        '"tester_in_sandbox"',
        ("Has pro until", "Sandbox only"),
        ("SBX App Store Pro monthly", "A test purchase"),
    ),
    Ticket(
        11,
        "card_failing_in_grace",
        "User ID: card_failing_in_grace",
        ("Has pro until", "in grace period: the payment is failing"),
        ("Access lasts until", "the customer updates the payment in Play Store"),
    ),
    Ticket(
        11,
        "card_failing_in_retry",
        "User ID: card_failing_in_retry",
        ("No access", "payment failing, in billing retry since"),
        ("In billing retry", "Nothing for us to do"),
    ),
    Ticket(
        12,
        "cancelled_still_has_access",
        "User ID:\ncancelled_still_has_access",
        ("Has pro, offline until", "App Store Pro yearly", "will not renew"),
        ("Will not renew",),
    ),
    Ticket(
        13,
        "refunded_still_has_access",
        "refunded_still_has_access",
        ("Has pro until", "Play Store Pro monthly", "will not renew"),
        ("Phrase book · Refunded",),
    ),
    Ticket(
        14,
        "family_member",
        "family_member",
        ("Has pro without end", "family shared"),
        ("Do not transfer a family share",),
    ),
    Ticket(
        15,
        "goodwill_month",
        "sam.rivera@example.com",
        ("Has pro until", "Play Store Pro monthly", "will renew"),
        ("The server says yes",),
    ),
    Ticket(
        16,
        "grant_hides_paid",
        "grant_hides_paid",
        ("Has pro until", "App Store Pro monthly", "beside a grant until"),
        ("pro comes from a grant and from App Store Pro monthly",),
    ),
    Ticket(
        17,
        "coins_missing",
        "Where are my coins? My player id is coins_missing",
        ("No access", "2 purchases", "none gives an entitlement"),
        ("Balances: GLD 80, GEM 3, SLV 0", "A transfer never moves balances"),
    ),
]


def one_line(screen: str) -> str:
    """A screen's words without where they are wrapped."""
    return " ".join(screen.split())


def test_every_situation_up_to_17_has_a_ticket() -> None:
    assert {ticket.number for ticket in TICKETS} == set(range(1, 18))
    assert all(ticket.customer_id in SITUATIONS[ticket.number] for ticket in TICKETS)


@pytest.mark.parametrize("first", range(0, len(TICKETS), 5))
async def test_a_pasted_ticket_ends_in_the_sentence_and_its_reasons(first: int) -> None:
    async with program(demo(customers=40), size=(120, 60)) as operator:
        await operator.sees("user_42")
        for ticket in TICKETS[first : first + 5]:
            await operator.finds_customer(ticket.pasted, ticket.customer_id)
            verdict = operator.verdict
            assert [words for words in ticket.verdict if words not in verdict] == [], verdict
            await operator.press("up", "enter")
            why = one_line(await operator.sees("verdict", "because"))
            assert [words for words in ticket.why if words not in why] == [], why
            await operator.press("escape")


async def test_one_email_of_three_customers_is_a_choice() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.finds("My mail is kim.park@example.com, can you help?")
        shown = await operator.sees("3 customers match")
        state = {
            line.split()[0]: line for line in shown.replace("> ", "").splitlines()[1:-1] if line
        }
        assert "has pro" in state["kim_phone"]
        assert "no access" in state["kim_tablet"]
        assert "no access" in state["kim_old_account"]
        assert "2025-" in state["kim_old_account"], "last seen tells them apart, too"
        await operator.press("end", "enter")
        await operator.sees("No access: App Store Plus weekly expired")
        await operator.press("q")
        await operator.sees("3 customers match")
        await operator.press("escape")
        await operator.sees("delete_me_please", "customers: 49")
