from __future__ import annotations

from urllib.parse import unquote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api import paths
from rctui.api.errors import RefusedBeforeSending

LEGAL = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda text: text not in {".", "..", "blocked_customers"}
)


@given(LEGAL)
def test_any_legal_id_is_one_segment_and_arrives_unchanged(customer_id: str) -> None:
    path = paths.customer("proj1", customer_id, "aliases")
    root, projects, project, customers, segment, last = path.split("/")
    assert (root, projects, project, customers, last) == (
        "", "projects", "proj1", "customers", "aliases",
    )  # fmt: skip
    assert unquote(segment) == customer_id


@given(LEGAL)
def test_the_http_library_changes_nothing_in_a_path(customer_id: str) -> None:
    path = paths.customer("proj1", customer_id)
    assert httpx.URL("https://api.example.test/v2" + path).raw_path == b"/v2" + path.encode()


@pytest.mark.parametrize(
    ("customer_id", "segment"),
    [
        ("$RCAnonymousID:0af", "%24RCAnonymousID%3A0af"),
        ("ann@example.com", "ann%40example.com"),
        ("a/b", "a%2Fb"),
        ("../..", "..%2F.."),
        ("a?b#c", "a%3Fb%23c"),
        ("100%", "100%25"),
        ("%2F", "%252F"),
        ("a b+c", "a%20b%2Bc"),
        ("a~b-c.d_e", "a~b-c.d_e"),
        ("é", "%C3%A9"),
        ("\n\x00", "%0A%00"),
        ("...", "..."),
    ],
)
def test_ids_are_percent_encoded_once(customer_id: str, segment: str) -> None:
    assert paths.customer("p", customer_id) == f"/projects/p/customers/{segment}"


@pytest.mark.parametrize(
    ("customer_id", "why"),
    [
        ("", "empty"),
        (".", "another place"),
        ("..", "another place"),
        ("x" * 1501, "1501 characters"),
        ("a\ud800b", "half of a character"),
        ("blocked_customers", "has a route there"),
    ],
)
def test_ids_that_would_reach_another_route_are_refused(customer_id: str, why: str) -> None:
    for build in (paths.customer, paths.blocked_customer):
        with pytest.raises(RefusedBeforeSending, match=why) as refused:
            build("proj1", customer_id)
        refused.value.message.encode()


@pytest.mark.parametrize("project_id", ["", "..", "\udfff"])
def test_a_project_id_is_held_to_the_same(project_id: str) -> None:
    with pytest.raises(RefusedBeforeSending, match="project id"):
        paths.project(project_id, "customers")


def test_the_longest_id_fits() -> None:
    assert paths.customer("p", "€" * 1500).endswith("%E2%82%AC")


def test_a_refusal_names_the_id_without_its_controls() -> None:
    with pytest.raises(RefusedBeforeSending) as refused:
        paths.customer("p", "\x1b[31m" + "x" * 2000)
    assert refused.value.message.startswith("'\\x1b[31mxxx")
    assert len(refused.value.message) < 200
