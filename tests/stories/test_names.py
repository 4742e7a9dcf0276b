"""Names from the catalogue: after the first page, once a day, kept, and never missed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from rctui.clock import epoch_ms
from rctui.config.learned_names import FRESH_MS, LearnedNames, NamesCache
from rctui.customers.names import Names
from rctui.demo.faults import Faults
from rctui.demo.identity import CUSTOMERS_ONLY_KEY
from rctui.wiring.learned import names_of
from tests.integration.service import entitlement_id
from tests.stories.program import Operator, demo, hurried_demo, program

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.tui.app import RctuiApp
    from rctui.wiring.opening import Opening

CATALOGUE = ("entitlements", "offerings", "products", "apps", "virtual_currencies")


def unnamed(opening: Opening, cache: NamesCache) -> Opening:
    """The same project with nothing configured about names."""
    facts = opening.project
    names = names_of(cache, {}, facts.base_url, facts.project_id)
    return replace(opening, projects=(replace(facts, names=names),), names=cache)


def the_app(operator: Operator) -> RctuiApp:
    return cast("RctuiApp", operator.app)


def asked(opening: Opening) -> list[str]:
    """The kinds that the catalogue was asked for, the first first."""
    records = reversed(opening.activity.newest_first())
    kinds = [one.path.rpartition("/")[2] for one in records if one.of_catalogue]
    return list(dict.fromkeys(kinds))


async def learn(operator: Operator) -> None:
    """What the program does by itself once the first page of Find is there."""
    app = the_app(operator)
    app.learns_names = True
    app.look_for_names()
    await operator.waits(lambda _: app.names_known.at_ms > 0, "the names")
    await operator.settles()


async def test_names_are_asked_for_once_and_shown_where_ids_were(tmp_path: Path) -> None:
    opening = unnamed(demo(), NamesCache(tmp_path))
    async with program(opening) as operator:
        await operator.finds_customer("goodwill_month", "goodwill_month")
        await operator.press("2")
        before = await operator.settles()
        assert "Pro monthly" not in before
        await learn(operator)
        await operator.sees("Pro monthly")
        the_app(operator).look_for_names()
        await operator.settles()
    assert asked(opening) == list(CATALOGUE)

    again = unnamed(demo(), NamesCache(tmp_path))
    async with program(again) as operator:
        await learn(operator)
        await operator.finds_customer("goodwill_month", "goodwill_month")
        await operator.press("2")
        await operator.sees("Pro monthly")
    assert asked(again) == []


async def test_old_names_are_shown_and_asked_for_again(tmp_path: Path) -> None:
    cache = NamesCache(tmp_path)
    opening = unnamed(demo(), cache)
    project = opening.project
    old = LearnedNames({"entl_gone": "gone"}, {}, epoch_ms() - FRESH_MS - 1)
    cache.keep(project.base_url, project.project_id, old)
    async with program(opening) as operator:
        app = the_app(operator)
        app.learns_names = True
        app.look_for_names()
        await operator.waits(lambda _: app.names_known.at_ms > old.at_ms, "newer names")
    assert project.names.raw("entl_gone") == "gone"
    assert project.names.raw(entitlement_id("pro")) == "pro"
    assert len(asked(opening)) == len(CATALOGUE)


async def test_nothing_is_asked_before_there_is_a_page_of_customers() -> None:
    opening = unnamed(demo(), NamesCache())
    async with program(opening) as operator:
        await operator.sees("100 loaded, more")
        assert asked(opening) == []


async def test_a_key_that_may_not_read_the_catalogue_is_not_told_off() -> None:
    opening = unnamed(hurried_demo(Faults(), key=CUSTOMERS_ONLY_KEY), NamesCache())
    async with program(opening, size=(120, 40)) as operator:
        await operator.sees("user_42")
        await learn(operator)
        assert operator.said == []
        await operator.press("escape", "p")
        shown = await operator.sees("catalogue not readable", "names already seen are used")
        assert "needs project_configuration:entitlements:read" in shown
        await operator.press("q")
        the_app(operator).fetch_names_again()
        await operator.is_told("The key lacks project_configuration:entitlements:read")


async def test_a_catalogue_that_does_not_answer_is_passed_over_in_silence() -> None:
    from rctui.demo.effects import failed

    faults = Faults()
    faults.add(failed(500), operation="list_entitlements_of_project", times=None)
    opening = unnamed(hurried_demo(faults), NamesCache())
    async with program(opening) as operator:
        await operator.sees("user_42")
        app = the_app(operator)
        app.learns_names = True
        app.look_for_names()
        app.fetch_names_again()
        await operator.is_told("No names: ")
        assert sum(one.startswith("No names") for one in operator.said) == 1


async def test_the_palette_asks_again_and_says_what_came() -> None:
    opening = demo()
    async with program(opening, size=(120, 40)) as operator:
        await operator.sees("100 loaded")
        await operator.press("escape", "colon")
        await operator.type("names fetch")
        await operator.sees("Now: from the configuration and f")
        await operator.press("enter")
        await operator.is_told("names from the catalogue.")
        await operator.press("p")
        await operator.sees("Names of Skylark Demo: from the catalogue, just now")
        await operator.press("q")
        await operator.finds_customer("user_42", "user_42")
        await operator.press("G", "down")
        await operator.sees(f"pro · Pro · {entitlement_id('pro')}")


async def test_names_that_a_customer_carries_are_kept_when_the_customer_is_left(
    tmp_path: Path,
) -> None:
    cache = NamesCache(tmp_path)
    opening = unnamed(hurried_demo(Faults()), cache)
    project = opening.project
    async with program(opening) as operator:
        await operator.sees("user_42")
        the_app(operator).learns_names = True
        await operator.finds_customer("user_42", "user_42")
        assert project.names == Names()
        await operator.press("q")
        await operator.waits(lambda _: bool(project.names.learned), "the names")
    kept = NamesCache(tmp_path).of(project.base_url, project.project_id)
    assert kept.names[entitlement_id("pro")] == "pro"
    assert kept.at_ms == 0
