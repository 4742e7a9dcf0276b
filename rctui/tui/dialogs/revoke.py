"""Revoke: the end of a grant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.errors import ChangeError
from rctui.customers.changes.every_change import RevokeEntitlement
from rctui.customers.changes.grant_ends import There
from rctui.customers.effects.grant import Beside, access_words
from rctui.customers.known_ids import ENTITLEMENTS, id_of, known_ids, seen_entitlements
from rctui.customers.verdicts.loaded import is_whole
from rctui.customers.verdicts.own_grant import unlisted_grants
from rctui.customers.verdicts.sources import attached, gives_now, is_grant
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import Question
from rctui.tui.dialogs.id_choices import id_choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.api.models.subscription import Subscription
    from rctui.customers.changes.change import Change

ENTITLEMENT: Final = "entitlement"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeForm(CustomerForm):
    """Asks which granted entitlement; what was bought can't be revoked."""

    @property
    def title(self) -> SafeText:
        """`Revoke a grant of user_42`."""
        return phrase("Revoke a grant of {}", safe(self.customer_id))

    @property
    def questions(self) -> Sequence[Question]:
        """The entitlement; the granted ones are the choices."""
        choices = id_choices(self._granted, self.view.names)
        start = choices[0].value if len(choices) == 1 else ""
        hint = label("Name or id.") if choices else label("Name or id. No grant is loaded.")
        return (Question(ENTITLEMENT, label("Granted entitlement"), hint, start, choices),)

    @property
    def _grants(self) -> list[Subscription]:
        rows = self.facts.subscription_rows if self.facts is not None else ()
        return [row for row in rows if is_grant(row) and gives_now(row)]

    @property
    def _granted(self) -> tuple[str, ...]:
        """The ids of the entitlements that loaded grants give, and our own that aren't listed."""
        ids = [entitlement.id for row in self._grants for entitlement in attached(row)]
        ours = unlisted_grants(self.facts) if self.facts is not None else ()
        return tuple(dict.fromkeys([*ids, *(grant.entitlement_id for grant in ours)]))

    def _change(self, answers: Mapping[str, str]) -> Change:
        seen = (*self._granted, *seen_entitlements(self.facts))
        ids = known_ids(self.view.names, ENTITLEMENTS, seen)
        typed = answers.get(ENTITLEMENT, "")
        chosen = id_of(
            typed,
            ids,
            self.view.names,
            what="entitlement",
            field=ENTITLEMENT,
            beginnings=ENTITLEMENTS,
        )
        self._check_granted(chosen)
        return RevokeEntitlement(self.customer_id, chosen)

    def _check_granted(self, chosen: str) -> None:
        """Refuse what is surely not granted. A new grant is listed minutes late."""
        if chosen in self._granted or not self._all_grants_known:
            return
        beside = Beside.of(chosen, self.facts)
        is_explained = bool(beside.bought) or beside.there.what is There.NONE
        if is_explained:
            raise ChangeError(
                f"No grant is active: {access_words(beside, self.view)}",
                hint="Only grants can be revoked. A new grant is listed minutes late: reload.",
                field=ENTITLEMENT,
            )

    @property
    def _all_grants_known(self) -> bool:
        untold = any(row.entitlements is None for row in self._grants)
        return self.facts is not None and is_whole(self.facts.subscriptions) and not untold
