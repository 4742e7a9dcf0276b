"""What is asked of a server, counted: nothing twice, and no more than a screen needs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rctui.demo.identity import DEMO_API_KEY
from tests.program.started import ENTER, ESC, started, to_the_list
from tests.program.test_over_a_line import configured
from tests.simulated import demo_app, running_demo

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.demo.server import SimulatedService

FIRST_PAGE = {"list_customers": 1}
A_CUSTOMER = {
    "get_customer": 1,
    "list_aliases": 1,
    "list_invoices": 1,
    "list_purchases": 1,
    "list_subscriptions": 1,
    "list_virtual_currencies": 1,
}


def asked_for(app: SimulatedService) -> list[str]:
    """What was asked for, but for names: those come from the catalogue, when nobody waits."""
    asked = (one.operation or "" for one in app.state.received)
    return [name for name in asked if not name.endswith("_of_project")]


def about_customers(app: SimulatedService) -> Counter[str]:
    """How often each thing was asked for."""
    return Counter(asked_for(app))


def test_find_asks_once_and_a_customer_six_times(tmp_path: Path) -> None:
    with running_demo(demo_app()) as (base_url, app):
        configured(tmp_path, base_url)
        with started(tmp_path, size=(120, 40), RC_ACME_KEY=DEMO_API_KEY) as terminal:
            terminal.wait_for("user_42")
            to_the_list(terminal)
            assert about_customers(app) == FIRST_PAGE
            terminal.send(ENTER)
            terminal.wait_for("| Customer", "Has pro")
            for tab, words in {"2": "[Subscriptions]", "4": "[Aliases]", "9": "[Profile]"}.items():
                terminal.send(tab)
                terminal.wait_for(words)
            terminal.send(ESC)
            terminal.wait_for("| Find")
            asked = about_customers(app)
    assert asked == FIRST_PAGE | A_CUSTOMER
    assert asked_for(app)[1] == "get_customer"
