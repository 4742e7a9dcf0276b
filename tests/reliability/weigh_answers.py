"""A client in a process of its own that reads one huge answer and says what it grew by.

    python -m tests.reliability.weigh_answers BASE_URL

Prints the error and the growth of the peak memory in bytes.
"""

from __future__ import annotations

import asyncio
import resource
import sys

from rctui.api.connection import Connection
from rctui.api.errors import ApiError
from rctui.api.reader import CustomerReader
from rctui.api.transport import Transport
from rctui.secret import Secret


def peak() -> int:
    """The most memory that this process has had so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


async def no_time(_seconds: float) -> None:
    """Retries don't wait here."""


async def main(base_url: str) -> None:
    connection = Connection(base_url, Secret("sk_a_test_key_nobody_has"))
    transport = Transport(connection, sleep=no_time)
    reader = CustomerReader(transport, "p")
    await reader.list_aliases("small")
    before = peak()
    try:
        await reader.list_aliases("huge")
    except ApiError as error:
        sys.stdout.write(f"{error.message}\n{peak() - before}\n")
    await transport.aclose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
