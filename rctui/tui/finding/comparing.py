"""Compare from Find: two marked rows, or the row under the cursor with one that is marked."""

from __future__ import annotations

from rctui.customers.listed import NOT_KEPT
from rctui.text.safe_text import label, phrase
from rctui.tui.finding.view import FindView
from rctui.tui.lists.actions import NO_ROW

_OTHER_PROJECT = label("Only customers of the project on screen can be compared.")


class FindsTwo(FindView):
    """The part of Find that compares."""

    def action_compare(self) -> None:
        """With two rows marked, show both; else mark, or compare with, the one under the cursor."""
        table = self.table
        marked = list(table.marked)
        if len(marked) > 2:
            self.program.say(phrase("Two rows can be compared; {} are marked.", len(marked)))
            return
        row = table.cursor_record
        rows = marked if len(marked) == 2 else [] if row in (None, NOT_KEPT) else [row]
        if not rows:
            self.program.say(NO_ROW)
        elif any(one.project not in ("", self.session.project.key) for one in rows):
            self.program.say(_OTHER_PROJECT)
        elif len(rows) == 2:
            table.unmark()
            self.program.compare(rows[0].customer_id, rows[1].customer_id)
        else:
            self.program.mark_or_compare(rows[0].customer_id)
