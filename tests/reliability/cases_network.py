"""Ids, addresses, pages, redirects, the network and sizes: what shows what."""

from __future__ import annotations

from typing import Final

from tests.reliability.case import Case

HERE: Final = "tests/reliability/"
API: Final = "tests/api/"
TOGETHER: Final = "tests/integration/"
STORIES: Final = "tests/stories/"
WRITES: Final = "tests/writes/"

IDS_AND_PAGES: Final = (
    Case(
        30,
        "Any text as an id reaches the route that was meant, letter for letter, or is refused.",
        "default",
        (
            API + "test_paths.py::test_any_legal_id_is_one_segment_and_arrives_unchanged",
            API + "test_paths.py::test_the_http_library_changes_nothing_in_a_path",
            TOGETHER + "test_ids.py::test_any_id_arrives_as_it_is",
        ),
    ),
    Case(
        31,
        "Ids that would be another route, or are too long, are refused before a request.",
        "default",
        (
            API + "test_paths.py::test_ids_that_would_reach_another_route_are_refused",
            TOGETHER + "test_ids.py::test_an_id_that_means_another_route_is_never_sent",
        ),
    ),
    Case(
        32,
        "Words of the API's own as ids: a route's is refused, `object` in the block list is one.",
        "default",
        (
            TOGETHER + "test_ids.py::test_an_id_that_means_another_route_is_never_sent",
            API + "models/test_blocked.py::test_a_customer_called_object_is_blocked_too",
        ),
    ),
    Case(
        33,
        "Every character of a search arrives unchanged.",
        "default",
        (API + "test_operations.py::test_any_search_arrives_unchanged",),
    ),
    Case(
        34,
        "Whatever a server names as the next page, nothing is asked of another place.",
        "default",
        (
            HERE + "test_server_pages.py::test_no_next_page_leads_away_and_what_was_loaded_stays",
            HERE + "test_server_pages.py::"
            "test_the_operator_reads_that_a_list_broke_off_and_keeps_its_rows",
        ),
    ),
    Case(
        35,
        "A next page as a path or as a whole address is found below the base.",
        "default",
        (HERE + "test_server_pages.py::test_the_second_page_is_asked_for_once_below_the_base",),
    ),
    Case(
        36,
        "Repeated, circling and endless pages end, and that is said.",
        "default",
        (
            HERE + "test_server_pages.py::test_pages_in_a_circle_end_where_they_began",
            HERE + "test_server_pages.py::test_empty_pages_without_end_end_and_that_is_said",
            HERE + "test_server_pages.py::"
            "test_a_command_that_reads_all_pages_ends_and_says_what_is_missing",
        ),
    ),
    Case(
        37,
        "No redirect of a read is followed; the pane says so.",
        "default",
        (
            HERE + "test_server_redirects.py::test_no_redirect_of_a_read_is_followed",
            HERE + "test_server_redirects.py::"
            "test_the_operator_reads_that_the_server_points_elsewhere",
        ),
    ),
    Case(
        38,
        "A redirected write is not followed, is unknown, and is sent once.",
        "default",
        (HERE + "test_server_redirects.py::test_a_redirected_write_is_unknown_and_sent_once",),
    ),
    Case(
        39,
        "An invoice's file is fetched without the key, from a public address, in a few hops.",
        "default",
        (
            API + "test_invoice_download.py::test_the_file_is_asked_for_without_the_key",
            API + "test_invoice_download.py::test_a_few_redirects_are_followed_and_each_is_checked",
            API + "test_invoice_download.py::"
            "test_a_name_that_leads_into_a_private_network_gets_no_byte",
        ),
    ),
    Case(
        40,
        "A redirect's target of any kind breaks nothing and is not quoted.",
        "default",
        (
            HERE + "test_server_redirects.py::"
            "test_no_target_is_followed_quoted_or_a_reason_to_break",
            API + "test_invoice_download.py::test_a_second_target_that_is_no_address_is_refused",
        ),
    ),
    Case(
        41,
        "Cookies are neither kept nor sent.",
        "default",
        (HERE + "test_server_redirects.py::test_cookies_are_neither_kept_nor_sent",),
    ),
)

