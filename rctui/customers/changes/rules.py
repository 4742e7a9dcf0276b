"""What the API takes in a change, as pure checks that raise ChangeError.

The dialogs use them for each field, the changes for the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.api import paths
from rctui.api.errors import RefusedBeforeSending
from rctui.customers.changes.errors import (
    BadAmount,
    BadAttribute,
    BadCustomerId,
    BadGrantEnd,
    NoRoomToBlock,
)
from rctui.text.moments import HOUR_MS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LARGEST_BALANCE: Final = 2_000_000_000
"""Units of a currency that one customer can have."""
LONGEST_ATTRIBUTE_NAME: Final = 40
LONGEST_ATTRIBUTE_VALUE: Final = 500
ATTRIBUTES_AT_ONCE: Final = 50
LONGEST_REFERENCE: Final = 255
BLOCKED_AT_MOST: Final = 100
"""Customers that a project can block."""
SAME_END_MS: Final = 2 * HOUR_MS
"""A grant that ends this close to an active one is taken for the same: 201, nothing changes."""

LARGE_CREDIT: Final = 10_000
"""Units of a currency above which a credit is confirmed by typing it, where the project names no
limit of its own for that currency."""

_SECONDS_BELOW: Final = 10**12
_LAST_MS: Final = 2**63 - 1
_CREATABLE: Final = re.compile(r"[0-9a-zA-Z_-]+")
_CODE: Final = re.compile(r"[a-zA-Z0-9_]{1,10}")
_OWN_NAME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]*")
_WHOLE: Final = re.compile(r"[0-9]{1,10}")

_RESERVED: Final = """
    $ad $adGroup $adjustId $airbridgeDeviceId $airshipChannelId $amazonAdId $amplitudeDeviceId
    $amplitudeUserId $appleRefundHandlingPreference $appleAdsAdGroupId $appleAdsCampaignId
    $appleAdsKeywordId $apnsTokens $appsflyerId $appsflyerSharingFilter $attConsentStatus
    $branchId $brazeAliasLabel $brazeAliasName $campaign $clevertapId $creative $customerioId
    $displayName $email $fbAnonId $fcmTokens $firebaseAppInstanceId $gpsAdId $idfa $idfv $ip
    $iterableCampaignId $iterableTemplateId $iterableUserId $keyword $kochavaDeviceId
    $mediaSource $mixpanelDistinctId $mparticleId $onesignalId $onesignalUserId $phoneNumber
    $posthogUserId $telemetryDeckUserId $telemetryDeckAppId telemetry_deck_user_id
    telemetry_deck_app_id $segmentId $solarEngineDistinctId $solarEngineAccountId
    $solarEngineVisitorId $tenjinId $deviceVersion
"""
RESERVED_NAMES: Final = frozenset(_RESERVED.split())
"""The only names with a `$`, and two without that are longer than their meaning."""

USUAL_NAMES: Final = ("$email", "$displayName", "$phoneNumber", "$appleRefundHandlingPreference")
"""Those that support staff change."""


def check_customer_id(customer_id: str) -> None:
    """Refuse an id that no request can carry."""
    try:
        paths.legal_customer_id(customer_id)
    except RefusedBeforeSending as error:
        raise BadCustomerId(error.message, hint=error.hint, field="customer") from error


def check_new_id(customer_id: str) -> None:
    """Refuse an id that can't be created: apps may make others than the API may."""
    check_customer_id(customer_id)
    if not _CREATABLE.fullmatch(customer_id):
        raise BadCustomerId(
            "A new id may only hold the letters a to z, digits, _ and -.",
            hint="Ids with other characters are only made by an app.",
            field="customer",
        )


def check_blockable(customer_id: str) -> None:
    """Refuse an id that can't be blocked."""
    check_customer_id(customer_id)
    if " " in customer_id or "/" in customer_id:
        raise BadCustomerId(
            "An id with a space or a / can't be blocked.",
            hint="Block another alias of this customer, if there is one.",
            field="customer",
        )


def check_attribute_name(name: str) -> None:
    """Refuse a name that is neither reserved nor one of the app's own."""
    if name in RESERVED_NAMES:
        return
    if name.startswith("$"):
        raise BadAttribute(
            f"{name!a} is not one of the names that begin with $.",
            hint="Only RevenueCat's own names begin with $; case counts.",
            field="name",
        )
    if len(name) > LONGEST_ATTRIBUTE_NAME or not _OWN_NAME.fullmatch(name):
        raise BadAttribute(
            f"{name[:60]!a} can't be the name of an attribute.",
            hint="A letter first, then letters, digits, _ and -; 40 characters at the most.",
            field="name",
        )


