"""The cases about keys, pastes and what terminals answer."""

from __future__ import annotations

from typing import Final

from tests.reliability.case import Case

INPUT: Final = "tests/reliability/test_input.py"
GUARD: Final = "tests/tui/driver/test_input_guard.py"
EARLY: Final = "tests/stories/writes/test_early_keys.py"
SECRETS: Final = "tests/reliability/test_secrets.py"

KEYS_AND_PASTES: Final[tuple[Case, ...]] = (
    Case(19, "Whatever a terminal answers writes nothing, and the screen goes on.", "default",
         (f"{INPUT}::test_nothing_that_comes_by_itself_writes_or_breaks_a_screen",
          f"{INPUT}::test_answers_and_pastes_in_find_leave_a_box_that_finds")),
    Case(20, "Bytes that are no text don't end the program.", "default",
         (f"{GUARD}::test_bytes_that_are_not_utf_8_are_replaced",
          "tests/reliability/test_terminal_life.py::test_bytes_that_are_no_text_end_nothing")),
    Case(21, "A paste without an end is closed after a second.", "default",
         (f"{GUARD}::test_a_paste_that_never_ends_is_closed_after_a_second",)),
    Case(22, "Orders that arrive as keys write nothing before a review can be read.", "default",
         (f"{INPUT}::test_orders_typed_without_brackets_run_no_write_before_a_review_can_be_read",)),
    Case(23, "A paste of several lines stays in its field, and sends nothing.", "default",
         (f"{INPUT}::test_a_paste_into_a_field_keeps_every_line_and_sends_nothing",)),
    Case(24, "A pasted challenge counts only where it is equal, and never confirms.", "default",
         ("tests/stories/writes/test_challenge.py::"
          "test_a_paste_counts_for_a_transfer_but_not_for_block_and_delete",)),
    Case(25, "A key held while a review opens does not answer it.", "default",
         (f"{EARLY}::test_keys_held_while_a_review_opens_do_not_answer_it",
          f"{EARLY}::test_a_key_that_is_held_goes_on_being_ignored_after_the_guard")),
    Case(26, "Pressed twice, a change is sent once.", "default",
         (f"{EARLY}::test_y_pressed_twice_runs_it_once_and_closes_nothing_else",
          f"{EARLY}::test_two_quick_submits_make_one_review")),
    Case(27, "The same change is refused while it is under way; others on a customer wait.",
         "default",
         ("tests/stories/writes/test_in_flight.py::"
          "test_the_same_change_again_is_not_sent_while_it_is_under_way",
          "tests/worker/test_write_queue.py::test_the_same_write_is_refused_until_it_has_ended"),
         "Two programs don't wait for each other; both reviews read again before they send."),
    Case(28, "Variables that would press keys or write files are dropped and named.", "default",
         (f"{SECRETS}::test_what_would_press_keys_or_write_files_is_dropped_and_said",
          f"{SECRETS}::test_variables_that_are_ignored_are_said_on_the_screen_and_do_nothing")),
    Case(29, "Absurd places of the mouse and absurd sizes are kept within bounds.", "default",
         (f"{INPUT}::test_nothing_that_comes_by_itself_writes_or_breaks_a_screen",
          f"{GUARD}::test_resizes_are_kept_within_bounds"),
         "A size of 500x250 that a terminal tells is believed, and slow to draw."),
)  # fmt: skip
