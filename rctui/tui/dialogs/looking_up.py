"""What a dialog wants to know beside what its screen has loaded, asked for while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rctui.customers.reads import Read
    from rctui.text.safe_text import SafeText
    from rctui.tui.dialogs.form import Form
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.answers import Answer

    Reply = Callable[[Answer[Any]], object]
    Ask = Callable[[Read[Any], Reply], Callable[[], None]]
    """Asks the worker; the reply comes on its thread. Gives what drops the question again."""
    Lines = Sequence[SafeText | Toned]


@runtime_checkable
class LooksUp(Protocol):
    """A form that wants to know something more."""

    def lookup(self, answers: Mapping[str, str]) -> Read[Any] | None:
        """What it wants to know with these answers, or nothing. Never raises."""

    def told(self, answer: Answer[Any]) -> Form:
        """The form once it knows that, or knows why not."""


@runtime_checkable
class SetsBeside(Protocol):
    """A form with two things to compare."""

    def beside(self, answers: Mapping[str, str]) -> tuple[Lines, Lines] | None:
        """What stands on the left and on the right where there is room, else one below the other.

        Lines of it that the preview has too are not said twice. Never raises.
        """


class LookingUp:
    """Asks for one thing at a time; of several only the newest counts."""

    def __init__(self, ask: Ask | None) -> None:
        self._ask = ask
        self._wanted: Read[Any] | None = None
        self._drop: Callable[[], None] | None = None

    def want(self, read: Read[Any] | None, reply: Reply) -> None:
        """Ask, unless the same was asked last. Nothing wanted drops what is under way."""
        if self._ask is None or read == self._wanted:
            return
        self.drop()
        if read is not None:
            self._wanted = read
            self._drop = self._ask(read, reply)

    def accepts(self, answer: Answer[Any]) -> bool:
        """Whether this is still wanted. What failed may be asked for again."""
        if answer.read != self._wanted:
            return False
        self._drop = None
        if answer.failure is not None:
            self._wanted = None
        return True

    def drop(self) -> None:
        """Nobody waits any more."""
        if self._drop is not None:
            self._drop()
        self._wanted = self._drop = None
