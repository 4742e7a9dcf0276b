"""Customers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rctui.api.models.active_entitlement import CustomerEntitlement
from rctui.api.models.attribute import CustomerAttribute
from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text
from rctui.api.models.nested import nested_list_of
from rctui.api.page import Page


class ExperimentEnrollment(Record):
    """The experiment that a customer takes part in; variant `a` is the control group."""

    id: Text | None = None
    name: Text | None = None
    variant: Text | None = None


class Customer(Record):
    """A customer. Lists of customers and answers to writes come without the two lists."""

    KIND: ClassVar[str] = "customer"

    id: Text
    project_id: Text | None = None
    first_seen_at: Milliseconds | None = None
    last_seen_at: Milliseconds | None = None
    """Set for customers that were made by the API too, who were never seen in an app."""
    last_seen_app_version: Text | None = None
    last_seen_country: Text | None = None
    """ISO 3166 alpha-2."""
    last_seen_platform: Text | None = None
    """Free text of mixed case: `iOS`, `android`, `web`."""
    last_seen_platform_version: Text | None = None
    experiment: ExperimentEnrollment | None = None
    active_entitlements: Annotated[
        Page[CustomerEntitlement] | None, nested_list_of(CustomerEntitlement)
    ] = None
    """`None` where the answer does not tell, which is not "none"."""
    attributes: Annotated[Page[CustomerAttribute] | None, nested_list_of(CustomerAttribute)] = None
    """`None` unless asked for."""
