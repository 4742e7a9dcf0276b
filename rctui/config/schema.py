"""The JSON schema of the configuration file, for editors that know TOML."""

from __future__ import annotations

from typing import Any

from rctui.config.settings import Settings


def settings_schema() -> dict[str, Any]:
    """A JSON schema (draft 2020-12). `Any`: JSON."""
    schema = Settings.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "rctui configuration",
    }
