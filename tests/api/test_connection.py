from __future__ import annotations

import pytest

from rctui.api.connection import DEFAULT_BASE_URL, Connection
from rctui.api.errors import ConnectionUnusable
from rctui.errors import ExitCode
from rctui.secret import Secret
from tests.api.connecting import KEY


@pytest.mark.parametrize(
    ("base_url", "root"),
    [
        (DEFAULT_BASE_URL, DEFAULT_BASE_URL),
        ("https://api.example.test/v2/", "https://api.example.test/v2"),
        ("https://api.example.test", "https://api.example.test"),
        ("http://127.0.0.1:8765/v2", "http://127.0.0.1:8765/v2"),
        ("http://localhost:8765/v2", "http://localhost:8765/v2"),
        ("http://[::1]:8765/v2", "http://[::1]:8765/v2"),
    ],
)
def test_a_usable_address_is_kept_without_its_last_slash(base_url: str, root: str) -> None:
    assert Connection(base_url, Secret(KEY)).root == root


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "api.revenuecat.com/v2",
        "ftp://api.example.test",
        "http://api.example.test/v2",
        "http://127.0.0.1.example.test/v2",
        "http://localhost@example.test/v2",
        "https://user:hunter2@api.example.test/v2",
        "https://api.example.test/v2?x=1",
        "https://api.example.test/v2?",
        "https://api.example.test/v2#",
        "https://api.example.test/v2/../v1",
        "https://api.example.test//v2",
        "https://api.example.test/%76",
        "https://api.example.test:99999/v2",
        "https://api.example.test:0/v2",
        "https://[::1/v2",
        "https:///v2",
        "https://api.example.test\\@evil.test/v2",
        "https://api.example.test/v2\n",
        "https://exämple.test/v2",
        "https://xn--/v2",
        "https://a..b/v2",
        f"https://{'a' * 64}.test/v2",
        "https://a%00b/v2",
    ],
)
def test_unusable_addresses_are_refused(base_url: str) -> None:
    with pytest.raises(ConnectionUnusable, match="base_url") as refused:
        Connection(base_url, Secret(KEY))
    assert refused.value.exit_code is ExitCode.USAGE
    assert "hunter2" not in refused.value.message


@pytest.mark.parametrize(
    "key",
    [
        "",
        "sk_with space",
        "sk_new\nline",
        "\tsk_tab",
        "sk_nül",
        "sk_\x00nul",
        "sk_" + "x" * 5000,
        "appl_publicKeyOfAnApp",
        "goog_publicKeyOfAnApp",
        "amzn_publicKeyOfAnApp",
        "strp_publicKeyOfAnApp",
    ],
)
def test_unusable_keys_are_refused_without_being_quoted(key: str) -> None:
    with pytest.raises(ConnectionUnusable, match="API key") as refused:
        Connection(DEFAULT_BASE_URL, Secret(key))
    said = f"{refused.value!r} {refused.value.hint}"
    assert not key or key not in said
    assert "publicKey" not in said


def test_a_connection_shows_no_key() -> None:
    assert KEY not in repr(Connection(DEFAULT_BASE_URL, Secret(KEY)))
