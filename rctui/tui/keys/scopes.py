"""Which keys work together: read off the screens themselves, so that none can be forgotten."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.screen import ModalScreen, Screen

import rctui.tui.screens
from rctui.config.keymap_checks import KeyScope
from rctui.tui.keys import write_actions
from rctui.tui.keys.actions import Action
from rctui.tui.keys.dialog_keys import RUN_CHANGE
from rctui.tui.keys.in_force import NO_KEY
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterator


def key_scopes() -> list[KeyScope]:
    """Every screen and dialog of the program, with the keys of lists, which most of them hold."""
    for module in pkgutil.iter_modules(rctui.tui.screens.__path__):
        import_module(f"rctui.tui.screens.{module.name}")
    return [_scope(screen) for screen in dict.fromkeys(_screens(Screen))]


def write_ids() -> frozenset[str]:
    """The ids of the actions that can end in a change: all declared as such but one, and `run`."""
    declared = [one for one in vars(write_actions).values() if isinstance(one, Action)]
    ending = (one for one in (*declared, RUN_CHANGE) if one is not write_actions.CHECK)
    return frozenset(one.id for one in ending)


def _screens(kind: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    """Those that are shown: what others are built on has no keys that they don't have."""
    below = kind.__subclasses__()
    if _is_ours(kind):
        below = [one for one in below if _is_ours(one)]
        if not below and issubclass(kind, (RctuiScreen, ModalScreen)):
            yield kind
    for one in below:
        yield from _screens(one)


def _is_ours(kind: type[object]) -> bool:
    return kind.__module__.startswith("rctui.")


def _scope(screen: type[Screen[Any]]) -> KeyScope:
    bound = [*_bound(screen), *_bound(RecordTable)]
    keys = {one.id: _keys(one) for one in bound if one.id}
    fixed = frozenset(key for one in _bound(screen) if not one.id for key in _keys(one))
    return KeyScope(screen.__name__.removesuffix("Screen"), keys, fixed)


def _bound(kind: type[object]) -> list[Binding]:
    """What a class of ours binds, and what it has from others of ours."""
    ours = filter(_is_ours, kind.__mro__)
    declared = (one for base in ours for one in vars(base).get("BINDINGS", ()))
    return [one for one in declared if isinstance(one, Binding)]


def _keys(binding: Binding) -> tuple[str, ...]:
    return () if binding.key == NO_KEY else tuple(key.strip() for key in binding.key.split(","))
