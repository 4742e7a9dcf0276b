"""Writes: how they end, and what is refused before: what shows what."""

from __future__ import annotations

from typing import Final

from tests.reliability.case import Case

HERE: Final = "tests/reliability/"
API: Final = "tests/api/"
TOGETHER: Final = "tests/integration/"
STORIES: Final = "tests/stories/"
WRITES: Final = "tests/writes/"

OUTCOMES: Final = (
    Case(
        56,
        "Each fault of the line ends each write as the server's own count says.",
        "default",
        (
            WRITES + "test_outcomes.py::test_the_outcome_agrees_with_the_server",
            WRITES + "test_outcomes.py::test_any_series_of_faults_does_it_once_at_the_most",
            WRITES + "test_outcomes.py::"
            "test_a_line_that_is_not_there_is_proof_that_nothing_was_sent",
            HERE + "test_server_answers.py::"
            "test_the_same_answer_to_a_write_leaves_open_whether_it_was_done",
        ),
    ),
    Case(
        57,
        "What nobody knows is never sent again by itself; evidence is read, a person settles it.",
        "default",
        (
            STORIES + "writes/test_unconfirmed.py::"
            "test_a_lost_answer_is_unknown_and_never_sent_again",
            STORIES + "writes/test_unconfirmed.py::"
            "test_a_person_settles_what_nobody_knows_after_a_review",
            WRITES + "test_unconfirmed.py::test_a_key_is_not_trusted_for_ever",
        ),
    ),
    Case(
        58,
        "A broken server leaves every write open.",
        "default",
        (
            HERE + "test_server_statuses.py::"
            "test_of_all_statuses_only_a_broken_server_leaves_a_write_open",
            HERE + "test_server_writes.py::"
            "test_a_broken_server_leaves_a_write_unknown_and_it_is_sent_once",
        ),
    ),
    Case(
        59,
        "A locked customer: nothing was done, one wait, then the refusal is said.",
        "default",
        (
            TOGETHER + "test_refusals.py::"
            "test_a_second_write_to_a_busy_customer_waits_once_and_is_then_refused",
            HERE + "test_server_writes.py::"
            "test_a_server_that_puts_a_write_off_for_good_has_refused_it",
        ),
    ),
    Case(
        60,
        "A used-up budget: nothing was done, one bounded wait.",
        "default",
        (
            TOGETHER + "test_faults.py::test_a_write_that_was_certainly_not_done_is_sent_once_more",
            HERE + "test_server_writes.py::"
            "test_a_server_that_puts_a_write_off_for_good_has_refused_it",
        ),
    ),
    Case(
        61,
        "A balance that moved twice as far as asked is told.",
        "default",
        (
            "tests/customers/readback/test_changes_seen.py::"
            "test_a_balance_that_moved_twice_as_far_is_told_apart",
        ),
    ),
    Case(
        62,
        "A key that came with another request is a refusal, and no new key is made.",
        "default",
        (
            TOGETHER + "test_writes.py::"
            "test_one_key_is_one_change_and_another_body_under_it_a_conflict",
            API + "test_retry.py::test_nothing_is_repeated_after_a_clear_no",
        ),
    ),
    Case(
        63,
        "Killed before anything was sent: the attempt is in the journal and nothing was done.",
        "default",
        (WRITES + "test_killed.py::test_killed_while_the_server_works",),
    ),
    Case(
        64,
        "Killed after sending: unconfirmed at the next start; the same key makes it exactly one.",
        "default",
        (
            WRITES + "test_killed.py::test_killed_at_some_moment",
            "tests/program/test_process_life.py::"
            "test_after_sigkill_the_same_key_makes_it_exactly_once",
        ),
    ),
    Case(
        65,
        "Killed between the answer and the journal's line: the same.",
        "default",
        (WRITES + "test_killed.py::test_killed_while_it_reads_back",),
    ),
    Case(
        66,
        "A journal that can't be written turns writes off, says so, and lets one read on.",
        "default",
        (
            HERE + "test_file_full_disk.py::"
            "test_with_nowhere_to_write_one_reads_on_and_the_screen_says_that_writes_are_off",
            HERE + "test_file_full_disk.py::"
            "test_a_disk_that_fills_up_before_a_write_keeps_it_from_being_sent",
            WRITES + "test_door.py::test_without_a_journal_nothing_is_sent",
        ),
    ),
)

