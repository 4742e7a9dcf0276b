"""A journal that takes nothing switches writes off, and the header says so once it is known."""

from __future__ import annotations

from dataclasses import replace

from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.demo.effects import held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.journal.errors import JournalUnwritable
from rctui.journal.journal import Journal
from rctui.journal.stores import MemoryStore
from rctui.tui.starting import ScreenOptions, build_app
from rctui.worker.write_means import WriteMeans
from tests.stories.program import Operator, demo


class FullDisk(MemoryStore):
    """Takes no line."""

    def probe(self) -> None:
        """Say so. Raises JournalUnwritable."""
        raise JournalUnwritable("The journal can't be written: disk full.", hint="Make room.")


async def test_the_header_says_it_before_a_slow_server_answers_anything() -> None:
    faults, hold = Faults(), Hold()
    faults.add(held(hold), times=None)
    means = WriteMeans(Journal(FullDisk()), RecoveryFiles())
    app = build_app(replace(demo(faults=faults, customers=5), writing=means), ScreenOptions())
    # As in the real program: not before the first screen is drawn.
    app.on_first_screen = app.session.worker.start
    try:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            operator = Operator(app, pilot)
            shown = await operator.sees("WRITES OFF (a says why)")
            assert app.session.activity.last is None
            assert "Find" in shown.splitlines()[0]
            hold.release()
            await operator.sees("customers: ")
            await operator.press("escape", "a")
            await operator.sees("disk full")
    finally:
        hold.release()
        assert app.session.worker.close()
