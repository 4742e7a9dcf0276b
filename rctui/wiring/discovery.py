"""What a key is for and whether it works, asked before there is a configuration to open."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rctui.config.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from pathlib import Path

    from rctui.api.reader import CustomerReader
    from rctui.config.key_source import KeySource
    from rctui.config.new_project import NewProject
    from rctui.customers.catalogue_names import FoundProject
    from rctui.errors import RctuiError
    from rctui.secret import Secret

    Use = Callable[[CustomerReader], Awaitable[None]]

_NAMED_AT_MOST: Final = 5
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Discovery:
    """Where keys come from, and whom to ask."""

    environment: Mapping[str, str]
    folder: Path
    """What a relative path of a key's source starts from."""
    base_url: str = ""
    """Another server than RevenueCat's, or empty."""

    def projects(self, source: KeySource) -> Sequence[FoundProject]:
        """The projects that a key can see: a secret key its own. Blocks. Raises RctuiError."""
        from rctui.config.api_key import fetch_api_key

        base_url = self._checked_url(self.base_url)
        key = fetch_api_key(source, self.environment, folder=self.folder)
        return asyncio.run(_ask(base_url, key))

    def try_out(self, project: NewProject, then: Use | None = None) -> None:
        """Read one customer, as Find will. Blocks. Raises RctuiError where that fails.

        `then` is to read more on the same line.
        """
        from rctui.config.api_key import fetch_api_key

        key = fetch_api_key(project.api_key, self.environment, folder=self.folder)
        base_url = self._checked_url(project.base_url)
        asyncio.run(_tried(base_url, key, project.project_id, then))

    @staticmethod
    def _checked_url(base_url: str) -> str:
        from rctui.config.base_url import DEFAULT_URL, checked_url

        try:
            return checked_url(base_url or DEFAULT_URL)
        except ValueError as error:
            raise ConfigError(f"The server's address {error}.") from None

    def project(self, source: KeySource) -> FoundProject:
        """The one that a key is for. Blocks. Raises RctuiError where there is no such."""
        found = self.projects(source)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ConfigError("The key sees no project.", hint=_TYPE_IT)
        named = ", ".join(f"{one.name} ({one.id})" for one in found[:_NAMED_AT_MOST])
        raise ConfigError(f"The key sees {len(found)} projects: {named}.", hint=_TYPE_IT)

    def completed(self, project: NewProject) -> NewProject:
        """A project with its id and its names. Blocks. Raises RctuiError."""
        from rctui.api.errors import PermissionDenied

        try:
            found = self.project(project.api_key)
        except PermissionDenied as error:
            error.hint = f"{error.hint} Or name the project: --project-id."
            raise
        key = project.key or short_name(found.name) or found.id
        name = project.name or found.name
        return replace(project, key=key, project_id=found.id, name=name)


def short_name(name: str) -> str:
    """`skylark-demo` for `Skylark Demo`: what --project takes; empty where nothing is left."""
    plain = re.sub(r"[^a-z0-9_]+", "-", name.casefold()).strip("-")
    return plain[:_LONGEST_NAME].strip("-")


def can_be_asked(error: RctuiError) -> bool:
    """Whether another question of the same key may have an answer."""
    from rctui.api.errors import PermissionDenied

    return isinstance(error, PermissionDenied) or type(error) is ConfigError


def blames_the_project(error: RctuiError) -> bool:
    """Whether it is the project id that is wrong, and not the key or the line."""
    from rctui.api.errors import NotFound, WrongProject

    return isinstance(error, NotFound | WrongProject)


async def _ask(base_url: str, key: Secret) -> Sequence[FoundProject]:
    from rctui.api.connection import Connection
    from rctui.api.reader import CustomerReader
    from rctui.api.transport import Transport
    from rctui.customers.catalogue_names import projects_of

    transport = Transport(Connection(base_url, key, read_only=True))
    try:
        return await projects_of(CustomerReader(transport, ""))
    finally:
        await transport.aclose()


async def _tried(base_url: str, key: Secret, project_id: str, then: Use | None) -> None:
    from rctui.api.connection import Connection
    from rctui.api.reader import CustomerReader
    from rctui.api.transport import Transport

    transport = Transport(Connection(base_url, key, read_only=True))
    try:
        reader = CustomerReader(transport, project_id)
        await reader.list_customers(limit=1)
        if then is not None:
            await then(reader)
    finally:
        await transport.aclose()


_TYPE_IT: Final = "Say which by its project id: Project settings, General, in the dashboard."
