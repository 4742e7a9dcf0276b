"""Ids that a person may name by their names: entitlements, offerings, apps.

The API has no list of them that support could read, so they are what was configured or seen, and
an id that is not among them may be typed too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.errors import ChangeError
from rctui.customers.verdicts.sources import attached

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.customers.names import Names
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.sources import Source

ENTITLEMENTS: Final = ("entl",)
OFFERINGS: Final = ("ofrng", "offrng")
APPS: Final = ("app",)
"""What the ids of a kind begin with. Very old ones have no such beginning."""

_ID: Final = re.compile(r"[0-9A-Za-z_.-]{1,255}")


def known_ids(
    names: Names, beginnings: tuple[str, ...], seen: Iterable[str] = ()
) -> tuple[str, ...]:
    """The ids of one kind: those that were seen first, then those that have a name."""
    named = [id_ for id_ in (*names.configured, *names.learned) if id_.startswith(beginnings)]
    return tuple(dict.fromkeys((*seen, *named)))


def seen_entitlements(facts: Facts | None) -> tuple[str, ...]:
    """The entitlements of a customer: the active ones first."""
    if facts is None:
        return ()
    told = facts.customer.active_entitlements
    active = [one.entitlement_id for one in (told.records if told else ())]
    rows: list[Source] = [*facts.subscription_rows, *facts.purchase_rows]
    given = [entitlement.id for row in rows for entitlement in attached(row)]
    return tuple(dict.fromkeys((*active, *given)))


def raw_name(id_: str, names: Names) -> str:
    """The name as it was given, not fit to be shown; the id where there is none."""
    return names.configured.get(id_) or names.learned.get(id_) or id_


def id_of(text: str, ids: tuple[str, ...], names: Names, *, what: str, field: str) -> str:
    """The id that somebody meant by an id or a name. Case counts only where names differ by it.

    `what` is the kind, such as `entitlement`, and `field` the part of the dialog. Raises
    ChangeError for nothing, for a name that several have, and for what can't be an id.
    """
    typed = text.strip()
    if not typed:
        raise ChangeError(f"Name the {what}.", field=field)
    if typed in ids:
        return typed
    named = [id_ for id_ in ids if raw_name(id_, names) == typed]
    alike = named or [id_ for id_ in ids if raw_name(id_, names).casefold() == typed.casefold()]
    if len(alike) > 1:
        raise ChangeError(
            f"{len(alike)} ids have the name {typed[:40]!a}.",
            hint=f"Type one of them: {', '.join(alike[:5])}.",
            field=field,
        )
    if alike:
        return alike[0]
    if not _ID.fullmatch(typed):
        raise ChangeError(
            f"{typed[:40]!a} is no known name, and can't be an id.",
            hint=f"Type the {what}'s name or id.",
            field=field,
        )
    return typed
