"""Names from the project's catalogue, where the key may read it. Asked for once and remembered.

The catalogue has a budget of its own, 60 requests a minute for everybody who uses the key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rctui.api.errors import PermissionDenied
from rctui.api.paging import all_pages
from rctui.api.rate_limits import RateDomain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.api.reader import CustomerReader

PAGES_AT_MOST: Final = 5
"""Of one kind: 500 entitlements, offerings, products, apps or currencies."""


@dataclass(frozen=True, slots=True)
class CatalogueNames:
    """What the catalogue calls things, by id."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Lookup keys where there are some, else the names for people."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The names for people, where they are something else."""
    missing: tuple[str, ...] = ()
    """The kinds that could not be read, and why. May hold outside text."""
    needs: tuple[str, ...] = ()
    """The permissions that the key lacks for them. May hold outside text."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was learned."""
        return not self.names


@dataclass(frozen=True, slots=True)
class ReadCatalogueNames:
    """Reads what each kind is called. A kind that the key may not read is left out."""

    customer_id: ClassVar[None] = None
    domain: ClassVar[RateDomain] = RateDomain.PROJECT_CONFIGURATION

    async def run(self, reader: CustomerReader) -> CatalogueNames:
        """One kind after another: nobody waits for this. Raises ApiError but for permissions."""
        names: dict[str, str] = {}
        titles: dict[str, str] = {}
        missing: list[str] = []
        needs: list[str] = []
        for kind in _KINDS:
            try:
                await _read(reader, kind, names, titles)
            except PermissionDenied as error:
                missing.append(f"{kind.title}: {error.message}")
                needs.append(error.permission or kind.permission)
        return CatalogueNames(names, titles, tuple(missing), tuple(dict.fromkeys(needs)))


@dataclass(frozen=True, slots=True)
class _Kind:
    title: str
    fetch: Callable[[CustomerReader], Callable[..., Any]]
    id: Callable[[Any], str]
    name: Callable[[Any], str | None]
    """What it is called in code."""
    shown: Callable[[Any], str | None]
    """What people call it."""

    @property
    def permission(self) -> str:
        """What reading it takes, by RevenueCat's documentation."""
        resource = "virtual_currencies" if self.title == "currencies" else self.title
        return f"project_configuration:{resource}:read"


async def _read(
    reader: CustomerReader, kind: _Kind, names: dict[str, str], titles: dict[str, str]
) -> None:
    fetch = kind.fetch(reader)
    async for page in all_pages(lambda cursor: fetch(starting_after=cursor), at_most=PAGES_AT_MOST):
        for row in page.records:
            _take(kind, row, names, titles)


def _take(kind: _Kind, row: Any, names: dict[str, str], titles: dict[str, str]) -> None:
    name, shown = kind.name(row) or "", kind.shown(row) or ""
    if name or shown:
        names[kind.id(row)] = name or shown
    if name and shown and name != shown:
        titles[kind.id(row)] = shown


_KINDS: Final = (
    _Kind(
        "entitlements",
        lambda reader: reader.list_entitlements,
        lambda row: row.id,
        lambda row: row.lookup_key,
        lambda row: row.display_name,
    ),
    _Kind(
        "offerings",
        lambda reader: reader.list_offerings,
        lambda row: row.id,
        lambda row: row.lookup_key,
        lambda row: row.display_name,
    ),
    _Kind(
        "products",
        lambda reader: reader.list_products,
        lambda row: row.id,
        lambda _: None,
        lambda row: row.display_name or row.store_identifier,
    ),
    _Kind(
        "apps",
        lambda reader: reader.list_apps,
        lambda row: row.id,
        lambda _: None,
        lambda row: row.name,
    ),
    _Kind(
        "currencies",
        lambda reader: reader.list_project_currencies,
        lambda row: row.code,
        lambda row: row.code,
        lambda row: row.name,
    ),
)


@dataclass(frozen=True, slots=True)
class FoundProject:
    """A project that a key belongs to."""

    id: str
    name: str


async def projects_of(reader: CustomerReader) -> tuple[FoundProject, ...]:
    """The projects that the key can see: a secret key sees its own. Raises ApiError."""
    page = await reader.list_projects()
    return tuple(FoundProject(one.id, one.name or "") for one in page.records)
