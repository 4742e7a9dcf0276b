"""What is pictured: which keys lead to each screen and dialog, and what is then to be seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL: Final = (80, 24)
TINY: Final = (60, 16)
MEDIUM: Final = (120, 40)
LARGE: Final = (200, 60)
BOTH: Final = (SMALL, MEDIUM)
WIDE: Final = (LARGE,)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is pressed, and what must be seen before the picture is taken."""

    text: str = ""
    """What the program is started with."""
    steps: tuple[tuple[str, str], ...] = ()
    """Words to wait for, then keys to press, separated by blanks; one after the other. A word
    that begins with `=` is pasted."""
    seen: str = ""
    """Words to wait for at the end."""
    sizes: tuple[tuple[int, int], ...] = BOTH
    measured: bool = False
    """Whether it shows times and ids that are new in every run."""
    first_start: bool = False
    """Whether nothing is configured."""
    theme: str = ""
    """The only theme it is pictured in; empty is dark and light."""


_OPEN: Final = "Play Store Pro monthly"
_TABS: Final = {
    "subscriptions": ("2", "RENEWS/ENDS"),
    "purchases": ("3", "BOUGHT"),
    "aliases": ("4", "KIND"),
    "attributes": ("5", "favourite_language"),
    "invoices": ("6", "UNPAID"),
    "currencies": ("7", "BALANCE"),
    "timeline": ("8", "Last seen"),
    "profile": ("9", "last seen app version"),
}
_TO_REVIEW: Final = (
    (_OPEN, "C"),
    ("up/down", "G L D plus 5 0 0 enter enter T minus 1 enter"),
)
_TO_PALETTE: Final = ("100 loaded, more", "escape colon")
_TO_PLAN: Final = (
    ("100 loaded, more", "escape colon"),
    ("Commands", "b u l k enter"),
    ("The same change", "=LIST enter =credit#GLD#50 enter T minus 9 enter"),
)
_TO_TRIAGE: Final = (
    _TO_PALETTE,
    ("Commands", "t r i a g e enter"),
    ("Triage: a verdict", "=user_42,card_failing_in_retry,nobody_at_all,kim_tablet"),
)
_TO_PLAYBOOK: Final = ((_OPEN, "P"), ("Outage make-good", "enter"), ("ticket", "T minus 7 enter"))
_TO_OTHERS: Final = (
    ("No access: no purchase", "asterisk C"),
    ("up/down", "G L D plus 5 0 enter enter T minus 1 enter"),
    ("Run it in", "y"),
    ("applied", "f =card_failing_in_retry enter"),
    ("billing retry", "f =user_42 enter"),
)
_TO_COMPARE: Final = (
    (_OPEN, "m"),
    (_OPEN, "f =card_failing_in_retry enter"),
    ("billing retry", "m"),
)

_OTHER_THEMES: Final = {
    "high-contrast": "rctui-high-contrast",
    "cvd": "rctui-cvd",
    "terminal": "terminal",
}
_TO_DELETE: Final = ((_OPEN, "D"), ("Delete", "enter"))
_TO_RESTORE: Final = (
    (_OPEN, "B"),
    ("will not renew", "enter"),
    ("Type the App User ID", "u s e r _ 4 2 enter y"),
    ("APPLIED", "colon"),
    ("Commands", "r e s t o r e enter"),
)
_TO_QUESTIONS: Final = (("No project is configured", "enter"),)
_TO_FOUND: Final = (*_TO_QUESTIONS, ("Key from", "enter"), ("The key is for", "enter enter down"))
_IN_THEMES: Final = {
    "find": Scene(seen="100 loaded, more", sizes=(MEDIUM,)),
    "customer": Scene("user_42", ((_OPEN, "2"),), "RENEWS/ENDS", sizes=(MEDIUM,)),
    "review": Scene("user_42", _TO_DELETE, "Type the App User ID", sizes=(MEDIUM,)),
}

