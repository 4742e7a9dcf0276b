"""A keymap checked against every action and screen there is.

What there is comes from the screens; nothing here knows them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.config.errors import ConfigProblems, Problem
from rctui.config.key_names import read_keys
from rctui.config.nearest import unknown_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rctui.config.keymap import Keymap

ESSENTIAL: Final = ("help", "back", "palette", "run-change")
"""Without these nobody would find the way on or out, or could answer a review."""
HARMLESS: Final = ("d", "x", "backspace", "delete", "ctrl+d", "ctrl+k")
"""Keys that delete in other programs: a hand that is used to them must not reach a change."""


@dataclass(frozen=True, slots=True)
class KeyScope:
    """What has a key at the same time as other things."""

    name: str
    """The screen, as in `Customer`."""
    keys: Mapping[str, tuple[str, ...]]
    """The keys of each action, by its id, as they are without a keymap."""
    fixed: frozenset[str] = frozenset()
    """Keys that mean something here and can't be given to anything else."""


def checked_keys(
    keymap: Keymap, scopes: Iterable[KeyScope], writes: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """The keys of the actions that are given others. Raises ConfigProblems with every line.

    `writes` are the ids of actions that can end in a change.
    """
    scopes = list(scopes)
    problems: list[Problem] = []
    known = {action for scope in scopes for action in scope.keys}
    given: dict[str, tuple[str, ...]] = {}
    for action, text in keymap.keys.items():
        if action not in known:
            problems.append(keymap.problem(action, unknown_word("action", action, sorted(known))))
            continue
        try:
            given[action] = _allowed(action, read_keys(text), writes)
        except ValueError as error:
            problems.append(keymap.problem(action, str(error)))
    problems += _clashes(keymap, scopes, given)
    if problems:
        raise ConfigProblems(keymap.source, sorted(problems, key=lambda one: one.line or 0))
    return given


def _allowed(action: str, keys: tuple[str, ...], writes: frozenset[str]) -> tuple[str, ...]:
    """The same keys. Raises ValueError where an action may not have them."""
    if action in ESSENTIAL and not keys:
        raise ValueError("must keep a key")
    odd = [key for key in keys if key in HARMLESS]
    if action in writes and odd:
        raise ValueError(f"{odd[0]} deletes in other programs, so no change may be on it")
    return keys


def _clashes(
    keymap: Keymap, scopes: list[KeyScope], given: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for scope in scopes:
        for clash in _clashes_in(scope, given):
            found[clash].append(scope.name)
    for (action, key, other), places in found.items():
        where = ", ".join(dict.fromkeys(places))
        has = f"is the key of {other}" if other else "has a meaning of its own"
        yield keymap.problem(action, f"{key} {has} already ({where})")


def _clashes_in(
    scope: KeyScope, given: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    """Action, key, and the action that has it already or nothing where no action has it.

    Keys that are shared without a keymap are meant so.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for action, keys in scope.keys.items():
        for key in given.get(action, keys):
            holders[key].append(action)
    for key, actions in holders.items():
        mapped = [action for action in actions if key in given.get(action, ())]
        new = [action for action in mapped if key not in scope.keys[action]]
        if new and key in scope.fixed:
            yield new[0], key, ""
        others = [action for action in actions if new and action != new[0]]
        if others:
            yield new[0], key, others[0]
