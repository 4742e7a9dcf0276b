"""Ask the desktop's keyring for an API key. Where there is no desktop, there is none."""

from __future__ import annotations

import threading
from typing import Final

from rctui.config.errors import ApiKeyError

SERVICE: Final = "rctui"
TIMEOUT_S: Final = 3.0
_OTHER_SOURCES: Final = "Over SSH there often is none: use env, file or command instead."


def password_of(entry: str, *, timeout_s: float = TIMEOUT_S) -> str:
    """What the keyring holds under an entry of the service `rctui`. Raises ApiKeyError."""
    found: list[str | ApiKeyError] = []
    # A daemon, since a locked keyring may wait for ever for somebody to unlock it.
    asking = threading.Thread(target=lambda: found.append(_asked(entry)), daemon=True)
    asking.start()
    asking.join(timeout_s)
    if not found:
        message = f"The keyring did not answer in {timeout_s:g} s; it may be locked."
        raise ApiKeyError(message, hint=f"Unlock it. {_OTHER_SOURCES}")
    if isinstance(found[0], ApiKeyError):
        raise found[0]
    return found[0]


def _asked(entry: str) -> str | ApiKeyError:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        hint = "Install it with: pip install 'rctui[keyring]', or use env, file or command."
        return ApiKeyError("The keyring package is not installed.", hint=hint)
    try:
        value = keyring.get_password(SERVICE, entry)
    except keyring.errors.NoKeyringError:
        return ApiKeyError("This machine has no keyring.", hint=_OTHER_SOURCES)
    except Exception as error:  # noqa: BLE001 - backends raise what they like
        kind = type(error).__name__
        return ApiKeyError(f"The keyring can't be used ({kind}).", hint=_OTHER_SOURCES)
    if value is None:
        return ApiKeyError(
            f"The keyring has no entry {entry} for the service {SERVICE}.",
            hint=f"Store it with: keyring set {SERVICE} {entry}",
        )
    return str(value)
