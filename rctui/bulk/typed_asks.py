"""What is typed to say what every customer of a list gets: `credit GLD 500`, `grant pro 7d`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.bulk.asks import Ask, CreditAsk, GrantAsk, PlaybookAsk
from rctui.bulk.errors import BadBulkFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.playbooks.playbook import Playbook


def read_ask(text: str, playbooks: Callable[[], tuple[Playbook, ...]]) -> Ask | None:
    """What `credit GLD 500`, `grant pro 7d` or `playbook NAME` asks for; `None` for no text.

    `playbooks` is called for the third alone. Raises BadBulkFile, and what `playbooks` raises.
    """
    words = text.split()
    if not words:
        return None
    if words[0] == "credit" and len(words) == 3:
        return CreditAsk(words[1], words[2])
    if words[0] == "grant" and len(words) >= 3:
        return GrantAsk(words[1], " ".join(words[2:]))
    if words[0] == "playbook" and len(words) == 2:
        return PlaybookAsk(playbook_named(words[1], playbooks()))
    raise BadBulkFile(
        f"{text[:60]!a} is not known here.",
        hint="Such as: credit GLD 500, grant pro 7d, playbook outage.",
    )


def playbook_named(name: str, playbooks: tuple[Playbook, ...]) -> Playbook:
    """The playbook with that name. Raises BadBulkFile."""
    found = {one.key: one for one in playbooks}
    if name not in found:
        known = ", ".join(found) or "none is configured"
        raise BadBulkFile(f"There is no playbook {name[:40]!a}.", hint=f"There are: {known}.")
    return found[name]