def check_attribute_value(value: str | None) -> None:
    """Refuse a value that is too long; `None` deletes."""
    if value is not None and len(value) > LONGEST_ATTRIBUTE_VALUE:
        raise BadAttribute(
            f"The value has {len(value)} characters; the API takes {LONGEST_ATTRIBUTE_VALUE}.",
            hint="Shorten it.",
            field="value",
        )
    if value is not None and any("\ud800" <= character <= "\udfff" for character in value):
        raise BadAttribute("Half of a character is missing in the value.", field="value")


def check_attributes(pairs: Iterable[tuple[str, str | None]]) -> None:
    """Refuse attributes of which one can't be set, or too many, or the same one twice."""
    names = []
    for name, value in pairs:
        check_attribute_name(name)
        check_attribute_value(value)
        names.append(name)
    if len(names) > ATTRIBUTES_AT_ONCE:
        raise BadAttribute(
            f"{len(names)} attributes are too many; the API takes {ATTRIBUTES_AT_ONCE} at once.",
            hint="Set some of them first.",
        )
    if len(set(names)) < len(names):
        raise BadAttribute("One name is there twice.", hint="Keep one of them.", field="name")


def check_currency_code(code: str) -> None:
    """Refuse what can't be a currency's code."""
    if not _CODE.fullmatch(code):
        raise BadAmount(
            f"{code[:40]!a} can't be the code of a currency.",
            hint="Letters, digits and _; 10 characters at the most; case counts.",
            field="code",
        )


def read_amount(text: str) -> int:
    """The whole number that somebody typed, without a sign. Raises BadAmount.

    Nothing but the digits 0 to 9 counts: no `1e3`, no `1.5`, no separators, no other scripts.
    """
    if not _WHOLE.fullmatch(text):
        raise BadAmount(
            f"{text[:40]!a} is not a whole number.", hint="Type digits only.", field="amount"
        )
    amount = int(text)
    if amount > LARGEST_BALANCE:
        raise BadAmount(
            f"{amount} is more than a balance can hold ({LARGEST_BALANCE}).", field="amount"
        )
    return amount


def check_adjustments(adjustments: Mapping[str, int]) -> None:
    """Refuse adjustments that change nothing or can't be right for any balance."""
    if not adjustments:
        raise BadAmount("There is no currency to change.", hint="Choose a currency.", field="code")
    for code, amount in adjustments.items():
        check_currency_code(code)
        if amount == 0:
            raise BadAmount(f"{code} would not change.", hint="Type an amount.", field="amount")
        if abs(amount) > LARGEST_BALANCE:
            raise BadAmount(
                f"{amount} {code} is more than a balance can hold ({LARGEST_BALANCE}).",
                field="amount",
            )


def check_balances(adjustments: Mapping[str, int], balances: Mapping[str, int]) -> None:
    """Refuse adjustments that known balances don't allow; the server refuses all of them then."""
    for code, amount in adjustments.items():
        if code not in balances:
            continue
        after = balances[code] + amount
        if after < 0:
            raise BadAmount(
                f"The balance of {code} is {balances[code]}, so {-amount} can't be taken away.",
                hint="Take less; there are no balances below zero.",
                field="amount",
            )
        if after > LARGEST_BALANCE:
            raise BadAmount(
                f"The balance of {code} would be {after}; {LARGEST_BALANCE} is the most.",
                field="amount",
            )


def check_reference(reference: str) -> None:
    """Refuse a reference that is too long."""
    if len(reference) > LONGEST_REFERENCE:
        raise BadAmount("The reference is too long.", hint="Shorten it.", field="reference")


def check_grant_end(expires_at_ms: int, now_ms: int) -> None:
    """Refuse an end that is no time in ms, or that is past."""
    if expires_at_ms < _SECONDS_BELOW:
        raise BadGrantEnd(
            f"{expires_at_ms} is no time in milliseconds.",
            hint="A time in seconds must be multiplied by 1000.",
            field="end",
        )
    if expires_at_ms > _LAST_MS:
        raise BadGrantEnd("The end is beyond every calendar.", field="end")
    if expires_at_ms <= now_ms:
        raise BadGrantEnd("The end is in the past.", hint="Choose a later one.", field="end")


def same_grant_end(expires_at_ms: int, active_ends: Iterable[int | None]) -> bool:
    """Whether a grant would be taken for one that is active, and so change nothing.

    `active_ends` are the ends of the active grants of the same entitlement; `None` is never.
    """
    return any(end is None or abs(end - expires_at_ms) <= SAME_END_MS for end in active_ends)


def check_room_to_block(blocked: int | None) -> None:
    """Refuse where the project has blocked all it can; `None` is unknown. Raises NoRoomToBlock."""
    if blocked is not None and blocked >= BLOCKED_AT_MOST:
        raise NoRoomToBlock(
            f"{blocked} of {BLOCKED_AT_MOST} are blocked: no more are taken.",
            hint="Unblock one first.",
        )
