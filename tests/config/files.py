"""Configuration files for tests, and what must never be printed."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from rctui.config.reading import read_configuration

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.config.reading import Reading

KEY = "sk_NeverShowThisOneBqX7rT2mWz9LkVhYd"
ACME = """\
[projects.acme]
project_id = "proj1ab2c3d4"
api_key = { env = "RC_ACME_KEY" }
"""


def written(folder: Path, text: str | bytes, mode: int = 0o600) -> Path:
    """A configuration file, for `--config`."""
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(mode)
    return path


def read(path: Path, **environment: str) -> Reading:
    """A file and an environment, read."""
    return read_configuration(environment, str(path))


def assert_no_key_in(*texts: str) -> None:
    """Nothing of `KEY` may be in any text: not whole, not encoded, not its last characters."""
    encoded = base64.b64encode(KEY.encode()).decode().rstrip("=")
    for text in texts:
        for secret in (KEY, KEY.removeprefix("sk_"), KEY[-8:], encoded):
            assert secret not in text
