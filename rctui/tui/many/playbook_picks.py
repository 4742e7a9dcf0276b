"""Choosing a playbook for some customers: which one, and for which ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.bulk.asks import PlaybookAsk
from rctui.errors import RctuiError
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.screens.pick import PickRow, PickScreen
from rctui.tui.screens.prompt import PromptScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.customers.verdicts.facts import Facts
    from rctui.playbooks.playbook import Playbook
    from rctui.tui.many.runs import ManyRuns

_NONE = label("No playbook is configured: [playbooks.NAME] in the configuration makes one.")
_HOW = label("enter chooses; nothing is sent before its review. esc closes.")


def ask_playbook(many: ManyRuns, customer_ids: Sequence[str], facts: Facts | None) -> None:
    """Ask which, then for which ticket, then plan it."""
    program = many.program
    refusal = program.why_no_writes()
    if refusal is not None:
        program.say(refusal)
        return
    try:
        books = program.session.opening.playbooks()
    except RctuiError as error:
        program.say(error_words(error))
        return
    if not books:
        program.say(_NONE)
        return
    by_key = {one.key: one for one in books}

    def chosen(key: str | None) -> None:
        if key is not None:
            _ask_ticket(many, by_key[key], customer_ids, facts)

    title = phrase("Playbook for {}", _who(customer_ids))
    pick = PickScreen(title, _HOW, lambda: [_row(one) for one in books], what=label("PLAYBOOK"))
    program.push_screen(pick, chosen)


def _row(book: Playbook) -> PickRow:
    return PickRow(book.key, label(""), safe(book.title), book.words)


def _who(customer_ids: Sequence[str]) -> SafeText:
    if len(customer_ids) == 1:
        return safe(customer_ids[0])
    return phrase("{} customers", len(customer_ids))


def _ask_ticket(
    many: ManyRuns, book: Playbook, customer_ids: Sequence[str], facts: Facts | None
) -> None:
    program = many.program
    rules = program.session.project.rules
    title = phrase("{} for {}: ticket", safe(book.title), _who(customer_ids))
    hint = label("Goes into the journal, and in the place of {ticket}. enter reads the customers.")

    def check(ticket: str) -> None:
        rules.check_ticket(ticket)
        book.check_ticket(ticket)

    def typed(ticket: str | None) -> None:
        if ticket is None:
            return
        making = many.making(ticket.strip())
        what = phrase("{} for {}", safe(book.title), _who(customer_ids))
        wishes = many.wishes(customer_ids, PlaybookAsk(book))
        many.plan_many(what, wishes, making, facts=facts)

    program.push_screen(PromptScreen(title, hint, check), typed)
