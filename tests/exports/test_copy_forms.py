from __future__ import annotations

import shlex
from urllib.parse import unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from rctui.exports.copy_forms import curl_command, dashboard_url, rctui_command

IDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def test_a_dashboard_url_leaves_out_the_prefix_of_the_project() -> None:
    url = dashboard_url("proj1ab2c3d4", "$RCAnonymousID:12")
    assert url == "https://app.revenuecat.com/projects/1ab2c3d4/customers/%24RCAnonymousID%3A12"


@given(IDS)
def test_an_id_is_one_segment_of_every_address(customer_id: str) -> None:
    segment = urlsplit(dashboard_url("proj1", customer_id)).path.split("/")[4:]
    assert [unquote(part) for part in segment] == [customer_id]


@given(IDS)
def test_commands_survive_a_shell(customer_id: str) -> None:
    assert shlex.split(rctui_command("acme", customer_id))[-1] == customer_id
    url = shlex.split(curl_command("https://api.example/v2", "proj1", customer_id))[-1]
    assert url.startswith("https://api.example/v2/projects/proj1/customers/")


def test_curl_takes_the_key_from_the_environment() -> None:
    assert "$RCTUI_API_KEY" in curl_command("https://api.example/v2", "proj1", "ann")


def test_the_demo_needs_no_project() -> None:
    assert rctui_command("demo", "-x") == "rctui show --demo -- -x"
