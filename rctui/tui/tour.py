"""The tour of the demo: five steps, each known to be done by what is on screen or was written.

Nothing waits for it and it holds nothing up. It only says what to press next.
"""

from __future__ import annotations

from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.keys.actions import FIND, HELP, JOURNAL, PALETTE
from rctui.tui.keys.dialog_keys import RUN_CHANGE
from rctui.tui.keys.write_actions import GRANT, REVERSE

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.tui.keys.in_force import Keys

    Words = Callable[[Keys], SafeText]


class Place(Enum):
    """Where the operator is, as far as the tour cares."""

    FIND = auto()
    CUSTOMER = auto()
    WHY = auto()
    FORM = auto()
    REVIEW = auto()
    JOURNAL = auto()
    ELSEWHERE = auto()


class Step(IntEnum):
    """What comes next."""

    FIND = 1
    WHY = 2
    GRANT = 3
    JOURNAL = 4
    REVERSE = 5
    DONE = 6


class Wrote(Enum):
    """A change that was applied."""

    GRANT = auto()
    REVOKE = auto()


_SEEN: Final = {
    Step.FIND: Place.CUSTOMER,
    Step.WHY: Place.WHY,
    Step.JOURNAL: Place.JOURNAL,
}
"""The steps that are done by getting somewhere."""
_WRITTEN: Final = {Step.GRANT: Wrote.GRANT, Step.REVERSE: Wrote.REVOKE}


class Tour:
    """How far it has come."""

    def __init__(self) -> None:
        self.step = Step.FIND

    def sees(self, place: Place) -> None:
        """The operator got somewhere."""
        if _SEEN.get(self.step) is place:
            self.step = Step(self.step + 1)

    def wrote(self, change: Wrote) -> None:
        """A change was applied."""
        if _WRITTEN.get(self.step) is change:
            self.step = Step(self.step + 1)

    def words(self, place: Place, keys: Keys) -> SafeText:
        """What to do next, from where the operator is."""
        if self.step is Step.DONE:
            return _done(keys)
        told = _WORDS.get((self.step, place)) or _WORDS.get((self.step, Place.ELSEWHERE), _back)
        return told(keys)

    @property
    def mark(self) -> SafeText:
        """How far it has come, and how it is ended."""
        if self.step is Step.DONE:
            return label("Tour (ctrl+t ends it)  ")
        return phrase("Tour {}/{} (ctrl+t ends it)  ", int(self.step), int(Step.REVERSE))


def _done(keys: Keys) -> SafeText:
    return phrase(
        "That was it: found, explained, granted, written down, taken back. "
        "{} lists the keys, {} all commands.",
        keys.way_to(HELP),
        keys.way_to(PALETTE),
    )


def _to_find(keys: Keys) -> SafeText:
    words = "{} leads to Find: type card_failing_in_retry there, then enter."
    return phrase(words, keys.way_to(FIND))


def _back(keys: Keys) -> SafeText:
    return phrase("esc goes back to the customer; or {}, then enter.", keys.way_to(FIND))


def _open_again(_keys: Keys) -> SafeText:
    return label("Open card_failing_in_retry again: esc to the list, then enter on its row.")


def _journal(keys: Keys) -> SafeText:
    return phrase(
        "Sent once, and seen. {} opens the Journal of your changes.", keys.way_to(JOURNAL)
    )


def _same(words: SafeText) -> Words:
    return lambda _keys: words


_WORDS: Final[dict[tuple[Step, Place], Words]] = {
    (Step.FIND, Place.FIND): _same(
        label("A ticket says: my card failed, pro is gone. Type card_failing_in_retry, then enter.")
    ),
    (Step.FIND, Place.ELSEWHERE): _to_find,
    (Step.WHY, Place.CUSTOMER): _same(
        label("The sentence below the name says who has access. For why: up to it, then enter.")
    ),
    (Step.GRANT, Place.WHY): lambda keys: phrase(
        "That is why, with its evidence. esc goes back; there {} grants.", keys.way_to(GRANT)
    ),
    (Step.GRANT, Place.CUSTOMER): lambda keys: phrase(
        "The store tries again. A week of pro bridges that: {} asks what and for how long.",
        keys.way_to(GRANT),
    ),
    (Step.GRANT, Place.ELSEWHERE): lambda keys: phrase(
        "Nothing is granted yet. esc goes back to the customer; there {} grants.",
        keys.way_to(GRANT),
    ),
    (Step.GRANT, Place.FORM): _same(
        label("Type pro, enter, 7d, enter, a ticket if you like, enter. Nothing is sent yet.")
    ),
    (Step.GRANT, Place.REVIEW): lambda keys: phrase(
        "Read what will change, before and after. {} runs it, enter or esc goes back.",
        keys.way_to(RUN_CHANGE),
    ),
    (Step.JOURNAL, Place.ELSEWHERE): _journal,
    (Step.JOURNAL, Place.FIND): lambda keys: phrase(
        "Sent once, and seen. esc leads to the list; there {} opens the Journal.",
        keys.way_to(JOURNAL),
    ),
    (Step.WHY, Place.FIND): _open_again,
    (Step.GRANT, Place.FIND): _open_again,
    (Step.REVERSE, Place.FIND): _open_again,
    (Step.REVERSE, Place.JOURNAL): lambda keys: phrase(
        "Every change is listed here. esc goes back; there {} takes the grant back.",
        keys.way_to(REVERSE),
    ),
    (Step.REVERSE, Place.CUSTOMER): lambda keys: phrase(
        "{} offers the opposite of your last change to this customer.", keys.way_to(REVERSE)
    ),
    (Step.REVERSE, Place.FORM): _same(label("enter leads to the review. Nothing is sent yet.")),
    (Step.REVERSE, Place.REVIEW): lambda keys: phrase(
        "{} takes the grant back, enter or esc goes back.", keys.way_to(RUN_CHANGE)
    ),
}