CHANGES: Final = (
    Case(
        67,
        "What moved since the review is shown again and not sent.",
        "default",
        (
            STORIES + "writes/test_stale.py::"
            "test_a_balance_that_moved_is_reviewed_again_and_only_then_sent",
        ),
    ),
    Case(
        68,
        "An attribute that somebody else changed meanwhile leads to a new review.",
        "default",
        (WRITES + "test_door.py::test_what_changed_since_the_review_is_shown_again_and_not_sent",),
    ),
    Case(
        69,
        "A balance afterwards that is not the one asked for is said.",
        "default",
        (
            "tests/customers/readback/test_changes_seen.py::test_what_a_look_says",
            WRITES + "test_read_back.py::test_a_2xx_that_changed_nothing_is_said",
        ),
    ),
    Case(
        70,
        "Several currencies change together or not at all, and are read back one by one.",
        "default",
        (TOGETHER + "test_writes.py::test_several_currencies_change_together_or_not_at_all",),
    ),
    Case(
        71,
        "Only plain digits with a sign are an amount, and zero is none.",
        "default",
        (
            HERE + "test_server_writes.py::test_only_plain_numbers_with_a_sign_are_amounts",
            "tests/customers/changes/test_every_change.py::test_what_the_api_would_refuse_is_refused_here",
            STORIES + "writes/test_rules.py::"
            "test_a_credit_over_the_limit_is_refused_and_a_debit_is_not",
        ),
    ),
    Case(
        72,
        "A debit below zero is said before the server says it.",
        "default",
        (
            "tests/tui/dialogs/test_currencies.py::"
            "test_a_balance_that_is_too_short_or_too_full_is_said_before_the_server_says_it",
        ),
    ),
    Case(
        73,
        "Ends in the past, in gaps and folds of the clock, at the end of a month.",
        "default",
        (
            "tests/customers/changes/test_grant_ends.py::test_what_is_no_end_is_refused",
            "tests/customers/changes/test_grant_ends.py::test_a_time_that_the_clocks_leave_out_is_refused",
            "tests/customers/changes/test_grant_ends.py::"
            "test_a_time_that_comes_twice_is_asked_for_with_both_choices",
            "tests/customers/changes/test_grant_ends.py::"
            "test_a_shorter_month_gives_its_last_day_and_that_is_said",
            "tests/tui/dialogs/test_grant.py::test_the_preview_shows_the_instant_and_what_it_adds",
        ),
    ),
    Case(
        74,
        "A clock that is off by more than a minute is said in the header and by `rctui check`;"
        " grants are then counted from the server's time.",
        "default",
        (
            HERE + "test_server_waits.py::test_a_clock_that_is_off_is_said_in_the_header",
            HERE + "test_server_waits.py::test_the_days_of_a_grant_are_the_server_s",
        ),
    ),
    Case(
        75,
        "A transfer to the customer itself, an alias or nobody never leaves.",
        "default",
        (
            WRITES + "test_door.py::test_a_transfer_to_an_alias_of_the_customer_never_leaves",
            WRITES + "test_door.py::test_a_transfer_to_nobody_never_leaves",
            "tests/tui/dialogs/test_transfer.py::test_the_customer_is_no_target_by_whatever_id",
        ),
        reason="Ids that differ by Unicode form alone are two customers; both are shown escaped.",
    ),
    Case(
        76,
        "A deletion takes the id typed, and says afterwards if the app made the customer again.",
        "default",
        (
            STORIES + "writes/test_challenge.py::test_without_the_id_nothing_runs",
            STORIES + "writes/test_challenge.py::"
            "test_a_paste_counts_for_a_transfer_but_not_for_block_and_delete",
            "tests/customers/readback/test_changes_seen.py::test_what_a_look_says",
        ),
    ),
    Case(
        77,
        "A revoke where access was bought as well says that it stays.",
        "default",
        (
            "tests/customers/effects/test_consequences.py::test_a_revoke_says_what_access_remains",
            "tests/tui/dialogs/test_revoke.py::test_what_was_bought_can_not_be_revoked",
        ),
    ),
    Case(
        78,
        "A write belongs to the customer and project it named, wherever one goes meanwhile.",
        "default",
        (
            STORIES + "writes/test_in_flight.py::test_leaving_does_not_stop_a_write",
            STORIES + "writes/test_in_flight.py::test_an_end_in_another_project_says_which_one",
        ),
    ),
    Case(
        79,
        "In a read-only project nothing but GET leaves the process.",
        "default",
        (
            API + "test_operations.py::test_a_read_only_connection_sends_no_write",
            STORIES + "writes/test_read_only.py::test_no_key_of_any_screen_writes",
            STORIES + "writes/test_read_only.py::test_no_action_without_a_key_writes",
        ),
    ),
    Case(
        80,
        "A project at risk says so in words and asks for more before a write.",
        "default",
        (
            STORIES + "writes/test_rules.py::"
            "test_high_risk_is_said_and_takes_the_challenge_for_a_grant",
        ),
        reason="The challenge is the customer's id, as designed, not the project's name.",
    ),
    Case(
        81,
        "Leaving, or a signal, in the middle of a write waits for it and writes its end down.",
        "default",
        (
            WRITES + "test_endings.py::test_closing_waits_for_a_write_and_writes_its_end_down",
            WRITES + "test_endings.py::test_after_the_deadline_an_attempt_stays_open",
            "tests/program/test_process_life.py::test_a_write_in_flight_outlives_the_screen",
        ),
    ),
    Case(
        82,
        "Of many writes it is known which were done, refused, unknown or not begun, to go on from.",
        "default",
        (
            "tests/bulk/test_run.py::test_lost_answers_are_followed_up_with_the_same_key",
            "tests/bulk/test_killed.py::test_killed_and_resumed_until_all_is_done",
        ),
    ),
    Case(
        83,
        "A reverse is a write of its own, and only offered where there is one.",
        "default",
        (
            STORIES + "writes/test_reverse.py::"
            "test_a_write_is_undone_by_its_opposite_after_a_review",
            STORIES + "writes/test_reverse.py::"
            "test_without_an_own_write_there_is_nothing_to_reverse",
        ),
    ),
)
