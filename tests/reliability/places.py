"""Places that can't be written, and what is in the way of a file: for every file rctui has."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.config.key_source import EnvironmentKey
from rctui.config.new_project import NewProject
from rctui.config.paths import Paths
from rctui.config.remembered import RememberedCustomers
from rctui.config.writing import add_project
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.files.new_files import write_new
from rctui.journal.entry import JournalEntry
from rctui.journal.journal import FILE_NAME, Journal
from rctui.journal.states import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def add_to_configuration(folder: Path) -> None:
    """Add a project, as the first start does."""
    paths = Paths(folder / "config.toml", False, folder, folder, folder)
    add_project(paths, NewProject("acme", "proj1ab2c3d4", EnvironmentKey("RC")))


def open_a_customer(folder: Path) -> None:
    RememberedCustomers(folder / "customers.json").opened("demo", "user_42")


def note_a_write(folder: Path) -> None:
    Journal.in_folder(folder).append(JournalEntry("one", Step.ATTEMPTED, 0))


def save_a_customer(folder: Path) -> None:
    RecoveryFiles(folder).save({"asked": "user_42", "lists": {}, "saved_at_ms": 1})


def save_an_invoice(folder: Path) -> None:
    write_new(folder, "invoice-1.pdf", b"%PDF-" + bytes(5000))


@dataclass(frozen=True)
class Writer:
    """One file of rctui's: how it comes to be, and where."""

    write: Callable[[Path], None]
    name: str
    is_new: bool = False
    """Whether another name is chosen when that one is taken."""


WRITERS: Final[dict[str, Writer]] = {
    "configuration": Writer(add_to_configuration, "config.toml"),
    "recent customers": Writer(open_a_customer, "customers.json"),
    "journal": Writer(note_a_write, FILE_NAME),
    "recovery file": Writer(save_a_customer, "19700101-000000-user_42.json", is_new=True),
    "invoice": Writer(save_an_invoice, "invoice-1.pdf", is_new=True),
}


@contextmanager
def in_the_way(kind: str, path: Path) -> Iterator[None]:
    """Something other than a file where a file should be."""
    if kind == "directory":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "circle":
        path.symlink_to(path)
    elif kind == "socket":
        there = socket.socket(socket.AF_UNIX)
        # The name of a socket is limited to about a hundred characters.
        before = os.getcwd()  # noqa: PTH109
        os.chdir(path.parent)
        there.bind(path.name)
        os.chdir(before)
        there.close()
    else:
        path.symlink_to("/dev/full" if kind == "device" else "/proc/version")
    yield


def ran(code: str, *arguments: str) -> str:
    """What a program of its own prints; it must end well."""
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
