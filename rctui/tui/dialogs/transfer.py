"""Transfer: subscriptions and purchases go to another customer."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from rctui.customers.changes.errors import ChangeError, NotThere, SameCustomer
from rctui.customers.changes.every_change import Transfer
from rctui.customers.changes.rules import check_customer_id
from rctui.customers.effects.transfer import moving_words, staying_words, target_lines
from rctui.customers.failure import FailureKind
from rctui.customers.known_ids import APPS, id_of, known_ids
from rctui.customers.sections import Section
from rctui.customers.whole import ReadParts
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe, without_lead
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import Question
from rctui.tui.dialogs.id_choices import id_choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.changes.change import Change
    from rctui.customers.failure import Failure
    from rctui.customers.verdicts.facts import Facts
    from rctui.tui.dialogs.looking_up import Lines
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.answers import Answer

TARGET: Final = "target"
APP_FILTER: Final = "apps"

_LISTS: Final = (Section.SUBSCRIPTIONS, Section.PURCHASES, Section.ALIASES)
_MOVES: Final = "Moves: "
_MOVES_IF: Final = "Moves, if from the chosen apps: "
_TARGET_IS: Final = "The target: "
_NOT_LOOKED_UP: Final = label("What the target has is looked up before it is sent.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferForm(CustomerForm):
    """Asks for the target, and for the apps where not everything shall move."""

    known_apps: tuple[str, ...] = ()
    """Ids of the project's apps beside those that have a name."""
    target: Facts | None = None
    """What is loaded of a customer who may be the target, such as the one marked for compare."""
    target_failure: tuple[str, Failure] | None = None
    """An id that was looked up as the target, and why that gave nothing."""

    @property
    def title(self) -> SafeText:
        """`Transfer from user_42`."""
        return phrase("Transfer from {}", safe(self.customer_id))

    @property
    def questions(self) -> Sequence[Question]:
        """The target and the apps."""
        start = self.target.customer.id if self.target is not None else ""
        apps = id_choices(self._apps, self.view.names)
        hint = label("App User ID or alias · case and every character count")
        only = label("Empty: all · ids with commas between")
        return (
            Question(TARGET, label("To the customer"), hint, start),
            Question(APP_FILTER, label("Only from these apps"), only, choices=apps),
        )

    @property
    def _apps(self) -> tuple[str, ...]:
        return known_ids(self.view.names, APPS, self.known_apps)

    def _fields(self) -> Mapping[str, str]:
        return {"customer": TARGET}

    def _change(self, answers: Mapping[str, str]) -> Change:
        target = answers.get(TARGET, "").strip()
        if not target:
            raise ChangeError("To whom?", hint="Type the App User ID.", field=TARGET)
        self._check_other(target)
        self._check_there(target)
        named = [part for part in answers.get(APP_FILTER, "").split(",") if part.strip()]
        apps = [
            id_of(part, self._apps, self.view.names, what="app", field=APP_FILTER) for part in named
        ]
        return Transfer(self.customer_id, target, tuple(dict.fromkeys(apps)))

    def lookup(self, answers: Mapping[str, str]) -> ReadParts | None:
        """The target, once it can be one and unless it is known."""
        typed = answers.get(TARGET, "").strip()
        try:
            check_customer_id(typed)
            self._check_other(typed)
        except ChangeError:
            return None
        is_known = not typed or self._known_target(typed) is not None
        return None if is_known else ReadParts(typed, _LISTS)

    def told(self, answer: Answer[Any]) -> TransferForm:
        """The form with what there is of the target, or why nothing."""
        if answer.value is not None:
            target = answer.value.facts(self.facts.restore_behavior if self.facts else "unknown")
            return replace(self, target=target, target_failure=None)
        if answer.failure is None:
            return self
        return replace(self, target_failure=(answer.read.customer_id or "", answer.failure))

    def beside(self, answers: Mapping[str, str]) -> tuple[Lines, Lines] | None:
        """What moves, and the target now; nothing before there is a change."""
        try:
            change = cast("Transfer", self.checked(answers))
        except ChangeError:
            return None
        moving = self._moving(change)
        head = label("What moves")
        if change.app_ids:
            head += label(", if from the chosen apps")
        # The heading has said it.
        left = [without_lead(row, _MOVES_IF if change.app_ids else _MOVES) for row in moving]
        right = [without_lead(row, _TARGET_IS) for row in self._target_words(change)]
        return _headed([head, *left]), _headed([label("The target now"), *right])

    def preview(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:
        """What the answers mean, but for what stands beside each other. Never raises."""
        # Named, since a class with slots has no super() without arguments.
        rows = CustomerForm.preview(self, answers)
        try:
            change = cast("Transfer", self.checked(answers))
        except ChangeError:
            return rows
        elsewhere = {*self._moving(change), *self._target_words(change)}
        return [row for row in rows if isinstance(row, tuple) or row not in elsewhere]

    def _moving(self, change: Transfer) -> list[SafeText]:
        moving = moving_words(self.facts, only_apps=bool(change.app_ids))
        return [*moving, staying_words(self.facts)]

    def _check_other(self, target: str) -> None:
        """Refuse the customer itself: by id, by alias, or by an id that only looks the same."""
        own = {self.customer_id, *(self.facts.own_ids if self.facts is not None else ())}
        same = {_composed(id_): id_ for id_ in sorted(own)}.get(_composed(target))
        known = self._known_target(target)
        if same is None and known is not None and known.customer.id in own:
            same = known.customer.id
        if same is not None:
            raise SameCustomer(
                f"{target[:60]!a} is {self.customer_id[:60]!a}: the same customer"
                + (f", by the alias {same[:60]!a}." if same != self.customer_id else "."),
                hint="Choose another target.",
                field=TARGET,
            )

    def _check_there(self, target: str) -> None:
        """Refuse a target that was looked up and not found."""
        failed = self.target_failure
        if failed and failed[0] == target and failed[1].kind is FailureKind.NOT_FOUND:
            raise NotThere(
                f"There is no customer {target[:60]!a}.",
                hint="Case and every character count.",
                field=TARGET,
            )

    def _warnings(self, change: Change) -> Sequence[SafeText]:
        return self._target_words(cast("Transfer", change))

    def _target_words(self, change: Transfer) -> list[SafeText]:
        target = change.target_customer_id
        known, failed = self._known_target(target), self.target_failure
        if known is not None:
            return target_lines(known, self.view, target)
        if failed and failed[0] == target:
            return [phrase("The target can't be looked at: {}", failed[1].sentence)]
        return [_NOT_LOOKED_UP]

    def _known_target(self, target: str) -> Facts | None:
        is_loaded = self.target is not None and target in self.target.own_ids
        return self.target if is_loaded else None


def _headed(rows: Sequence[SafeText]) -> Lines:
    head, *rest = rows
    return [(head, Tone.ACCENT), *rest]


def _composed(id_: str) -> str:
    return unicodedata.normalize("NFC", id_)
