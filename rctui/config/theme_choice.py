"""Which theme is put on: flag, environment, project, configuration, and else what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.config.themes import AUTO, DARK, LIGHT, TERMINAL

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE: Final = "RCTUI_THEME"
_LIGHT_BACKGROUNDS: Final = ("7", "15")


class ThemeChoice(NamedTuple):
    """What has been said about colours, from the strongest to the weakest. Empty is nothing."""

    forced: str = ""
    """What the flag or the environment says; it holds for every project."""
    general: str = ""
    """What the configuration says for all projects, or what was chosen in this run."""
    fitting: str = DARK
    """What fits the terminal."""

    def of(self, project_theme: str) -> str:
        """The theme for a project that has `project_theme` configured, or nothing."""
        said = (_said(self.forced), _said(project_theme), _said(self.general))
        return next(filter(None, said), self.fitting)

    def with_chosen(self, name: str) -> ThemeChoice:
        """The choice after somebody has picked a theme: a project's own still wins over it."""
        return self._replace(forced="", general=name)


def fitting_theme(environment: Mapping[str, str]) -> str:
    """What fits where nothing is said.

    Over SSH, and where a terminal doesn't say that it knows more than its own sixteen colours,
    those: they suit what its owner has chosen, and cost the fewest bytes.
    """
    over_ssh = environment.get("SSH_TTY") or environment.get("SSH_CONNECTION")
    if over_ssh or not environment.get("COLORTERM") or "NO_COLOR" in environment:
        return TERMINAL
    return LIGHT if _is_light(environment.get("COLORFGBG", "")) else DARK


def _said(name: str) -> str:
    return "" if name == AUTO else name


def _is_light(colours: str) -> bool:
    """Some terminals name their colours by number, as `0;15`: black on white."""
    return colours.rpartition(";")[2] in _LIGHT_BACKGROUNDS
