"""Why a customer has access or not, and how that is told to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from rctui.customers.verdicts.own_deed import for_a_ticket
from rctui.customers.verdicts.reasons import also
from rctui.exports.ticket_summary import TicketSummary
from rctui.exports.verdict_text import VerdictText
from rctui.tables.evidence import NEXT_STEP, VERDICT, verdict_fields
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, safe, whole_id
from rctui.tui.customer.anew import ReadsAnew
from rctui.tui.customer.copies import summary_choices, why_choices
from rctui.tui.customer.words import ACCESS_TONES
from rctui.tui.field_lines import field_lines, name_width
from rctui.tui.widgets.verdict_line import VerdictLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.customers.fields import Field
    from rctui.tui.widgets.plain import Toned


class CustomerWhy(ReadsAnew):
    """The part of the customer's screen that tells the verdict: its evidence, and for a ticket."""

    @on(VerdictLine.Asked)
    def action_why(self) -> None:
        """Show what the access line rests on, and what else is worth knowing."""
        picture, verdict = self.picture, self.verdict
        if picture.facts is None or verdict is None:
            self.program.say(label("Nothing is known yet that access could be told from."))
            return
        fields = verdict_fields(verdict, also(picture.facts, picture.view))
        text = self._as_text(fields)
        self.program.show_text(
            (*self.place, label("Why")),
            lit_lines(fields, ACCESS_TONES[verdict.access]),
            indent=name_width(fields),
            copy=lambda: self.program.choose_copy(why_choices(self.customer_id, text)),
            ticket=self.action_ticket_summary,
            grant=self._grant_from_here,
        )

    def _grant_from_here(self) -> None:
        """The text is closed first: a grant makes it untrue."""
        self.program.pop_screen()
        self.call_later(self.run_action, "screen.grant")

    def _as_text(self, fields: Sequence[Field]) -> VerdictText:
        """What is shown, for others. It stays what it was when it was shown."""
        return VerdictText(
            self._shown_id,
            self._shown_project,
            self.loads.parts.as_of_ms,
            fields,
            self.session.zone,
        )

    def action_ticket_summary(self) -> None:
        """Choose in which form the summary for the ticket is copied; it tells nothing outdated."""
        if not self.is_up_to_date(self.action_ticket_summary):
            return
        picture, verdict = self.picture, self.verdict
        if verdict is None:
            self.program.say(label("Nothing is known yet that a ticket could be told."))
            return
        own = picture.facts.own if picture.facts is not None else None
        summary = TicketSummary(
            self._shown_id,
            for_a_ticket(verdict.sentence, own, picture.view),
            self.loads.parts.as_of_ms,
            self.program.done_for(self.customer_id),
            self.session.zone,
            self._shown_project,
            self.session.project.high_risk,
        )
        self.program.choose_copy(summary_choices(summary))

    @property
    def _shown_id(self) -> SafeText:
        return whole_id(self.customer_id)

    @property
    def _shown_project(self) -> SafeText:
        return safe(self.session.project.name)


def lit_lines(fields: Sequence[Field], verdict: Tone) -> list[Toned]:
    """The fields as lines: the verdict in its colour, and what to do is lit."""
    tones = {VERDICT: verdict, NEXT_STEP: Tone.ACCENT}
    lines: list[Toned] = []
    for field, line in zip(fields, field_lines(fields), strict=True):
        words = line if isinstance(line, SafeText) else line[0]
        lines.append((words, tones.get(field.name, Tone.PLAIN)))
    return lines
