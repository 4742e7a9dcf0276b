"""Who the demo projects are, and the keys that their server accepts. None of them is real."""

from __future__ import annotations

from typing import Final

DEMO_PROJECT_ID: Final = "projdemo1234"
DEMO_PROJECT_NAME: Final = "Skylark Demo"
OTHER_PROJECT_ID: Final = "projskyweb567"
OTHER_PROJECT_NAME: Final = "Skylark Web"
"""The second project, smaller and of high risk: real cards are charged there."""

PROJECT_NAMES: Final = {DEMO_PROJECT_ID: DEMO_PROJECT_NAME, OTHER_PROJECT_ID: OTHER_PROJECT_NAME}

DEMO_BASE_URL: Final = "https://demo.rctui.invalid/v2"
"""Base URL of the server in process. `.invalid` never resolves, so nothing can leave by mistake."""

DEMO_API_KEY: Final = "sk_demo_not_a_real_key"
READ_ONLY_KEY: Final = "sk_demo_read_only"
CUSTOMERS_ONLY_KEY: Final = "sk_demo_customers_only"
"""Reads and writes customers; has no subscriptions, purchases, invoices or catalogue."""
OTHER_PROJECT_KEY: Final = "sk_demo_other_project"
"""May do everything, in the second project alone."""
PROJECT_KEYS: Final = {DEMO_PROJECT_ID: DEMO_API_KEY, OTHER_PROJECT_ID: OTHER_PROJECT_KEY}
"""The key of each project that may do everything there."""

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
