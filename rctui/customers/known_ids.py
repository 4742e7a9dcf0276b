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

_NEAR: Final = 3
"""How many names are offered in place of one that is not known."""
_SHOWN: Final = 40

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


def id_of(
    text: str,
    ids: tuple[str, ...],
    names: Names,
    *,
    what: str,
    field: str,
    beginnings: tuple[str, ...] = (),
) -> str:
    """The id that somebody meant by an id or a name. Case counts only where names differ by it.

    `what` is the kind, such as `entitlement`, and `field` the part of the dialog. Raises
    ChangeError for nothing, for a name that several have, and for what can't be an id; where all
    of the kind are known also for what has not one of the `beginnings` of its ids.
    """
    typed = text.strip()
    if not typed:
        raise ChangeError(f"Which {what}?", field=field)
    if typed in ids:
        return typed
    alike = _named(typed, ids, names)
    if len(alike) > 1:
        raise ChangeError(
            f"{len(alike)} ids have the name {typed[:40]!a}.",
            hint=f"Type one of them: {', '.join(alike[:5])}.",
            field=field,
        )
    if not alike and not _ID.fullmatch(typed):
        raise ChangeError(
            f"{typed[:40]!a} is no known name, and can't be an id.",
            hint=f"Type the {what}'s name or id.",
            field=field,
        )
    if not alike and beginnings and what in names.listed and not typed.startswith(beginnings):
        raise ChangeError(
            f"No {what} {typed[:40]!a}.", hint=_others_words(typed, ids, names), field=field
        )
    return alike[0] if alike else typed


def _others_words(typed: str, ids: tuple[str, ...], names: Names) -> str:
    """`pro, plus? down takes one.`; where nothing comes near, some that there are."""
    known = list(dict.fromkeys(raw_name(id_, names)[:_SHOWN] for id_ in ids))
    near = near_names(typed, known)[:_NEAR]
    if near:
        return f"{', '.join(near)}? down takes one."
    more = ", …" if len(known) > _NEAR else ""
    return f"There are {', '.join(known[:_NEAR])}{more}: down takes one." if known else ""


def near_names(typed: str, known: Iterable[str]) -> list[str]:
    """The names that begin with what was typed, in any case; then those that look like it."""
    import difflib  # only where something is wrong: the first frame waits for what it imports

    known, folded = list(known), typed.strip().casefold()
    begin = [name for name in known if folded and name.casefold().startswith(folded)]
    alike = difflib.get_close_matches(folded, [name.casefold() for name in known], n=_NEAR)
    near = [name for fold in alike for name in known if name.casefold() == fold]
    return list(dict.fromkeys([*begin, *near]))


def _named(typed: str, ids: tuple[str, ...], names: Names) -> list[str]:
    """The ids with this name; where none has exactly this one, whatever its case."""
    exactly = [id_ for id_ in ids if raw_name(id_, names) == typed]
    folded = typed.casefold()
    return exactly or [id_ for id_ in ids if raw_name(id_, names).casefold() == folded]
