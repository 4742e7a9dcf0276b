"""What the environment must not decide: pressed keys, written files, loaded modules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence
    from types import ModuleType

    from rctui.text.safe_text import SafeText

_KEPT: Final = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_ANIMATIONS")
_NAMES_AT_MOST: Final = 200
"""Characters of the names that are said; an environment can hold any number of them."""


class _NoPlugins:
    """Stands for the module of pydantic that finds plugins: there are none."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()


def clean(environment: MutableMapping[str, str]) -> tuple[str, ...]:
    """Forget what the toolkit or Python's TLS would act on, and give the names of it.

    The toolkit presses keys, writes files and loads modules where variables say so; TLS writes
    down the keys of every connection.
    """
    unwanted = sorted(name for name in environment if _is_unwanted(name))
    for name in unwanted:
        del environment[name]
    return tuple(name.encode("utf-8", "replace").decode() for name in unwanted)


def prepare(environment: MutableMapping[str, str]) -> None:
    """Say to the libraries what this program wants of them."""
    if not environment.get("NO_COLOR"):
        # The standard has any value but an empty one count; the toolkit only looks for it.
        environment.pop("NO_COLOR", None)
    environment["TEXTUAL_ANIMATIONS"] = "none"
    # Pydantic would look through every installed package for plugins; even told not to, it loads
    # what it would look with: 0.7 MB.
    environment["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    sys.modules.setdefault("pydantic.plugin._loader", cast("ModuleType", _NoPlugins))
    # httpx imports its own command line where click happens to be installed: 2.5 MB for nothing.
    # It does without where that import fails.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]


def ignored(names: Sequence[str]) -> SafeText:
    """That variables were set and are not followed."""
    from rctui.text.safe_text import phrase, safe

    verb = "is" if len(names) == 1 else "are"
    words = safe(", ".join(names), limit=_NAMES_AT_MOST)
    return phrase("{} in the environment {} ignored.", words, safe(verb))


def _is_unwanted(name: str) -> bool:
    return name == "SSLKEYLOGFILE" or (name.startswith("TEXTUAL_") and name not in _KEPT)
