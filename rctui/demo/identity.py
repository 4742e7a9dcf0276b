"""Who the demo project is, and the keys that its server accepts. None of them is real."""

from __future__ import annotations

from typing import Final

DEMO_PROJECT_ID: Final = "projdemo1234"
DEMO_PROJECT_NAME: Final = "Skylark Demo"
OTHER_PROJECT_ID: Final = "projother567"

DEMO_BASE_URL: Final = "https://demo.rctui.invalid/v2"
"""Base URL of the server in process. `.invalid` never resolves, so nothing can leave by mistake."""

DEMO_API_KEY: Final = "sk_demo_not_a_real_key"
READ_ONLY_KEY: Final = "sk_demo_read_only"
CUSTOMERS_ONLY_KEY: Final = "sk_demo_customers_only"
"""Reads and writes customers; has no subscriptions, purchases, invoices or catalogue."""
OTHER_PROJECT_KEY: Final = "sk_demo_other_project"

_CUSTOMER_DATA: Final = ("customers", "subscriptions", "purchases", "invoices")
_CATALOGUE: Final = ("projects", "apps", "entitlements", "offerings", "products")
_READ: Final = frozenset(
    {f"customer_information:{name}:read" for name in _CUSTOMER_DATA}
    | {f"project_configuration:{name}:read" for name in (*_CATALOGUE, "virtual_currencies")}
)

ALL_PERMISSIONS: Final = _READ | frozenset(
    f"customer_information:{name}:read_write" for name in _CUSTOMER_DATA
)

RESTRICTED_KEYS: Final[dict[str, frozenset[str]]] = {
    READ_ONLY_KEY: _READ,
    CUSTOMERS_ONLY_KEY: frozenset({"customer_information:customers:read_write"}),
}
"""Keys of the demo project that may do less than `DEMO_API_KEY`, with their permissions."""
