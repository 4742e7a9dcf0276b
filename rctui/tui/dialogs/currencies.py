"""Virtual currencies: add, take away, or bring a balance to a number."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, cast

from rctui.customers.changes import rules
from rctui.customers.changes.amounts import TypedAmount, read_amounts
from rctui.customers.changes.currencies import differences
from rctui.customers.changes.errors import BadAmount, ChangeError
from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.effects.before_after import balance_words
from rctui.customers.verdicts.loaded import is_whole, records_of
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import TICKET, Choice, Question
from rctui.tui.dialogs.id_choices import CHOICES_AT_MOST, can_be_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rctui.customers.changes.change import Change
    from rctui.tui.dialogs.form import Intent
    from rctui.tui.widgets.plain import Toned

AMOUNTS: Final = "amounts"
KIND: Final = "kind"
TRANSACTION: Final = "transaction"
NO_TRANSACTION: Final = "no transaction"


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrenciesForm(CustomerForm):
    """Asks for the amounts, and whether a transaction records them."""

    make_key: Callable[[], str]
    """Makes the idempotency key, once for each intent."""
    max_credit: Mapping[str, int] = field(default_factory=dict)
    """The largest credit at once, by code."""
    chosen: str = ""
    """The code of the row under the cursor; an amount without a code is for it."""

    @property
    def title(self) -> SafeText:
        """`Currencies of user_42`."""
        return phrase("Currencies of {}", safe(self.customer_id))

    @property
    def questions(self) -> Sequence[Question]:
        """The amounts, and how they are recorded."""
        codes = [code for code in self._codes if can_be_typed(code)][:CHOICES_AT_MOST]
        choices = tuple(Choice(f"{code} ", self._choice_words(code)) for code in codes)
        hint = label("+500 adds · -20 takes away · =1000 sets · GLD +5, SLV -2 for several")
        kinds = (Choice(TRANSACTION), Choice(NO_TRANSACTION))
        how = label("Shown in their history or not")
        return (
            Question(AMOUNTS, self._amounts_title, hint, choices=choices),
            Question(KIND, label("Recorded as"), how, TRANSACTION, kinds),
        )

    @property
    def _amounts_title(self) -> SafeText:
        code = self._only_code
        return phrase("Amount of {}", safe(code)) if code else label("Amounts")

    @property
    def _balances(self) -> dict[str, int]:
        rows = records_of(self.facts.currencies) if self.facts is not None else ()
        return {row.currency_code: row.balance for row in rows if row.balance is not None}

    @property
    def _codes(self) -> tuple[str, ...]:
        rows = records_of(self.facts.currencies) if self.facts is not None else ()
        return tuple(dict.fromkeys(row.currency_code for row in rows))

    @property
    def _only_code(self) -> str:
        """What an amount without a code is for, or empty."""
        return self.chosen or (self._codes[0] if len(self._codes) == 1 else "")

    def _balance_words(self, code: str) -> SafeText:
        balance = self._balances.get(code)
        return label("not told") if balance is None else phrase("{}", balance)

    def _choice_words(self, code: str) -> SafeText:
        """`Gold coins · 80`."""
        title = self.view.names.title_of(code)
        balance = self._balance_words(code)
        return phrase("{} · {}", title, balance) if title.plain else balance

    def _fields(self) -> Mapping[str, str]:
        return {"code": AMOUNTS, "amount": AMOUNTS, "reference": TICKET, "": AMOUNTS}

    def _change(self, answers: Mapping[str, str]) -> Change:
        without = _without_transaction(answers.get(KIND, ""))
        typed = read_amounts(answers.get(AMOUNTS, ""))
        coded = [(self._code(one), one) for one in typed]
        deltas = {code: one.amount for code, one in coded if not one.is_target}
        targets = {code: one.amount for code, one in coded if one.is_target}
        if len(deltas) + len(targets) < len(typed):
            raise BadAmount("One currency is there twice.", hint="Keep one.", field="amount")
        ticket = answers.get(TICKET, "").strip()
        change = self._made(deltas, targets, ticket, without)
        self._check_amounts(dict(change.adjustments))
        return change

    def _made(
        self, deltas: dict[str, int], targets: dict[str, int], ticket: str, without: bool
    ) -> AdjustCurrencies:
        """The change with an empty key: previews need none."""
        if not targets:
            return AdjustCurrencies.of(
                self.customer_id, deltas, key="", reference=ticket, without_transaction=without
            )
        if without:
            raise ChangeError(
                "A balance is set through a transaction: what an update without one does to it"
                " is not documented.",
                hint="Choose a transaction, or type + or -.",
                field=KIND,
            )
        balances = self._balances
        if not deltas:
            return AdjustCurrencies.setting(
                self.customer_id, targets, balances, key="", reference=ticket
            )
        amounts = deltas | differences(targets, balances)
        goals = tuple((code, goal) for code, goal in targets.items() if code in amounts)
        return AdjustCurrencies(self.customer_id, tuple(amounts.items()), "", ticket, False, goals)

    def _code(self, typed: TypedAmount) -> str:
        """The code that is meant; case is mended where only one currency can be meant."""
        if not typed.code:
            if self._only_code:
                return self._only_code
            known = ", ".join(self._codes[:CHOICES_AT_MOST])
            hint = f"Type its code before the amount: {known}." if known else "Type its code."
            raise BadAmount("No currency is named.", hint=hint, field="code")
        alike = [code for code in self._codes if code.casefold() == typed.code.casefold()]
        if typed.code not in alike and len(alike) == 1:
            return alike[0]
        if typed.code in alike or not self._all_codes_known:
            return typed.code
        known = ", ".join(self._codes[:CHOICES_AT_MOST])
        words = f"No currency {typed.code[:40]!a}."
        raise BadAmount(words, hint=f"There are {known}; case counts.", field="code")

    @property
    def _all_codes_known(self) -> bool:
        """Whether another code is surely none: a customer's list has the empty balances too."""
        return self.facts is not None and bool(self._codes) and is_whole(self.facts.currencies)

    def _check_amounts(self, adjustments: Mapping[str, int]) -> None:
        rules.check_adjustments(adjustments)
        rules.check_balances(adjustments, self._balances)
        WriteRules(max_credit=self.max_credit).check_credits(adjustments)

    def intent(self, answers: Mapping[str, str]) -> Intent:
        """The change, with a key of its own, and what it brings. Raises ChangeError."""
        # Named, since a class with slots has no super() without arguments.
        intent = CustomerForm.intent(self, answers)
        change = cast("AdjustCurrencies", intent.change)
        return replace(intent, change=replace(change, key=self.make_key()))

    def _meaning(self, change: Change) -> Sequence[SafeText | Toned]:
        adjust = cast("AdjustCurrencies", change)
        lines = [self._line(*pair) for pair in adjust.adjustments]
        if adjust.without_transaction:
            return [*lines, (label("That is so if the server adds."), Tone.MUTED)]
        return lines

    def _warnings(self, change: Change) -> Sequence[SafeText]:
        if self.facts is None or not is_whole(self.facts.currencies):
            return ()
        codes = cast("AdjustCurrencies", change).codes
        words = "{} is not among this customer's currencies; case counts."
        return [phrase(words, safe(code)) for code in codes if code not in self._codes]

    def _line(self, code: str, amount: int) -> SafeText | Toned:
        """`GLD: 80 → 580 (+500)`, as the review has it."""
        words = balance_words(code, amount, self._balances.get(code))
        return words if code in self._balances else (words, Tone.ATTENTION)


def _without_transaction(typed: str) -> bool:
    kind = " ".join(typed.lower().split())
    if TRANSACTION.startswith(kind):
        return False
    if NO_TRANSACTION.startswith(kind):
        return True
    raise ChangeError(
        f"{typed[:40]!a} is neither {TRANSACTION} nor {NO_TRANSACTION}.",
        hint="Up and down choose.",
        field=KIND,
    )
