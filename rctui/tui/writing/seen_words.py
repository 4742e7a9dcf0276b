"""What one look at a customer showed, as the journal kept it, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from rctui.customers.names import Names
from rctui.customers.readback.observation import observation_in
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import tzinfo

_NOTHING_SAID: Final = label("")
_NO_NAMES: Final = Names()
_BALANCES: Final = label("balances")


def seen_words(
    seen: Mapping[str, Any],
    zone: tzinfo | None,
    said: SafeText = _NOTHING_SAID,
    names: Names = _NO_NAMES,
) -> SafeText:
    """`customer: there; access: pro until 2026-12-03 …; grants: none`. Never raises.

    Rows are counted; their ids are in the journal's file. Balances that `said` names already are
    left out.
    """
    found = observation_in(seen)
    if found.ends is not None:
        found = replace(found, ends={names.raw(id_): end for id_, end in found.ends.items()})
    told = ((title, getattr(found, part), words) for part, title, words in _PARTS)
    parts = [(title, words(value, zone)) for title, value, words in told if value is not None]
    return join("; ", [phrase("{}: {}", *part) for part in parts if not _is_said(*part, said)])


def _is_said(title: SafeText, words: SafeText, said: SafeText) -> bool:
    """Whether a sentence such as `Now: 580 GLD.` has the balances already."""
    return title == _BALANCES and f" {words.plain}." in f" {said.plain}"


def _there(value: bool, _zone: tzinfo | None) -> SafeText:
    return label("there") if value else label("not there")


def _yes(value: bool, _zone: tzinfo | None) -> SafeText:
    return label("yes") if value else label("no")


def _text(value: str, _zone: tzinfo | None) -> SafeText:
    return safe(value, limit=1500)


def _count(value: Sequence[Any], _zone: tzinfo | None) -> SafeText:
    return phrase("{}", len(value))


def _end(value: object, zone: tzinfo | None) -> SafeText:
    if not isinstance(value, int):
        return label("without end")
    return phrase("until {}", moments.local_and_utc(value, zone))


def _access(value: Mapping[str, Any], zone: tzinfo | None) -> SafeText:
    return _listed([phrase("{} {}", safe(id_), _end(end, zone)) for id_, end in value.items()])


def _grants(value: Sequence[Any], zone: tzinfo | None) -> SafeText:
    return _listed([_end(end, zone) for end in value])


def _values(value: Mapping[str, Any], _zone: tzinfo | None) -> SafeText:
    return _listed([_value(name, one) for name, one in value.items()])


def _value(name: str, value: object) -> SafeText:
    if value is None:
        return phrase("{} not set", safe(name))
    return phrase('{} "{}"', safe(name), safe(str(value), limit=200))


def _balances(value: Mapping[str, Any], _zone: tzinfo | None) -> SafeText:
    return _listed([phrase("{} {}", safe(str(held)), safe(code)) for code, held in value.items()])


def _listed(parts: list[SafeText]) -> SafeText:
    return join(", ", parts) if parts else label("none")


_PARTS: Final[tuple[tuple[str, SafeText, Callable[[Any, tzinfo | None], SafeText]], ...]] = (
    ("exists", label("customer"), _there),
    ("id", label("id"), _text),
    ("ends", label("access"), _access),
    ("grants", label("grants"), _grants),
    ("attributes", label("attributes"), _values),
    ("balances", _BALANCES, _balances),
    ("rows", label("subscriptions and purchases"), _count),
    ("target_exists", label("target"), _there),
    ("target_id", label("target's id"), _text),
    ("target_rows", label("the target's subscriptions and purchases"), _count),
    ("blocked", label("blocked"), _yes),
)
