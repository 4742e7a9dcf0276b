"""What a customer's screen will ask for, asked before that screen is even loaded.

Loading it takes a third of a round trip, the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rctui.customers.reads import ListSection, OpenCustomer, Read
from rctui.customers.sections import Section
from rctui.worker.answers import Need
from rctui.worker.mailbox import Mailbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.tui.session import Session
    from rctui.worker.answers import Answer

LISTS: Final = (
    Section.SUBSCRIPTIONS,
    Section.PURCHASES,
    Section.ALIASES,
    Section.CURRENCIES,
    Section.INVOICES,
)
"""The lists that don't come with the customer's own answer, those that the verdict needs first."""


class AskedAhead:
    """The reads of one customer that are on their way, and their answers until they are wanted."""

    def __init__(self, session: Session, customer_id: str, *, is_known: bool) -> None:
        """Ask for every list, and for the customer unless Find has brought that answer."""
        reads: list[tuple[Read[Any], Need]] = [
            (ListSection(customer_id, section), Need.OTHER_TAB) for section in LISTS
        ]
        if not is_known:
            reads.insert(0, (OpenCustomer(customer_id), Need.HEADER))
        boxes: list[Mailbox[Answer[Any]]] = [Mailbox() for _ in reads]
        numbers = session.worker.read_together(
            session.project.key,
            [(*asked, box.put) for asked, box in zip(reads, boxes, strict=True)],
        )
        self._asked = {
            read: (number, box)
            for (read, _), number, box in zip(reads, numbers, boxes, strict=True)
        }

    def hand_over(self, read: Read[Any], reply: Callable[[Answer[Any]], object]) -> int | None:
        """Give `reply` the answer to a read, once; the load's number, or `None` if not asked.

        Where the answer is there, `reply` is called at once, else on the worker's thread.
        """
        number, answers = self._asked.pop(read, (None, None))
        if answers is not None:
            answers.listen(reply)
        return number
