"""A value that can't print itself."""

from __future__ import annotations

import hmac
import sys
from typing import Final, NoReturn, final

_PR_SET_DUMPABLE: Final = 4


@final
class Secret:
    """An API key or the like: held, compared and handed to the transport, never shown.

    No way of turning it into text (print, f-string, repr, traceback with locals, pickle, JSON)
    gives the value; only `reveal` does, and only the transport calls that.
    """

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """The value itself. Call it where the bytes leave the process and nowhere else."""
        return self.__value

    def __bool__(self) -> bool:
        return bool(self.__value)

    def __repr__(self) -> str:
        return "Secret(…)"

    def __str__(self) -> str:
        return "…"

    def __format__(self, format_spec: str) -> str:
        return "…"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self.__value.encode(), other.__value.encode())

    def __hash__(self) -> int:
        return hash((Secret, self.__value))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret can't be pickled or copied to another process")


def keep_memory_to_itself() -> bool:
    """Forbid other programs of the same user to read this process; whether that could be done.

    Afterwards neither a debugger nor `/proc` gives them its memory and environment. Only Linux
    knows the request. Programs that are started later are not concerned.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    try:
        return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
    except (OSError, AttributeError):  # a C library without it
        return False
