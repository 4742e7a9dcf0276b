"""What is said of a plan and its run: pure functions from a board to words."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final, LiteralString

from rctui.bulk.standing import RowState
from rctui.customers.changes.every_change import AdjustCurrencies, GrantEntitlement, SetAttributes
from rctui.customers.effects.before_after import before_after
from rctui.customers.effects.consequences import consequences
from rctui.customers.readback.observation import Observation
from rctui.tables.bulk import state_words, steps_words, why_words
from rctui.tables.formatting import seconds_words
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe, whole_id
from rctui.tui.dialogs.careful import careful_rows
from rctui.tui.keys.many_actions import BULK_PAUSE, BULK_SEND, BULK_STOP
from rctui.tui.many.board import Phase
from rctui.worker.pace import least_s

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rctui.bulk.plan import PlanRow
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.tui.keys.in_force import Keys
    from rctui.tui.many.board import BulkBoard
    from rctui.tui.widgets.plain import Toned
    from rctui.wiring.opening import ProjectFacts

_SHOWN: Final = 12
"""Rows that a review spells out; the list behind it has them all."""
_REASONS_SHOWN: Final = 3
_ORDER: Final = label("The steps run in this order and stop at the first that fails.")
_SEND_LEFT: LiteralString = "{} left: {} sends what is left, each with its own key."
_SEND_ALL: LiteralString = "{} reviews and sends {}; nothing has been sent yet."
_TAKES: LiteralString = "It takes {} at least; {} pauses, {} stops."
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
    return seconds_words(least_s(requests))


def standing_words(board: BulkBoard) -> SafeText:
    """How a plan stands, for whoever thinks of going back to it."""
    if board.phase is Phase.PLANNING:
        return phrase("{} of {} read", len(board.rows), board.total)
    if board.is_under_way:
        return phrase("{} of {} ended", board.ended, len(board.left))
    if not board.left:
        return label("nothing is left to send")
    left = row_words(len(board.left))
    return phrase("{} left to send" if board.was_begun else "{} to send, nothing sent yet", left)


def next_words(board: BulkBoard, keys: Keys) -> SafeText:
    """What to do now."""
    left = len(board.left)
    if board.phase is Phase.PLANNING:
        return label("esc leaves it; nothing has been sent.")
    if board.is_under_way:
        return label("It goes on when you leave; the palette leads back here.")
    if left and board.was_begun:
        return phrase(_SEND_LEFT, row_words(left), keys.way_to(BULK_SEND))
    if left:
        return phrase(_SEND_ALL, keys.way_to(BULK_SEND), row_words(left))
    return label("Nothing is left to send.")


def review_rows(
    board: BulkBoard, project: ProjectFacts, view: Viewpoint, keys: Keys
) -> list[SafeText | Toned]:
    """What a review of the plan says: of one customer step by step, of several in sums first."""
    left = board.left
    ids = {row.customer_id for row in left}
    rows: list[SafeText | Toned] = [phrase("project   {}", safe(project.name))]
    if project.high_risk:
        rows.insert(0, (label("HIGH RISK"), Tone.ATTENTION))
    rows.append(phrase("customers {}", len(ids)))
    if len(ids) == 1:
        rows[-1] = phrase("customer  {}", whole_id(left[0].customer_id))
    rows += careful_rows(dict.fromkeys(row.customer_id for row in left))
    if board.making.ticket:
        rows.append(phrase("ticket    {}", safe(board.making.ticket)))
    rows.append(label(""))
    several = [_ORDER] if any(len(row.steps) > 1 for row in left) else []
    if len(ids) == 1:
        rows += [*several, *_steps(left, view, board.facts)]
    else:
        rows += ((line, Tone.ACCENT) for line in _sums(left, view))
    rows += [(words, Tone.ATTENTION) for words in _left_out(board)]
    if len(left) > 1:
        pause, stop = keys.way_to(BULK_PAUSE), keys.way_to(BULK_STOP)
        rows.append(phrase(_TAKES, time_words(board.cost_left), pause, stop))
    return rows if len(ids) == 1 else [*rows, *several, label(""), *_spelt_out(left, view)]


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


def _steps(
    rows: Sequence[PlanRow], view: Viewpoint, facts: Facts | None
) -> Iterator[SafeText | Toned]:
    """Every step of one customer: what it is, from what to what, what it brings."""
    for step in (step for row in rows for step in row.steps):
        before = step.before or Observation()
        yield step.change.summary(view), Tone.ACCENT
        yield from before_after(step.change, before, view)
        yield from consequences(step.change, view, facts, before)


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
