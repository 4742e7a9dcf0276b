"""The entitlement that a playbook or a file means: there is nobody to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.config.nearest import known_words
from rctui.customers.changes.errors import ChangeError
from rctui.customers.known_ids import ENTITLEMENTS, id_of, known_ids, raw_name

if TYPE_CHECKING:
    from rctui.customers.names import Names


_NAMED_AT_MOST: Final = 6


def entitlement_id(text: str, names: Names) -> str:
    """The id behind a name or an id. Raises ChangeError for a name that nobody has given.

    In a dialog any text may be an id. Here a misspelt name must not become one.
    """
    known = known_ids(names, ENTITLEMENTS)
    found = id_of(text, known, names, what="entitlement", field="entitlement")
    if found in known or found.startswith(ENTITLEMENTS):
        return found
    raise ChangeError(
        f"There is no entitlement {found[:40]!a}.",
        hint=_others(found, [raw_name(id_, names) for id_ in known]),
        field="entitlement",
    )


def _others(word: str, named: list[str]) -> str:
    if named:
        return known_words(word, named, at_most=_NAMED_AT_MOST)
    return 'No name is known: type its id, or configure [projects.x.names] entl… = "name".'
