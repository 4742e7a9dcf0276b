"""Keys as a keymap writes them: `f`, `?`, `f3`, `ctrl+l`, several with commas between them."""

from __future__ import annotations

import string
import unicodedata
from typing import Final

_OWN_NAMES: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where the name of a key isn't the character's in Unicode."""
_EDITING: Final = ("enter", "space", "escape", "backspace", "delete", "insert")
_MOVING: Final = ("home", "end", "pageup", "pagedown", "up", "down", "left", "right")
_NAMED: Final = frozenset((*_EDITING, *_MOVING, *(f"f{number}" for number in range(1, 13))))
_SAME_AS: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""What a terminal sends for some of its keys is the same as for another one."""
_KEPT: Final = {
    "tab": "moves on in dialogs",
    "shift+tab": "moves back in dialogs",
    "ctrl+c": "is kept for copying",
    "ctrl+q": "always leaves",
    "ctrl+z": "is the shell's",
}


def key_name(character: str) -> str:
    """The name of the key that types a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _OWN_NAMES.get(name, name)


def read_keys(text: str) -> tuple[str, ...]:
    """The keys in a line of a keymap; none is an action without a key.

    Raises ValueError with what is wrong. The words hold no more of the text than one key.
    """
    written = [part.strip() for part in text.split(",")] if text.strip() else []
    keys = tuple(_read_key(part) for part in written)
    if len(set(keys)) < len(keys):
        raise ValueError("names a key twice")
    return keys


def _read_key(written: str) -> str:
    if not written:
        raise ValueError('has nothing between two commas; the key itself is called "comma"')
    *modifiers, key = written.rsplit("+", 1) if len(written) > 1 else [written]
    name = key_name(key) if len(key) == 1 else key
    full = "+".join([*modifiers, name])
    _refuse_odd(modifiers[0] if modifiers else "", name)
    if full in _SAME_AS:
        raise ValueError(f"{full} arrives as {_SAME_AS[full]}")
    if full in _KEPT:
        raise ValueError(f"{full} {_KEPT[full]}")
    return full


def _refuse_odd(modifiers: str, name: str) -> None:
    if name not in _NAMED and name not in SIGNS and name not in _KEPT and not _is_letter(name):
        raise ValueError('has a key that no terminal sends; write such as "f", "?", "f3", "ctrl+l"')
    if modifiers not in ("", "ctrl", "alt", "shift", "ctrl+shift"):
        raise ValueError("has something before the + that is not ctrl, alt or shift")
    if "shift" in modifiers and len(name) == 1:
        raise ValueError("has shift before a letter: write the upper-case letter")
    if modifiers == "ctrl" and len(name) == 1 and not name.islower():
        raise ValueError("has ctrl before what is no lower-case letter")


def _is_letter(name: str) -> bool:
    return len(name) == 1 and name.isalnum()


SIGNS: Final = {key_name(sign): sign for sign in string.punctuation}
"""What a key that has a name types."""
