"""The parts of Textual that are nobody's promise, and that these screens rest on.

An override of a name that Textual no longer calls fails no type check: a new release of Textual
is taken only with this list looked through.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.widgets import Input, TextArea
from textual.widgets._toast import ToastRack

import rctui.tui

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(rctui.tui.__path__[0])
IN_USE: list[tuple[type, str]] = [
    *((App, name) for name in ("_fatal_error", "_exit_renderables", "_return_code")),
    *((App, name) for name in ("_on_notify", "_notifications", "_refresh_notifications")),
    *((App, name) for name in ("_driver", "_unnotify", "_exit", "_handle_exception")),
    *((MessagePump, name) for name in ("_close_messages_no_wait", "_parent")),
    *((Input, name) for name in ("_on_key", "_on_paste", "_position_to_cell", "_value")),
    *((LinuxDriver, name) for name in ("_debug", "_get_terminal_size", "_in_band_window_resize")),
    (Driver, "_loop"),
    (TextArea, "_on_key"),
    (ToastRack, "_toast_id"),
]
NOT_OF_TEXTUAL = {"_exit"}
"""`os._exit`."""


@pytest.mark.parametrize(("of", "name"), IN_USE, ids=lambda one: getattr(one, "__name__", one))
def test_textual_still_has_what_is_used_of_it(of: type, name: str) -> None:
    assert re.search(rf"\b{name}\b", inspect.getsource(of))


def test_every_private_part_of_textual_that_is_overridden_is_listed() -> None:
    listed = {name for _, name in IN_USE}
    assert {f"{where}.{name}" for where, name in overrides() if name not in listed} == set()


def test_every_private_part_that_is_not_ours_is_listed() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    ours = {name for node in nodes for name in named_by(node)} | NOT_OF_TEXTUAL
    used = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    foreign = {name for name in used - ours if re.match("_[a-z]", name)}
    assert foreign <= {name for _, name in IN_USE}


def overrides() -> Iterator[tuple[str, str]]:
    """Class and name of each private method of ours that a class of Textual's has too."""
    for module in pkgutil.walk_packages(rctui.tui.__path__, "rctui.tui."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and one.__module__ == module.name:
                yield from ((one.__name__, name) for name in private_methods(one))


def private_methods(one: type) -> Iterator[str]:
    above = [base for base in one.__mro__ if base.__module__.startswith("textual.")]
    for name, value in vars(one).items():
        is_method = inspect.isfunction(value) or isinstance(value, property)
        if is_method and re.match("_[a-z]", name) and any(name in vars(base) for base in above):
            yield name


def named_by(node: ast.AST) -> Iterator[str]:
    """What a piece of our source gives a name to."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in ast.walk(ast.Module([ast.Expr(one) for one in targets], [])):
            if isinstance(target, ast.Attribute):
                yield target.attr
            elif isinstance(target, ast.Name):
                yield target.id
