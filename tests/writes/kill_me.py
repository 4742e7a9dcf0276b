"""A program that makes one currency write, for the test that kills it.

python -m tests.writes.kill_me BASE_URL JOURNAL_FOLDER CUSTOMER KEY
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from rctui.api.connection import Connection
from rctui.api.reader import CustomerReader
from rctui.api.transport import Transport
from rctui.api.writing_line import WritingLine
from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.journal.journal import Journal
from rctui.journal.place import Place
from rctui.secret import Secret
from rctui.worker.api_worker import ApiWorker, Backend
from rctui.worker.project_writing import Writing
from rctui.worker.write_means import WriteMeans
from rctui.worker.writing import WriteRequest


def main(base_url: str, folder: str, customer_id: str, key: str) -> None:
    async def connect(project: str) -> Backend:
        transport = Transport(Connection(base_url, Secret(DEMO_API_KEY)))
        place = Place.at(project, DEMO_PROJECT_ID, base_url)
        writing = Writing(WritingLine(transport, DEMO_PROJECT_ID), place)
        reader = CustomerReader(transport, DEMO_PROJECT_ID)
        return Backend(reader, transport.rate_limits, transport.aclose, writing)

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
