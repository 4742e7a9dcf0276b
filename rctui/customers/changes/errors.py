"""Why a change can't be sent as it is, found before anything is sent.

ChangeError
├── BadCustomerId      an id that can't be created or blocked
├── BadAttribute       a name or value that the API doesn't take
├── BadAmount          no whole number, out of bounds, or more than there is
├── BadGrantEnd        no time in ms, or one that is past
├── SameCustomer       a transfer to the customer itself
├── AlreadyThere       the id to create is taken
├── NotThere           there is no such customer
├── WrongStore         a store that does not allow it
├── NoRoomToBlock      the project has blocked as many as it can
├── NotReadableBefore  what the change depends on can't be read
├── OverLimit          more than the project's limits allow
├── TicketMissing      the project wants a ticket with every change
└── UnreadableChange   a stored change that can't be made again
"""

from __future__ import annotations

from rctui.errors import ExitCode, RctuiError


class ChangeError(RctuiError):
    """A change that is not sent. `field` names the part of it, such as `amount`, or is empty."""

    exit_code: ExitCode = ExitCode.USAGE

    def __init__(self, message: str, *, hint: str = "", field: str = "") -> None:
        super().__init__(message, hint=hint)
        self.field = field


class BadCustomerId(ChangeError):
    """An id that can't be created or blocked."""


class BadAttribute(ChangeError):
    """A name or a value that the API doesn't take."""


class BadAmount(ChangeError):
    """No whole number, out of bounds, or more than there is."""


class BadGrantEnd(ChangeError):
    """No time in ms, or one that is past."""


class SameCustomer(ChangeError):
    """A transfer to the customer itself."""


class AlreadyThere(ChangeError):
    """The id to create is taken."""


class WrongStore(ChangeError):
    """The store does not allow it; the message says which way there is."""


class NotThere(ChangeError):
    """There is no such customer."""


class NoRoomToBlock(ChangeError):
    """The project has blocked as many as it can."""


class NotReadableBefore(ChangeError):
    """What the change depends on can't be read."""


class OverLimit(ChangeError):
    """More than the project's limits allow."""


class TicketMissing(ChangeError):
    """The project wants a ticket with every change."""


class UnreadableChange(ChangeError):
    """A stored change that can't be made again."""
