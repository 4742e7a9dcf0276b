"""What a widget draws, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot
    from textual.widget import Widget


def screen_lines(app: App[Any]) -> list[str]:
    """The whole screen, without the blanks at the ends of lines."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    assert len(strips) == height
    return [strip.text[:width].rstrip() for strip in strips]


async def screen_text(app: App[Any], pilot: Pilot[Any]) -> str:
    """The same as one text, once the screen has come to rest."""
    await pilot.pause()
    return "\n".join(screen_lines(app))


def widget_lines(widget: Widget) -> list[str]:
    """The lines of one widget that draws by lines."""
    lines = [widget.render_line(y) for y in range(widget.size.height)]
    return [line.text.rstrip() for line in lines]
