"""Starts the screens and comes back with an exit code."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Final

from rctui.tui.app import RctuiApp
from rctui.tui.driver.lean_driver import LeanDriver
from rctui.tui.driver.terminal_driver import TerminalDriver
from rctui.tui.leaving import Leaving, run_until_left
from rctui.tui.session import GUARD_S, Session
from rctui.tui.themes import DEFAULT
from rctui.wiring.early import BugReports
from rctui.wiring.opening import epoch_ms
from rctui.worker.api_worker import ApiWorker

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from rctui.tui.driver.taken_terminal import TakenTerminal
    from rctui.wiring.early import EarlyWorker
    from rctui.wiring.opening import Opening


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
    mouse: bool | None = None
    """`None` is on, but off over SSH: any movement of the pointer would cost bytes."""
    plain_driver: bool = False
    """Send whole frames, as Textual does by itself."""


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

    app.on_first_screen = first_screen
    app.on_first_page = _import_what_comes_next
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
    bugs = BugReports() if early is None else early.bugs
    worker = (
        early.worker
        if early is not None
        else ApiWorker(opening.connect, on_bug=bugs.report, now_ms=now_ms, writing=opening.writing)
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
        theme=options.theme or DEFAULT,
        driver_class=TerminalDriver if options.plain_driver else LeanDriver,
        ansi_color="NO_COLOR" in os.environ,
    )

    app.crash_folder = opening.state_folder

    bugs.listen(lambda bug: app.post_message(RctuiApp.WorkerBroke(bug)))
    return app


def _import_what_comes_next() -> None:
    """What the first search, customer and dialog need, before somebody waits for them."""
    Thread(target=lambda: [import_module(name) for name in _NEXT], daemon=True).start()


def _keep_what_there_is() -> None:
    """Look for garbage from now on, and never among what the first screen is made of."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _mouse(options: ScreenOptions) -> bool:
    if options.mouse is not None:
        return options.mouse
    return not (os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION"))
