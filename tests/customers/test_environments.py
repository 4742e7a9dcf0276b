from __future__ import annotations

from typing import Any

import pytest

from rctui.api.page import Unreadable
from rctui.customers.environments import badge, counts, is_sandbox
from tests.customers.made import LOADING, NOT_LOADED, loaded, purchase, refused, subscription

PROD, SBX = subscription(), subscription("s2", environment="sandbox")
ODD = purchase(environment="staging")


@pytest.mark.parametrize(
    ("environment", "shown"),
    [("production", "PROD"), ("sandbox", "SBX"), ("staging", "????"), (None, "????"), ("", "????")],
)
def test_every_environment_has_a_badge(environment: str | None, shown: str) -> None:
    assert badge(environment).plain == shown
    assert is_sandbox(environment) == (shown == "SBX")


@pytest.mark.parametrize(
    ("subscriptions", "purchases", "shown"),
    [
        (loaded(PROD, SBX), loaded(purchase()), "PROD 2 / SBX 1"),
        (loaded(), loaded(), "PROD 0 / SBX 0"),
        (loaded(PROD, more=True), loaded(), "PROD 1+ / SBX 0+"),
        (loaded(PROD), loaded(cut_short="circles"), "PROD 1+ / SBX 0+"),
        (loaded(PROD), refused(), "PROD 1+ / SBX 0+"),
        (loaded(PROD), LOADING, "PROD 1+ / SBX 0+"),
        (loaded(PROD), loaded(ODD), "PROD 1 / SBX 0 / ???? 1"),
        (loaded(Unreadable("odd", {})), loaded(), "PROD 0 / SBX 0 / ???? 1"),
        (NOT_LOADED, refused(), ""),
    ],
)
def test_rows_are_counted_as_far_as_they_are_loaded(
    subscriptions: Any, purchases: Any, shown: str
) -> None:
    assert counts(subscriptions, purchases).plain == shown
