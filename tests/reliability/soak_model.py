"""What the soak knows: which changes were confirmed, and whether all the rest agrees with that.

The model watches messages on their way to the screen. A change counts as confirmed only when
`y` reaches a review in full view, with its challenge met and its deaf time over. Everything
else, whatever it is, must not lead to a write.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from textual._context import active_message_pump
from textual.events import Key, Paste
from textual.widgets import Input

from rctui.customers.changes.every_change import change_in
from rctui.journal.states import Step
from rctui.text.safe_text import safe
from rctui.tui.screens.review import ReviewScreen
from rctui.tui.writing.acting import WriteEnded
from tests.reliability.soak_confirmation import Confirmation
from tests.reliability.soak_operator import Broken
from tests.reliability.soak_requests import check_counts, identity_of, looks_of, request_of
from tests.reliability.soak_world import marks_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message
    from textual.message_pump import MessagePump

    from rctui.api.request import Request
    from rctui.demo.received import Received
    from rctui.journal.operation import Operation
    from rctui.tui.app import RctuiApp
    from tests.reliability.soak_world import SoakProject, SoakWorld

_AGAIN: Final = "Send it again"
_SETTLE: Final = "Note that"


@dataclass
class _Review:
    """A review on the screen."""

    deaf_until: float
    answered: bool = False
    last_key: Key | None = None


@dataclass
class SoakModel:
    """Watches as a message hook; `check` compares journal, server and what was confirmed."""

    world: SoakWorld
    guard_s: float
    app: RctuiApp | None = None
    confirmed: list[Confirmation] = field(default_factory=list)
    """What was confirmed and no write was seen of yet."""
    told: list[WriteEnded] = field(default_factory=list)
    """What the operator was told of ends."""
    count: Counter[str] = field(default_factory=Counter)
    """How much of what there was, to see that a soak is worth its time."""
    owns: dict[int, set[int]] = field(default_factory=dict)
    """Whose marks a customer's records hold besides its own, after a transfer."""
    _reviews: WeakKeyDictionary[ReviewScreen, _Review] = field(default_factory=WeakKeyDictionary)
    _known: set[str] = field(default_factory=set)
    _requests: dict[str, Request] = field(default_factory=dict)
    _followed: Counter[str] = field(default_factory=Counter)
    _checked: tuple[int, ...] = ()

    # Watching

    def __call__(self, message: Message) -> None:
        """Take note of a message that is about to be handled."""
        if isinstance(message, WriteEnded):
            if message not in self.told:
                self.told.append(message)
            return
        pump = active_message_pump.get()
        screen = _review_around(pump)
        if screen is None:
            return
        review = self._reviews.setdefault(screen, _Review(time.monotonic() + self.guard_s))
        if isinstance(message, (Key, Paste)):
            self._pressed(screen, review, pump, message)

    def _pressed(
        self, screen: ReviewScreen, review: _Review, pump: object, event: Key | Paste
    ) -> None:
        if event is review.last_key:
            return
        review.last_key = event if isinstance(event, Key) else None
        if event.time < review.deaf_until:
            review.deaf_until = max(review.deaf_until, event.time + self.guard_s)
        elif (
            isinstance(event, Key)
            and event.key == "y"
            and not review.answered
            and not isinstance(pump, Input)
            and screen.is_active
            and self._met(screen)
        ):
            review.answered = True
            self._confirm(screen)

    def _met(self, screen: ReviewScreen) -> bool:
        challenge = screen._text.challenge
        boxes = screen.query(Input)
        if challenge is None:
            return True
        return boxes.first().value == challenge.wanted

    def _confirm(self, screen: ReviewScreen) -> None:
        text = screen._text
        rows = [row[0].plain if isinstance(row, tuple) else row.plain for row in text.rows]
        several = next((row for row in rows if row.startswith("customers ")), None)
        names = ("project",) if several else ("project", "customer")
        shown = {name: _after(name, rows) for name in names}
        run = text.run.plain
        words = (text.title.plain, *rows)
        if run.startswith((_AGAIN, _SETTLE)):
            self._followed[_AGAIN if run.startswith(_AGAIN) else _SETTLE] += 1
            self.count["followed up"] += 1
            return
        project, challenged = self._project_of(shown["project"]), text.challenge is not None
        many = int(several.split()[1]) if several else 0
        one = Confirmation(project, shown.get("customer", ""), words, challenged, many)
        self.count["confirmed"] += 1
        self.confirmed.append(one)
        self._note_transfer(one)

    def _project_of(self, shown: str) -> str:
        for project in self.world.projects:
            if shown == project.facts.name or shown.split(" ")[0] == project.key:
                return project.key
        raise Broken(f"A review names no project that there is: {shown!r}")

    def _note_transfer(self, one: Confirmation) -> None:
        """From now on the target's rows may hold the marks of the source, and of its sources."""
        if not one.words[0].startswith("Transfer "):
            return
        source = marks_in(one.customer)
        moved = source.union(*(self.owns.get(number, set()) for number in source))
        for target in marks_in(one.words[0]) - source:
            self.owns.setdefault(target, set()).update(moved)

    # Checking

    def check(self, *, at_rest: bool) -> None:
        """Compare journal, server and confirmations. Raises Broken."""
        lengths = (
            len(self.world.journal.store.current()),
            *(len(project.server.state.received) for project in self.world.projects),
            len(self.told),
            int(at_rest),
        )
        if lengths == self._checked:
            return
        operations = self._operations()
        self._check_journal(operations)
        for project in self.world.projects:
            self._check_server(project, operations, at_rest=at_rest)
        if at_rest:
            self._check_told(operations)
            # Whatever has led to no write by now must not lead to one later.
            self.confirmed.clear()
            # A `y` that a review still took for too early leaves it where it was.
            for review in self._reviews.values():
                review.answered = False
        self._checked = lengths

    def _operations(self) -> list[Operation]:
        """What the journal holds, oldest first."""
        reading = self.world.journal.recent()
        return list(reversed(reading.operations))

    def _check_journal(self, operations: list[Operation]) -> None:
        for one in operations:
            if one.id not in self._known:
                self._known.add(one.id)
                self._take(one)
            for confirmed in self.confirmed:
                confirmed.give_back(one)
        steps = Counter(entry.step for one in operations for entry in one.entries)
        for step, words in ((Step.SENT_AGAIN, _AGAIN), (Step.SETTLED, _SETTLE)):
            if steps[step] > self._followed[words]:
                raise Broken(f"The journal has {step} more often than it was confirmed.")

    def _take(self, operation: Operation) -> None:
        """Use up the confirmation of a new write."""
        self.count[str(operation.change.get("kind"))] += 1
        high_risk = self.world.project(operation.first.project).facts.high_risk
        for one in self.confirmed:
            if one.covers(operation) and one.allows(operation, high_risk=high_risk):
                if safe(operation.first.summary).plain == one.words[0]:
                    self.confirmed.remove(one)
                one.take(operation)
                return
        raise Broken(f"A write that nobody confirmed: {operation.first}\nOpen: {self.confirmed}")

    def _check_server(
        self, project: SoakProject, operations: list[Operation], *, at_rest: bool
    ) -> None:
        writes = project.writes
        self.count[f"writes to {project.key}"] = len(writes)
        if project.facts.read_only and writes:
            raise Broken(f"A write to a read-only project: {writes[0]}")
        groups: dict[object, tuple[list[Operation], list[Received]]] = {}
        for operation in operations:
            if operation.first.project == project.key:
                wanted = self._request_of(operation)
                groups.setdefault(identity_of(wanted), ([], []))[0].append(operation)
        for write in writes:
            if (identity := identity_of(write)) not in groups:
                raise Broken(f"A request that is in no journal: {write}")
            own, requests = groups[identity]
            if looks_of(write) != looks_of(self._request_of(own[0])):
                raise Broken(f"Another request than the journal has: {write}\n{own[0].first}")
            requests.append(write)
        for own, requests in groups.values():
            check_counts(own, requests, at_rest=at_rest)

    def _request_of(self, operation: Operation) -> Request:
        if operation.id not in self._requests:
            change = change_in(operation.change)
            self._requests[operation.id] = request_of(change)
        return self._requests[operation.id]

    def _check_told(self, operations: list[Operation]) -> None:
        by_id = {one.id: one for one in operations}
        for ended in self.told:
            outcome = ended.answer.outcome
            self.count[f"told {outcome.end.value}"] += 1
            if not outcome.operation_id:
                if outcome.end is not Step.NOT_SENT:
                    raise Broken(f"Told {outcome.end} of what the journal does not have.")
                continue
            operation = by_id[outcome.operation_id]
            if outcome.end not in {entry.step for entry in operation.entries}:
                raise Broken(f"Told {outcome.end}, but the journal says {operation.state}.")
        self.told.clear()


def _review_around(pump: MessagePump | None) -> ReviewScreen | None:
    """The review that a widget belongs to, if it does to one."""
    while pump is not None and not isinstance(pump, ReviewScreen):
        pump = pump._parent
    return pump


def _after(name: str, rows: Iterable[str]) -> str:
    found = [row[len(name) :].strip() for row in rows if row.startswith(f"{name} ")]
    if not found:
        raise Broken(f"A review without a line for {name}: {list(rows)}")
    return found[0]