SCENES: Final[Mapping[str, Scene]] = {
    # The first start
    "first-start": Scene(seen="No project is configured yet.", first_start=True),
    "first-start-questions": Scene("", _TO_QUESTIONS, "Key from", first_start=True),
    "first-start-found": Scene("", _TO_FOUND, "The key is for", first_start=True),
    "first-start-refused": Scene(
        "",
        (*_TO_QUESTIONS, ("Key from", "=sk_a1b2c3d4 enter")),
        "That is the key itself",
        first_start=True,
    ),
    # Looking
    "find": Scene(seen="100 loaded, more", sizes=(TINY, *BOTH)),
    "every-project": Scene(
        "",
        (("every project", "tab space"), ("[x]", "=kim.park@example.com enter")),
        "4 found",
    ),
    "not-found": Scene("nobody@example.com", seen="Not found."),
    "recent": Scene("user_42", ((_OPEN, "q"),), "KNOWN AS"),
    "customer": Scene("user_42", seen=_OPEN),
    "wide-customer": Scene(
        "kim_tablet", (*_TO_OTHERS, (_OPEN, "2")), "RENEWS/ENDS", WIDE, measured=True
    ),
    "wide-find": Scene(
        "kim_tablet",
        (*_TO_OTHERS, (_OPEN, "q down tab")),
        "[PINNED AND RECENT]",
        WIDE,
        measured=True,
    ),
    "customer-tiny": Scene("user_42", seen="Phrase book", sizes=(TINY,)),
    "too-small": Scene("user_42", seen="terminal too small", sizes=((50, 12),)),
    **{name: Scene("user_42", ((_OPEN, key),), seen=seen) for name, (key, seen) in _TABS.items()},
    "no-rows": Scene("created_by_api", (("no purchase ever", "2"),), "No subscriptions."),
    "row-detail": Scene("user_42", ((_OPEN, "2"), ("RENEWS/ENDS", "enter")), "auto renewal"),
    "raw-json": Scene("user_42", ((_OPEN, "2"), ("RENEWS/ENDS", "v")), '"auto_renewal'),
    "why": Scene("card_failing_in_retry", (("billing retry", "k enter"),), "because"),
    "hostile-text": Scene("hostile_text", (("Has", "5"),), "clipboard"),
    "sort": Scene("user_42", ((_OPEN, "5"), ("favourite", "s")), "Sort the loaded rows"),
    "marked": Scene(
        "user_42",
        ((_OPEN, "5"), ("favourite", "space j space s"), ("Sort the loaded", "down enter")),
        "2 marked · sorted by ATTRIBUTE ↑",
    ),
    "filter": Scene("user_42", ((_OPEN, "2"), ("RENEWS/ENDS", "slash s b x")), "2 of 5 rows match"),
    "copy": Scene("user_42", ((_OPEN, "y"),), "dashboard URL"),
    "export": Scene("user_42", ((_OPEN, "x"),), "Format"),
    "help": Scene("user_42", ((_OPEN, "question_mark"),), "On the screen you came from"),
    "actions": Scene("user_42", ((_OPEN, "a"),), "Not now"),
    "palette": Scene("user_42", ((_OPEN, "colon"),), "type to filter"),
    "themes": Scene("user_42", ((_OPEN, "colon"), ("Commands", "t h e m e")), "high-contrast"),
    "activity": Scene("user_42", ((_OPEN, "exclamation_mark"),), "in this run", measured=True),
    "projects": Scene("user_42", ((_OPEN, "p"),), "PROTECTION"),
    "blocked": Scene("user_42", ((_OPEN, "b"),), "of 100 blocked"),
    "watch": Scene("user_42", ((_OPEN, "w"),), "nothing has changed yet"),
    "compare": Scene("user_42", _TO_COMPARE, "differ ·"),
    # Acting
    "grant": Scene("user_42", ((_OPEN, "G"), ("up/down", "p r o enter 7")), "Adds 0 days"),
    "revoke": Scene("user_42", ((_OPEN, "R"),), "Revoke"),
    "coins": Scene("user_42", ((_OPEN, "C"), ("up/down", "G L D plus 5 0 0")), "80 → 580"),
    "set-attributes": Scene("user_42", ((_OPEN, "A"),), "Which attribute"),
    "offering": Scene("user_42", ((_OPEN, "O"),), "Offering override"),
    "transfer": Scene(
        "user_42", ((_OPEN, "T"), ("Transfer from", "=kim_tablet enter")), "The target now"
    ),
    "block": Scene("user_42", ((_OPEN, "B"), ("will not renew", "enter")), "Type the App User ID"),
    "delete": Scene("user_42", ((_OPEN, "D"),), "Delete"),
    "restore": Scene("user_42", _TO_RESTORE, "Restore"),
    "new-customer": Scene("", (("100 loaded, more", "escape N"),), "New customer"),
    "unblock": Scene("user_42", ((_OPEN, "b"), ("of 100", "U")), "Unblock"),
    "refund": Scene(
        "user_42", ((_OPEN, "2"), ("RENEWS", "colon"), ("Commands", "r e f u n d enter")), "payment"
    ),
    "cancel-subscription": Scene(
        "alias_soup",
        (("Has", "2"), ("Web Billing", "colon"), ("Commands", "c a n c e l enter")),
        "Cancel",
    ),
    "review": Scene("user_42", _TO_REVIEW, "Run it in"),
    "journal": Scene("user_42", (*_TO_REVIEW, ("Run it in", "y"), ("APPLIED", "h")), "unconfirmed"),
    "playbooks": Scene("user_42", ((_OPEN, "P"),), "Outage make-good"),
    "playbook-review": Scene("user_42", _TO_PLAYBOOK, "Run it in"),
    "bulk": Scene("", _TO_PLAN[:2], "The same change"),
    "plan": Scene("", _TO_PLAN, "S reviews and sends"),
    "plan-review": Scene("", (*_TO_PLAN, ("S reviews", "S")), "Type how many"),
    "triage-paste": Scene("", _TO_TRIAGE, "4 ids"),
    "tour": Scene(
        "card_failing_in_retry",
        (("No access", "colon"), ("Commands", "t o u r enter")),
        "Tour 2/5",
        (SMALL,),
    ),
    # Colours
    **{
        f"theme-{name}-{scene}": replace(_IN_THEMES[scene], theme=theme)
        for name, theme in _OTHER_THEMES.items()
        for scene in _IN_THEMES
    },
    "triage": Scene("", (*_TO_TRIAGE, ("4 ids", "tab enter")), "2 without"),
}
"""Every screen and dialog of the program, on the simulated project."""
