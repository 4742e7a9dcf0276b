"""Reads the project itself and what can be sold in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api import catalogue_operations as operations
from rctui.api.project_reader import ProjectReader
from rctui.api.read_operations import PAGE_LIMIT

if TYPE_CHECKING:
    from rctui.api.models.catalogue import App, Offering, Product, Project, VirtualCurrency
    from rctui.api.models.entitlement import Entitlement
    from rctui.api.page import Page


class CatalogueReader(ProjectReader):
    """The part of a reader that is about the project."""

    async def list_projects(
        self, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[Project]:
        """The projects that the key can see, whichever this reader is for."""
        from rctui.api.models.catalogue import Project

        return await self._page(Project, operations.list_projects(starting_after, limit))

    async def list_apps(
        self, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[App]:
        """The project's apps."""
        from rctui.api.models.catalogue import App

        request = operations.list_apps(self.project_id, starting_after, limit)
        return await self._page(App, request)

    async def list_entitlements(
        self, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[Entitlement]:
        """The entitlements that the project defines."""
        from rctui.api.models.entitlement import Entitlement

        request = operations.list_entitlements(self.project_id, starting_after, limit)
        return await self._page(Entitlement, request)

    async def list_offerings(
        self, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[Offering]:
        """The project's offerings."""
        from rctui.api.models.catalogue import Offering

        request = operations.list_offerings(self.project_id, starting_after, limit)
        return await self._page(Offering, request)

    async def list_products(
        self, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[Product]:
        """The products of all apps."""
        from rctui.api.models.catalogue import Product

        request = operations.list_products(self.project_id, starting_after, limit)
        return await self._page(Product, request)

    async def list_project_currencies(
        self, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[VirtualCurrency]:
        """The virtual currencies that the project defines."""
        from rctui.api.models.catalogue import VirtualCurrency

        request = operations.list_project_currencies(self.project_id, starting_after, limit)
        return await self._page(VirtualCurrency, request)
