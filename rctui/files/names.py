"""A file name from text that came from outside."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 80
_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9._-]+")
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,8}")


def safe_file_name(text: str, suffix: str = "", *, otherwise: str = "file") -> str:
    """A name of plain characters that stays inside its folder and is no hidden file.

    `suffix` is the program's own, such as `.pdf`. Text without any usable character becomes
    `otherwise`. Different texts can give the same name; `new_files` numbers them.
    """
    if suffix and not _SUFFIX.fullmatch(suffix):
        raise ValueError(f"{suffix!r} is not a suffix")
    stem = _NOT_PLAIN.sub("-", text).strip(".-_")[:LONGEST].rstrip(".-_")
    return (stem or otherwise) + suffix
