"""How many App User IDs a customer has, and what that says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import is_anonymous
from rctui.customers.verdicts.loaded import records_of
from rctui.text.safe_text import SafeText, phrase

if TYPE_CHECKING:
    from rctui.api.models.alias import CustomerAlias
    from rctui.customers.sections import SectionState

SHARED_FROM: Final = 50
"""Aliases from which one id is likely used by everybody."""

SOUP_FROM: Final = 10
NAMED_SOUP_FROM: Final = 4


class Crowd(Enum):
    """What a number of aliases looks like."""

    USUAL = auto()
    SOUP = auto()
    """Several accounts of one person, merged."""
    SHARED = auto()
    """An id that the app hands to everybody."""


@dataclass(frozen=True, slots=True)
class AliasHealth:
    """The aliases as far as they are loaded, the customer's own id among them."""

    loaded: int
    anonymous: int
    more: bool

    @property
    def crowd(self) -> Crowd:
        """What it looks like; more pages can only make it worse."""
        if self.loaded >= SHARED_FROM:
            return Crowd.SHARED
        named = self.loaded - self.anonymous
        soup = self.loaded >= SOUP_FROM or named >= NAMED_SOUP_FROM
        return Crowd.SOUP if soup else Crowd.USUAL

    @property
    def words(self) -> SafeText:
        """`412 aliases, 96 % anonymous`."""
        share = round(100 * self.anonymous / self.loaded) if self.loaded else 0
        if self.more:
            return phrase("{} aliases loaded, more, {} % of them anonymous", self.loaded, share)
        return phrase("{} aliases, {} % anonymous", self.loaded, share)


def alias_health(state: SectionState[CustomerAlias]) -> AliasHealth | None:
    """How the aliases stand; `None` where none was ever loaded."""
    if state.listing is None:
        return None
    ids = [alias.id for alias in records_of(state)]
    more = state.listing.more or bool(state.listing.cut_short)
    return AliasHealth(len(ids), sum(map(is_anonymous, ids)), more)
