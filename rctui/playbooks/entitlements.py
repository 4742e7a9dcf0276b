"""The entitlement that a playbook or a file means: there is nobody to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.changes.errors import ChangeError
from rctui.customers.known_ids import ENTITLEMENTS, id_of, known_ids

if TYPE_CHECKING:
    from rctui.customers.names import Names


def entitlement_id(text: str, names: Names) -> str:
    """The id behind a name or an id. Raises ChangeError for a name that nobody has given.

    In a dialog any text may be an id. Here a misspelt name must not become one.
    """
    known = known_ids(names, ENTITLEMENTS)
    found = id_of(text, known, names, what="entitlement", field="entitlement")
    if found in known or found.startswith(ENTITLEMENTS):
        return found
    raise ChangeError(
        f"No entitlement is known by the name {found[:40]!a}.",
        hint='Type its id, or name it in the configuration: [projects.x.names] entl… = "name".',
        field="entitlement",
    )
