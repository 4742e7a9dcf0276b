"""The first start, for pictures: nothing is on the disk, and a key is known without a server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.customers.catalogue_names import FoundProject
from rctui.demo.identity import DEMO_PROJECT_ID, DEMO_PROJECT_NAME
from rctui.tui.first_start.app import FirstStartApp
from rctui.wiring.discovery import Discovery
from rctui.wiring.live import LiveOptions, open_live

if TYPE_CHECKING:
    from rctui.config.key_source import KeySource

HOME: Final = "/home/ann"


class Knowing(Discovery):
    """Knows the demo's project by any key."""

    def project(self, source: KeySource) -> FoundProject:
        """The demo's first project."""
        return FoundProject(DEMO_PROJECT_ID, DEMO_PROJECT_NAME)


def first_start_app(theme: str) -> FirstStartApp:
    """The program where nothing is configured, in a theme."""
    opening = open_live(LiveOptions(), {"HOME": HOME})
    app = FirstStartApp(replace(opening, discovery=Knowing({}, Path(HOME))))
    app.use_theme(theme)
    return app
