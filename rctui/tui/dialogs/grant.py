"""Grant: access to an entitlement until a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from rctui.customers.changes.errors import ChangeError
from rctui.customers.changes.every_change import GrantEntitlement
from rctui.customers.changes.grant_ends import PRESETS, GrantEnd, read_grant_end
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.effects.grant import Beside, access_there, access_words
from rctui.customers.known_ids import ENTITLEMENTS, id_of, known_ids, seen_entitlements
from rctui.tables.table import Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import Choice, Question
from rctui.tui.dialogs.id_choices import id_choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.changes.change import Change
    from rctui.tui.widgets.plain import Toned

ENTITLEMENT: Final = "entitlement"
END: Final = "end"

_WEEKDAYS: Final = (
    label("Monday"), label("Tuesday"), label("Wednesday"), label("Thursday"), label("Friday"),
    label("Saturday"), label("Sunday"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantForm(CustomerForm):
    """Asks which entitlement, and until when."""

    known_entitlements: tuple[str, ...] = ()
    """Ids of the project's entitlements beside those that are named or seen."""
    max_grant_days: int | None = None
    """The longest grant that the project allows."""
    server_ahead_ms: int = 0
    """By how much the server's clock is ahead of this machine's, where that is worth a word.
    `view` is then of the server's moment: the server ends a grant by its own clock."""

    @property
    def title(self) -> SafeText:
        """`Grant to user_42`."""
        return phrase("Grant to {}", safe(self.customer_id))

    @property
    def questions(self) -> Sequence[Question]:
        """The entitlement and the end."""
        choices = id_choices(self._ids, self.view.names)
        start = choices[0].value if len(choices) == 1 else ""
        return (
            Question(ENTITLEMENT, label("Entitlement"), label("Name or id."), start, choices),
            Question(
                END,
                label("For how long, or until when"),
                label("7, 1mo · fri 18:00 · 2026-12-24 18:00 · +10d after the present end"),
                choices=tuple(Choice(preset) for preset in PRESETS),
            ),
        )

    @property
    def _ids(self) -> tuple[str, ...]:
        seen = (*seen_entitlements(self.facts), *self.known_entitlements)
        return known_ids(self.view.names, ENTITLEMENTS, seen)

    def _entitlement(self, answers: Mapping[str, str]) -> str:
        typed = answers.get(ENTITLEMENT, "")
        return id_of(
            typed,
            self._ids,
            self.view.names,
            what="entitlement",
            field=ENTITLEMENT,
            beginnings=ENTITLEMENTS,
        )

    def _end(self, answers: Mapping[str, str], entitlement_id: str) -> GrantEnd:
        return read_grant_end(
            answers.get(END, ""),
            now_ms=self.view.now_ms,
            zone=self.view.zone,
            there=access_there(entitlement_id, self.facts),
        )

    def _change(self, answers: Mapping[str, str]) -> Change:
        entitlement_id = self._entitlement(answers)
        end = self._end(answers, entitlement_id)
        change = GrantEntitlement(self.customer_id, entitlement_id, end.at_ms)
        change.check(self.view.now_ms)
        WriteRules(max_grant_days=self.max_grant_days).check_grant(end.at_ms, self.view.now_ms)
        return change

    def _so_far(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:
        """What is active now; and the end, where only the limit is against it."""
        try:
            entitlement_id = self._entitlement(answers)
        except ChangeError:
            return ()
        lines = [access_words(Beside.of(entitlement_id, self.facts), self.view)]
        try:
            end = self._end(answers, entitlement_id)
        except ChangeError:
            return lines
        until = moments.both_clocks(end.at_ms, self.view.zone)
        return (*lines, phrase("Until {}.", until), _from_now(end.at_ms, self))

    def preview(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:
        """What the answers so far mean, with how the end was found. Never raises."""
        # Named, since a class with slots has no super() without arguments.
        lines = CustomerForm.preview(self, answers)
        try:
            said = self._end(answers, self._entitlement(answers)).said
        except ChangeError:
            return lines
        return (*lines, (said, Tone.MUTED)) if said.plain else lines

    def _meaning(self, change: Change) -> Sequence[SafeText | Toned]:
        return [_from_now(cast("GrantEntitlement", change).expires_at_ms, self)]

    def _warnings(self, change: Change) -> Sequence[SafeText]:
        chosen = cast("GrantEntitlement", change).entitlement_id
        said: list[SafeText] = []
        if self.server_ahead_ms:
            clocks = moments.clock_difference(self.server_ahead_ms)
            said.append(phrase("{}: counted from the server's time.", clocks))
        if chosen not in self._ids:
            said.append(phrase("{} is not known here: taken as an id.", safe(chosen)))
        return said


def _from_now(end_ms: int, form: CustomerForm) -> SafeText:
    """`That is a Thursday, in 21 d`."""
    when = moments.moment(end_ms, form.view.zone)
    how_far = moments.distance(end_ms, form.view.now_ms)
    if when is None:
        return phrase("That is {}.", how_far)
    return phrase("That is a {}, {}.", _WEEKDAYS[when.weekday()], how_far)
