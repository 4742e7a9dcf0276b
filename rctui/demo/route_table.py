"""Finding the operation that a path and a method mean.

A path is matched segment by segment before it is decoded, so that `%2F` within an id never
becomes a separator.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from rctui.demo.routes import (
    aliases,
    attributes,
    block_list,
    catalogue,
    currencies,
    customers,
    entitlements,
    invoices,
    offerings,
    purchases,
    store_actions,
    transfer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.demo.operation import Operation

OPERATIONS: Final[tuple[Operation, ...]] = tuple(
    chain.from_iterable(
        module.OPERATIONS
        for module in (
            customers,
            entitlements,
            offerings,
            transfer,
            aliases,
            attributes,
            purchases,
            store_actions,
            currencies,
            block_list,
            invoices,
            catalogue,
        )
    )
)
"""Everything that the service offers."""


class Route(NamedTuple):
    """An operation with the ids that the path holds, decoded once."""

    operation: Operation
    ids: Mapping[str, str]


def segments_of(raw_path: str) -> list[str]:
    """The decoded segments of a path that is still encoded."""
    return [unquote(segment) for segment in raw_path.removeprefix("/").split("/")]


def routes_for(segments: list[str]) -> list[Route]:
    """Every operation at this path, of whatever method; a literal segment beats an id."""
    matches = [
        Route(operation, ids)
        for operation, template in _TEMPLATES
        if (ids := _ids(template, segments)) is not None
    ]
    return sorted(matches, key=lambda route: _generality(route.operation.path))


def _ids(template: list[str], segments: list[str]) -> dict[str, str] | None:
    if len(template) != len(segments):
        return None
    ids: dict[str, str] = {}
    for wanted, given in zip(template, segments, strict=True):
        if _is_id(wanted) and given:
            ids[wanted[1:-1]] = given
        elif wanted != given:
            return None
    return ids


def _generality(path: str) -> list[bool]:
    return [_is_id(segment) for segment in path.split("/")]


def _is_id(segment: str) -> bool:
    return segment.startswith("{")


_TEMPLATES: Final = [(one, one.path.removeprefix("/").split("/")) for one in OPERATIONS]
