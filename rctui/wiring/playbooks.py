"""The playbooks of the configuration, as the changes that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.playbooks.playbook import Playbook

if TYPE_CHECKING:
    from rctui.config.settings import Settings

DEMO: Final = (
    Playbook(
        "outage",
        "Outage make-good",
        grants=(("pro", "7d"),),
        credits=(("GLD", 500),),
        attributes=(("support_case", "{ticket}"),),
    ),
    Playbook("welcome-back", "Welcome back", grants=(("offline", "30d"),)),
)
"""What the simulated project's team has agreed on."""


def playbooks_of(settings: Settings) -> tuple[Playbook, ...]:
    """The configured playbooks, in the order of the file."""
    return tuple(
        Playbook(
            key,
            one.title,
            tuple(one.grant.items()),
            tuple(one.credit.items()),
            tuple(one.attribute.items()),
        )
        for key, one in settings.playbooks.items()
    )
