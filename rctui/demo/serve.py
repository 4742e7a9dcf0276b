"""The simulated service on a port, by uvicorn, which is the `serve` extra."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from rctui.demo.errors import AddressUnusable, ServeExtraMissing
from rctui.demo.identity import PROJECT_KEYS, PROJECT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uvicorn import Server

    from rctui.demo.server import SimulatedService


def serve(app: SimulatedService, host: str, port: int) -> None:
    """Answer on `host`:`port` until interrupted; port 0 takes a free one.

    Raises ServeExtraMissing, AddressUnusable, and KeyboardInterrupt when ctrl+c ended it.
    """
    server = _server(app)
    with _listening(host, port) as listener:
        _say(listener)
        server.run([listener])


@contextmanager
def served(app: SimulatedService) -> Iterator[str]:
    """Answer on a free port of the loopback, in a thread; gives the base URL. For tests."""
    server = _server(app)
    with _listening("127.0.0.1", 0) as listener:
        thread = Thread(target=server.run, args=([listener],), name="rctui-demo", daemon=True)
        thread.start()
        try:
            yield _base_url(listener)
        finally:
            app.state.faults.clear()
            server.should_exit = True
            thread.join()


def _server(app: SimulatedService) -> Server:
    try:
        from uvicorn import Config, Server

        from rctui.demo.uvicorn_line import LineThatCanBeCut
    except ModuleNotFoundError as missing:
        if missing.name not in {"uvicorn", "h11", "click"}:
            raise
        raise ServeExtraMissing from None
    config = Config(
        app,
        http=LineThatCanBeCut,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    return Server(config)


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family, *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        raise AddressUnusable(host, port, _reason(error)) from None
    with listener:
        # asyncio does it for sockets that say that they are TCP; those of `create_server` don't,
        # and then every answer waits for the client's delayed acknowledgement, 40 ms.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield listener


def _reason(error: OSError) -> str:
    """The system's words alone: Python adds the address, which the message has already."""
    if error.errno is not None and error.errno > 0:
        return os.strerror(error.errno)
    return error.strerror or str(error)


def _base_url(listener: socket.socket) -> str:
    host, port, *_ = listener.getsockname()
    return f"http://[{host}]:{port}/v2" if ":" in host else f"http://{host}:{port}/v2"


def _say(listener: socket.socket) -> None:
    for project_id, key in PROJECT_KEYS.items():
        sys.stdout.write(
            f'{PROJECT_NAMES[project_id]}: base_url = "{_base_url(listener)}"'
            f" RCTUI_API_KEY={key} RCTUI_PROJECT_ID={project_id}\n"
        )
    sys.stdout.flush()
