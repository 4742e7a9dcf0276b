"""Which API keys the server knows, what each may do, and to which project it belongs."""

from __future__ import annotations

from typing import Final, NamedTuple

from rctui.demo.identity import (
    ALL_PERMISSIONS,
    DEMO_API_KEY,
    DEMO_PROJECT_ID,
    OTHER_PROJECT_ID,
    OTHER_PROJECT_KEY,
    RESTRICTED_KEYS,
)
from rctui.demo.problems import bad_key, missing_permission, wrong_project

_BEARER: Final = "Bearer "


class ApiKey(NamedTuple):
    """A key that was accepted."""

    value: str
    project_id: str
    permissions: frozenset[str]

    def require_project(self, project_id: str | None) -> None:
        """Refuse a project that isn't the key's, whether or not it exists."""
        if project_id is not None and project_id != self.project_id:
            raise wrong_project(project_id)

    def require(self, permissions: tuple[str, ...]) -> None:
        """Refuse unless the key has all of these; the first one missing is named."""
        for permission in permissions:
            if not {permission, f"{permission}_write"} & self.permissions:
                raise missing_permission(permission)


def authenticated(authorization: str | None) -> ApiKey:
    """The key of an `Authorization` header; the word `Bearer` is required."""
    key = _known_keys().get((authorization or "").removeprefix(_BEARER))
    if key is None or not (authorization or "").startswith(_BEARER):
        raise bad_key()
    return key


def _known_keys() -> dict[str, ApiKey]:
    permissions = {DEMO_API_KEY: ALL_PERMISSIONS, **RESTRICTED_KEYS}
    keys = {key: ApiKey(key, DEMO_PROJECT_ID, may) for key, may in permissions.items()}
    return keys | {OTHER_PROJECT_KEY: ApiKey(OTHER_PROJECT_KEY, OTHER_PROJECT_ID, ALL_PERMISSIONS)}
