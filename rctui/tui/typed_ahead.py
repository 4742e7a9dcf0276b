"""Keys that were pressed faster than they are worked off."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen


async def keys_taken(screen: Screen[Any]) -> None:
    """Wait until what has the focus has taken every key that came before this one."""
    taken = asyncio.Event()
    if screen.focused is not None:
        screen.focused.call_later(taken.set)
        await taken.wait()
