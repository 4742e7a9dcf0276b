"""What is said of a plan and its run: pure functions from a board to words."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from rctui.bulk.standing import RowState
from rctui.customers.changes.every_change import AdjustCurrencies, GrantEntitlement, SetAttributes
from rctui.customers.effects.before_after import before_after
from rctui.customers.effects.consequences import consequences
from rctui.customers.readback.observation import Observation
from rctui.tables.bulk import state_words, steps_words, why_words
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.many.board import Phase
from rctui.worker.pace import SHARE, USUAL_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rctui.bulk.plan import PlanRow
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.tui.many.board import BulkBoard
    from rctui.tui.widgets.plain import Toned
    from rctui.wiring.opening import ProjectFacts

_SHOWN: Final = 12
"""Rows that a review spells out; the list behind it has them all."""
_REASONS_SHOWN: Final = 3
_ORDER: Final = label("The steps run in this order and stop at the first that fails.")
_BAD: Final = (RowState.REFUSED, RowState.UNKNOWN, RowState.PARTLY)


def count_words(board: BulkBoard) -> Toned:
    """How the board stands, in one line."""
    if board.trouble.plain:
        return board.trouble, Tone.BAD
    if board.phase is Phase.PLANNING:
        read = len(board.rows)
        words = "reading the customers: {} of {} · nothing is sent"
        return phrase(words, read, board.total), Tone.MUTED
    told = join(" · ", [phrase("{} {}", n, state_words(s)) for s, n in board.counts.items()])
    if board.is_under_way:
        return phrase("{} · {}", _under_way(board), told), Tone.ACCENT
    bad = any(board.counts.get(state) for state in _BAD)
    return told, Tone.ATTENTION if bad else Tone.PLAIN


def _under_way(board: BulkBoard) -> SafeText:
    total = len(board.left)
    done = phrase("{} of {} ended", board.ended, total)
    if board.phase is Phase.BEGINNING:
        return label("about to send")
    if board.phase is Phase.PAUSED:
        return phrase("PAUSED · {}", done)
    if board.phase is Phase.STOPPING:
        return phrase("STOPPING · {}", done)
    return phrase("sending · {} · {} left", done, time_words(board.cost_left))


def time_words(requests: int) -> SafeText:
    """How long so many requests take at the least."""
    seconds = max(1, round(requests * 60 / (USUAL_LIMIT * SHARE)))
    if seconds < 90:
        return phrase("{} s", seconds)
    return phrase("{} min", round(seconds / 60))


def next_words(board: BulkBoard) -> SafeText:
    """What to do now."""
    left = len(board.left)
    if board.phase is Phase.PLANNING:
        return label("esc leaves it; nothing has been sent.")
    if board.is_under_way:
        return label("It goes on when you leave; the palette leads back here.")
    if left and board.was_begun:
        return phrase("{} left: S sends what is left, each with its own key.", row_words(left))
    if left:
        return phrase("S reviews and sends {}; nothing has been sent yet.", row_words(left))
    return label("Nothing is left to send.")


def review_rows(board: BulkBoard, project: ProjectFacts, view: Viewpoint) -> list[SafeText | Toned]:
    """What a review of the plan says: what comes of it and when it stops before any why."""
    left = board.left
    ids = {row.customer_id for row in left}
    rows: list[SafeText | Toned] = [phrase("project   {}", safe(project.name))]
    if project.high_risk:
        rows.insert(0, (label("HIGH RISK"), Tone.ATTENTION))
    rows.append(phrase("customers {}", len(ids)))
    if len(ids) == 1:
        rows[-1] = phrase("customer  {}", safe(left[0].customer_id, limit=1500))
    if board.making.ticket:
        rows.append(phrase("ticket    {}", safe(board.making.ticket)))
    rows.append(label(""))
    if len(ids) == 1:
        rows += _steps(left, view)
    else:
        rows += ((line, Tone.ACCENT) for line in _sums(left, view))
    rows += [(words, Tone.ATTENTION) for words in _left_out(board)]
    if len(left) > 1:
        takes = time_words(board.cost_left)
        rows.append(phrase("It takes {} at least; t pauses, z stops.", takes))
    rows += [_ORDER] if any(len(row.steps) > 1 for row in left) else []
    told = _brings(left, view, board.facts) if len(ids) == 1 else _spelt_out(left, view)
    return [*rows, label(""), *told]


def _left_out(board: BulkBoard) -> Iterator[SafeText]:
    """Which rows are left out, and why; the list behind the review has them all."""
    count = board.counts.get(RowState.REFUSED_BEFORE, 0)
    left_out = (row for row in board.rows if row.state is RowState.REFUSED_BEFORE)
    whys = (phrase("{}: {}", safe(one.row.customer_id), why_words(one)) for one in left_out)
    if count == 1:
        yield phrase("1 row is left out, {}", next(whys))
    elif count:
        yield phrase("{} are left out:", row_words(count))
        yield from islice(whys, _REASONS_SHOWN)
    if count > _REASONS_SHOWN:
        yield phrase("… and {} more; the list says why for each.", count - _REASONS_SHOWN)


def row_words(count: int) -> SafeText:
    """`1 row`, `998 rows`."""
    return label("1 row") if count == 1 else phrase("{} rows", count)


def _steps(rows: Sequence[PlanRow], view: Viewpoint) -> Iterator[SafeText | Toned]:
    """Every step of one customer, each from what to what."""
    for step in (step for row in rows for step in row.steps):
        yield step.change.summary(view), Tone.ACCENT
        yield from before_after(step.change, step.before or Observation(), view)


def _brings(
    rows: Sequence[PlanRow], view: Viewpoint, facts: Facts | None
) -> Iterator[SafeText | Toned]:
    """What the steps of one customer bring; of several each is named again."""
    steps = [step for row in rows for step in row.steps]
    for step in steps:
        told = consequences(step.change, view, facts, step.before or Observation())
        if told and len(steps) > 1:
            yield step.change.summary(view), Tone.MUTED
        yield from told


def _sums(rows: Sequence[PlanRow], view: Viewpoint) -> Iterator[SafeText]:
    """What all rows come to."""
    credited: Counter[str] = Counter()
    debited: Counter[str] = Counter()
    grants: Counter[str] = Counter()
    attributes = 0
    for row in rows:
        for step in row.steps:
            change = step.change
            if isinstance(change, AdjustCurrencies):
                for code, amount in change.adjustments:
                    (credited if amount > 0 else debited)[code] += amount
            elif isinstance(change, GrantEntitlement):
                grants[change.entitlement_id] += 1
            elif isinstance(change, SetAttributes):
                attributes += len(change.attributes)
    for code, amount in credited.items():
        yield phrase("credit {} {} in all", amount, safe(code))
    for code, amount in debited.items():
        yield phrase("debit {} {} in all", -amount, safe(code))
    for id_, count in grants.items():
        yield phrase("grant {} {} times", view.names.of(id_), count)
    if attributes:
        yield phrase("set {} attributes", attributes)


def _spelt_out(rows: Sequence[PlanRow], view: Viewpoint) -> Iterator[SafeText]:
    for row in rows[:_SHOWN]:
        yield phrase("{}: {}", safe(row.customer_id), steps_words(row, view))
    if len(rows) > _SHOWN:
        yield phrase("… and {} more, all in the list behind this.", len(rows) - _SHOWN)
