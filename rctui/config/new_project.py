"""A project as a form or a command line describes it, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rctui.config.key_source import KeySource


@dataclass(frozen=True, slots=True)
class NewProject:
    """A project as it is set up. Its key is never part of it, only where the key comes from."""

    key: str
    """What `--project` takes: letters, digits, - and _."""
    project_id: str
    api_key: KeySource
    name: str = ""
    """What it is called on screen; empty for the key."""
    protection: str = "guarded"
    risk: str = "normal"
    base_url: str = ""
    """Another server than RevenueCat's, or empty."""
