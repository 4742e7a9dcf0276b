"""Fetch an API key from where the configuration says it is.

Everything here blocks, for seconds at worst: call it on the worker, in a thread. No error holds
any part of a key.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from rctui.config.errors import ApiKeyError
from rctui.config.key_command import output_of
from rctui.config.key_form import why_no_key
from rctui.config.key_ring import password_of
from rctui.config.key_source import CommandKey, EnvironmentKey, FileKey, KeyringKey, LiteralKey
from rctui.config.paths import expanded
from rctui.secret import Secret, keep_memory_to_itself

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from rctui.config.key_source import KeySource

LONGEST_FILE: Final = 4096


def fetch_api_key(
    source: KeySource,
    environment: Mapping[str, str],
    *,
    folder: Path,
    key_variables: Collection[str] = (),
) -> Secret:
    """The key, checked. Raises ApiKeyError, FilesError.

    `folder` is what a relative path starts from. `key_variables` are the variables that hold
    keys of any project; a command does not get to see them.
    """
    keep_memory_to_itself()
    if isinstance(source, EnvironmentKey):
        return _from_environment(source, environment)
    if isinstance(source, KeyringKey):
        return _checked(_one_line(password_of(source.name)), source)
    if isinstance(source, CommandKey):
        visible = without_keys(environment, key_variables)
        return _checked(_decoded(output_of(source.argv, visible), source), source)
    if isinstance(source, FileKey):
        path = expanded(source.path, environment, folder)
        return _checked(_decoded(_content(path), source), source)
    return _checked(source.key, source)


def without_keys(environment: Mapping[str, str], variables: Collection[str]) -> dict[str, str]:
    """An environment for other programs: nothing in it that is a key or looks like one."""
    return {
        name: value
        for name, value in environment.items()
        if name != "RCTUI_API_KEY" and name not in variables and not value.startswith("sk_")
    }


def _from_environment(source: EnvironmentKey, environment: Mapping[str, str]) -> Secret:
    value = environment.get(source.variable)
    if value is None:
        raise ApiKeyError(
            f"The variable {source.variable}, which holds the API key, is not set.",
            hint=f"Set {source.variable}, or name another source in the configuration.",
        )
    return _checked(_one_line(value), source)


def _checked(secret: Secret, source: KeySource) -> Secret:
    wrong = why_no_key(secret)
    if wrong:
        place = "in the configuration" if isinstance(source, LiteralKey) else f"({source.words})"
        raise ApiKeyError(
            f"The API key {place} {wrong}.", hint="Check what is there; it is not shown here."
        )
    return secret


def _one_line(text: str) -> Secret:
    return Secret(text.removesuffix("\n").removesuffix("\r"))


def _decoded(content: bytes, source: KeySource) -> Secret:
    try:
        return _one_line(content.decode("ascii"))
    except UnicodeDecodeError:
        message = f"The API key ({source.words}) holds characters beyond ASCII."
        raise ApiKeyError(message, hint="Check what is there; it is not shown here.") from None


def _content(path: Path) -> bytes:
    descriptor = _opened(path)
    try:
        _check_key_file(path, os.fstat(descriptor))
        content = os.read(descriptor, LONGEST_FILE + 1)
    finally:
        os.close(descriptor)
    if len(content) > LONGEST_FILE:
        raise ApiKeyError(f"The key file {path} holds more than a key.")
    return content


def _opened(path: Path) -> int:
    try:
        # Not blocking, or a pipe without a writer would hold the worker for ever.
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no such path"
        message = f"The key file {path} can't be read: {why}."
        raise ApiKeyError(message, hint="Check its path and its owner.") from None


def _check_key_file(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise ApiKeyError(f"The key file {path} is not a plain file.")
    if found.st_uid not in (os.getuid(), 0):
        raise ApiKeyError(f"The key file {path} belongs to another user.")
    if found.st_mode & 0o077:
        hint = f"Run: chmod 600 '{path}'"
        raise ApiKeyError(f"Others can read the key file {path}.", hint=hint)
