"""The cases about text on its way to the screen."""

from __future__ import annotations

from typing import Final

from tests.reliability.case import Case

SCREENS: Final = "tests/reliability/test_text_screens.py"
TERMINAL: Final = "tests/reliability/test_text_terminal.py"
HEADLESS: Final = "tests/reliability/test_text_headless.py"
EVERYWHERE: Final = f"{SCREENS}::test_hostile_text_is_harmless_wherever_it_is_shown"
IN_BYTES: Final = f"{TERMINAL}::test_no_text_of_a_hostile_service_is_anything_but_text"
STORY: Final = "tests/stories/test_hostile_text.py"
SAFE: Final = "tests/text/test_safe_text.py"

TEXT: Final[tuple[Case, ...]] = (
    Case(1, "No hostile text puts a control or an unseen character on the terminal's line, "
         "whatever screen, tab, dialog, notice or title shows it.", "default",
         (EVERYWHERE, IN_BYTES, f"{SCREENS}::test_every_text_is_harmless_in_every_place")),
    Case(2, "No text ends the program.", "default",
         (EVERYWHERE, f"{SAFE}::test_safe_text_is_utf_8")),
    Case(3, "Nothing drawn can be clicked or followed because of a text.", "default",
         (EVERYWHERE, "tests/tui/driver/test_output_guard.py::test_links_are_left_out")),
    Case(4, "Nothing is swallowed: copies and JSON hold the exact text.", "default",
         (f"{HEADLESS}::test_json_has_every_text_as_it_was",
          f"{HEADLESS}::test_nothing_of_any_text_is_swallowed",
          f"{STORY}::test_every_attribute_of_it_is_copied_exactly")),
    Case(5, "A text that asks the terminal something gets no answer, and so presses no key.",
         "terminals",
         ("tests/reliability/test_real_terminals.py::test_no_text_makes_tmux_press_a_key",
          "tests/reliability/test_real_terminals.py::test_no_text_makes_xterm_press_a_key",
          IN_BYTES)),
    Case(6, "A sequence that ends in a bell is shown and takes nothing of what follows.",
         "default", (f"{HEADLESS}::test_nothing_of_any_text_is_swallowed", IN_BYTES)),
    Case(7, "Clicks all over a review, its answers left out, do nothing.", "default",
         (f"{SCREENS}::test_a_click_on_any_cell_of_a_review_but_its_answers_changes_nothing",)),
    Case(8, "Words in brackets are shown whole.", "default",
         (f"{HEADLESS}::test_a_whole_customer_is_printed_without_any_order_to_the_terminal",
          f"{TERMINAL}::test_columns_stand_where_their_heads_stand_whatever_is_in_them")),
    Case(9, "A line end is a mark within a row; the record shows the whole text.", "default",
         (f"{SAFE}::test_the_shown_form", EVERYWHERE)),
    Case(10, "What turns the direction of writing is spelled out; Hebrew and Arabic letters stay.",
         "default", (f"{SAFE}::test_nothing_a_terminal_acts_on_is_left", EVERYWHERE)),
    Case(11, "Two ids that differ by something unseen look different.", "default",
         (f"{SAFE}::test_the_shown_form",
          "tests/text/test_look_alikes.py::test_what_can_be_taken_for_another_id_is_said",
          "tests/stories/writes/test_look_alikes.py::"
          "test_a_review_says_that_an_id_looks_like_another"),
         "An id that is wholly of another script, such as Cyrillic, is not marked."),
    Case(12, "Columns stay below their heads beside wide, joined and stacked characters.",
         "default",
         (f"{TERMINAL}::test_columns_stand_where_their_heads_stand_whatever_is_in_them",
          "tests/reliability/test_real_terminals.py::test_tmux_shows_columns_where_they_belong",
          "tests/tui/driver/test_lean_parts.py::"
          "test_what_follows_a_disputed_character_is_placed_and_not_left_to_the_terminal"),
         "Whole frames (--plain-driver) leave letters that are joined to the terminal."),
    Case(13, "A megabyte or 100,000 lines are cut with the number of characters left out.",
         "default",
         (f"{SCREENS}::test_a_long_value_is_cut_with_a_count_in_its_list_and_its_detail",
          f"{HEADLESS}::test_long_values_are_printed_and_counted")),
    Case(14, "A text equal to a sign of ours is told apart by its place or by quotes.", "default",
         (f"{SAFE}::test_what_is_cut_is_counted",
          "tests/tui/writing/test_journal_words.py::test_an_attribute_that_is_not_set_is_no_text"),
         "In a list, a text '-' and an empty one look alike; the raw JSON tells them apart."),
    Case(15, "Words of servers, files, variables and programs are treated as a customer's are.",
         "default",
         (f"{STORY}::test_the_words_of_a_server_are_harmless_in_panes_notices_and_tooltips",
          "tests/config/test_hostile_text.py::test_any_bytes_give_settings_or_a_reason",
          f"{HEADLESS}::test_what_was_typed_is_quoted_without_its_orders")),
    Case(16, "What commands print holds no order to a terminal either.", "default",
         (f"{HEADLESS}::test_a_whole_customer_is_printed_without_any_order_to_the_terminal",
          "tests/program/test_headless.py::"
          "test_hostile_texts_are_printed_without_a_control_character")),
    Case(17, "No text is read as Markdown, and no address in it is opened.", "default",
         (EVERYWHERE,
          "tests/tui/copying/test_browser.py::test_a_browser_is_only_opened_where_it_can_be_seen")),
    Case(18, "The words for risk and environment come from the configuration and the row.",
         "default",
         ("tests/program/test_over_a_line.py::test_risk_and_protection_are_words_in_the_header",
          "tests/cli/test_first_frame.py::"
          "test_a_name_can_neither_break_out_of_the_line_nor_overflow_it")),
)  # fmt: skip
