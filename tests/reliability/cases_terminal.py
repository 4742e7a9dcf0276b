"""The cases about terminals and the life of a process."""

from __future__ import annotations

from typing import Final

from tests.reliability.case import Case

LIFE: Final = "tests/reliability/test_terminal_life.py"
PROCESS: Final = "tests/program/test_process_life.py"
FRAME: Final = "tests/program/test_first_frame.py"

TERMINAL_CASES: Final[tuple[Case, ...]] = (
    Case(114, "However it ends, the terminal is as it was, and the exit code says how.", "default",
         (f"{LIFE}::test_every_signal_leaves_the_terminal_as_it_was",
          f"{LIFE}::test_a_bug_anywhere_ends_with_1_and_a_terminal_as_it_was",
          f"{FRAME}::test_a_signal_meanwhile_ends_it_with_the_terminal_as_it_was")),
    Case(115, "After SIGKILL the next start offers what has no known end.", "default",
         (f"{PROCESS}::test_after_sigkill_the_same_key_makes_it_exactly_once",)),
    Case(116, "A terminal that goes ends it, even where SIGHUP is ignored.", "default",
         (f"{LIFE}::test_a_terminal_that_goes_while_sighup_is_ignored_ends_it_all_the_same",
          f"{PROCESS}::test_a_hang_up_ends_it_and_the_outcome_is_written_down")),
    Case(117, "A terminal that nobody reads delays neither an outcome's line nor the end.",
         "default", (f"{PROCESS}::test_a_frozen_terminal_does_not_keep_it_alive",)),
    Case(118, "Stopped, resized and resumed, it is drawn anew.", "default",
         (f"{LIFE}::test_suspended_resized_and_resumed_it_is_drawn_anew",
          "tests/tui/driver/test_lean_driver.py::test_coming_back_from_suspension_paints_anew")),
    Case(119, "Without a terminal that draws, one line is said, and 2 is the exit code.",
         "default",
         (f"{LIFE}::test_a_terminal_that_draws_nothing_gets_one_line_without_a_sequence",
          f"{LIFE}::test_a_stream_that_is_no_terminal_is_refused_with_a_line")),
    Case(120, "The plain locale is no hindrance.", "default",
         (f"{LIFE}::test_a_plain_locale_is_no_hindrance",
          f"{LIFE}::test_a_locale_of_ascii_alone_has_every_character_escaped_and_prints_on"),
         "A screen on a terminal that can't show UTF-8 is not adapted."),
    Case(121, "Without a home that can be written, it reads, and says why it doesn't write.",
         "default",
         ("tests/journal/test_journal.py::test_a_folder_that_can_not_be_made_is_an_error",
          "tests/journal/test_journal.py::test_a_probe_tells_and_makes_nothing")),
    Case(122, "From one cell to 400x200, and through a storm of sizes, nothing is lost.",
         "default",
         (f"{LIFE}::test_a_storm_of_sizes_from_one_cell_up_loses_no_data_and_no_key",)),
    Case(123, "A disk that fills up leaves whole lines and an error.", "default",
         ("tests/journal/test_journal.py::"
          "test_a_disk_that_fills_up_is_an_error_and_the_next_line_is_whole",
          "tests/cli/test_commands.py::test_a_full_disk_under_the_output_is_said"),
         "The exit code is 1, as design has it."),
    Case(124, "Many reloads keep no more in memory.", "default",
         (f"{LIFE}::test_many_reloads_keep_no_more_in_memory",)),
    Case(125, "A clock that jumps makes no wait longer.", "default",
         ("tests/worker/test_pacing.py::test_an_old_figure_holds_nobody_up",),
         "Waits are counted by the loop's steady clock; the clock itself is not moved in a test."),
    Case(126, "Times follow a change to or from summer time while it runs.", "default",
         ("tests/text/test_moments.py::"
          "test_the_other_day_is_named_where_the_clocks_disagree_on_it",)),
    Case(127, "A key costs few bytes on a slow line.", "default",
         ("tests/tui/driver/test_lean_driver.py::"
          "test_moves_scrolls_and_pages_stay_within_their_bytes",
          "tests/tui/driver/test_lean_driver.py::test_a_key_that_changes_nothing_sends_nothing")),
    Case(128, "Nothing is said by colour alone, and NO_COLOR means none.", "default",
         (f"{LIFE}::test_without_colours_not_one_is_sent_from_the_first_byte_on",
          "tests/program/test_colours.py::test_no_color_is_kept_from_the_first_frame_on",
          "tests/program/test_colours.py::test_a_high_risk_is_said_in_words_without_any_colour")),
    Case(129, "Two programs write one journal; what a living one does is not unconfirmed.",
         "default",
         (f"{LIFE}::test_two_programs_write_one_journal",
          "tests/journal/test_journal.py::"
          "test_only_a_young_attempt_of_a_living_process_may_be_under_way")),
    Case(130, "What libraries warn of or print is not drawn over the screen.", "default",
         (f"{LIFE}::test_warnings_and_prints_of_libraries_are_not_drawn_over_the_screen",)),
)  # fmt: skip
