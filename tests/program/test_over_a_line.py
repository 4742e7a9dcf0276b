"""The program on a configured project, answered by a second process over a socket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.identity import CUSTOMERS_ONLY_KEY, DEMO_API_KEY, DEMO_PROJECT_ID
from tests.program.started import ENTER, SIZES, leave, leave_at_once, served_demo, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("server")
    with served_demo(home, "--customers", "60") as base_url:
        yield base_url
    assert list(home.iterdir()) == []


def configured(home: Path, base_url: str, more: str = "") -> Path:
    """A configuration where rctui looks for it."""
    folder = home / ".config" / "rctui"
    folder.mkdir(parents=True, mode=0o700)
    path = folder / "config.toml"
    path.write_text(
        f'[projects.acme]\nname = "Acme iOS"\nproject_id = "{DEMO_PROJECT_ID}"\n'
        f'api_key = {{ env = "RC_ACME_KEY" }}\nbase_url = "{base_url}"\n{more}'
    )
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("size", SIZES)
def test_a_configured_project_is_opened_searched_and_left(
    size: tuple[int, int], base_url: str, tmp_path: Path
) -> None:
    config = configured(tmp_path, base_url)
    before = config.read_bytes()
    with started(tmp_path, size=size, RC_ACME_KEY=DEMO_API_KEY) as terminal:
        terminal.wait_for("Acme iOS", "APP USER ID", "user_42")
        terminal.send("ann.lee@example.com")
        terminal.wait_for("e-mail: exact match")
        terminal.send(ENTER)
        terminal.wait_for("Has ", " until", "Ann Lee")
        terminal.send("!")
        terminal.wait_for("| Activity", "customers/user_42/invoices", "200")
        terminal.send("q")
        terminal.wait_for("| Customer", "Ann Lee")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)
    assert config.read_bytes() == before
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or DEMO_API_KEY.encode() not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0 or path.name in {".config", ".local"}, path


def test_what_the_key_may_not_read_is_said_and_is_never_called_none(
    base_url: str, tmp_path: Path
) -> None:
    configured(tmp_path, base_url)
    with started(tmp_path, "user_42", size=(120, 40), RC_ACME_KEY=CUSTOMERS_ONLY_KEY) as terminal:
        terminal.wait_for("| Customer", "1[Entitle")
        terminal.send("2")
        text = terminal.wait_for("2[Subs", "customer_information:subscriptions:read")
        assert "No subscriptions" not in text
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)


def test_a_key_that_is_not_accepted_is_said_without_it(base_url: str, tmp_path: Path) -> None:
    configured(tmp_path, base_url)
    with started(tmp_path, RC_ACME_KEY="sk_wrong_but_long_enough") as terminal:
        terminal.wait_for("Acme iOS", "Invalid API key")
        leave_at_once(terminal)
        assert b"sk_wrong" not in terminal.written


def test_a_missing_key_is_said_on_the_screen(base_url: str, tmp_path: Path) -> None:
    configured(tmp_path, base_url)
    with started(tmp_path) as terminal:
        terminal.wait_for("Acme iOS", "RC_ACME_KEY")
        leave_at_once(terminal)


def test_a_server_that_is_not_there_is_said_and_the_program_goes_on(tmp_path: Path) -> None:
    configured(tmp_path, "http://127.0.0.1:1/v2")
    with started(tmp_path, RC_ACME_KEY=DEMO_API_KEY) as terminal:
        terminal.wait_for("Acme iOS", "refuses connections")
        terminal.send("ann")
        terminal.wait_for("enter finds: App User ID")
        leave_at_once(terminal)


def test_risk_and_protection_are_words_in_the_header(base_url: str, tmp_path: Path) -> None:
    configured(tmp_path, base_url, 'risk = "high"\nprotection = "read-only"\n')
    with started(tmp_path, size=(120, 40), RC_ACME_KEY=DEMO_API_KEY) as terminal:
        terminal.wait_for("Acme iOS HIGH RISK", "READ-ONLY", "user_42")
        leave(terminal)
