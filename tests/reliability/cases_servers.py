"""The cases about servers, writes and files, in the order of their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.reliability.cases_files import FILES
from tests.reliability.cases_network import IDS_AND_PAGES, NETWORK_AND_SIZE
from tests.reliability.cases_writes import CHANGES, OUTCOMES

if TYPE_CHECKING:
    from tests.reliability.case import Case

SERVER_CASES: Final[tuple[Case, ...]] = (
    *IDS_AND_PAGES,
    *NETWORK_AND_SIZE,
    *OUTCOMES,
    *CHANGES,
    *FILES,
)
