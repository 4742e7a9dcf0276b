"""A writer, and what the server answered to its request.

Records don't hold the status and the request id of the answer that they came in; whoever keeps
a journal wants both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rctui.api.answer import Answer
    from rctui.api.request import Request
    from rctui.api.transport import Transport
    from rctui.api.writer import CustomerWriter


class Witness:
    """Sends on a transport and keeps the answer."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.answer: Answer | None = None
        """What came back last, or `None` where nothing good did."""

    async def send(self, request: Request) -> Answer:
        """Send a request. Raises ApiError."""
        self.answer = None
        self.answer = await self._transport.send(request)
        return self.answer


class WritingLine:
    """One project's way to write; there is none for a read-only project."""

    def __init__(self, transport: Transport, project_id: str) -> None:
        self._transport = transport
        self.project_id = project_id

    def writer(self) -> tuple[CustomerWriter, Witness]:
        """A writer for one change, and the witness of its answer."""
        from rctui.api.writer import CustomerWriter

        witness = Witness(self._transport)
        return CustomerWriter(witness, self.project_id), witness
