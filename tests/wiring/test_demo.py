from __future__ import annotations

import subprocess
import sys

import pytest

from rctui.demo.dataset.calendar import Calendar
from rctui.demo.dataset.shop import opened_shop
from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from rctui.errors import RctuiError
from rctui.wiring.demo import DemoOptions, open_demo

OPEN = (
    "import sys\n"
    "from rctui.wiring.demo import DemoOptions, open_demo\n"
    "open_demo(DemoOptions(customers=100_000))\n"
    "print({'httpx', 'starlette', 'pydantic', 'textual'} & set(sys.modules))\n"
)


def test_opening_the_demo_imports_nothing_heavy() -> None:
    ended = subprocess.run([sys.executable, "-c", OPEN], capture_output=True, text=True, check=True)

    assert ended.stdout == "set()\n"


def test_the_demos_ids_have_names() -> None:
    names = open_demo(DemoOptions()).project.names
    catalogue = opened_shop(Calendar(now_ms=0))

    for entitlement in catalogue.entitlements.values():
        assert names.of(entitlement.id).plain == entitlement.lookup_key
    for app in catalogue.apps.values():
        assert names.of(app.id).plain == app.name


async def test_a_demo_with_faults_meets_them() -> None:
    faults = Faults()
    rule = faults.add(failed(404), operation="get_customer")
    opening = open_demo(DemoOptions(), faults)
    backend = await opening.connect("demo")
    try:
        with pytest.raises(RctuiError):
            await backend.reader.get_customer("user_42", expand_attributes=False)
        customer = await backend.reader.get_customer("user_42", expand_attributes=True)
    finally:
        await backend.close()

    assert rule.fired == 1
    assert customer.id == "user_42"
