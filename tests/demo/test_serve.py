from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys

import httpx
import pytest

from rctui.demo.errors import AddressUnusable
from rctui.demo.serve import serve
from tests.simulated import customer_url, demo_app, running_demo

SERVE = (
    "from rctui.wiring.demo import DemoOptions, serve_demo\n"
    "try: serve_demo(DemoOptions(), '127.0.0.1', 0)\n"
    "except KeyboardInterrupt: raise SystemExit(130)\n"
)
WITHOUT_UVICORN = (
    "import sys; sys.modules['uvicorn'] = None\n"
    "from rctui.errors import RctuiError\n"
    "from rctui.wiring.demo import DemoOptions, serve_demo\n"
    "try: serve_demo(DemoOptions(), '127.0.0.1', 0)\n"
    "except RctuiError as error: print(type(error).__name__, error.hint)\n"
)


def test_a_line_for_each_project_says_all_that_a_client_needs_and_ctrl_c_ends_it() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SERVE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        other = server.stdout.readline()
        base_url = re.search(r'base_url = "(http://127\.0\.0\.1:\d+/v2)"', line)
        key = re.search(r"RCTUI_API_KEY=(\S+) RCTUI_PROJECT_ID=projdemo1234$", line)
        assert base_url is not None
        assert key is not None
        headers = {"Authorization": f"Bearer {key[1]}"}
        answer = httpx.get(base_url[1] + customer_url("user_42"), headers=headers)
        other_key = re.search(r"RCTUI_API_KEY=(\S+) RCTUI_PROJECT_ID=(\S+)$", other)
        assert other_key is not None
        there = httpx.get(
            f"{base_url[1]}/projects/{other_key[2]}/customers/user_42",
            headers={"Authorization": f"Bearer {other_key[1]}"},
        )
        os.kill(server.pid, signal.SIGINT)
        rest, errors = server.communicate(timeout=120)

    assert answer.json()["id"] == "user_42"
    assert there.json()["last_seen_platform"] == "web" != answer.json()["last_seen_platform"]
    assert (rest, errors) == ("", "")
    assert server.returncode == 130


def test_without_uvicorn_the_extra_is_named() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_UVICORN], capture_output=True, text=True, check=True
    )

    assert ended.stdout.startswith("ServeExtraMissing ")
    assert "rctui[serve]" in ended.stdout


def test_a_port_that_is_taken_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressUnusable) as refused:
            serve(demo_app(), "127.0.0.1", port)

    assert f"127.0.0.1:{port}" in refused.value.message
    assert refused.value.message.endswith(": Address already in use.")


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_a_host_that_is_not_ours_is_said_so(host: str) -> None:
    with pytest.raises(AddressUnusable, match=re.escape(host)):
        serve(demo_app(), host, 0)


def test_links_lead_back_to_the_server_that_was_asked() -> None:
    with running_demo() as (base_url, app):
        headers = {"Authorization": "Bearer sk_demo_not_a_real_key"}
        body = httpx.get(f"{base_url}/projects/projdemo1234/customers", headers=headers).json()
        following = httpx.get(body["next_page"], headers=headers).json()

    assert body["next_page"].startswith(base_url)
    assert following["items"][0]["id"] != body["items"][0]["id"]
    assert len(app.state.received) == 2


def test_an_encoded_slash_stays_within_its_segment_over_a_socket() -> None:
    with running_demo() as (base_url, app):
        headers = {"Authorization": "Bearer sk_demo_not_a_real_key"}
        answer = httpx.get(base_url + customer_url("user_42/aliases"), headers=headers)

    assert answer.status_code == 404
    assert app.state.received[0].operation == "get_customer"


def test_a_demo_on_a_port_is_answered_again_after_a_thousand_bytes_of_nonsense() -> None:
    with running_demo() as (base_url, _app):
        port = int(base_url.rsplit(":", 1)[1].split("/")[0])
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(b"\x00" * 1000 + b"\r\n\r\n")
            assert line.recv(100).startswith(b"HTTP/1.1 400")
        assert json.loads(httpx.get(base_url).content)["type"] == "authentication_error"
