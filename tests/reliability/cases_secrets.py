"""The cases about keys and other secrets."""

from __future__ import annotations

from typing import Final

from tests.reliability.case import Case

SECRETS: Final = "tests/reliability/test_secrets.py"
API_KEY: Final = "tests/config/test_api_key.py"
LINE: Final = "tests/integration/test_secrecy.py"

SECRET_CASES: Final[tuple[Case, ...]] = (
    Case(84, "No output of any test, and no file it leaves, holds a key in any form.", "default",
         (f"{SECRETS}::test_the_search_finds_a_key_in_every_form",
          f"{SECRETS}::test_a_crash_report_has_places_and_no_values",
          "tests/api/test_secrecy.py::"
          "test_a_traceback_with_all_locals_shows_no_key_after_a_fault_of_the_line")),
    Case(85, "What is no key is refused and not shown.", "default",
         (f"{API_KEY}::test_what_is_no_key_is_refused_without_showing_it",)),
    Case(86, "A service that repeats the key can't make it be shown.", "default",
         (f"{LINE}::test_a_service_that_quotes_the_key_can_not_make_us_show_it",)),
    Case(87, "Signed addresses, queries and e-mails are in no record of a request.", "default",
         (f"{LINE}::test_no_record_of_a_request_holds_the_key_or_a_query",
          "tests/api/test_secrecy.py::test_a_signed_address_is_in_no_repr")),
    Case(88, "With every library logging all it can, no key and no query is logged.", "default",
         (f"{SECRETS}::test_with_the_libraries_at_debug_no_key_and_no_address_is_logged",
          f"{SECRETS}::test_debug_logs_of_a_whole_program_hold_no_key")),
    Case(89, "No argument holds a key, and other programs get an environment without one.",
         "default",
         (f"{SECRETS}::test_other_programs_get_an_environment_without_keys",
          f"{API_KEY}::test_a_command_sees_no_keys_and_no_terminal")),
    Case(90, "No core dump is made, and no other program reads the memory.", "default",
         (f"{SECRETS}::test_no_dump_and_no_debugger_gets_at_the_memory",),
         "The second is for Linux alone, and holds from the moment a key is fetched."),
    Case(91, "Variables of TLS change neither what is trusted nor what is written.", "default",
         (f"{SECRETS}::test_without_a_screen_they_are_said_on_stderr",
          f"{SECRETS}::test_what_would_press_keys_or_write_files_is_dropped_and_said"),
         "SSL_CERT_FILE is not named in a warning; trust is built from named files alone."),
    Case(92, "Nothing copies the key; a copy with unseen characters is said to have them.",
         "default",
         ("tests/exports/test_copy_forms.py::test_curl_takes_the_key_from_the_environment",
          "tests/program/test_hostile_text.py::"
          "test_a_hostile_attribute_is_copied_exactly_and_as_data")),
    Case(93, "No command makes a picture of the screen.", "default",
         (f"{SECRETS}::test_no_command_makes_a_picture_of_the_screen",
          f"{SECRETS}::test_no_palette_of_the_toolkit_opens_beside_ours")),
    Case(94, "A recording or a bundle for support is made without secrets.", "not planned", (),
         "There is neither; a crash report holds places in the code alone."),
    Case(95, "A key command that hangs, prints too much, fails or asks is ended.", "default",
         (f"{API_KEY}::test_a_command_that_hangs_is_ended",
          f"{API_KEY}::test_a_command_that_fails_tells_its_code_and_no_output"),
         "It gets no terminal to ask on, as that would be drawn over the screen."),
    Case(96, "A keyring that is missing or locked is said in words.", "default",
         (f"{API_KEY}::test_the_keyring_answers_or_the_reason_is_said",
          f"{API_KEY}::test_a_missing_keyring_package_is_said")),
    Case(97, "A key that is not accepted any more is said, and changes are refused.", "default",
         ("tests/program/test_over_a_line.py::test_a_key_that_is_not_accepted_is_said_without_it",),
         "Each request says it for itself; there is no separate state for a key that was taken "
         "back."),
)  # fmt: skip
