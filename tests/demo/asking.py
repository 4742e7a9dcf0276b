"""Short ways of asking, for the tests of the simulated service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.demo.catalogue import derived_hex
from tests.simulated import PROJECT_URL, customer_url

if TYPE_CHECKING:
    import httpx

CUSTOMERS = f"{PROJECT_URL}/customers"
ANN = customer_url("user_42")
PRO = f"entl{derived_hex('entitlement', 'pro')}"
TEAM = f"entl{derived_hex('entitlement', 'team')}"
DAY = 86_400_000


async def items(client: httpx.AsyncClient, path: str, **query: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = (await client.get(path, params={"limit": 100} | query)).json()[
        "items"
    ]
    return rows


async def active(client: httpx.AsyncClient, customer_id: str) -> dict[str, int | None]:
    rows = await items(client, customer_url(customer_id, "active_entitlements"))
    return {row["entitlement_id"]: row["expires_at"] for row in rows}


def refusal(answer: httpx.Response) -> tuple[int, str, str | None]:
    body = answer.json()
    return answer.status_code, body["type"], body.get("param")
