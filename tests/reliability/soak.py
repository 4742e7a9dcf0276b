"""A long random use of the program, seeded: `python -m tests.reliability.soak --steps N --seed S`.

A soak is a row of episodes. Each has a seed of its own, made of the soak's and its number, and
a world of its own, so one that breaks is run again alone: `--episode K`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from tests.reliability.soak_faults import SoakFaults
from tests.reliability.soak_model import SoakModel
from tests.reliability.soak_operator import LIMIT_S, Broken, soaking
from tests.reliability.soak_sight import check_review, check_sight
from tests.reliability.soak_steps import SIZES, Steps
from tests.reliability.soak_watchdog import Watchdog
from tests.reliability.soak_world import SoakWorld, customer_list, marks_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.reliability.soak_operator import SoakOperator

EPISODE: Final = 250
"""Steps of one episode at the most; it ends earlier where the program is left."""
PROBE_EVERY: Final = 50
_GUARDS_S: Final = (0.0, 0.0, 0.05, 0.3)
"""How long reviews are deaf; the last one is what the program has."""
_FIRST: Final = (0, 0, 1, 1, 2)
"""Which project an episode begins with; the third one can only be read."""
_CROWDED: Final = 0.2
_SURROUNDINGS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "TMUX")


@dataclass
class Soak:
    """One soak: what to do, and how far it is."""

    seed: int
    steps: int
    episode: int = 0
    step: int = 0
    """Of the whole soak."""
    count: Counter[str] = field(default_factory=Counter)
    operator: SoakOperator | None = None
    tell: Callable[[Soak], object] = lambda _: None
    """Called after every episode."""

    def __post_init__(self) -> None:
        self.watchdog = Watchdog(lambda: story(self))

    def run(self) -> None:
        """Episodes until all steps are taken. Raises Broken, and whatever the program raises.

        Each has a loop of its own, which would otherwise keep ended programs alive.
        """
        while self.step < self.steps:
            asyncio.run(self.run_episode())
            self.episode += 1
            self.tell(self)

    async def run_episode(self) -> None:
        """One episode."""
        random = Random(f"{self.seed}/{self.episode}")
        world = SoakWorld(first=random.choice(_FIRST), is_crowded=random.random() < _CROWDED)
        guard_s = random.choice(_GUARDS_S)
        model = SoakModel(world, guard_s)
        faults = SoakFaults(world.faults, random)
        size = random.choice(SIZES)
        try:
            async with soaking(world.opening, size=size, guard_s=guard_s, hook=model) as operator:
                model.app, self.operator = operator.app, operator
                episode = _Episode(operator, world, model, faults, random)
                steps = Steps(operator, world, faults, random, guard_s)
                await self._take_steps(episode, steps)
                await episode.end()
            if operator.app.return_code:
                raise Broken(f"The program left with {operator.app.return_code}.")
            model.check(at_rest=True)
        finally:
            faults.off()
            self.count += model.count

    async def _take_steps(self, episode: _Episode, steps: Steps) -> None:
        for number in range(1, min(EPISODE, self.steps - self.step) + 1):
            self.step += 1
            self.count["steps"] += 1
            self.watchdog.step()
            await steps.take()
            await episode.look()
            if episode.operator.has_left:
                self.count["left"] += 1
                return
            if number % PROBE_EVERY == 0:
                await episode.probe()


@dataclass
class _Episode:
    operator: SoakOperator
    world: SoakWorld
    model: SoakModel
    faults: SoakFaults
    random: Random

    async def look(self) -> None:
        """After a step: wait until it is done, and compare everything with everything."""
        await self.operator.settles(held=self.faults.holds)
        if self.operator.has_left:
            return
        self.model.count[f"on {type(self.operator.screen).__name__}"] += 1
        self.model.check(at_rest=not self.faults.holds and not self.operator.is_paused)
        check_sight(self.operator, self.model, self.world)
        check_review(self.operator)

    async def probe(self) -> None:
        """Whatever has happened, a customer can be opened in the usual way."""
        operator = self.operator
        operator.log.append("— probe —")
        self.faults.off()
        await self.look()
        await operator.resizes(*SIZES[1])
        project = self.world.project(operator.app.session.project.key)
        ids = [one for one in project.customer_ids if one.isascii() and marks_in(one)]
        wanted = self.random.choice(ids)
        await self._back_to_find()
        await operator.goes_to_find(held=False)
        operator.types(wanted)
        operator.keys("enter")
        await self.look()
        if getattr(operator.screen, "looks_everywhere", False):
            # Among several projects the one customer is a row, which enter opens.
            operator.keys("enter")
            await self.look()
        shown = getattr(operator.screen, "customer_id", None)
        if shown != wanted or not marks_in(operator.text) & marks_in(wanted):
            raise Broken(
                f"The customer {wanted} can't be opened, {operator.stack}:\n{operator.text}"
            )

    async def _back_to_find(self) -> None:
        """Escape closes one layer; where a review is deaf, it is pressed again."""
        operator, give_up = self.operator, time.monotonic() + LIMIT_S
        while len(operator.app.screen_stack) > 2:
            operator.keys("escape")
            await self.look()
            if time.monotonic() > give_up:
                raise Broken(f"esc does not lead back, {operator.stack}:\n{operator.text}")
            await asyncio.sleep(0.01)

    async def end(self) -> None:
        """Repair everything and look for the last time."""
        self.faults.off()
        if not self.operator.has_left:
            await self.look()


@contextlib.contextmanager
def surroundings() -> Iterator[None]:
    """A folder for downloads, and no desktop to open browsers on."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in _SURROUNDINGS:
            os.environ.pop(name, None)
        os.environ["SSH_CONNECTION"] = "soak"
        Path("list").write_text(customer_list())
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def soak(seed: int, steps: int) -> Counter[str]:
    """Run a soak; how much of what there was. What breaks it says how to see it again."""
    one = Soak(seed, steps)
    with surroundings():
        _run(one)
    return one.count


def _run(one: Soak) -> None:
    try:
        with one.watchdog.watching():
            one.run()
    except BaseException as error:
        error.add_note(story(one))
        raise


def story(one: Soak) -> str:
    """How a soak came to where it is."""
    log = list(one.operator.log) if one.operator else []
    again = f"python -m tests.reliability.soak --seed {one.seed} --episode {one.episode}"
    return "\n".join([f"step {one.step}; again: {again}", "the last keys:", *log])


@dataclass
class _Progress:
    """One line for every thousand steps."""

    began: float = field(default_factory=time.monotonic)
    told: int = 0

    def __call__(self, one: Soak) -> None:
        if one.step // 1000 == self.told:
            return
        self.told = one.step // 1000
        rate = one.step / (time.monotonic() - self.began)
        sys.stdout.write(f"seed {one.seed}: step {one.step}, {rate:.1f}/s\n")
        sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Its exit code is 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--episode", type=int, help="run only this episode")
    options = parser.parse_args(arguments)
    one = Soak(options.seed, options.steps, options.episode or 0, tell=_Progress())
    if options.episode is not None:
        one.steps = EPISODE
    started = time.monotonic()
    try:
        with surroundings():
            _run(one)
    except Exception as error:  # noqa: BLE001 - whatever it is is told
        sys.excepthook(type(error), error, error.__traceback__)
        return 1
    finally:
        took = time.monotonic() - started
        rate = one.step / took
        told = f"{one.step} steps, {took:.0f} s, {rate:.0f}/s, {dict(one.count)}"
        sys.stdout.write(f"seed {one.seed}: {told}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
