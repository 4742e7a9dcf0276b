"""What an id looks like by itself, and where such ids are in a longer text.

Every pattern is anchored by what may not stand before it, so that searching a long text without
spaces stays linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, LiteralString

from rctui.customers.finding.recognised import Candidate, CandidateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEX = r"[0-9A-Fa-f]"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of id that can be told by its looks."""

    kind: CandidateKind
    pattern: re.Pattern[str]
    why: LiteralString


SHAPES: Final = (
    Shape(
        CandidateKind.ANONYMOUS_ID,
        re.compile(r"(?<!\w)\$RCAnonymousID:[0-9A-Za-z]{1,64}"),
        "has the form of an anonymous App User ID",
    ),
    Shape(
        CandidateKind.UUID,
        re.compile(rf"(?<![\w-]){_HEX}{{8}}(?:-{_HEX}{{4}}){{3}}-{_HEX}{{12}}(?![\w-])"),
        "has the form of a UUID",
    ),
    Shape(
        CandidateKind.EMAIL,
        re.compile(r"(?<![\w.+%-])\w[\w.+%'’-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
        "has the form of an e-mail address",
    ),
    Shape(
        CandidateKind.STORE_ORDER_ID,
        re.compile(r"(?<![\w.])GPA\.\d{4}-\d{4}-\d{4}-\d{5}(?:\.\.\d{1,4})?(?!\d)"),
        "has the form of a Google Play order id",
    ),
    Shape(
        CandidateKind.STORE_ORDER_ID,
        re.compile(r"(?<!\w)(?:si|sub|in|txn)_[0-9A-Za-z]{8,64}(?!\w)"),
        "has the form of a Stripe or Paddle id",
    ),
    Shape(
        CandidateKind.STORE_ORDER_ID,
        re.compile(r"(?<!\w)txRcb[0-9A-Za-z]{1,64}(?:\.{1,2}\d{1,13})?(?!\w)"),
        "has the form of a Web Billing transaction id",
    ),
    Shape(
        CandidateKind.STORE_ORDER_ID,
        re.compile(r"(?<![\w+/=-])[\w+/-]{20,200}={0,2}:\d{1,3}:\d{1,3}(?![\w:])"),
        "has the form of an Amazon receipt id",
    ),
    Shape(
        CandidateKind.STORE_ORDER_ID,
        re.compile(r"(?<![\w.])amzn1\.receipt\.[\w.-]{1,200}(?![\w.-])"),
        "has the form of an Amazon receipt id",
    ),
    Shape(
        CandidateKind.STORE_ORDER_ID,
        re.compile(r"(?<![\w.+-])\d{14,18}(?![\w-])"),
        "has the form of an App Store transaction id",
    ),
)

_LONE_EMAIL: Final = re.compile(r"[^\s@/<>\"]+@[^\s@/<>\"]+\.[^\s@/<>\".]+")
_GOOGLE_RENEWAL: Final = re.compile(r"(GPA\.[\d-]+)\.\.\d+")


def shape_of(value: str) -> Shape | None:
    """The shape that the whole value has."""
    for shape in SHAPES:
        if shape.pattern.fullmatch(value):
            return shape
    return Shape(CandidateKind.EMAIL, _LONE_EMAIL, "e-mail") if _is_lone_email(value) else None


def kind_of(value: str) -> CandidateKind:
    """What the whole value looks like; an App User ID where it looks like nothing else."""
    shape = shape_of(value)
    return shape.kind if shape else CandidateKind.APP_USER_ID


def shaped_candidates(text: str) -> Iterator[Candidate]:
    """Every id in the text that can be told by its looks, kind after kind."""
    for shape in SHAPES:
        for found in shape.pattern.finditer(text):
            yield from _with_relatives(Candidate(shape.kind, found[0], None, shape.why))


def _with_relatives(candidate: Candidate) -> Iterator[Candidate]:
    """The candidate, and a Google renewal's first order, whose id lacks the `..0`."""
    yield candidate
    first_order = _GOOGLE_RENEWAL.fullmatch(candidate.value)
    if first_order:
        why = "the first order of this Google Play renewal"
        yield Candidate(candidate.kind, first_order[1], None, why)


def _is_lone_email(value: str) -> bool:
    return len(value) <= 320 and bool(_LONE_EMAIL.fullmatch(value))
