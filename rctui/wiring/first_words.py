"""What the header says before anything heavy is imported: only what is certainly true.

Needs the standard library only, and for the demo next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.text.safe_text import SafeText, label, safe

if TYPE_CHECKING:
    from rctui.config.first_look import FirstLook


def project_words(name: str, *, high_risk: bool, read_only: bool) -> tuple[SafeText, ...]:
    """A project as a header says it. Risk and protection are words, never a colour."""
    words = [safe(name) + (label(" HIGH RISK") if high_risk else label(""))]
    if read_only:
        words.append(label("READ-ONLY"))
    return tuple(words)


def demo_words(*, read_only: bool) -> tuple[SafeText, ...]:
    """The demo's project."""
    from rctui.demo.identity import DEMO_PROJECT_NAME

    return project_words(DEMO_PROJECT_NAME, high_risk=False, read_only=read_only)


def live_words(look: FirstLook, *, read_only: bool) -> tuple[SafeText, ...]:
    """The configured project to begin with; nothing on the first start."""
    for project in look.projects:
        if project.key == look.chosen:
            protected = read_only or project.protection == "read-only"
            return project_words(project.name, high_risk=project.high_risk, read_only=protected)
    return ()
