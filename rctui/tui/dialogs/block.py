"""Block and unblock: nothing is asked beside the ticket, much is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rctui.customers.changes.every_change import BlockCustomer, UnblockCustomer
from rctui.customers.changes.rules import BLOCKED_AT_MOST, check_room_to_block
from rctui.customers.failure import FailureKind
from rctui.customers.reads import ListBlocked
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.changes.change import Change
    from rctui.customers.failure import Failure
    from rctui.customers.readback.observation import Observation
    from rctui.worker.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockForm(CustomerForm):
    """Says that blocking is deleting. An id with a space or a `/` is refused at once."""

    blocked_count: int | None = None
    """How many customers the project has blocked; `None` is not known."""
    count_failure: Failure | None = None
    """Why that is not known, once it was asked."""

    @property
    def title(self) -> SafeText:
        """`Block user_42`."""
        return phrase("Block {}", safe(self.customer_id))

    def lookup(self, answers: Mapping[str, str]) -> ListBlocked:  # noqa: ARG002
        """The block list, for its length."""
        return ListBlocked()

    def told(self, answer: Answer[Any]) -> BlockForm:
        """The form with the number of blocked customers, or why there is none."""
        if answer.value is None:
            return replace(self, count_failure=answer.failure)
        return replace(self, blocked_count=len(answer.value.items), count_failure=None)

    def _change(self, answers: Mapping[str, str]) -> Change:  # noqa: ARG002 - nothing is asked
        check_room_to_block(self.blocked_count)
        return BlockCustomer(self.customer_id)

    def _consequences(
        self, change: Change, before: Observation | None = None
    ) -> tuple[SafeText, ...]:
        # Named, since a class with slots has no super() without arguments.
        return (*CustomerForm._consequences(self, change, before), self._count_words(before))

    def _count_words(self, before: Observation | None) -> SafeText:
        seen = before.blocked_count if before is not None else None
        count = self.blocked_count if seen is None else seen
        if count is None:
            return phrase("How many are blocked now: {}.", self._not_known)
        return phrase("{} of {} are blocked now.", count, BLOCKED_AT_MOST)

    @property
    def _not_known(self) -> SafeText:
        """Why the number is not known."""
        if self.count_failure is None:
            return label("not loaded yet")
        if self.count_failure.kind is FailureKind.NOT_ALLOWED:
            return label("not allowed with this key")
        return phrase("not known ({})", self.count_failure.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockForm(CustomerForm):
    """Says that only the id is freed, and that nothing comes back by itself."""

    @property
    def title(self) -> SafeText:
        """`Unblock user_42`."""
        return phrase("Unblock {}", safe(self.customer_id))

    def _change(self, answers: Mapping[str, str]) -> Change:  # noqa: ARG002 - nothing is asked
        return UnblockCustomer(self.customer_id)
