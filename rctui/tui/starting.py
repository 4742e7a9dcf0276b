"""Starts the screens and comes back with an exit code."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Final

from rctui.config.theme_choice import ThemeChoice, fitting_theme
from rctui.config.themes import Themes
from rctui.tui.app import RctuiApp
from rctui.tui.driver.lean_driver import LeanDriver
from rctui.tui.driver.terminal_driver import TerminalDriver
from rctui.tui.leaving import Leaving, run_until_left
from rctui.tui.session import GUARD_S, Session
from rctui.wiring.opening import epoch_ms
from rctui.worker.api_worker import ApiWorker
from rctui.worker.mailbox import Mailbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

    from rctui.tui.driver.taken_terminal import TakenTerminal
    from rctui.wiring.early import EarlyWorker
    from rctui.wiring.opening import Opening

_SWITCH_S: Final = 0.0005
"""How long a thread may keep Python from another one. With the usual 5 ms the worker sends a
request up to 15 ms late, and a key waits as long, whenever the other one has work to do."""

_NEXT: Final = (
    "rctui.tui.recognised_words",
    "rctui.customers.find",
    "rctui.tui.screens.customer",
    "rctui.tui.screens.review",
    "rctui.worker.writes",
)


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """How the full-screen program starts."""

    text: str = ""
    """What to find at once."""
    theme: str = ""
    """The theme for every project; empty is what is configured."""
    mouse: bool | None = None
    """`None` is on, but off over SSH: any movement of the pointer would cost bytes."""
    plain_driver: bool = False
    """Send whole frames, as Textual does by itself."""
    tour: bool = False
    """Lead through the first steps."""
    themes_folder: Path | None = None
    """Where themes of one's own are; need not exist."""


def run_screens(
    opening: Opening,
    options: ScreenOptions,
    taken: TakenTerminal | None = None,
    early: EarlyWorker | None = None,
) -> int:
    """Run the full-screen program until it is left; its exit code.

    `taken` is the terminal, where it shows a first frame already; `early` the worker, where it
    is connecting already.
    """
    app = build_app(opening, options, early=early)
    app.taken = taken
    worker = app.session.worker

    def first_screen() -> None:
        _keep_what_there_is()
        if early is None:
            worker.start()
            worker.warm(opening.project.key)

    sys.setswitchinterval(_SWITCH_S)
    app.on_first_screen = first_screen
    app.on_first_page = lambda: _make_ready(worker)
    app.learns_names = True
    leaving = Leaving(app, worker, taken)
    run_until_left(lambda: app.run(mouse=_mouse(options)), leaving, worker)
    return leaving.exit_code(app.return_code or 0)


def build_app(
    opening: Opening,
    options: ScreenOptions,
    *,
    now_ms: Callable[[], int] = epoch_ms,
    zone: tzinfo | None = None,
    guard_s: float = GUARD_S,
    early: EarlyWorker | None = None,
) -> RctuiApp:
    """The application and its worker, neither of them started, unless the worker was early.

    The other options are for tests and pictures: the time, where it is shown for, and how long a
    review takes no answer.
    """
    bugs: Mailbox[BaseException] = Mailbox() if early is None else early.bugs
    worker = (
        early.worker
        if early is not None
        else ApiWorker(opening.connect, on_bug=bugs.put, now_ms=now_ms, writing=opening.writing)
    )
    session = Session(
        opening,
        opening.project,
        worker,
        opening.activity,
        now_ms=now_ms,
        zone=zone,
        guard_s=guard_s,
        start_text=options.text,
    )
    app = RctuiApp(
        session,
        themes=Themes(options.themes_folder),
        choice=ThemeChoice(options.theme, opening.screen.theme, fitting_theme(os.environ)),
        driver_class=TerminalDriver if options.plain_driver else LeanDriver,
    )

    app.crash_folder = opening.state_folder
    if options.tour:
        app.begin_tour()

    bugs.listen(lambda bug: app.post_message(RctuiApp.WorkerBroke(bug)))
    return app


def _make_ready(worker: ApiWorker) -> None:
    """What the first search, customer and dialog need, before somebody waits for them."""
    from rctui.api.models.ready import builders

    def ready() -> None:
        for name in _NEXT:
            import_module(name)
        # A search through all of this for garbage would make a key wait for 20 ms now and then.
        gc.freeze()

    for build in builders():
        worker.post(build)
    Thread(target=ready, daemon=True).start()


def _keep_what_there_is() -> None:
    """Look for garbage from now on, and never among what the first screen is made of."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _mouse(options: ScreenOptions) -> bool:
    if options.mouse is not None:
        return options.mouse
    return not (os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION"))
