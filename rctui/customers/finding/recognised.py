"""What typed or pasted text may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import LiteralString


class CandidateKind(Enum):
    """What a candidate looks like. Every kind but a lone e-mail can be an App User ID."""

    APP_USER_ID = auto()
    ANONYMOUS_ID = auto()
    """`$RCAnonymousID:` and 32 hexadecimal digits, made by RevenueCat's SDKs."""
    EMAIL = auto()
    UUID = auto()
    STORE_ORDER_ID = auto()
    """An order, transaction or receipt id of Google, Apple, Stripe, Web Billing or Amazon."""
    DASHBOARD_URL = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing worth looking for."""

    kind: CandidateKind
    value: str
    """The id or e-mail itself, decoded, with its case kept. Outside text."""
    project: str | None
    """The project that a dashboard URL names, as it is written there; see `paths.same_project`."""
    why: LiteralString
    """How it was found in the text."""


@dataclass(frozen=True, slots=True)
class RefusedId:
    """An id that no customer can have, so that no request is needed."""

    value: str
    why: LiteralString


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything that a text may stand for."""

    candidates: tuple[Candidate, ...]
    """The likeliest first, each value once, at most 20."""
    refused: tuple[RefusedId, ...]
