"""Create files without ever overwriting one, for downloads and exports."""

from __future__ import annotations

import itertools
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.files.atomic import remove_left_over, written_aside
from rctui.files.directories import make_parents, sync_directory
from rctui.files.errors import FilesError, NotAPlainFile, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIES: Final = 1000


def write_new(folder: Path, name: str, data: bytes) -> Path:
    """Write a file that was not there, mode 0600, and say where: `name`, or `name-2`, `name-3`.

    `name` must be a bare name (see `safe_file_name`). Raises FilesError, and then no part of
    the file stays behind.
    """
    if name in ("", ".", "..") or Path(name).name != name:
        raise ValueError("a file name, without a folder")
    with translated("write", folder / name):
        make_parents(folder / name)
        remove_left_over(folder)
        with written_aside(folder, data) as temporary:
            claimed = _claim(folder, name)
            _move(temporary, claimed)
        sync_directory(folder)
    return claimed


def _claim(folder: Path, name: str) -> Path:
    """Create the first name that is free, as an empty file that is ours from then on."""
    for candidate in itertools.islice(_candidates(name), _TRIES):
        path = folder / candidate
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        try:
            os.close(os.open(path, flags, 0o600))
        except FileExistsError:
            continue
        return path
    raise FilesError(f"{folder} holds {_TRIES} files called like {name}.", hint="Tidy up there.")


def _move(temporary: Path, claimed: Path) -> None:
    try:
        temporary.replace(claimed)
    except OSError:
        claimed.unlink(missing_ok=True)
        raise


def _candidates(name: str) -> itertools.chain[str]:
    path = Path(name)
    numbered = (f"{path.stem}-{number}{path.suffix}" for number in itertools.count(2))
    return itertools.chain([name], numbered)


def free_path(path: Path) -> Path:
    """The path, or where something is there already, the first numbered one that is free."""
    names = itertools.islice(_candidates(path.name), _TRIES)
    free = (path.with_name(name) for name in names)
    return next((one for one in free if not os.path.lexists(one)), path)


def write_at(path: Path, data: bytes) -> None:
    """Write a file at exactly this path, mode 0600, if nothing is there: not even a link.

    Raises FilesError, and then no part of the file stays behind.
    """
    with claimed_file(path), translated("write", path):
        with written_aside(path.parent, data) as temporary:
            temporary.replace(path)
        sync_directory(path.parent)


@contextmanager
def claimed_file(path: Path) -> Iterator[None]:
    """Own a path from now on, as an empty file that goes again if what follows fails.

    Raises FilesError.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with claiming(path):
        os.close(os.open(path, flags, 0o600))
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@contextmanager
def claiming(path: Path) -> Iterator[None]:
    """Say what is wrong with a path that can't be made. Raises FilesError."""
    try:
        with translated("write", path):
            yield
    except FilesError:
        refuse_taken(path)
        raise


def refuse_taken(path: Path) -> None:
    """Say so where something is at a path already, or no folder to hold it. Raises FilesError."""
    if os.path.lexists(path):
        hint = "Nothing is ever overwritten: name another path, or move that away."
        if path.is_dir():
            hint = "It is a folder: name something in it that is not there yet."
        raise NotAPlainFile(f"{path} exists already.", hint=hint)
    if not os.path.lexists(path.parent):
        raise FilesError(f"There is no folder {path.parent}.", hint="Make it first.")
