"""A customer's attributes: which names and values are accepted, and setting them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.demo import shapes
from rctui.demo.operation import CUSTOMER, customer_read, customer_write
from rctui.demo.problems import bad_parameter
from rctui.demo.records import Attribute
from rctui.demo.request_body import closed

if TYPE_CHECKING:
    from rctui.demo.answer import Answer
    from rctui.demo.call import Call
    from rctui.demo.request_body import Fields

_RESERVED_NAMES: Final = """
    $ad $adGroup $adjustId $airbridgeDeviceId $airshipChannelId $amazonAdId $amplitudeDeviceId
    $amplitudeUserId $appleRefundHandlingPreference $appleAdsAdGroupId $appleAdsCampaignId
    $appleAdsKeywordId $apnsTokens $appsflyerId $appsflyerSharingFilter $attConsentStatus $branchId
    $brazeAliasLabel $brazeAliasName $campaign $clevertapId $creative $customerioId $displayName
    $email $fbAnonId $fcmTokens $firebaseAppInstanceId $gpsAdId $idfa $idfv $ip $iterableCampaignId
    $iterableTemplateId $iterableUserId $keyword $kochavaDeviceId $mediaSource $mixpanelDistinctId
    $mparticleId $onesignalId $onesignalUserId $phoneNumber $posthogUserId $telemetryDeckUserId
    $telemetryDeckAppId telemetry_deck_user_id telemetry_deck_app_id $segmentId
    $solarEngineDistinctId $solarEngineAccountId $solarEngineVisitorId $tenjinId $deviceVersion
"""
_FIXED_NAMES: Final = (
    "$ad $adGroup $amazonAdId $campaign $creative $gpsAdId $idfa $idfv $ip $keyword"
)

RESERVED: Final = frozenset(_RESERVED_NAMES.split())

FIXED_ONCE_SET: Final = frozenset({*_FIXED_NAMES.split(), "$mediaSource"})
"""Device and attribution values: a change is accepted with 200 and doesn't happen."""

_CUSTOM: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]*")
_LONGEST_NAME: Final = 40
_LONGEST_VALUE: Final = 500
_MOST_AT_ONCE: Final = 50
_KEYS: Final = frozenset({"name", "value"})


def list_attributes(call: Call) -> Answer:
    """The attributes; the cursor is a name."""
    rows = list(call.customer().attributes.items())
    return call.list_of(rows, lambda row: row[0], shapes.attribute)


def set_attributes(call: Call) -> Answer:
    """Set some and, with null, delete some; answers with the list, not with the customer."""
    customer = call.customer_to_change()
    wanted = [_name_and_value(item, nullable=True) for item in _items(call)]
    for name, value in wanted:
        if name in FIXED_ONCE_SET and name in customer.attributes:
            continue
        if value is None:
            customer.attributes.pop(name, None)
        else:
            customer.attributes[name] = Attribute(value, call.now_ms)
    return call.list_of(list(customer.attributes.items()), lambda row: row[0], shapes.attribute)


def initial_attributes(call: Call) -> dict[str, Attribute]:
    """The attributes that a new customer starts with; null isn't a value here."""
    if "attributes" not in call.body.values:
        return {}
    wanted = [_name_and_value(item, nullable=False) for item in _items(call, fewest=0)]
    return {name: Attribute(value or "", call.now_ms) for name, value in wanted}


def _items(call: Call, fewest: int = 1) -> list[object]:
    items = call.body.many("attributes")
    if not fewest <= len(items) <= _MOST_AT_ONCE:
        message = f"attributes must have {fewest} to {_MOST_AT_ONCE} items."
        raise bad_parameter(message, "attributes")
    return items


def _name_and_value(item: object, *, nullable: bool) -> tuple[str, str | None]:
    fields = closed(item, _KEYS, "attributes")
    name = fields.text("name", _LONGEST_NAME)
    if name not in RESERVED and not _CUSTOM.fullmatch(name):
        raise bad_parameter(f"'{name}' is not a valid attribute name.", "attributes")
    return name, _value(fields, nullable=nullable)


def _value(fields: Fields, *, nullable: bool) -> str | None:
    if nullable:
        return fields.text_or_null("value", _LONGEST_VALUE, shortest=0)
    return fields.text("value", _LONGEST_VALUE, shortest=0)


_PATH: Final = f"{CUSTOMER}/attributes"

OPERATIONS: Final = (
    customer_read("list_attributes", _PATH, list_attributes, "customers"),
    customer_write("set_attributes", _PATH, set_attributes, "attributes"),
)
