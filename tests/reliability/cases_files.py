"""Configuration, journal, recovery files, downloads and exports: what shows what."""

from __future__ import annotations

from typing import Final

from tests.reliability.case import Case

HERE: Final = "tests/reliability/"
CONFIG: Final = "tests/config/"
JOURNAL: Final = "tests/journal/"

FILES: Final = (
    Case(
        98,
        "Any bytes as a configuration give settings or a reason with its line, and no key.",
        "default",
        (
            CONFIG + "test_hostile_text.py::test_any_bytes_give_settings_or_a_reason",
            CONFIG + "test_problems.py::test_a_problem_is_told_with_its_place",
            CONFIG + "test_problems.py::test_what_can_not_be_a_configuration_is_said_at_once",
        ),
    ),
    Case(
        99,
        "Killed at any moment while saving: the file is the old one or the new one.",
        "default",
        (
            "tests/files/test_atomic.py::test_a_writer_killed_at_any_moment_leaves_a_whole_file",
            HERE + "test_file_killed.py::test_a_kill_at_any_moment_leaves_whole_files",
            "tests/files/test_atomic.py::test_left_over_files_go_and_fresh_ones_stay",
        ),
        reason="Sixty moments for each file on demand: test_a_kill_at_sixty_moments….",
    ),
    Case(
        100,
        "Two programs that save at once lose nothing of each other.",
        "default",
        (
            CONFIG + "test_writing.py::test_two_processes_lose_nothing_of_each_other",
            CONFIG + "test_remembered.py::test_two_programs_at_once_lose_nothing_of_each_other",
        ),
    ),
    Case(
        101,
        "A link to the configuration stays a link; nothing else is followed.",
        "default",
        (
            HERE + "test_file_in_the_way.py::test_a_link_is_kept_and_its_target_changed",
            JOURNAL + "test_journal.py::test_a_link_in_place_of_the_file_is_not_followed",
        ),
    ),
    Case(
        102,
        "A configuration that was changed meanwhile is read anew before anything is added.",
        "default",
        (CONFIG + "test_writing.py::test_two_processes_lose_nothing_of_each_other",),
        reason="It is read again under the lock each time, so no time of a file is compared.",
    ),
    Case(
        103,
        "A misspelt setting is refused with the nearest known one.",
        "default",
        (CONFIG + "test_problems.py::test_a_problem_is_told_with_its_place",),
    ),
    Case(
        104,
        "What a newer rctui wrote is left as it is.",
        "default",
        (JOURNAL + "test_journal.py::test_lines_of_a_newer_program_are_kept_aside",),
        reason="The configuration has no version: a newer one's settings are unknown keys here.",
    ),
    Case(
        105,
        "A torn last line is sealed, counted, and the next one is whole.",
        "default",
        (
            JOURNAL + "test_journal.py::test_a_torn_line_is_sealed_and_counted",
            JOURNAL + "test_journal.py::"
            "test_wherever_the_file_breaks_off_all_lines_before_are_read",
        ),
    ),
    Case(
        106,
        "Four programs write three hundred lines each and mix none.",
        "default",
        (HERE + "test_file_journal.py::test_four_programs_write_three_hundred_whole_lines_each",),
    ),
    Case(
        107,
        "Damaged lines in the middle are counted; those around them are read.",
        "default",
        (
            HERE + "test_file_journal.py::test_any_bytes_in_the_middle_leave_the_lines_around_them",
            HERE + "test_file_journal.py::test_an_odd_value_in_a_line_costs_that_line_at_most",
        ),
    ),
    Case(
        108,
        "A hundred megabytes of journal don't hold up the start; what is open stays at hand.",
        "default",
        (
            HERE + "test_file_journal.py::"
            "test_a_hundred_megabytes_of_history_are_not_read_to_find_what_is_open",
            JOURNAL + "test_journal.py::test_rotation_keeps_what_is_open_at_hand",
        ),
    ),
    Case(
        109,
        "Hostile text is one line of plain JSON each.",
        "default",
        (JOURNAL + "test_journal.py::test_any_json_reader_reads_all_lines",),
    ),
    Case(
        110,
        "No cell of a CSV file is a formula; numbers stay numbers and ids text.",
        "default",
        (
            "tests/exports/test_csv_text.py::test_what_a_spreadsheet_might_run_gets_an_apostrophe",
            "tests/exports/test_csv_text.py::test_reading_back_gives_the_values_and_no_formula",
            "tests/exports/test_csv_text.py::test_numbers_are_bare_and_ids_of_digits_are_quoted",
        ),
    ),
    Case(
        111,
        "JSON is exact, whatever the values.",
        "default",
        (
            "tests/headless/test_exporting.py::"
            "test_hostile_values_are_exact_in_json_and_guarded_in_csv",
        ),
    ),
    Case(
        112,
        "An export or download never replaces, follows or half-writes anything.",
        "default",
        (
            HERE + "test_file_in_the_way.py::"
            "test_what_is_in_the_way_stays_and_is_said_or_stepped_around",
            HERE + "test_file_full_disk.py::test_a_file_that_does_not_fit_is_said_and_not_there",
            "tests/files/test_new_folders.py::test_whatever_is_there_stays_as_it_is",
        ),
    ),
    Case(
        113,
        "A download's name is plain and stays in its folder; what is no PDF is not saved.",
        "default",
        (
            "tests/files/test_new_files.py::test_every_text_gives_a_name_inside_the_folder",
            "tests/api/test_invoice_download.py::test_what_is_no_pdf_is_refused",
            HERE + "test_file_in_the_way.py::"
            "test_every_file_and_its_folder_are_private_whatever_the_mask",
        ),
    ),
)
