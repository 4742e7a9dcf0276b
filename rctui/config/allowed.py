"""The words that some settings choose among, said once for everyone who reads them.

Without pydantic: the first frame reads them too.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

Clipboard: TypeAlias = Literal["auto", "native", "tmux", "osc52", "off"]
Driver: TypeAlias = Literal["auto", "plain"]
Mouse: TypeAlias = Literal["auto", "on", "off"]
Protection: TypeAlias = Literal["open", "guarded", "read-only"]
Risk: TypeAlias = Literal["normal", "high"]
