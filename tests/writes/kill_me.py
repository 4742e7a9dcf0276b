"""A program that makes one currency write, for the test that kills it.

python -m tests.writes.kill_me BASE_URL JOURNAL_FOLDER CUSTOMER KEY
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.journal.journal import Journal
from rctui.worker.api_worker import ApiWorker, Backend
from rctui.worker.write_means import WriteMeans
from rctui.worker.writing import WriteRequest
from tests.simulated import backend_on


def main(base_url: str, folder: str, customer_id: str, key: str) -> None:
    async def connect(project: str) -> Backend:
        return backend_on(base_url, writes_as=project)

    means = WriteMeans(Journal.in_folder(Path(folder)))
    worker = ApiWorker(connect, on_bug=lambda _bug: None, writing=means)
    worker.start()
    ended = threading.Event()
    change = AdjustCurrencies.of(customer_id, {"GLD": 7}, key=key)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    worker.write("demo", WriteRequest(change), lambda _answer: ended.set())
    ended.wait()
    worker.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
