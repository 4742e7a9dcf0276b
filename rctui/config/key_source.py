"""Where an API key comes from. Everything but the literal is a reference, safe to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from rctui.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable

_EXPECTED: Final = (
    'must be { env = "NAME" }, { keyring = "NAME" }, { command = ["PROGRAM", …] },'
    ' { file = "PATH" } or the key itself'
)


@dataclass(frozen=True, slots=True)
class EnvironmentKey:
    """The key is in an environment variable."""

    variable: str

    @property
    def words(self) -> str:
        """The source, for people."""
        return f"environment variable {self.variable}"


@dataclass(frozen=True, slots=True)
class KeyringKey:
    """The key is in the desktop's keyring, under the service `rctui`."""

    name: str

    @property
    def words(self) -> str:
        """The source, for people."""
        return f"keyring entry {self.name}"


@dataclass(frozen=True, slots=True)
class CommandKey:
    """A program prints the key. It is run as it stands, without a shell."""

    argv: tuple[str, ...]

    @property
    def words(self) -> str:
        """The source, for people. Only the program: its arguments may be private."""
        return f"command {self.argv[0]}"


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key is the only line of a file that nobody else can read."""

    path: str

    @property
    def words(self) -> str:
        """The source, for people."""
        return f"file {self.path}"


@dataclass(frozen=True, slots=True)
class LiteralKey:
    """The key stands in the configuration itself."""

    key: Secret

    @property
    def words(self) -> str:
        """The source, for people."""
        return "written in the configuration"


KeySource: TypeAlias = EnvironmentKey | KeyringKey | CommandKey | FileKey | LiteralKey

_KINDS: Final[dict[str, Callable[[str], KeySource]]] = {
    "env": EnvironmentKey,
    "keyring": KeyringKey,
    "file": FileKey,
}


def read_key_source(value: object) -> KeySource:
    """A source from its form in TOML. Raises ValueError, which never holds the value."""
    if isinstance(value, EnvironmentKey | KeyringKey | CommandKey | FileKey | LiteralKey):
        return value
    if isinstance(value, str):
        return _literal(value)
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError(_EXPECTED)
    kind, detail = next(iter(value.items()))
    if kind == "command":
        return _command(detail)
    if kind not in _KINDS or not (isinstance(detail, str) and detail.strip()):
        raise ValueError(_EXPECTED)
    if detail.startswith(("sk_", "atk_")):
        raise ValueError(f"{kind} must say where the key is kept, not the key itself")
    return _KINDS[kind](detail)


def _literal(value: str) -> LiteralKey:
    scheme = value.split(":", 1)[0]
    if ":" in value and scheme.isalpha():
        raise ValueError(_EXPECTED)
    return LiteralKey(Secret(value))


def _command(detail: object) -> CommandKey:
    words = detail if isinstance(detail, list) else []
    if not words or not all(isinstance(word, str) and "\0" not in word for word in words):
        raise ValueError('command must be a list of texts, as in ["op", "read", "op://…"]')
    if not words[0]:
        raise ValueError("command must begin with a program")
    return CommandKey(tuple(words))
