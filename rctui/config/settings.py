"""Every setting. What is not named here is an error in the file.

Values are strict: `"yes"` is no boolean and `"7"` no number. Frozen, so that they can cross
threads. Needs pydantic; the first frame uses `first_look` instead.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic.functional_validators import AfterValidator

from rctui.config.allowed import Clipboard, Driver, Mouse, Protection, Risk
from rctui.config.base_url import DEFAULT_URL, checked_url
from rctui.config.columns import known_columns
from rctui.config.key_source import KeySource, read_key_source

_WORD = {"type": "string", "minLength": 1}
_KEY_SOURCE_SCHEMA = {
    "description": "Where the API key comes from, or the key itself (only in a 0600 file).",
    "oneOf": [
        {
            "type": "object",
            "properties": {kind: schema},
            "required": [kind],
            "additionalProperties": False,
        }
        for kind, schema in (
            ("env", _WORD),
            ("keyring", _WORD),
            ("command", {"type": "array", "items": {"type": "string"}, "minItems": 1}),
            ("file", _WORD),
        )
    ]
    + [{"type": "string"}],
}

ProjectKey: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Amount: TypeAlias = Annotated[int, Field(ge=0)]
Words: TypeAlias = Annotated[str, Field(min_length=1, max_length=200)]
ColumnedSection: TypeAlias = Literal[
    "entitlements",
    "subscriptions",
    "purchases",
    "aliases",
    "attributes",
    "invoices",
    "currencies",
    "customers",
]


def _not_a_key(project_id: str) -> str:
    """A project id is shown in many places. Raises ValueError where a key is in its place."""
    if project_id.startswith(("sk_", "atk_")):
        raise ValueError("looks like an API key; the id is in the dashboard's address, as proj…")
    return project_id


class _Group(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
        str_max_length=4096,
    )


class Limits(_Group):
    """What a single change may not exceed."""

    max_grant_days: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """The longest grant, in days; without it any, for life too."""
    max_credit: dict[str, Amount] = {}
    """The largest credit at once, by currency code; a code that is missing has no limit."""


class ProjectSettings(_Group):
    """One project, and how careful to be with it."""

    project_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,100}$"), AfterValidator(_not_a_key)]
    """The id in the dashboard's address, such as `proj1ab2c3d4`."""
    api_key: Annotated[
        KeySource, PlainValidator(read_key_source), WithJsonSchema(_KEY_SOURCE_SCHEMA)
    ]
    """Where the secret API key (version 2) comes from."""
    name: Words | None = None
    """What the project is called on screen; without it, its key here."""
    protection: Protection = "guarded"
    """`open` drops the review of small changes; `read-only` refuses every change."""
    risk: Risk = "normal"
    """`high` puts a banner up and asks one confirmation level more."""
    require_ticket: bool = False
    """Whether every change must name a ticket."""
    restore_behavior: Literal["unknown", "transfer", "transfer-if-inactive", "keep", "share"] = (
        "unknown"
    )
    """What the app's project does when purchases are restored; the API does not say."""
    theme: Words = "auto"
    """The colours for this project; `auto` is the general setting."""
    base_url: Annotated[str, AfterValidator(checked_url)] = DEFAULT_URL
    """The API's address. https, or http on this machine."""
    ca_file: str = ""
    """Certificates to trust beside the usual ones, as a PEM file."""
    use_env_proxy: bool = False
    """Whether HTTPS_PROXY and its like are followed."""
    limits: Limits = Limits()
    """What a single change may not exceed."""
    names: dict[str, Words] = {}
    """Names for ids; they win over learned ones."""
    columns: Annotated[dict[ColumnedSection, list[Words]], AfterValidator(known_columns)] = {}
    """Which columns a list shows, in this order."""


class Playbook(_Group):
    """Several changes that belong together."""

    title: Words
    """What it is called in the list."""
    grant: dict[str, Words] = {}
    """Entitlements and for how long, as in `7d`."""
    credit: dict[str, Annotated[int, Field(ge=1)]] = {}
    """Currency codes and how much."""
    attribute: dict[str, Annotated[str, Field(max_length=500)]] = {}
    """Attributes and their values; `{ticket}` in one becomes the ticket."""


class Settings(_Group):
    """The whole file."""

    default_project: ProjectKey | None = None
    """The project that is opened without `--project`."""
    theme: Words = "auto"
    """`auto`, or a theme's name."""
    clipboard: Clipboard = "auto"
    """How text is copied; `RCTUI_CLIPBOARD` in the environment wins over it."""
    mouse: Mouse = "auto"
    """`auto` is off over SSH."""
    driver: Driver = "auto"
    """`plain` sends whole frames."""
    remember_recent: bool = True
    """Whether the ids of opened customers are kept."""
    recovery_days: Annotated[int, Field(ge=0, le=3650)] = 30
    """How long recovery files are kept, in days; 0 keeps them for ever."""
    keymap: dict[str, Annotated[str, Field(max_length=200)]] = {}
    """Action ids and their keys, separated by commas."""
    projects: dict[ProjectKey, ProjectSettings] = {}
    """The projects, by the name that `--project` takes."""
    playbooks: dict[ProjectKey, Playbook] = {}
    """Changes that belong together, by name."""
