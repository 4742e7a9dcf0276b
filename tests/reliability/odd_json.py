"""Valid answers with one thing in them changed: what a server with a bug, or a newer one, sends."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

Place = tuple[Any, ...]
"""Keys and indexes from the outermost value inwards."""

ODD_VALUES: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 1, 1.5, -0.0, 1e308, -(10**30), 10**31, 253_402_300_800_000,
    "", " ", "0", "null", "\ud800", "\x1b[2J\x1b]0;x\x07", "[@click=app.quit]x[/]", "x" * 3000,
    "a\nb", "\u202eabc", [], {}, [[]], [None], [[[[[[1]]]]]], {"object": "error"},
    {"object": "list", "items": [{}], "next_page": 7}, {"items": None}, {"": ""},
)  # fmt: skip
"""What stands in a place where it does not belong."""


def places(value: Any, here: Place = ()) -> Iterator[Place]:
    """Every place in a value, the whole of it first."""
    yield here
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*here, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*here, number))


def replaced(value: Any, place: Place, odd: Any) -> Any:
    """A copy of a value with something else in one place."""
    if not place:
        return copy.deepcopy(odd)
    changed = copy.deepcopy(value)
    _around(changed, place)[place[-1]] = odd
    return changed


def removed(value: Any, place: Place) -> Any:
    """A copy of a value without what is in one place."""
    if not place:
        return None
    changed = copy.deepcopy(value)
    del _around(changed, place)[place[-1]]
    return changed


def doubled(value: Any, place: Place) -> Any:
    """A copy of a value in which an item of a list comes twice, or a key has a neighbour."""
    changed = copy.deepcopy(value)
    around = _around(changed, place) if place else changed
    if isinstance(around, list):
        around.append(around[place[-1]] if place else None)
    elif isinstance(around, dict):
        around["a key of tomorrow"] = {"with": ["anything", 1]}
    return changed


def _around(value: Any, place: Place) -> Any:
    for step in place[:-1]:
        value = value[step]
    return value


@st.composite
def spoilt(draw: st.DrawFn, body: bytes) -> bytes:
    """The body of an answer with one to three things changed in its JSON, or in its bytes."""
    value = json.loads(body)
    for _ in range(draw(st.integers(1, 3))):
        value = _changed(draw, value)
    data = json.dumps(value).encode()
    if draw(st.integers(0, 5)) == 0:
        return _torn(draw, data)
    return data


def _changed(draw: st.DrawFn, value: Any) -> Any:
    place = draw(st.sampled_from(list(places(value))))
    how = draw(st.sampled_from(["replaced", "replaced", "replaced", "removed", "doubled"]))
    if how == "replaced":
        return replaced(value, place, draw(st.sampled_from(ODD_VALUES)))
    return removed(value, place) if how == "removed" else doubled(value, place)


def _torn(draw: st.DrawFn, data: bytes) -> bytes:
    place = draw(st.integers(0, len(data)))
    there = draw(st.sampled_from([b"", b"\x00", b"\xff", b'"', b"{", b"]", b",", b"NaN", b"\\u"]))
    rest = data[place + draw(st.integers(0, 3)) :] if draw(st.booleans()) else b""
    return data[:place] + there + rest


def sprinkled(body: bytes, chance: random.Random, share: float) -> bytes:
    """The body with something odd in this share of all its places; the envelope stays."""
    value = json.loads(body)
    inner = [place for place in places(value) if len(place) > 1]
    for place in chance.sample(inner, int(len(inner) * share)):
        # What was replaced before may have taken the place with it.
        with suppress(KeyError, IndexError, TypeError):
            value = replaced(value, place, chance.choice(ODD_VALUES))
    return json.dumps(value).encode()
