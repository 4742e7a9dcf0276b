"""Looks of cells: what a frame's style sequences mean, and the shortest way between two."""

from __future__ import annotations

from itertools import product
from typing import Final, NamedTuple

LOOKS_AT_MOST: Final = 50_000
"""Different looks after which the screen is forgotten; the codes must stay in one plane."""

PLAIN: Final = "\u0100"
"""The code of a cell without any style."""

_OFF: Final = {
    "1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "6": "25", "7": "27",
    "8": "28", "9": "29", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
_SEEN_ON_BLANKS: Final = frozenset(_OFF) - {"1", "2", "3"}
_DEFAULTS: Final = {"39": "foreground", "49": "background"}


class Look(NamedTuple):
    """What a style sequence switches on; colours as parameters, empty for the default."""

    flags: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""

    @property
    def parameters(self) -> str:
        """The sequence's parameters that give a plain cell this look."""
        parts = [*sorted(self.flags, key=int), self.foreground, self.background]
        return ";".join(filter(None, parts))


class Palette:
    """Gives each look a code of one character, so that a row's looks are a string."""

    def __init__(self, *, erases_background: bool) -> None:
        self._erases_background = erases_background
        self._looks = [Look()]
        self._by_look = {Look(): PLAIN}
        self._by_parameters = {"": PLAIN, "0": PLAIN}
        self._changes: dict[tuple[str, str], str] = {}
        self._erasable: dict[str, bool] = {}

    @property
    def is_full(self) -> bool:
        """Whether no more looks fit."""
        return len(self._by_parameters) > LOOKS_AT_MOST

    def code(self, parameters: str, before: str = PLAIN) -> str:
        """The code of what cells look like after a style sequence that follows `before`."""
        if before != PLAIN:
            parameters = f"{self._look(before).parameters};{parameters or '0'}"
        code = self._by_parameters.get(parameters)
        if code is None:
            code = self._by_parameters[parameters] = self._code_of(_look(parameters))
        return code

    def change(self, old: str, new: str) -> str:
        """The shortest sequence after which text has the look `new` instead of `old`."""
        if old == new:
            return ""
        change = self._changes.get((old, new))
        if change is None:
            change = _change(self._look(old), self._look(new))
            self._changes[old, new] = change
        return change

    def can_erase(self, code: str) -> bool:
        """Whether an erased cell looks like a blank of this look."""
        can = self._erasable.get(code)
        if can is None:
            look = self._look(code)
            can = not look.flags & _SEEN_ON_BLANKS
            can = can and (self._erases_background or not look.background)
            self._erasable[code] = can
        return can

    def _look(self, code: str) -> Look:
        return self._looks[ord(code) - ord(PLAIN)]

    def _code_of(self, look: Look) -> str:
        code = self._by_look.get(look)
        if code is None:
            code = self._by_look[look] = chr(ord(PLAIN) + len(self._looks))
            self._looks.append(look)
        return code


def _look(parameters: str) -> Look:
    flags: set[str] = set()
    colours = {"foreground": "", "background": ""}
    rest = iter(parameters.split(";"))
    for parameter in rest:
        if parameter in _OFF:
            flags.add(parameter)
        elif parameter in {"", "0"}:
            flags.clear()
            colours = {"foreground": "", "background": ""}
        elif parameter in _DEFAULTS:
            colours[_DEFAULTS[parameter]] = ""
        elif parameter in {"38", "48"}:
            kind = next(rest, "5")
            values = [next(rest, "0") for _ in range(3 if kind == "2" else 1)]
            side = "foreground" if parameter == "38" else "background"
            colours[side] = ";".join([parameter, kind, *values])
        elif side := _BASIC_COLOURS.get(parameter, ""):
            colours[side] = parameter
    return Look(frozenset(flags), **colours)


_BASIC_COLOURS: Final = {
    str(base + number): "foreground" if base in {30, 90} else "background"
    for base, number in product((30, 40, 90, 100), range(8))
}


def _change(old: Look, new: Look) -> str:
    parameters = new.parameters
    from_plain = f"\x1b[0;{parameters}m" if parameters else "\x1b[m"
    steps = f"\x1b[{';'.join(_steps(old, new))}m"
    return min(steps, from_plain, key=len)


def _steps(old: Look, new: Look) -> list[str]:
    off = {_OFF[flag] for flag in old.flags - new.flags}
    left_on = {flag for flag in old.flags if _OFF[flag] not in off}
    steps = sorted(off) + sorted(new.flags - left_on, key=int)
    if new.foreground != old.foreground:
        steps.append(new.foreground or "39")
    if new.background != old.background:
        steps.append(new.background or "49")
    return steps
