"""The tour as the application runs it: a strip on whatever screen is uppermost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from rctui.tables.commands import Command
from rctui.text.safe_text import label
from rctui.tui.learning_names import LearningNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.screen import Screen

    from rctui.tui.tour import Place, Tour, Wrote
    from rctui.tui.writing.acting import WriteEnded


class Touring(LearningNames):
    """The part of the application that leads through the first steps, where that was asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "leave_tour", show=False, priority=True)
    ]
    tour: Tour | None = None

    def begin_tour(self) -> None:
        """Show the first step."""
        from rctui.tui.tour import Tour

        self.tour = Tour()

    def more_commands(self) -> Iterator[Command]:
        """In the demo, the tour."""
        yield from super().more_commands()
        if self.session.opening.in_process and not self.session.project.read_only:
            yield Command(
                "tour",
                label("Tour"),
                label(""),
                label("Be led through find, why, grant, journal and reverse."),
                self._start_tour,
            )

    def _start_tour(self) -> None:
        self.begin_tour()
        self.tour_looks()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a tour its key is free."""
        if action == "leave_tour":
            return self.tour is not None
        return super().check_action(action, parameters)

    def action_leave_tour(self) -> None:
        """Put the strip away, on every screen."""
        from rctui.tui.widgets.tour_strip import TourStrip

        self.tour = None
        for screen in self.screen_stack:
            screen.query(TourStrip).remove()

    def tour_looks(self) -> None:
        """See where the operator is, and say what comes next there."""
        if self.tour is None or not self.screen_stack:
            return
        from rctui.tui.widgets.tour_strip import TourStrip

        screen = self.screen
        place = place_of(screen)
        self.tour.sees(place)
        told = self.tour.mark, self.tour.words(place, self.action_keys)
        strips = screen.query(TourStrip)
        if strips:
            strips.first(TourStrip).tell(*told)
        else:
            screen.mount(TourStrip(*told))

    def on_write_ended(self, message: WriteEnded) -> None:
        """A change has ended; what else follows from that is not the tour's to do."""
        if self.tour is None:
            return
        from rctui.tui.writing.outcome_words import ended_well

        if ended_well(message.answer):
            wrote = _wrote(message)
            if wrote is not None:
                self.tour.wrote(wrote)
            self.call_later(self.tour_looks)


def _wrote(message: WriteEnded) -> Wrote | None:
    from rctui.customers.changes.every_change import GrantEntitlement, RevokeEntitlement
    from rctui.tui.tour import Wrote

    change = message.answer.request.change
    if isinstance(change, GrantEntitlement):
        return Wrote.GRANT
    return Wrote.REVOKE if isinstance(change, RevokeEntitlement) else None


def place_of(screen: Screen[Any]) -> Place:
    """Where the operator is, by the screen."""
    from rctui.tui.screens.customer import CustomerScreen
    from rctui.tui.screens.find import FindScreen
    from rctui.tui.screens.form import FormScreen
    from rctui.tui.screens.journal import JournalScreen
    from rctui.tui.screens.review import ReviewScreen
    from rctui.tui.screens.text import TextScreen
    from rctui.tui.tour import Place

    places: dict[type[Screen[Any]], Place] = {
        FindScreen: Place.FIND,
        CustomerScreen: Place.CUSTOMER,
        FormScreen: Place.FORM,
        ReviewScreen: Place.REVIEW,
        JournalScreen: Place.JOURNAL,
    }
    is_why = isinstance(screen, TextScreen) and screen.place[-1].plain == "Why"
    return Place.WHY if is_why else places.get(type(screen), Place.ELSEWHERE)
