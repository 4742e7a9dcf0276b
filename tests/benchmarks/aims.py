"""What no figure should exceed, said once for the README's table and for the tests."""

from __future__ import annotations

from typing import Final

FRAME_RATIO: Final = 0.15
"""Times of the first frame, as a part of the floor's first paint."""
USEFUL_RATIO: Final = 1.15
START_BYTES: Final = 6000
MOST_BYTES: Final = {
    "a character in Find": 150,
    "one row down": 320,
    "scroll by one row": 500,
    "page down": 2000,
    "switch the tab": 3000,
    "open a dialog": 4000,
}
P95_MS: Final = {"one row down": 8, "scroll by one row": 15, "page down": 25}
SLOWEST_MS: Final = {"one row down": 16, "scroll by one row": 40, "page down": 40}
"""Of a thousand presses."""
HELD_MS: Final = 33
MEMORY_RATIO: Final = 1.5
"""Times the floor's peak."""
HEADER_TRIPS: Final = 1.15
ALL_TABS_TRIPS: Final = 2.3
IDLE_BYTES: Final = 0
IDLE_PERCENT: Final = 0.5
"""Of a core."""
