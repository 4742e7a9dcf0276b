"""Create files without ever overwriting one, for downloads and exports."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import Final

from rctui.files.atomic import remove_left_over, written_aside
from rctui.files.directories import make_parents, sync_directory
from rctui.files.errors import FilesError, translated

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
