"""What every write has: a project, and what sends for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rctui.api.answer import Answer
    from rctui.api.request import Request


class Sender(Protocol):
    """What sends a request: a transport, or something around one."""

    async def send(self, request: Request) -> Answer:
        """Send it. Raises ApiError."""


class ProjectWriter:
    """One project, for writing. Belongs to the event loop of its transport."""

    def __init__(self, transport: Sender, project_id: str) -> None:
        self._transport = transport
        self.project_id = project_id
