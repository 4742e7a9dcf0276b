"""`rctui watch ID`: one line for every change, until something is so or the time is over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.api.errors import ApiError, AuthenticationFailed, PermissionDenied, WrongProject
from rctui.clock import epoch_ms
from rctui.customers.reads import OpenCustomer
from rctui.customers.verdicts.access import Viewpoint
from rctui.customers.watch_ends import BadWatch, read_watch_end
from rctui.customers.watch_words import until_words
from rctui.errors import ExitCode
from rctui.exports.json_text import data_line
from rctui.headless.commands import read_once
from rctui.headless.output import complain, print_document, print_lines
from rctui.headless.worker_calls import worker_calls
from rctui.text import moments
from rctui.text.safe_text import phrase, safe
from rctui.worker.watch_job import FLOOR_S, USUAL_LENGTH_S, Watched, WatchJob

if TYPE_CHECKING:
    from rctui.headless.job_feed import JobFeed
    from rctui.wiring.opening import Opening

_LENGTH: Final = re.compile(r"([0-9]{1,5})(s|m|h)")
_UNITS_S: Final = {"s": 1, "m": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class WatchWish:
    """What to wait for, and how long."""

    until: str = ""
    timeout: str = ""
    """`90s`, `10m` or `1h`; empty is ten minutes."""
    as_json: bool = False


def watch(opening: Opening, customer_id: str, wish: WatchWish) -> ExitCode:
    """Watch a customer. 0 where what was waited for came, 1 where it did not; raises RctuiError.

    Without anything to wait for, the end of the time is no failure.
    """
    until = read_watch_end(wish.until)
    length_s = read_length_s(wish.timeout)
    _refuse_in_vain(opening, customer_id)
    names = opening.project.names
    with worker_calls(opening) as calls:
        feed: JobFeed[Watched] = calls.feed()
        job = WatchJob(
            calls.worker,
            opening.project.key,
            customer_id,
            lambda: Viewpoint(names, epoch_ms()),
            feed.tell,
            until,
            length_s,
        )
        feed.on_interrupt = job.ask_to_stop
        calls.worker.start_job(job)
        if not wish.as_json:
            complain(phrase("Watching {}, every {} s.", safe(customer_id), round(FLOOR_S)))
            if until is not None:
                complain(until_words(until.text, names)[0])
        is_met = _follow(feed, as_json=wish.as_json)
    return ExitCode.OK if until is None or is_met else ExitCode.ERROR


def _refuse_in_vain(opening: Opening, customer_id: str) -> None:
    """Raise what no later look would change: no key, a wrong one, one that may not read."""
    try:
        read_once(opening, OpenCustomer(customer_id))
    except (AuthenticationFailed, PermissionDenied, WrongProject):
        raise
    except ApiError:
        return  # who is not there yet may come, and a line that is down may come back


def _follow(feed: JobFeed[Watched], *, as_json: bool) -> bool:
    """Say every look; whether what was waited for came."""
    for watched in feed:
        _say(watched, as_json=as_json)
        if watched.ended.plain:
            return watched.is_met
    return False


def _say(watched: Watched, *, as_json: bool) -> None:
    if as_json:
        lines = [one.plain for one in watched.changes]
        print_document(
            data_line(
                {
                    "at_ms": watched.at_ms,
                    "changes": lines,
                    "note": watched.note.plain,
                    "ended": watched.ended.plain,
                    "is_met": watched.is_met,
                }
            )
        )
        return
    at = moments.clock_second(watched.at_ms)
    print_lines(phrase("{} {}", at, one) for one in watched.changes)
    for words in (watched.note, watched.ended):
        if words.plain:
            print_lines([phrase("{} {}", at, words)])


def read_length_s(text: str) -> float:
    """Seconds of a length such as `90s`, `10m`, `1h`; ten minutes for nothing. Raises BadWatch."""
    typed = text.strip()
    if not typed:
        return USUAL_LENGTH_S
    found = _LENGTH.fullmatch(typed)
    if found is None:
        raise BadWatch(f"{typed[:40]!a} is no length of time.", hint="Such as 90s, 10m or 1h.")
    return int(found[1]) * _UNITS_S[found[2]]
