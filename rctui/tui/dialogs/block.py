"""Block and unblock: nothing is asked beside the ticket, much is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.customers.change_rules import BLOCKED_AT_MOST
from rctui.customers.changes import BlockCustomer, UnblockCustomer
from rctui.text.safe_text import SafeText, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.change import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockForm(CustomerForm):
    """Says that blocking is deleting. An id with a space or a `/` is refused at once."""

    blocked_count: int | None = None
    """How many customers the project has blocked; `None` is not known."""

    @property
    def title(self) -> SafeText:
        """`Block user_42`."""
        return phrase("Block {}", safe(self.customer_id))

    def _change(self, answers: Mapping[str, str]) -> Change:  # noqa: ARG002 - nothing is asked
        return BlockCustomer(self.customer_id)

    def _consequences(self, change: Change) -> tuple[SafeText, ...]:
        # Named, since a class with slots has no super() without arguments.
        return (*CustomerForm._consequences(self, change), *self._count_words())

    def _count_words(self) -> list[SafeText]:
        if self.blocked_count is None:
            return []
        if self.blocked_count >= BLOCKED_AT_MOST:
            return [phrase("{} are blocked: no more are taken.", self.blocked_count)]
        return [phrase("{} of {} are blocked now.", self.blocked_count, BLOCKED_AT_MOST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockForm(CustomerForm):
    """Says that only the id is freed, and that nothing comes back by itself."""

    @property
    def title(self) -> SafeText:
        """`Unblock user_42`."""
        return phrase("Unblock {}", safe(self.customer_id))

    def _change(self, answers: Mapping[str, str]) -> Change:  # noqa: ARG002 - nothing is asked
        return UnblockCustomer(self.customer_id)
