"""What every read has: a project, a way to send, and a wait for its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from rctui.api.decoding import page_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.answer import Answer
    from rctui.api.models.base import Record
    from rctui.api.page import Page
    from rctui.api.rate_limits import RateDomain
    from rctui.api.request import Request
    from rctui.api.transport import Transport

    Room = Callable[[RateDomain], Awaitable[None]]
    """Waits until a request of a domain may begin."""

R = TypeVar("R", bound="Record")


class ProjectReader:
    """One project, for reading. Belongs to the event loop of its transport."""

    def __init__(self, transport: Transport, project_id: str, room: Room | None = None) -> None:
        self._transport = transport
        self.project_id = project_id
        self._room = room

    def waiting_for(self, room: Room) -> Self:
        """The same, where every request first waits until `room` is over."""
        return type(self)(self._transport, self.project_id, room)

    async def _send(self, request: Request) -> Answer:
        if self._room is not None:
            await self._room(request.domain)
        return await self._transport.send(request)

    async def _page(self, model: type[R], request: Request) -> Page[R]:
        return page_in(model, await self._send(request), request)
