"""A customer in the forms that people paste elsewhere: an address, a request, a command.

None of them ever holds the API key.
"""

from __future__ import annotations

import shlex
from urllib.parse import quote

DASHBOARD = "https://app.revenuecat.com"


def dashboard_url(project_id: str, customer_id: str) -> str:
    """Where RevenueCat's dashboard shows the customer; it writes project ids without `proj`."""
    project = quote(project_id.removeprefix("proj"), safe="")
    return f"{DASHBOARD}/projects/{project}/customers/{quote(customer_id, safe='')}"


def curl_command(base_url: str, project_id: str, customer_id: str) -> str:
    """The request for the customer, with the key left to the environment of whoever runs it."""
    path = f"projects/{quote(project_id, safe='')}/customers/{quote(customer_id, safe='')}"
    url = f"{base_url.rstrip('/')}/{path}?expand=attributes"
    return f'curl -H "Authorization: Bearer $RCTUI_API_KEY" {shlex.quote(url)}'


def rctui_command(project: str, customer_id: str) -> str:
    """The command that prints the customer; `demo` is not a configured project but a flag."""
    where = ["--demo"] if project == "demo" else ["--project", project]
    return shlex.join(["rctui", "show", *where, "--", customer_id])
