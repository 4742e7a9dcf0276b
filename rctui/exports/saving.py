"""From a document to a file or a folder that was not there before."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from rctui.files.names import safe_file_name
from rctui.files.new_files import free_path, write_at
from rctui.files.new_folders import write_folder_at

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.text.safe_text import SafeText

Content = bytes | Mapping[str, bytes]
"""A file, or the files of a folder by name."""


class Form(StrEnum):
    """What a document is written as."""

    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


_SUFFIXES = {Form.JSON: ".json", Form.MARKDOWN: ".md", Form.CSV: ".csv"}


class Document(Protocol):
    """What can be exported."""

    @property
    def stem(self) -> str:
        """What its file is called, unless told otherwise. May hold outside text."""

    @property
    def rows(self) -> int:
        """How many rows it holds."""

    @property
    def missing(self) -> tuple[SafeText, ...]:
        """What could not be read, in words."""

    def json(self) -> str:
        """Exact and versioned."""

    def markdown(self) -> str:
        """For people."""

    def csv(self) -> Content:
        """For spreadsheets: a file, or a folder of files."""


def content_of(document: Document, form: Form) -> Content:
    """What is to be written."""
    if form is Form.CSV:
        return document.csv()
    text = document.json() if form is Form.JSON else document.markdown()
    return f"{text}\n".encode()


def free_name(folder: Path, stem: str, form: Form, *, is_folder: bool = False) -> Path:
    """Where a document goes unless told otherwise: a path in a folder that is free now."""
    suffix = "" if is_folder else _SUFFIXES[form]
    return free_path(folder / safe_file_name(stem, suffix, otherwise="export"))


def save(content: Content, path: Path) -> None:
    """Write what was not there before, for its owner alone. Raises FilesError.

    Nothing is replaced and no link is followed; on a failure nothing stays behind.
    """
    if isinstance(content, Mapping):
        write_folder_at(path, content)
    else:
        write_at(path, content)
