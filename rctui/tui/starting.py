"""Starts the screens and comes back with an exit code."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.clock import epoch_ms
from rctui.config.theme_choice import ThemeChoice, fitting_theme
from rctui.config.themes import Themes
from rctui.tui.app import RctuiApp
from rctui.tui.driver.lean_driver import LeanDriver
from rctui.tui.driver.terminal_driver import TerminalDriver
from rctui.tui.leaving import Leaving, run_until_left
from rctui.tui.session import GUARD_S, Session
from rctui.worker.api_worker import ApiWorker
from rctui.worker.mailbox import Mailbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from rctui.tui.driver.taken_terminal import TakenTerminal
    from rctui.wiring.opening import Opening

_SWITCH_S: Final = 0.0005
"""How long a thread may keep Python from another one. With the usual 5 ms the worker sends a
request up to 15 ms late, and a key waits as long, whenever the other one has work to do."""

_NEXT: Final = (
    "rctui.tui.finding.recognised_words",
    "rctui.customers.finding.find",
    "rctui.tui.screens.customer",
    "rctui.tui.screens.review",
    "rctui.worker.writes",
)
"""What a search, a customer and a dialog need, loaded while the first search is typed. Not at the
start: who only goes through the list does without 2 MB of it."""


class ScreenOptions(NamedTuple):
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
) -> int:
    """Run the full-screen program until it is left; its exit code.

    `taken` is the terminal, where it shows a first frame already. The worker starts when the
    first screen is drawn: what it imports would make that wait for as long again, and while
    somebody types the connection is made all the same.
    """
    app = build_app(opening, options)
    app.taken = taken
    worker = app.session.worker

    def first_screen() -> None:
        _keep_what_there_is()
        worker.start()
        worker.warm(opening.project.key)

    def first_page() -> None:
        # Else the first customer would be asked for 3 ms later.
        import_module("rctui.tui.customer.asking_ahead")
        _keep_what_came()

    def first_look() -> None:
        _load(_NEXT)
        app.look_for_names()

    sys.setswitchinterval(_SWITCH_S)
    app.on_first_screen = first_screen
    app.on_first_page = first_page
    app.on_first_look = first_look
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
) -> RctuiApp:
    """The application and its worker, neither of them started.

    The other options are for tests and pictures: the time, where it is shown for, and how long a
    review takes no answer.
    """
    bugs: Mailbox[BaseException] = Mailbox()
    worker = ApiWorker(opening.connect, on_bug=bugs.put, now_ms=now_ms, writing=opening.writing)
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
    app = _looking(session, options)
    bugs.listen(lambda bug: app.post_message(RctuiApp.WorkerBroke(bug)))
    return app


def _looking(session: Session, options: ScreenOptions) -> RctuiApp:
    """The application, looking and beginning as it was asked to."""
    opening = session.opening
    app = RctuiApp(
        session,
        themes=Themes(options.themes_folder),
        choice=ThemeChoice(options.theme, opening.screen.theme, fitting_theme(os.environ)),
        driver_class=TerminalDriver if options.plain_driver else LeanDriver,
    )
    app.crash_folder = opening.state_folder
    if options.tour:
        app.begin_tour()
    return app


def _load(modules: Sequence[str]) -> None:
    """Import modules beside whatever else is done."""

    def load() -> None:
        for name in modules:
            import_module(name)
        _keep_what_came()

    Thread(target=load, daemon=True).start()


def _keep_what_there_is() -> None:
    """Look for garbage from now on, and never among what the first screen is made of."""
    gc.collect()
    gc.freeze()
    gc.enable()
    # Python's own rhythm lets lines that are gone from the screen pile up to half a MB.
    gc.set_threshold(700, 10, 2)


def _keep_what_came() -> None:
    """Leave out what was loaded since: a search through it makes a key wait for 20 ms.

    Then search once in the little that is left. How long Python waits for the next one goes by
    what the last one found alive, and lines gone from the screen would pile up to 1 MB meanwhile.
    """
    gc.freeze()
    gc.collect()


def _mouse(options: ScreenOptions) -> bool:
    if options.mouse is not None:
        return options.mouse
    return not (os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION"))
