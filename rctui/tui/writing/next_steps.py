"""What one does after a write that went well, said behind it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.errors import RctuiError
from rctui.text.safe_text import SafeText, join, phrase
from rctui.tui.keys.actions import TICKET_SUMMARY
from rctui.tui.keys.write_actions import REVERSE
from rctui.tui.notices import lines_of

if TYPE_CHECKING:
    from rctui.journal.operation import Operation
    from rctui.tui.keys.in_force import Keys


def with_next_steps(
    said: SafeText, keys: Keys, newest: Operation | None, *, is_reverse: bool, width: int
) -> SafeText:
    """`said`, and the keys that undo it and copy it for the ticket, if that takes no more room.

    `newest` is the write that can be taken back next; `is_reverse` whether this one took one back.
    """
    undo = []
    if newest is not None and not is_reverse and _has_way_back(newest):
        undo = [phrase("{} undoes", keys.way_to(REVERSE))]
    copy = keys.way_to(TICKET_SUMMARY)
    for words in ("{} copies for the ticket", "{} copies"):
        longer = phrase("{}  {}", said, join(" · ", [*undo, phrase(words, copy)]))
        if lines_of(longer, width) <= lines_of(said, width):
            return longer
    return said


def _has_way_back(operation: Operation) -> bool:
    from rctui.tui.dialogs.reverse import reverse_of_operation

    try:
        return not operation.is_open and not isinstance(
            reverse_of_operation(operation, key=""), SafeText
        )
    except RctuiError:
        return False
