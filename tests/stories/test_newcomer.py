"""What a newcomer meets: keys in the box, hints, one-line notices, and what is remembered."""

from __future__ import annotations

import pytest

from rctui.text.safe_text import label
from tests.stories.program import Operator, demo, program


def last_lines(operator: Operator, count: int) -> list[str]:
    return operator.screen.split("\n")[-count:]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("question_mark", "On the screen you came from"),
        ("colon", "type to filter"),
        ("exclamation_mark", "in this run, newest first"),
        ("slash", "esc End the filter"),
    ],
)
async def test_in_an_empty_box_what_no_search_begins_with_is_a_key(key: str, words: str) -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more", ": Commands", "? Help")
        await operator.press(key)
        await operator.sees(words)


async def test_in_a_box_that_holds_something_and_in_a_paste_they_are_typed() -> None:
    async with program(demo(), size=(120, 40)) as operator:
        await operator.sees("100 loaded, more")
        await operator.type("a:?")
        await operator.sees(" a:?", "ctrl+p Commands")
        assert "? Help" not in last_lines(operator, 1)[0]
        await operator.press("backspace", "backspace", "backspace")
        await operator.sees(": Commands")
        await operator.paste("?!/:")
        await operator.sees(" ?!/:", "ctrl+p Commands")


async def test_a_letter_that_is_a_key_elsewhere_says_so() -> None:
    async with program(demo()) as operator:
        await operator.sees("Type or paste, then enter. esc: the list and its keys.")
        await operator.press("p")
        await operator.sees("p as a key (Projects): esc first.")
        await operator.press("a")
        await operator.sees_no_more("esc first")
        await operator.press("backspace", "escape", "p")
        await operator.sees("PROTECTION")


async def test_a_notice_covers_the_count_line_and_no_row() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down")
        await operator.sees("enter Open")
        before = operator.screen.split("\n")
        await operator.press("minus")
        shown = (await operator.sees("No other customer has been opened yet.")).split("\n")
        assert shown[-2].strip() == "No other customer has been opened yet."
        assert shown[1:-2] == before[1:-2]
        assert shown[-1] == before[-1]
        operator.app.clear_notifications()
        await operator.sees("100 loaded, more")


async def test_a_notice_of_two_lines_covers_the_keys_rather_than_a_row() -> None:
    async with program(demo(), size=(60, 24)) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down")
        before = operator.screen.split("\n")
        operator.app.notify("a word and another one, " * 4)
        shown = (await operator.sees("a word and another")).split("\n")
        assert shown[1:-2] == before[1:-2]
        assert [line.strip()[:6] for line in shown[-2:]] == ["a word", "anothe"]


async def test_the_same_notice_again_takes_the_place_of_the_first() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down", "minus", "minus")
        await operator.is_told("No other customer")
        assert len(operator.said) == 1
        await operator.press("exclamation_mark")
        shown = await operator.sees("in this run, newest first", "said: No other customer")
        assert "requests" in shown


async def test_what_did_not_work_stays_longer() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        app = operator.app
        app.say_trouble(label("not done"))
        app.say(label("it is done"))
        await operator.is_told("it is done")
        stays = {one.message: one.timeout for one in app.said_lately}
        assert stays["not done"] > 2 * stays["it is done"]


async def test_a_chosen_sort_holds_for_the_next_customer() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("5")
        await operator.sees("favourite_language")
        await operator.press("s", "down", "enter")
        await operator.sees("ATTRIBUTE↑", "sorted by ATTRIBUTE ↑")
        await operator.finds_customer("kim_phone", "kim_phone")
        await operator.press("5")
        await operator.sees("ATTRIBUTE↑", "sorted by ATTRIBUTE ↑")
        await operator.press("s", "g", "enter")
        await operator.sees_no_more("ATTRIBUTE↑")
        await operator.finds_customer("user_42", "user_42")
        await operator.press("5")
        await operator.sees("favourite_language")
        assert "sorted" not in await operator.settles()


async def test_help_says_how_much_is_below_and_continues_below_its_sentence() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("question_mark")
        shown = await operator.sees("more lines: down")
        lines = shown.split("\n")
        place = next(n for n, line in enumerate(lines) if line.startswith(" y  "))
        assert lines[place + 1].startswith(" " * 15)
        assert lines[place + 1].strip().endswith("key says which.")
        await operator.press("end")
        await operator.sees("the end", "Lower case looks.")


async def test_help_explains_what_the_header_says() -> None:
    async with program(demo(), text="user_42") as operator:
        shown = await operator.sees("will not renew", "PROD 6 / SBX 3", "/480 left", "as of ")
        await operator.press("question_mark", "end")
        shown = await operator.sees("the end", "Ends the tour")
        for sign in ("????", "as of", "PROD 6 / SBX 3  ", "479/480 left", "ctrl+p  ctrl+q"):
            assert f" {sign} " in shown, sign


async def test_the_list_of_actions_says_the_whole_of_what_it_had_to_cut() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("a")
        shown = await operator.sees("What can be done here", "more lines: down")
        assert "one more key says which." not in shown
        await operator.press("down")
        await operator.sees("Copy the id, e-mail, row, JSON, URL, curl or command: one more key")
        await operator.sees("  which.")
        await operator.press("up")
        await operator.sees_no_more("  which.")


async def test_a_dialog_says_what_is_below_and_shows_it() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("O")
        await operator.sees("Offering override")
        assert "more line" not in await operator.settles()
        await operator.press("escape", "T")
        await operator.sees("To the customer")
        await operator.paste("kim_tablet")
        await operator.press("enter")
        shown = await operator.sees("The target now", "more lines: page down")
        assert "May bounce back" not in shown
        await operator.press("pagedown")
        shown = await operator.sees("May bounce back", "at the end to a review")
        assert "page down" not in shown
        await operator.press("x")
        await operator.sees("Only from these apps")


async def test_where_a_tab_has_no_rows_that_is_said_first() -> None:
    async with program(demo(), text="created_by_api") as operator:
        await operator.sees("no purchase ever")
        await operator.press("2")
        shown = (await operator.sees("No subscriptions.")).split("\n")
        tabs = next(n for n, line in enumerate(shown) if "2[Subs]" in line)
        assert shown[tabs + 1].startswith(" No subscriptions. One-time purchases: tab 3.")
        await operator.press("9")
        shown = (await operator.sees(" in all")).split("\n")
        assert "in all" in shown[-2]
