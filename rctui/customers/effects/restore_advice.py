"""What a restore in the app would do, by the behaviour that the project's configuration states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADVICE: Final[Mapping[str, SafeText]] = {
    "transfer": label(
        "Ask the customer to log in and restore in the app: restoring moves purchases to the new "
        "App User ID in this project."
    ),
    "transfer-if-inactive": label(
        "Ask the customer to log in and restore in the app. That moves purchases only while the "
        "other id has no active subscription; else find that id and transfer."
    ),
    "keep": label(
        "Restoring moves nothing: this project keeps purchases with the original App User ID. "
        "Find that id, then transfer."
    ),
    "share": label(
        "Ask the customer to log in and restore in the app: in this project that joins both ids "
        "(sharing between App User IDs, legacy)."
    ),
}
_UNKNOWN: Final = label(
    "Ask the customer to log in and restore in the app first; a transfer is the second "
    "choice. What a restore does here is not configured (restore_behavior)."
)

_NAMES: Final[Mapping[str, SafeText]] = {
    "transfer": label("Transfer to new App User ID"),
    "transfer-if-inactive": label("Transfer if there are no active subscriptions"),
    "keep": label("Keep with original App User ID"),
    "share": label("Share between App User IDs (legacy)"),
}


def restore_advice(restore_behavior: str) -> SafeText:
    """What to try where purchases are with another id."""
    return _ADVICE.get(restore_behavior, _UNKNOWN)


def restore_words(restore_behavior: str) -> SafeText:
    """The behaviour by the name that RevenueCat's dashboard gives it."""
    return _NAMES.get(restore_behavior, label("not configured; the API doesn't say"))
