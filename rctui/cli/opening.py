"""What the arguments ask to be opened: the demo, or the configured projects."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rctui.cli.own_environment import ignored

if TYPE_CHECKING:
    from rctui.cli.arguments import Arguments
    from rctui.config.first_look import Looked
    from rctui.wiring.demo import DemoOptions
    from rctui.wiring.opening import Opening


def open_for(arguments: Arguments, looked: Looked | None = None) -> Opening:
    """Open the projects; `looked` is the configuration where it was read already.

    Raises ConfigError, FilesError.
    """
    opening = _opened(arguments, looked)
    if not arguments.ignored_variables:
        return opening
    from dataclasses import replace

    warnings = (*opening.warnings, ignored(arguments.ignored_variables))
    return replace(opening, warnings=warnings)


def open_aloud(arguments: Arguments) -> Opening:
    """The same for commands without a screen, which say their warnings on stderr."""
    from rctui.headless.output import complain

    opening = open_for(arguments)
    opening.recall_names()
    for warning in opening.warnings:
        complain(warning)
    return opening


def demo_options(arguments: Arguments) -> DemoOptions:
    """The simulated RevenueCat that was asked for."""
    from rctui.wiring.demo import DemoOptions

    return DemoOptions(
        customers=arguments.customers,
        seed=arguments.seed,
        latency_ms=arguments.latency_ms,
        read_only=arguments.read_only,
    )


def _opened(arguments: Arguments, looked: Looked | None) -> Opening:
    if arguments.demo:
        from rctui.wiring.demo import open_demo

        opening = _of_project(open_demo(demo_options(arguments)), arguments.project)
        return _copying_as_said(_with_own_keys(opening, arguments.config))
    from rctui.wiring.live import LiveOptions, open_live

    return open_live(
        LiveOptions(arguments.project, arguments.config, read_only=arguments.read_only),
        dict(os.environ),
        looked,
    )


def _of_project(opening: Opening, key: str) -> Opening:
    """The demo on one of its projects. Raises UnknownProject."""
    if not key:
        return opening
    from dataclasses import replace

    from rctui.config.errors import UnknownProject

    keys = [project.key for project in opening.projects]
    if key not in keys:
        raise UnknownProject(
            f"There is no project called {key} in the demo.",
            hint=f"There are: {', '.join(keys)}.",
        )
    return replace(opening, chosen=key)


def _with_own_keys(opening: Opening, config: str) -> Opening:
    """The demo on the keys of a configuration that is named. Raises ConfigError, FilesError."""
    if not config:
        return opening
    from dataclasses import replace

    from rctui.cli.demo_keys import keymap_in

    keymap = keymap_in(config, os.environ)
    return replace(opening, screen=opening.screen._replace(keymap=keymap))


def _copying_as_said(opening: Opening) -> Opening:
    """The demo reads no other settings, but copies as the environment says."""
    if not os.environ.get("RCTUI_CLIPBOARD"):
        return opening
    from dataclasses import replace

    from rctui.config.first_look import clipboard_said

    clipboard = clipboard_said(os.environ)
    return replace(opening, screen=opening.screen._replace(clipboard=clipboard))
