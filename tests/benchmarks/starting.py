"""How long it takes until there is something to see, to type into, and until it is all there."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from tests.benchmarks.measured import DEMO, FLOOR, measured
from tests.simulated import demo_app, running_demo

if TYPE_CHECKING:
    from tests.benchmarks.measured import MeasuredTerminal

_RCTUI: Final = (sys.executable, "-m", "rctui")
_LIVE_BOX: Final = "Type or paste"
_CONFIGURATION: Final = """\
[projects.acme]
name = "Acme iOS"
project_id = "{project_id}"
api_key = {{ env = "ACME_KEY" }}
base_url = "{base_url}"
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start, in ms from the process on."""

    frame_ms: float
    useful_ms: float
    """The live box can be typed into."""
    settled_ms: float
    bytes: int
    peak_mb: float


def start_of_floor() -> Start:
    """The smallest table application."""
    return start_of(*FLOOR, until="row 5")


def start_of(*argv: str, until: str) -> Start:
    """Any program, which is of use as soon as it shows `until`."""
    with measured(*argv) as terminal:
        useful = terminal.shows(until)
        return _start(terminal, useful, useful)


def start_of_rctui() -> Start:
    """The demo: its plain frame, its live box, the first page of customers."""
    with measured(*DEMO) as terminal:
        return _start_on(terminal, "Skylark Demo")


def start_of_configured() -> Start:
    """The same on a project of a configuration, whose server is at the end of a socket."""
    with running_demo(demo_app(customers=400)) as (base_url, _), TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_text(
            _CONFIGURATION.format(project_id=DEMO_PROJECT_ID, base_url=base_url), encoding="utf-8"
        )
        file.chmod(0o600)
        with measured(*_RCTUI, RCTUI_CONFIG=str(file), ACME_KEY=DEMO_API_KEY) as terminal:
            return _start_on(terminal, "Acme iOS")


def _start_on(terminal: MeasuredTerminal, project: str) -> Start:
    frame = terminal.shows(f"{project} | Find")
    useful = terminal.shows(_LIVE_BOX)
    terminal.shows("100 loaded")
    return _start(terminal, frame, useful)


def _start(terminal: MeasuredTerminal, frame: float, useful: float) -> Start:
    settled = terminal.settle(0.3)
    since = terminal.started
    return Start(
        (frame - since) * 1000,
        (useful - since) * 1000,
        (settled - since) * 1000,
        len(terminal.written),
        terminal.peak_mb,
    )
