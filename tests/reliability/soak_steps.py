"""What an operator, a terminal and a server may do next, and how likely each of it is.

No key is listed here that a screen declares: those come from the screen on top, from its offers
and its bindings. A new screen takes part as soon as it can be reached.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

from rctui.tui.screens.find import FindScreen
from rctui.tui.screens.form import FormScreen
from rctui.tui.screens.review import ReviewScreen
from tests.reliability.soak_operator import Broken
from tests.reliability.soak_words import ENDS, ODD_WORDS, PASTES, REPLIES
from tests.reliability.soak_world import FRESH, mark

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from random import Random

    from textual.screen import Screen

    from tests.reliability.soak_faults import SoakFaults
    from tests.reliability.soak_operator import SoakOperator
    from tests.reliability.soak_world import SoakProject, SoakWorld

SIZES: Final = ((60, 16), (80, 24), (80, 24), (120, 40), (200, 60), (20, 5))
_MOVES: Final = ("j", "k", "down", "up", "pagedown", "pageup", "home", "end", "g", "ctrl+d",
                 "ctrl+u", "tab", "shift+tab", "left", "right", "space", "enter")  # fmt: skip
_LEAVES: Final = frozenset({"ctrl+q", "ctrl+c", "ctrl+z"})
"""Keys that end the program, or would stop the process."""


class Steps:
    """Chooses and takes steps."""

    def __init__(
        self,
        operator: SoakOperator,
        world: SoakWorld,
        faults: SoakFaults,
        random: Random,
        guard_s: float,
    ) -> None:
        self._operator = operator
        self._world = world
        self._faults = faults
        self._random = random
        self._guard_s = guard_s
        self._fresh = FRESH
        self._general: tuple[tuple[int, Callable[[], Awaitable[None] | None]], ...] = (
            (22, self._declared_key),
            (10, self._move),
            (34, self._dialog_key),
            (6, self._find_customer),
            (4, self._tab_and_open),
            (4, self._command),
            (4, self._filter),
            (5, self._storm),
            (3, self._repeat),
            (3, self._leave_storm),
            (3, self._paste),
            (4, self._reply),
            (2, self._raw_keys),
            (3, self._resize),
            (2, self._click),
            (9, self._fault),
            (3, self._hold),
            (3, self._repair),
            (4, self._follow_up),
        )

    async def take(self) -> None:
        """Do something."""
        random, screen = self._random, self._operator.screen
        if isinstance(screen, ReviewScreen) and random.random() < 0.8:
            await self._answer(screen)
        elif self._is_prompt(screen) and random.random() < 0.6:
            self._fill_in(screen)
        elif isinstance(screen, FormScreen) and random.random() < 0.75:
            self._fill(screen)
        else:
            weights = [weight for weight, _ in self._general]
            ((_, step),) = random.choices(self._general, weights)
            done = step()
            if done is not None:
                await done

    # Keys

    @property
    def _project(self) -> SoakProject:
        return self._world.project(self._operator.app.session.project.key)

    @property
    def _at_root(self) -> bool:
        return isinstance(self._operator.screen, FindScreen)

    def _declared(self) -> list[str]:
        """The keys that the screen on top declares, and what has the focus there."""
        screen = self._operator.screen
        offered = [
            key for action in getattr(screen, "OFFERS", ()) for key in action.keys.split(",") if key
        ]
        bound = [] if offered else list(screen.active_bindings)
        return [key for key in offered + bound if key not in _LEAVES]

    def _key(self) -> str:
        keys = self._declared()
        if self._at_root and self._random.random() < 0.97:
            keys = [key for key in keys if key != "q"]
        return self._random.choice(keys or ["escape"])

    def _declared_key(self) -> None:
        self._operator.keys(self._key())

    def _move(self) -> None:
        self._operator.keys(self._random.choice(_MOVES))

    async def _dialog_key(self) -> None:
        """A key in upper case: it opens what can write, and mostly on a customer's screen."""
        if not hasattr(self._operator.screen, "customer_id") and self._random.random() < 0.7:
            await self._find_customer()
            await self._operator.settles(held=self._faults.holds)
        if self._operator.has_left:
            return
        keys = [key for key in self._declared() if len(key) == 1 and key.isupper()]
        self._operator.keys(self._random.choice(keys) if keys else self._key())

    async def _follow_up(self) -> None:
        """Something that the journal offers, if there is a journal here."""
        self._operator.keys("h")
        await self._operator.settles(held=self._faults.holds)
        if not self._operator.has_left:
            self._operator.keys(self._key())

    def _tab_and_open(self) -> None:
        self._operator.keys(self._random.choice("123456789"), self._random.choice(_MOVES), "enter")

    def _storm(self) -> None:
        keys = (*self._declared(), *_MOVES, "y", "enter", "escape")
        self._operator.keys(*self._random.choices(keys, k=self._random.randint(3, 12)))

    def _repeat(self) -> None:
        key = self._random.choice((self._key(), "y", "enter", "j"))
        self._operator.keys(*[key] * self._random.randint(3, 15))

    def _leave_storm(self) -> None:
        self._operator.keys(*["escape"] * self._random.randint(1, 8))
        if self._random.random() < 0.3 and len(self._operator.app.screen_stack) > 3:
            self._operator.keys("q")

    def _filter(self) -> None:
        self._operator.keys("slash")
        self._operator.types(self._random.choice(("zq", "pro", "x", "[", "")))
        self._operator.keys(self._random.choice(("enter", "escape", "down")))

    def _command(self) -> None:
        """A word in the palette, or the list of actions."""
        words = ("grant", "journal", "project", "theme", "restore", "copy", "b", "e", "zz")
        self._operator.keys("colon")
        self._operator.types(self._random.choice(words))
        self._operator.keys(*(["down"] * self._random.randint(0, 3)), "enter")

    async def _find_customer(self) -> None:
        random, project = self._random, self._project
        known = project.customer_ids
        text = random.choice(known) if known and random.random() < 0.9 else mark(self._a_number())
        await self._operator.goes_to_find(held=self._faults.holds)
        if random.random() < 0.5 or not text.isascii():
            self._operator.pastes(text)
        else:
            self._operator.types(text)
        self._operator.keys("enter")

    def _a_number(self) -> int:
        return self._random.choice(self._project.numbers)

    # Dialogs

    def _is_prompt(self, screen: Screen[Any]) -> bool:
        """Whether it is a dialog with a field, of whatever kind."""
        return (
            isinstance(screen, ModalScreen)
            and not isinstance(screen, (FormScreen, ReviewScreen))
            and isinstance(screen.focused, Input)
        )

    def _fill_in(self, screen: Screen[Any]) -> None:
        """Answer every question of a dialog."""
        for box in screen.query(Input):
            self._operator.types(self._word_for(box.id or "ticket"))
            self._operator.keys("enter")

    def _fill(self, form: FormScreen) -> None:
        """Answer the questions from here on, and mostly go on to the review."""
        if self._random.random() < 0.08:
            self._operator.keys("escape")
            return
        boxes = list(form.query(Input))
        here = form.focused
        start = boxes.index(here) if isinstance(here, Input) and here in boxes else 0
        for box in boxes[start:]:
            self._answer_box(box.id or "")
        if self._random.random() < 0.1:
            self._operator.keys(*["y"] * self._random.randint(1, 4))

    def _answer_box(self, question: str) -> None:
        random, operator = self._random, self._operator
        how = random.random()
        if how < 0.25:
            operator.keys(*["down"] * random.randint(1, 3))
        elif how < 0.75 or question == "ticket":
            operator.types(self._word_for(question))
        elif how < 0.83:
            operator.types(random.choice(ODD_WORDS))
        operator.keys("enter")

    def _word_for(self, question: str) -> str:
        random = self._random
        amounts = ("GLD+5", "GLD +500", "SLV+7", "GLD-20", "GLD=1000", "GLD+1, SLV+2", "+3", "-1")
        words: dict[str, Callable[[], str]] = {
            "entitlement": lambda: random.choice(("pro", "plus", "legacy", "team")),
            "end": lambda: random.choice(ENDS),
            "amounts": lambda: random.choice(amounts),
            "attributes": lambda: random.choice(("nick=bob", "nick=", "a=1; b=2", "$email=a@b.c")),
            "target": lambda: random.choice(self._typeable()),
            "customer": self._new_id,
            "offering": lambda: random.choice(("spring_sale", "default", "none")),
            "list": lambda: random.choice(("list", "list", "list", "nowhere")),
            "do": lambda: random.choice(("grant pro 7d", "credit GLD 5", "playbook outage", "x")),
            "ticket": lambda: f"T-{random.randint(1, 99)}",
        }
        return words.get(question, lambda: random.choice(("", "pro", "7")))()

    def _typeable(self) -> list[str]:
        return [one for one in self._project.customer_ids if one.isascii()] or ["nobody"]

    def _new_id(self) -> str:
        self._fresh += 1
        return f"new_{mark(self._project.numbers[self._fresh % 200 + 90])}"

    async def _answer(self, review: ReviewScreen) -> None:
        """Run it, cancel it, or press what means neither."""
        random, operator = self._random, self._operator
        if self._guard_s and random.random() < 0.7:
            operator.log.append("waits")
            await asyncio.sleep(self._guard_s * 1.2)
        boxes = review.query(Input)
        how = random.random()
        if how < 0.55:
            if boxes:
                operator.keys("end", "ctrl+u")
                operator.types(self._wanted(review) + random.choice(("", "", "", "", "y")))
                operator.keys("enter")
            operator.keys(*["y"] * random.choice((1, 1, 1, 2, 5)))
        elif how < 0.72:
            operator.keys(random.choice(("escape", "q", "n", "enter", "enter", "space")))
        elif how < 0.8:
            operator.keys(*random.choices(("down", "up", "pagedown", "tab", "Y", "space"), k=3))
        elif how < 0.87:
            operator.keys(random.choice(("tab", "shift+tab", "pagedown", "enter")), "y", "y")
        elif boxes:
            operator.keys("end", "ctrl+u")
            operator.pastes(self._wanted(review))
            operator.keys("enter", "y")
        else:
            operator.keys(*random.choices(("y", "enter", "escape", "n", "j"), k=4))

    def _wanted(self, review: ReviewScreen) -> str:
        challenge: Any = review._text.challenge
        return str(challenge.wanted)

    # What is pasted, answered by the terminal, clicked

    def _paste(self) -> None:
        own = self._typeable()
        ticket = f"Hi, {self._random.choice(own)} can't play. Order {self._random.choice(own)}?"
        self._operator.pastes(self._random.choice((*PASTES, ticket)))

    def _reply(self) -> None:
        """What a terminal answers by itself must become no key, wherever it is cut."""
        data = b"".join(self._random.choices(REPLIES, k=self._random.randint(1, 3)))
        cut = self._random.randint(0, len(data))
        became = self._operator.receives(data[:cut], then_silence=False)
        became += self._operator.receives(data[cut:])
        keys = [
            one
            for one in became
            if isinstance(one, Key) and one.character != "\N{REPLACEMENT CHARACTER}"
        ]
        if keys:
            raise Broken(f"A terminal's answer {data!r} became {keys}")

    def _raw_keys(self) -> None:
        data = self._random.choice(
            (b"\x1b[A", b"\x1b[B\x1b[B", b"jjk", b"\xff\xfe", b"\x1b[200~y\ry\r\x1b[201~",
             b"\x1b[200~never ends y", b"\x1b", b"\xc3", b"\x1b[<0;5;3M\x1b[<0;5;3m", b"G", b"\r")
        )  # fmt: skip
        self._operator.receives(data)

    def _click(self) -> None:
        width, height = self._operator.app.size
        self._operator.clicks(self._random.randrange(width), self._random.randrange(height))

    async def _resize(self) -> None:
        await self._operator.resizes(*self._random.choice(SIZES))

    # The server

    def _fault(self) -> None:
        self._operator.log.append(f"fault: {self._faults.on()}")

    def _hold(self) -> None:
        self._operator.log.append(f"fault: {self._faults.hold()}")

    def _repair(self) -> None:
        self._operator.log.append("faults off")
        self._faults.off()
