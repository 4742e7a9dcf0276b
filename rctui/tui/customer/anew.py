"""Reading a customer anew after an own write, whoever made it: a dialog, a plan, another program.

Whether one was made is told by the journal, not by a clock: it is compared with what it said of
the customer when everything was asked for last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual import on

from rctui.customers.failure import FailureKind
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.customer.view import CustomerView
from rctui.tui.writing.messages import CustomerTouched, JournalChanged, WriteSeen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from rctui.api.models.customer import Customer

_READS_ANEW: Final = label("Changed since this was loaded: reading it anew first…")


class _Waiting(NamedTuple):
    screen: Screen[object]
    """What was on top when it was asked for."""
    then: Callable[[], None]


class ReadsAnew(CustomerView):
    """The part of the customer's screen that never rests on what was read before an own write."""

    _lines_known = 0
    """How many lines the journal had about the customer when everything was asked for last."""
    _outdated: Customer | None = None
    """The customer's own answer from before the newest write, until another one comes."""
    _waiting: _Waiting | None = None

    @property
    def own_ids(self) -> frozenset[str]:
        """Every id that the customer goes by here."""
        return frozenset({self.customer_id, self.loads.parts.asked})

    def on_mount(self) -> None:
        """What the journal says by now was done before the first answer was asked for."""
        self._lines_known = self._lines_now

    @property
    def _lines_now(self) -> int:
        return self.program.own_changes.lines_of(self.own_ids)

    @on(WriteSeen)
    def load_anew(self, message: WriteSeen) -> None:
        """A write has ended: where it was about this customer, load again."""
        change = message.answer.request.change
        is_here = message.answer.project == self.session.project.key
        if is_here and self.own_ids & set(change.customers):
            self._read_anew()

    @on(CustomerTouched)
    def load_touched(self, message: CustomerTouched) -> None:
        """A row of a plan has ended; the journal is read here, for few rows are shown."""
        if message.project == self.session.project.key and self.own_ids & message.customer_ids:
            self.program.count_unconfirmed()
            self.load_if_touched()

    @on(JournalChanged)
    def load_if_touched(self) -> None:
        """Load again where the journal has a write that was not there when this was loaded."""
        if self._lines_now != self._lines_known:
            self._read_anew()

    def _read_anew(self) -> None:
        self._lines_known = self._lines_now
        self._outdated = self.loads.parts.customer
        self.loads.reload_all(self.tab.section)

    # What must not be told before

    def is_up_to_date(self, then: Callable[[], None]) -> bool:
        """Whether nothing that is loaded is older than the newest own write.

        Where it is not so, it is said, everything is read anew, and `then` is called once that
        has come, if the same screen is still on top.
        """
        self.program.count_unconfirmed()
        self.load_if_touched()
        if not self._is_outdated:
            return True
        if self.loading_parts:
            self._waiting = _Waiting(self.app.screen, then)
            self.program.say(_READS_ANEW)
        else:
            self.program.say_trouble(self._why_outdated)
        return False

    @property
    def _is_outdated(self) -> bool:
        """Whether the customer's own answer, or a list, is still from before the newest write."""
        if self._outdated is None:
            return False
        failure, customer = self.loads.parts.failure, self.loads.parts.customer
        is_answered = customer is not self._outdated or (
            failure is not None and failure.kind is FailureKind.NOT_FOUND
        )
        if is_answered and not self.loading_parts:
            self._outdated = None
        return self._outdated is not None

    @property
    def _why_outdated(self) -> SafeText:
        failure = self.loads.parts.failure
        why = label("") if failure is None else failure.sentence
        return phrase("It changed after it was loaded, and can't be read anew. {}", why)

    def everything_came(self) -> None:
        """No answer is on its way any more: do what has waited for that."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self.app.screen is waiting.screen:
            waiting.then()
