"""Names for ids. The API gives an active entitlement as a bare id."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rctui.text.safe_text import SafeText, safe

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Names:
    """Names of a project's entitlements, offerings, products and apps, by id."""

    configured: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)
    """Names that answers carried beside their ids. What is configured wins."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What people call them, where that is something else."""
    listed: Container[str] = field(default=(), compare=False)
    """The kinds of which all are known, such as `entitlement`: the catalogue told every one."""

    def of(self, id_: str) -> SafeText:
        """The name that goes with an id, or the id itself."""
        return safe(self.raw(id_))

    def raw(self, id_: str) -> str:
        """The same as it was given, not fit to be shown."""
        return self.configured.get(id_) or self.learned.get(id_) or id_

    def title_of(self, id_: str) -> SafeText:
        """What people call it where that is known and something else, or empty."""
        return safe(self.titles.get(id_, ""))

    def called(self, name: str) -> tuple[str, ...]:
        """The ids that a name means, in any case of its letters: theirs, or what people call them.

        An id that is known means itself.
        """
        wanted = name.casefold()
        known = dict.fromkeys((*self.configured, *self.learned, *self.titles))
        return tuple(
            id_
            for id_ in known
            if wanted
            in (id_.casefold(), self.raw(id_).casefold(), self.titles.get(id_, "").casefold())
        )

    def with_learned(self, names: Mapping[str, str]) -> Names:
        """These names and some more that were learned."""
        if not names:
            return self
        return replace(self, learned={**self.learned, **names})


def names_in(rows: Iterable[Subscription | Purchase]) -> dict[str, str]:
    """The names that subscriptions and purchases carry: of entitlements and coming products."""
    names: dict[str, str] = {}
    for row in rows:
        for entitlement in row.entitlements.records if row.entitlements else ():
            names[entitlement.id] = entitlement.lookup_key or entitlement.display_name or ""
        pending = getattr(row, "pending_changes", None)
        product = pending.product if pending else None
        if product is not None:
            names[product.id] = product.display_name or product.store_identifier or ""
    return {id_: name for id_, name in names.items() if name}