NETWORK_AND_SIZE: Final = (
    Case(
        42,
        "Stalls and drips at any point end at a deadline; leaving a screen ends its reads.",
        "default",
        (
            HERE + "test_server_slow.py::test_a_read_and_a_write_end_at_their_deadline",
            HERE + "test_server_slow.py::"
            "test_esc_leaves_a_list_that_never_comes_and_the_connection_is_given_up",
        ),
    ),
    Case(
        43,
        "Hundreds of megabytes, packed or plain, take less than 64 MiB and are called too large.",
        "default",
        (HERE + "test_server_sizes.py::test_memory_stays_small_whatever_comes",),
    ),
    Case(
        44,
        "What is no answer is named in the pane it concerns; the other panes are unharmed.",
        "default",
        (
            HERE + "test_server_answers.py::"
            "test_an_odd_answer_is_a_named_error_and_the_next_call_is_unharmed",
            HERE + "test_server_answers.py::test_the_pane_says_it_and_the_other_panes_are_unharmed",
        ),
    ),
    Case(
        45,
        "Waits that a server asks for are sensible, said with their end, and end with the screen.",
        "default",
        (
            HERE + "test_server_statuses.py::test_whatever_wait_is_asked_for_the_wait_is_sensible",
            HERE + "test_server_waits.py::test_a_wait_is_said_with_its_end_and_the_rest_goes_on",
            HERE + "test_server_waits.py::test_leaving_ends_a_wait_at_once",
        ),
    ),
    Case(
        46,
        "Reads slow down before the shared budget is used up.",
        "default",
        (
            "tests/worker/test_pacing.py::test_reads_leave_a_reserve",
            "tests/worker/test_read_queue.py::test_an_exhausted_budget_holds_reads_back",
        ),
    ),
    Case(
        47,
        "Without a network, behind a login page or a proxy that refuses: a sentence for each.",
        "default",
        (
            API + "test_transport_faults.py::test_an_unknown_host_proves_that_nothing_was_sent",
            API + "test_proxies.py::test_a_proxy_that_refuses_proves_that_nothing_was_sent",
            "tests/program/test_over_a_line.py::"
            "test_a_server_that_is_not_there_is_said_and_the_program_goes_on",
            STORIES + "test_faults.py::"
            "test_a_reload_that_fails_keeps_the_rows_and_says_how_old_they_are",
        ),
    ),
    Case(
        48,
        "An address that never answers is given up for the next one.",
        "not planned",
        reason="httpx tries addresses in turn by itself; a black hole needs a network to show it.",
    ),
    Case(
        49,
        "A connection that was closed while idle: reads are repeated, writes not blindly.",
        "default",
        (
            TOGETHER + "test_faults.py::"
            "test_a_server_that_goes_away_between_two_requests_takes_no_write_twice",
        ),
    ),
    Case(
        50,
        "Proxy variables that make no sense are named.",
        "default",
        (API + "test_proxies.py::test_a_proxy_variable_that_makes_no_sense_is_named",),
    ),
    Case(
        51,
        "A certificate that nobody vouches for: nothing is sent, and no way around it.",
        "default",
        (
            API + "test_tls.py::"
            "test_a_certificate_nobody_vouches_for_sends_nothing_and_is_not_tried_again",
            API + "test_tls.py::test_a_ca_file_is_trusted",
        ),
    ),
    Case(
        52,
        "An answer that comes too late is lost: a write is unknown, a read is asked again.",
        "default",
        (
            TOGETHER + "test_faults.py::"
            "test_an_answer_that_takes_too_long_is_lost_although_the_write_happens",
            WRITES + "test_endings.py::test_an_answer_that_does_not_come_in_time_is_unknown",
        ),
    ),
    Case(
        53,
        "An answer about another project or kind of object is refused and never shown.",
        "default",
        (
            HERE + "test_server_wrong_object.py::"
            "test_another_object_is_refused_and_leaves_a_write_open",
            HERE + "test_server_wrong_object.py::"
            "test_in_a_list_what_is_about_something_else_is_an_unreadable_row",
            HERE + "test_server_wrong_object.py::"
            "test_the_operator_is_told_and_sees_nobody_elses_data",
        ),
        reason="A customer's other id is no mistake: any alias is answered with the own id.",
    ),
    Case(
        54,
        "Odd values in any place are shown or named, and break nothing.",
        "default",
        (
            HERE + "test_server_mutations.py::"
            "test_an_odd_value_anywhere_is_shown_or_named_and_never_breaks_the_rest",
            HERE + "test_server_odd_screens.py::"
            "test_odd_values_everywhere_are_shown_and_nothing_breaks",
        ),
    ),
    Case(
        55,
        "An object on two pages is two rows and breaks nothing.",
        "default",
        (HERE + "test_server_pages.py::test_ids_that_come_twice_are_two_rows_and_break_nothing",),
        reason="Rows are shown as the server sends them; none is left out as a repetition.",
    ),
)
