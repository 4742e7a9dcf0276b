"""Keys of one's own, in the screens: they work, the old ones don't, and everything names them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rctui.config.keymap import Keymap
from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from rctui.tui.keys.scopes import key_scopes
from tests.stories.program import Operator, demo, hurried_demo, program

if TYPE_CHECKING:
    from rctui.wiring.opening import Opening


def opening(usual: Opening | None = None, /, **keys: str) -> Opening:
    given = {action.replace("_", "-"): text for action, text in keys.items()}
    usual = usual or demo()
    keymap = Keymap(given, "config.toml", dict.fromkeys(given, 7))
    return replace(usual, screen=usual.screen._replace(keymap=keymap))


async def to_the_customer(operator: Operator) -> None:
    await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
    await operator.settles()


async def test_a_key_of_ones_own_works_and_the_usual_one_no_more() -> None:
    async with program(opening(help="f1"), text="user_42") as operator:
        await to_the_customer(operator)
        await operator.press("question_mark")
        assert operator.is_on("user_42")
        await operator.press("f1")
        await operator.sees("| Help")


async def test_a_key_that_is_not_typed_works_in_a_box_too_and_a_letter_is_typed() -> None:
    async with program(opening(help="f1", palette="f2,J")) as operator:
        await operator.sees("customers: ", "f2 Commands")
        await operator.press("ctrl+p", "J")
        await operator.press("f1")
        await operator.sees("| Help")
        await operator.press("q", "f2")
        await operator.sees("WHAT IT DOES")
        await operator.press("escape")
        screen = await operator.sees("| Find")
        assert screen.splitlines()[1].strip() == "J"


async def test_two_actions_can_change_places() -> None:
    async with program(opening(projects="b", blocked="p"), text="user_42") as operator:
        await to_the_customer(operator)
        await operator.press("p")
        await operator.sees("| Blocked")
        await operator.press("q", "b")
        await operator.sees("| Projects")


async def test_footer_help_list_of_actions_and_palette_name_the_key() -> None:
    keys = opening(grant="W", help="f1,?")
    async with program(keys, text="user_42", size=(120, 80)) as operator:
        await to_the_customer(operator)
        assert "W Grant" in operator.screen
        await operator.press("f1")
        await operator.waits(
            lambda text: (
                {"f1 Help", "W Grant"}
                <= {" ".join(line.split()[:2]).rstrip(":") for line in text.splitlines()}
            ),
            "both keys in the help",
        )
        assert "Show the keys of this screen. Also ?." in operator.screen
        await operator.press("q", "a")
        await operator.sees("W         Grant ")
        await operator.press("escape", "colon")
        await operator.type("grant")
        await operator.sees("W         Grant ")


async def test_sentences_name_the_key_too() -> None:
    faults = Faults()
    faults.add(failed(500), operation="list_purchases", times=None)
    keys = opening(hurried_demo(faults), reload="f3", environment="E", actions="f4")
    async with program(keys, text="user_42", size=(120, 40)) as operator:
        await to_the_customer(operator)
        await operator.press("3")
        await operator.sees("Failed:", "f3", "tries again.")
        await operator.press("2", "E")
        await operator.sees("FILTERED: production only, E changes it")
        await operator.press("h")
        await operator.sees("They begin on a customer (f4 lists them)")


async def test_an_action_without_a_key_can_be_given_one() -> None:
    async with program(opening(why="="), text="user_42") as operator:
        await to_the_customer(operator)
        await operator.press("equals_sign")
        await operator.sees("| Why")


async def test_an_action_can_lose_its_key_and_is_still_in_the_list() -> None:
    async with program(opening(journal=""), text="user_42") as operator:
        await to_the_customer(operator)
        await operator.press("h")
        assert operator.is_on("user_42")
        await operator.press("colon")
        await operator.type("own writes, the unconf")
        await operator.press("enter")
        await operator.sees("| Journal")


async def test_moves_of_one_s_own_work_in_every_list() -> None:
    async with program(opening(cursor_down="J,down"), text="user_42") as operator:
        await to_the_customer(operator)
        await operator.press("J")
        assert operator.customer.section.table.cursor == 1
        await operator.press("j")
        assert operator.customer.section.table.cursor == 1


async def test_with_a_mistake_every_action_keeps_its_key_and_the_line_is_said() -> None:
    async with program(opening(help="f1", find="p"), text="user_42", size=(120, 40)) as operator:
        await operator.is_told("line 7, keymap.find: p is the key of projects already")
        await operator.is_told("keeps its usual keys")
        await to_the_customer(operator)
        await operator.press("question_mark")
        await operator.sees("| Help")


@pytest.mark.parametrize("scope", key_scopes(), ids=lambda scope: scope.name)
def test_no_screen_has_two_actions_on_one_key(scope: object) -> None:
    """The toolkit would take both away where one of them is given another key."""
    keys = [key for keys in scope.keys.values() for key in keys]  # type: ignore[attr-defined]
    assert len(keys) == len(set(keys))


def test_every_screen_is_looked_at() -> None:
    names = {scope.name for scope in key_scopes()}
    assert {"Find", "Customer", "Journal", "Blocked", "Projects", "Help", "Review"} <= names
