"""Whether an API key of the tests turned up where none may be: in files, in what was printed."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from rctui.demo.identity import CUSTOMERS_ONLY_KEY, DEMO_API_KEY, OTHER_PROJECT_KEY, READ_ONLY_KEY
from tests.config.files import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS: Final = (DEMO_API_KEY, CUSTOMERS_ONLY_KEY, OTHER_PROJECT_KEY, READ_ONLY_KEY, KEY)
_READ_AT_MOST: Final = 4_000_000
_INPUTS: Final = (".toml", ".py", ".pyc", ".sh", ".pem")
"""Files that tests write for the program to read; keys may be in them."""


def forms(key: str) -> Iterator[bytes]:
    """A key as it is, for an address, in base64 wherever it begins there, and its end."""
    plain = key.encode()
    yield plain
    yield quote(key, safe="").encode()
    for before in range(3):
        whole = base64.b64encode(b"x" * before + plain)
        yield whole[4 if before else 0 : len(whole) // 4 * 4 - 4]
    if key == DEMO_API_KEY:  # the ends of the others are words
        yield plain[-8:]


_FORMS: Final = tuple({form for key in KEYS for form in forms(key)})


def keys_in(content: bytes) -> list[bytes]:
    """The forms of keys that are in it."""
    return [form for form in _FORMS if form in content]


def files_with_keys(folder: Path) -> list[str]:
    """Files anywhere below a folder that hold a key and are nothing that a test put there."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [str(path) for path in files if _is_output(path) and keys_in(_beginning(path))]


def _is_output(path: Path) -> bool:
    return path.suffix not in _INPUTS and "key" not in path.name


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_READ_AT_MOST)
    except OSError:
        return b""
