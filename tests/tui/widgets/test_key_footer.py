from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rctui.text.safe_text import join, label, safe
from rctui.text.width import cell_width
from rctui.tui.keys.actions import BACK, EVERYWHERE, FIND, HELP, OPEN, PIN, RELOAD, Action
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.widgets.key_footer import footer_parts

NAMES = st.text("abc ïß漢", min_size=1, max_size=14)
ACTIONS = st.lists(
    st.builds(
        lambda name, key, footer: Action(name, key, safe(name), label(""), footer),
        NAMES,
        st.sampled_from(["f", "question_mark", "colon", "asterisk", "pagedown"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


def shown(actions: list[Action], width: int) -> str:
    return join("", [words for words, _ in footer_parts(actions, width)]).plain


@given(ACTIONS, st.integers(3, 120))
def test_the_footer_is_never_wider_than_the_screen(actions: list[Action], width: int) -> None:
    assert cell_width(safe(shown(actions, width))) <= width


@given(ACTIONS, st.integers(3, 120))
def test_a_mark_stands_where_keys_had_to_go_and_nowhere_else(
    actions: list[Action], width: int
) -> None:
    listed = [action for action in actions if action.footer]
    text = shown(actions, width)
    whole = "  ".join(f"{action.face} {action.name}" for action in listed)
    if text != whole:
        assert text.endswith(" …")
    else:
        assert "…" not in text


@given(st.integers(24, 200))
def test_help_and_back_stay_at_every_width(width: int) -> None:
    for offers in (EVERYWHERE, (OPEN, RELOAD, PIN, *EVERYWHERE), CustomerScreen.OFFERS):
        text = shown(list(offers), width)
        assert "? Help" in text
        assert "q Back" in text


def test_keys_keep_the_order_in_which_the_screen_offers_them() -> None:
    text = shown([OPEN, RELOAD, FIND, HELP, BACK], 200)
    assert text == "enter Open  r Reload  f Find  ? Help  q Back"
