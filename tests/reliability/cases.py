"""Every case of what rctui must survive: text, input, secrets, terminals, and the servers' half."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.reliability.cases_input import KEYS_AND_PASTES
from tests.reliability.cases_secrets import SECRET_CASES
from tests.reliability.cases_servers import SERVER_CASES
from tests.reliability.cases_terminal import TERMINAL_CASES
from tests.reliability.cases_text import TEXT

if TYPE_CHECKING:
    from tests.reliability.case import Case

_TEXT_CASES: Final = (*TEXT, *KEYS_AND_PASTES, *SECRET_CASES, *TERMINAL_CASES)
ALL_CASES: Final[tuple[Case, ...]] = tuple(
    sorted((*_TEXT_CASES, *SERVER_CASES), key=lambda case: case.number)
)
