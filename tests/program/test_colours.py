"""Colours as a real terminal gets them: none where none are wanted, sixteen where there are few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.program.started import DOWN, ENTER, leave_at_once, started

if TYPE_CHECKING:
    from pathlib import Path

_STYLE = re.compile(rb"\x1b\[([0-9;]*)m")
_BOLD, _UNDERLINE, _REVERSE = "1", "4", "7"
_UNCOLOURED = {"", "0", "1", "2", "3", "4", "7", "22", "23", "24", "27", "39", "49"}
_SIXTEEN = re.compile(r"(?:3|4|9|10)[0-7]")


def styles(written: bytes) -> list[str]:
    """Every style sequence that was sent, without its ends."""
    return [found.decode() for found in _STYLE.findall(written)]


def parameters(written: bytes) -> set[str]:
    return {part for style in styles(written) for part in style.split(";")}


@pytest.mark.parametrize("driver", [(), ("--plain-driver",)])
@pytest.mark.parametrize("theme", [(), ("--theme", "rctui-dark"), ("--theme", "rctui-light")])
def test_no_color_is_kept_from_the_first_frame_on(
    theme: tuple[str, ...], driver: tuple[str, ...], tmp_path: Path
) -> None:
    with started(
        tmp_path, "demo", "user_42", *theme, *driver, NO_COLOR="1", COLORTERM="truecolor"
    ) as terminal:
        terminal.wait_for("Has pro until", "> pro")
        terminal.send(DOWN)
        terminal.wait_for("> legacy")
        terminal.send(":theme")
        terminal.wait_for("Change the colours to rctui-light")
        terminal.send(DOWN + DOWN + DOWN + DOWN + ENTER)
        terminal.wait_for("for this run")
        leave_at_once(terminal)
        assert parameters(bytes(terminal.written)) <= _UNCOLOURED


def test_without_colours_the_cursor_is_marked_underlined_and_bold(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42", NO_COLOR="1") as terminal:
        terminal.wait_for("Has pro until", "> pro")
        before = len(terminal.written)
        terminal.send(DOWN)
        terminal.wait_for("> legacy")
        lit = re.search(rb"\x1b\[([0-9;]*)m> legacy", bytes(terminal.written[before:]))
        assert lit is not None
        assert {_BOLD, _UNDERLINE} <= set(lit[1].decode().split(";"))
        leave_at_once(terminal)


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm"},
        {"TERM": "linux"},
        {"TERM": "xterm-256color", "COLORTERM": "truecolor", "SSH_TTY": "/dev/pts/9"},
    ],
)
def test_few_colours_or_a_far_terminal_get_the_terminals_own(
    environment: dict[str, str], tmp_path: Path
) -> None:
    with started(tmp_path, "demo", "user_42", size=(80, 24), **environment) as terminal:
        terminal.wait_for("Has pro until", "> pro", "Active")
        before = len(terminal.written)
        terminal.send(DOWN)
        terminal.wait_for("> legacy")
        written = bytes(terminal.written)
        lit = re.search(rb"\x1b\[([0-9;]*)m> legacy", written[before:])
        assert lit is not None
        assert _REVERSE in lit[1].decode().split(";")
        used = parameters(written) - _UNCOLOURED
        assert all(_SIXTEEN.fullmatch(parameter) for parameter in used), used
        assert "32" in used, "what is active is green"
        leave_at_once(terminal)


def test_a_theme_of_many_colours_works_where_there_are_sixteen(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42", "--theme", "rctui-light", TERM="xterm") as terminal:
        terminal.wait_for("Has pro until", "> pro")
        before = len(terminal.written)
        terminal.send(DOWN)
        terminal.wait_for("> legacy")
        lit = re.search(rb"\x1b\[([0-9;]*)m> legacy", bytes(terminal.written[before:]))
        assert lit is not None
        front, back = (
            [part for part in lit[1].decode().split(";") if part[:-1] in sides]
            for sides in (("3", "9"), ("4", "10"))
        )
        assert front
        assert back
        assert front[-1][-1] != back[-1][-1]
        used = parameters(bytes(terminal.written)) - _UNCOLOURED
        assert all(_SIXTEEN.fullmatch(parameter) for parameter in used), used
        leave_at_once(terminal)


def test_an_empty_no_color_counts_as_none(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42", NO_COLOR="", COLORTERM="truecolor") as terminal:
        terminal.wait_for("Has pro until")
        leave_at_once(terminal)
        assert "38" in parameters(bytes(terminal.written))


def test_a_high_risk_is_said_in_words_without_any_colour(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(
        '[projects.acme]\nproject_id = "proj1ab2c3d4"\napi_key = { env = "NOWHERE" }\n'
        'risk = "high"\n',
        encoding="utf-8",
    )
    with started(tmp_path, "--config", str(config), NO_COLOR="1") as terminal:
        terminal.wait_for("HIGH RISK")
        leave_at_once(terminal)
        assert parameters(bytes(terminal.written)) <= _UNCOLOURED


def test_a_saved_theme_shows_and_a_mistake_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / ".config" / "rctui" / "themes" / "night.toml"
    file.parent.mkdir(parents=True)
    file.write_text('background = "#101010"\n')
    with started(
        tmp_path, "demo", "user_42", COLORTERM="truecolor", RCTUI_THEME="night"
    ) as terminal:
        terminal.wait_for("Has pro until", "> pro", "3 in all")
        terminal.send("?")
        terminal.wait_for("On the screen you came from")
        assert b"48;2;32;48;64" not in terminal.written
        file.write_text('background = "#203040"\n')
        terminal.wait_until(lambda _: b"48;2;32;48;64" in terminal.written, "the new background")
        file.write_text('background = "#20304"\n')
        said = "line 1, background: is no colour"
        terminal.wait_until(lambda text: said in " ".join(text.split()), "the line of the mistake")
        leave_at_once(terminal)
