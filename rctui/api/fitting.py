"""Whether an answer is about what was asked for.

A proxy that mixes up answers, or a cache, can bring a record of another project or kind. The id
of a customer is not compared: any alias is answered with the customer's own id, and both are
shown. Kinds that nobody knows yet are taken as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from rctui.api.paths import same_project

if TYPE_CHECKING:
    from collections.abc import Mapping

_KNOWN: Final = frozenset({
    "app", "customer", "customer.active_entitlement", "customer.alias", "customer.attribute",
    "entitlement", "invoice", "list", "offering", "product", "project", "purchase",
    "subscription", "virtual_currency", "virtual_currency_balance",
})  # fmt: skip


def misfit(kind: str, value: Mapping[str, object], path: str) -> str:
    """Why an object that came for `path` is not the wanted record, or an empty text.

    `kind` is what the API calls such a record, or empty for any; `path` is the request's, below
    the base URL.
    """
    told = value.get("object")
    if kind and told != kind and isinstance(told, str) and told in _KNOWN:
        return f"it is a {told} in place of a {kind}"
    asked, answered = _project_in(path), value.get("project_id")
    if asked and isinstance(answered, str) and not same_project(asked, answered):
        return f"it belongs to another project: {answered[:60]!a}"
    return ""


def _project_in(path: str) -> str:
    """The project that a path is below; empty for the list of projects itself."""
    parts = path.split("/")
    return unquote(parts[2]) if parts[1:2] == ["projects"] and len(parts) > 2 else ""
