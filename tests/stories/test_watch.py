"""Watching: the customer is looked at again, what changes is listed, and it ends by itself."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from rctui.demo import effects
from tests.stories.writes.desk import Desk


class Turns:
    """The rests of a watch, each as long as the story wants."""

    def __init__(self) -> None:
        self.over = asyncio.Semaphore(0)
        self._loop: asyncio.AbstractEventLoop | None = None

    async def pause(self, _seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        await self.over.acquire()

    def next(self) -> None:
        """Let the watch look once more."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self.over.release)


class WatchDesk(Desk):
    """A desk whose watch waits for the story."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.turns = Turns()

    @property
    def opening(self):  # type: ignore[no-untyped-def] # the same as the desk's
        opening = super().opening
        return replace(opening, writing=replace(opening.writing, pause=self.turns.pause))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_change_is_listed_when_it_is_seen(size: tuple[int, int]) -> None:
    desk = WatchDesk()
    async with desk.program("user_42", size=size) as operator:
        await operator.press("w")
        await operator.sees("Looking every 15 s for changes", "nothing has changed yet")
        desk.world.to_change("user_42").balances["GLD"] = 77  # type: ignore[union-attr]
        desk.turns.next()
        await operator.sees("balance of GLD: 80 → 77", "1 change seen")
        assert desk.writes == []


async def test_it_ends_when_what_was_waited_for_is_so_and_can_begin_again() -> None:
    desk = WatchDesk()
    async with desk.program("user_42") as operator:
        await operator.press("w")
        await operator.sees("nothing has changed yet")
        await operator.press("u")
        await operator.sees("Watch until")
        await operator.type("gold")
        await operator.press("enter")
        await operator.sees("A watch can't wait for 'gold'.")
        await operator.press(*["backspace"] * 4)
        await operator.type("balance GLD 500")
        await operator.press("enter")
        await operator.sees("until balance GLD 500", "looked")
        desk.world.to_change("user_42").balances["GLD"] = 900  # type: ignore[union-attr]
        desk.turns.next()
        await operator.sees("It is so: ", "r begins again")
        desk.world.to_change("user_42").balances["GLD"] = 0  # type: ignore[union-attr]
        await operator.press("r")
        await operator.sees_no_more("r begins again")
        await operator.sees("1 change seen")


async def test_while_it_is_typed_it_is_said_what_is_understood() -> None:
    desk = WatchDesk()
    async with desk.program("user_42") as operator:
        await operator.press("w", "u")
        await operator.sees("Watch until", "It waits for entitlement NAME")
        await operator.type("entitlement")
        await operator.sees("Not understood so far.")
        await operator.type(" pro")
        await operator.sees("Ends when pro", "is among the active entitlements.")
        await operator.press("backspace")
        await operator.sees("pr is not known here: taken")


async def test_a_part_that_is_not_readable_is_said_and_nothing_has_gone() -> None:
    desk = WatchDesk()
    async with desk.program("user_42") as operator:
        await operator.press("w")
        await operator.sees("nothing has changed yet")
        desk.faults.add(effects.failed(403), operation="list_subscriptions", times=None)
        desk.turns.next()
        await operator.sees("NOT READABLE: subscriptions", "nothing has changed yet")


async def test_leaving_ends_it() -> None:
    desk = WatchDesk()
    async with desk.program("user_42") as operator:
        await operator.press("w")
        await operator.sees("nothing has changed yet")
        asked = len(desk.server.state.received)
        await operator.press("escape")
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer")
        desk.turns.next()
        await operator.settles()
        assert len(desk.server.state.received) == asked
