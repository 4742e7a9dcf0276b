"""Run the program that prints an API key: no shell, no terminal, little time, little output."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from rctui.config.errors import ApiKeyError

if TYPE_CHECKING:
    from collections.abc import Mapping

TIMEOUT_S: Final = 10.0
LONGEST: Final = 4096
"""Bytes of output beyond which it can't be a key."""
_HINT: Final = "Run it by itself to see why; its output is not shown here."


def output_of(
    argv: tuple[str, ...], environment: Mapping[str, str], *, timeout_s: float = TIMEOUT_S
) -> bytes:
    """What a program prints. Raises ApiKeyError, which names the program and nothing it said.

    `environment` is all that the program gets. It runs in a session of its own, so that it
    can't draw on the terminal or ask there.
    """
    deadline = time.monotonic() + timeout_s
    process = _started(argv, environment)
    try:
        output = _read(process, argv[0], deadline)
        code = _waited(process, argv[0], deadline)
    finally:
        _end(process)
    if code != 0:
        how = f"exit code {code}" if code > 0 else f"signal {-code}"
        raise ApiKeyError(f"The key command {argv[0]} failed with {how}.", hint=_HINT)
    return output


def _started(argv: tuple[str, ...], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - the configuration's owner wrote it
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(environment),
            start_new_session=True,
        )
    except FileNotFoundError:
        message = f"There is no program {argv[0]}, which the configuration has fetch the key."
        raise ApiKeyError(message, hint="Check its path.") from None
    except (OSError, ValueError):
        message = f"The key command {argv[0]} can't be run."
        raise ApiKeyError(message, hint="Check that it is a program.") from None


def _read(process: subprocess.Popen[bytes], name: str, deadline: float) -> bytes:
    assert process.stdout is not None
    descriptor = process.stdout.fileno()
    output = b""
    while _readable(descriptor, name, deadline):
        part = os.read(descriptor, LONGEST)
        output += part
        if not part:
            return output
        if len(output) > LONGEST:
            raise ApiKeyError(f"The key command {name} prints more than a key.", hint=_HINT)
    return output


def _readable(descriptor: int, name: str, deadline: float) -> bool:
    left_s = max(0.0, deadline - time.monotonic())
    if not select.select([descriptor], [], [], left_s)[0]:
        raise _too_slow(name)
    return True


def _waited(process: subprocess.Popen[bytes], name: str, deadline: float) -> int:
    try:
        return process.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        raise _too_slow(name) from None


def _too_slow(name: str) -> ApiKeyError:
    return ApiKeyError(f"The key command {name} did not finish in time and was ended.", hint=_HINT)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and everything it started, and leave no zombie."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    if process.stdout is not None:
        process.stdout.close()
    process.wait()
