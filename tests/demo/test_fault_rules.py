"""Which requests a rule meets."""

from __future__ import annotations

import pytest

from rctui.demo import effects
from tests.demo.asking import ANN
from tests.demo.crediting import credit
from tests.simulated import customer_url, demo_app, demo_client


@pytest.mark.parametrize(
    ("rule", "hit"),
    [
        ({"operation": "get_customer"}, [0, 2]),
        ({"operation": "list_aliases"}, [1]),
        ({"method": "POST"}, [3]),
        ({"path": "ann.lee@example.com"}, [2]),
        ({"path": "ann.lee@example.com", "method": "POST"}, []),
        ({}, [0, 1, 2, 3]),
        ({"nth": 2}, [1, 2, 3]),
        ({"nth": 2, "times": 1}, [1]),
        ({"times": 3}, [0, 1, 2]),
        ({"operation": "get_customer", "nth": 2}, [2]),
    ],
)
async def test_a_rule_meets_the_requests_it_names(rule: dict[str, object], hit: list[int]) -> None:
    app = demo_app()
    added = app.state.faults.add(effects.failed(503), **({"times": None} | rule))
    async with demo_client(app) as client:
        answers = [
            await client.get(ANN),
            await client.get(f"{ANN}/aliases"),
            await client.get(customer_url("ann.lee@example.com")),
            await credit(client),
        ]

    assert [place for place, one in enumerate(answers) if one.status_code == 503] == hit
    assert added.fired == len(hit)


async def test_the_first_rule_that_is_due_has_its_way() -> None:
    app = demo_app()
    app.state.faults.add(effects.failed(500))
    app.state.faults.add(effects.failed(503), times=2)
    async with demo_client(app) as client:
        statuses = [(await client.get(ANN)).status_code for _ in range(4)]

    assert statuses == [500, 503, 503, 200]


async def test_a_fault_can_hit_the_invoices_file_and_unknown_paths() -> None:
    app = demo_app()
    app.state.faults.add(effects.failed(500), path="/files/")
    app.state.faults.add(effects.failed(503), path="/nothing")
    async with demo_client(app) as client:
        file = await client.get("https://demo.rctui.invalid/files/invoices/a/b.pdf")
        nothing = await client.get("/nothing")

    assert [file.status_code, nothing.status_code] == [500, 503]
