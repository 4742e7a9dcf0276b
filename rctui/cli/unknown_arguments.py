"""What to do about words on the command line that the command does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_DEMO: Final = "--demo"
_NO_PROJECT: Final = "It asks no project: leave --demo out."
_NOT_WITH: Final[Mapping[str, str]] = {
    "": "The simulated RevenueCat opens with: rctui demo.",
    "demo": "Leave --demo out: the command says it already.",
    "journal": "The demo keeps its journal in memory alone: rctui demo, then h in there.",
    "restore": "The demo keeps what it saves in memory alone: rctui demo, then : and restore.",
    "config": _NO_PROJECT,
    "themes": _NO_PROJECT,
}
"""Why a command has no --demo, by the command."""
_NEAR: Final = 0.75


def advice(command: str, unknown: Sequence[str], known: Iterable[str]) -> str:
    """What to type instead; empty where nothing comes near."""
    if _DEMO in unknown and command in _NOT_WITH:
        return _NOT_WITH[command]
    import difflib  # only where something is wrong

    flags = [word.partition("=")[0] for word in unknown if word.startswith("-")]
    near = difflib.get_close_matches(flags[0], known, n=1, cutoff=_NEAR) if flags else []
    return f"Did you mean {near[0]}?" if near else ""
