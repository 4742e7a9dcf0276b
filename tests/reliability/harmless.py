"""What must hold of everything that is drawn, whatever text came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import safe

if TYPE_CHECKING:
    from textual.app import App

_SCROLL_BAR: Final = frozenset({"grab", "release", "scroll_up", "scroll_down"})
"""What the toolkit's scroll bars, which hold no text, say that they do."""


def assert_harmless(app: App[str]) -> None:
    """Nothing drawn is a control, unseen, a link or a thing to click on that text brought in."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert safe(segment.text, limit=1000).plain == segment.text, repr(segment.text)
            style = segment.style
            if style is not None:
                assert style.link is None, repr(segment)
                acts = {value for name, value in style.meta.items() if name.startswith("@")}
                assert acts <= _SCROLL_BAR, repr(segment)
                assert not acts or not segment.text.strip(" ▁▂▃▄▅▆▇█▉▊▋▌▍▎▏"), repr(segment)
    for notice in app._notifications:
        assert not notice.markup
        assert safe(notice.message, limit=10_000).plain == notice.message, repr(notice.message)
