"""What can go wrong around the demo itself.

    RctuiError
    └── DemoError
        ├── ServeExtraMissing   uvicorn isn't installed
        ├── AddressUnusable     the port is taken, or the host isn't ours
        └── LineCut             a fault cut the line; only the transport in process sees it

What the simulated service answers with is a `rctui.demo.problems.Problem`, not one of these.
"""

from __future__ import annotations

from rctui.errors import ExitCode, RctuiError


class DemoError(RctuiError):
    """The demo can't run as asked."""

    exit_code: ExitCode = ExitCode.USAGE


class ServeExtraMissing(DemoError):
    """`rctui demo --serve` needs uvicorn, which is an extra."""

    def __init__(self) -> None:
        super().__init__(
            "Serving the demo over HTTP needs uvicorn, which isn't installed.",
            hint="Install it with: pip install 'rctui[serve]'",
        )


class AddressUnusable(DemoError):
    """The demo can't listen where it was told to."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"The demo can't listen on {host}:{port}: {reason}.",
            hint="Pick another port, such as --serve 127.0.0.1:8765; port 0 takes any free one.",
        )


class LineCut(DemoError):
    """The simulated line broke before the answer was complete."""

    def __init__(self, *, reset: bool = False) -> None:
        super().__init__("The simulated line was cut.")
        self.reset = reset
        """Whether the client sees a reset connection rather than a closed one."""
