"""Compare: two customers side by side, what differs first, and a transfer either way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from rctui.customers.comparing import ComparedRow, Likeness, Side, compared, same_customer
from rctui.customers.names import names_in
from rctui.customers.whole import ReadParts
from rctui.tables.comparing import comparing_table
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe, whole_id
from rctui.tui.customer.words import ACCESS_TONES
from rctui.tui.keys.actions import DETAIL, EVERYWHERE, RELOAD, Action, bindings
from rctui.tui.keys.write_actions import TRANSFER
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.screens.pick import PickRow, PickScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.hanging_lines import HangingLines
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.record_table import RecordTable
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from rctui.customers.parts import CustomerParts
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned


class CompareScreen(RctuiScreen):
    """Both are loaded anew, and each answer belongs to its own side."""

    BINDINGS = bindings((RELOAD, TRANSFER))
    OFFERS: ClassVar[tuple[Action, ...]] = (DETAIL, RELOAD, TRANSFER, *EVERYWHERE)
    DEFAULT_CSS = "CompareScreen #verdicts { padding: 0 1; max-height: 8; text-style: bold; }"

    def __init__(self, session: Session, left: str, right: str) -> None:
        super().__init__(session)
        self.ids = (left, right)
        self._parts: dict[str, CustomerParts] = {}

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield HangingLines(id="verdicts")
        left, right = (safe(one) for one in self.ids)
        yield RecordTable(comparing_table(left, right))
        yield CountLine(label("Loading both…"))
        yield KeyFooter(self.keys_now)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Compare"),)

    @property
    def table(self) -> RecordTable[ComparedRow]:
        """The lines."""
        return cast("RecordTable[ComparedRow]", self.query_one(RecordTable))

    @property
    def _count(self) -> CountLine:
        return self.query_one(CountLine)

    @property
    def keys_now(self) -> Sequence[Action]:
        """The transfer is what a comparison is often for: its key stays in a narrow footer."""
        return [replace(one, footer=5) if one is TRANSFER else one for one in super().keys_now]

    def on_mount(self) -> None:
        """Load both."""
        self.table.focus()
        self.action_reload()

    def action_reload(self) -> None:
        """Load both again."""
        for customer_id in self.ids:
            self._load(customer_id)

    def _load(self, customer_id: str) -> None:
        def loaded(answer: Answer[CustomerParts]) -> None:
            self._loaded(customer_id, answer)

        self.load(customer_id, ReadParts(customer_id), Need.OPEN_TAB, loaded)

    def _loaded(self, customer_id: str, answer: Answer[CustomerParts]) -> None:
        if answer.failure is not None:
            words = phrase("{}: {}", safe(customer_id), answer.failure.sentence)
            self._count.say(words, Tone.BAD)
        elif answer.value is not None:
            self._parts[customer_id] = answer.value
            self._show()

    def _show(self) -> None:
        sides = [self._side(one) for one in self.ids]
        left, right = sides
        if left is None or right is None:
            self._count.say(label("Loading the other one…"))
            return
        self.query_one("#verdicts", HangingLines).show_lines(
            [self._verdict_line(one) for one in (left, right)]
        )
        rows = compared(left, right)
        self.table.show(rows)
        self._count.say(*_count_words(rows, left.facts, right.facts))

    def _verdict_line(self, side: Side) -> Toned:
        verdict = side.verdict
        words = phrase("{}: {}", whole_id(side.facts.customer.id), verdict.sentence)
        return words, ACCESS_TONES[verdict.access]

    def _side(self, customer_id: str) -> Side | None:
        facts = self._facts(customer_id)
        if facts is None:
            return None
        view = self.session.viewpoint(self.session.now_ms())
        learned = names_in([*facts.subscription_rows, *facts.purchase_rows])
        return Side(facts, _with_names(view, learned))

    def _facts(self, customer_id: str) -> Facts | None:
        parts = self._parts.get(customer_id)
        return None if parts is None else parts.facts(self.session.project.restore_behavior)

    def action_detail(self) -> None:
        """Both sides of the line under the cursor, in full."""
        row = self.table.cursor_record
        if row is not None:
            self._show_row(row)

    def on_record_table_opened(self) -> None:
        """Enter on a line."""
        self.action_detail()

    def _show_row(self, row: ComparedRow) -> None:
        left, right = (whole_id(one) for one in self.ids)
        title = phrase("{}: {}", row.topic, row.what)
        rows: list[SafeText | tuple[SafeText, Tone]] = [
            (phrase("{} ({})", title, row.likeness.words), Tone.ACCENT),
            phrase("{}: {}", left, row.left),
            phrase("{}: {}", right, row.right),
        ]
        self.program.show_text((label("Compare"),), rows)

    def action_transfer(self) -> None:
        """Ask which way, then open the transfer's dialog."""
        left, right = self.ids
        ways = {"right": (left, right), "left": (right, left)}
        rows = [
            PickRow(way, label(""), phrase("from {} to {}", safe(source), safe(target)))
            for way, (source, target) in ways.items()
        ]

        def chosen(way: str | None) -> None:
            if way is not None:
                self._transfer(*ways[way])

        how = label("enter opens the dialog; nothing is sent before its review. esc closes.")
        self.program.push_screen(
            PickScreen(label("Transfer which way?"), how, lambda: rows, what=label("WAY")), chosen
        )

    def _transfer(self, source: str, target: str) -> None:
        from rctui.tui.dialogs.transfer import TransferForm

        view = self.session.viewpoint(self.session.now_ms())
        form = TransferForm(
            customer_id=source,
            view=view,
            facts=self._facts(source),
            target=self._facts(target),
        )
        self.program.ask(form)

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()


def _with_names(view: Viewpoint, learned: dict[str, str]) -> Viewpoint:
    return replace(view, names=view.names.with_learned(learned))


def _count_words(rows: tuple[ComparedRow, ...], left: Facts, right: Facts) -> tuple[SafeText, Tone]:
    if same_customer(left, right):
        return label("Both ids are the same customer."), Tone.ATTENTION
    different = sum(row.likeness is Likeness.DIFFERENT for row in rows)
    unknown = sum(row.likeness is Likeness.NOT_KNOWN for row in rows)
    same = len(rows) - different - unknown
    words = phrase("{} differ · {} the same", different, same)
    if unknown:
        return phrase("{} · {} can't be told", words, unknown), Tone.ATTENTION
    return words, Tone.MUTED
