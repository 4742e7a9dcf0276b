"""What is said in a review about ids that can be taken for others."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from rctui.tables.table import Tone
from rctui.text.look_alikes import look_alikes
from rctui.text.safe_text import phrase, whole_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rctui.tui.widgets.plain import Toned

_AT_MOST: Final = 3
"""Of a plan for many, the first ones say what is to be looked at."""


def careful_rows(customer_ids: Iterable[str]) -> Iterator[Toned]:
    """A line for each id that an eye may take for another one; none for most."""
    told = ((one, words) for one in customer_ids if (words := look_alikes(one)) is not None)
    for one, words in islice(told, _AT_MOST):
        yield phrase("Careful: {} {}.", whole_id(one), words), Tone.ATTENTION
