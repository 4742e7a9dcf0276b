"""The simulated service, every text of whose answers is hostile.

    service = hostile_service(turn=0)

What a program needs to find its way stays: types, next pages, the id that was asked for, and in
every other turn the words by which rctui knows states, stores and environments.
"""

from __future__ import annotations

import json
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any, Final

from rctui.clock import epoch_ms
from rctui.demo.catalogue import derived_hex
from rctui.demo.dataset.calendar import Calendar
from rctui.demo.dataset.draft import Draft, Shop
from rctui.demo.dataset.shop import opened_shop
from rctui.demo.effects import Effect
from rctui.demo.faults import Faults
from rctui.demo.records import Attribute
from tests.reliability.hostile_text import BEL, ESC, LONG, SHORT
from tests.simulated import demo_app

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rctui.demo.reply import Reply
    from rctui.demo.server import SimulatedService

HOSTILE_ID: Final = f"Ann[b][@click=app.quit]Lee[$x]{ESC}]52;c;eA=={BEL}\u202e漢字"
"""An App User ID: with everything in it that Find takes for one; no id holds a slash."""
PLAIN_ID: Final = "plain_id"
"""The same customer by a harmless alias, to be typed in a shell."""
_STRUCTURE: Final = frozenset({"object", "next_page", "url", "customer_id", "project_id", "type"})
_WORDS: Final = frozenset(
    {"status", "store", "environment", "ownership", "auto_renewal_status", "entitlement_id",
     "product_id", "currency", "state", "duration"}
)  # fmt: skip


def hostile_service(
    turn: int = 0, texts: Sequence[str] = tuple(SHORT.values())
) -> SimulatedService:
    """A service whose answers to reads hold `texts` in turn, beginning with number `turn`."""
    faults = Faults()
    kept = _STRUCTURE | _WORDS if turn % 2 == 0 else _STRUCTURE
    supply = islice(cycle(texts), turn * 7 % max(1, len(texts)), None)

    def spoil(reply: Reply) -> Reply:
        if reply.content_type != "application/json":
            return reply
        body = json.loads(reply.body)
        return reply._replace(body=json.dumps(_spoilt(body, supply, kept)).encode())

    faults.add(Effect(spoil=spoil), method="GET", times=None)
    service = demo_app(clock=epoch_ms, customers=40, faults=faults)
    service.state.world.add(_customer().customer)
    service.state.world.blocked.update(dict.fromkeys(islice(texts, 30), epoch_ms()))
    return service


def _customer() -> Draft:
    calendar = Calendar(epoch_ms())
    draft = Draft(Shop(opened_shop(calendar), calendar), HOSTILE_ID, since=-90)
    draft.using("DE", "iOS", "6.4.1", "18.2").in_experiment("paywall", "b").known_as(PLAIN_ID, "a")
    draft.described({derived_hex("name", n): str(n) for n in range(len(SHORT))})
    draft.described({"$email": "x", "$displayName": "y", "$phoneNumber": "z"})
    draft.holding(GLD=5, SLV=7).granted("pro", since=-3, until=30)
    draft.subscribed("pro_monthly_ios", since=-20, until=9)
    draft.subscribed("pro_monthly_play", since=-40, until=-9, status="expired")
    draft.subscribed("pro_yearly_ios", since=-40, until=9, environment="sandbox")
    return draft.invoiced("course_web", 9.99, on=-3)


def _spoilt(value: Any, supply: Iterator[str], kept: frozenset[str]) -> Any:
    if isinstance(value, list):
        return [_spoilt(one, supply, kept) for one in value]
    if not isinstance(value, dict):
        return next(supply) if isinstance(value, str) else value
    keeps_id = kept | ({"id"} if value.get("object") == "customer" else frozenset())
    return {
        name: one if name in keeps_id and not isinstance(one, dict | list)
        else _spoilt(one, supply, kept)
        for name, one in value.items()
    }  # fmt: skip


def with_long_values(service: SimulatedService) -> SimulatedService:
    """The same service; its customer user_42 has the long texts as attributes, and nothing else."""
    customer = service.state.world.to_change("user_42")
    customer.attributes = {name: Attribute(text, epoch_ms()) for name, text in LONG.items()}
    return service
