"""One row, more closely: every field, the JSON, copies, and the PDF of an invoice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from tests.stories.program import demo, hurried_demo, program

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.stories.program import Operator


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def everything_below(operator: Operator) -> str:
    """A long text, paged through to its end."""
    pages = [operator.screen]
    while True:
        await operator.press("pagedown")
        if operator.screen == pages[-1]:
            return "\n".join(pages)
        pages.append(operator.screen)


async def test_a_row_in_full_and_as_json() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("2")
        await operator.settles()
        raw = dict(operator.row.raw)
        await operator.press("enter")
        await operator.sees("auto renewal")
        detail = await everything_below(operator)
        names = [name.removesuffix("_at").replace("_", " ") for name in raw if name != "object"]
        assert [name for name in names if name not in detail] == []
        assert raw["id"] in detail
        await operator.press("v")
        await operator.sees("Raw JSON", '"auto_renewal_status": "will_not_renew"')
        await operator.press("q")
        await operator.sees("auto renewal")
        await operator.press("escape")
        await operator.sees("2[Subs]")


async def test_every_tab_has_a_row_in_full_and_a_json() -> None:
    async with program(demo(customers=40), text="user_42", size=(120, 40)) as operator:
        await operator.sees("Has pro until")
        for number in range(1, 10):
            await operator.press(str(number))
            await operator.settles()
            await operator.press("enter")
            await operator.sees_no_more(f"{number}[")
            assert len(operator.screen.split()) > 12
            await operator.press("escape", "v")
            await operator.sees("Raw JSON", "{")
            await operator.press("escape")


async def test_the_copy_menu_copies_exactly_what_was_received() -> None:
    async with program(demo(customers=40), text="user_42", size=(120, 40)) as operator:
        await operator.sees("Has pro until")
        await operator.press("2")
        await operator.settles()
        row = operator.row

        async def copied(key: str) -> str:
            await operator.press("y")
            await operator.sees("Copy what?")
            await operator.press(key)
            await operator.sees("sent to the terminal (OSC 52")
            return operator.app.clipboard

        assert await copied("y") == "user_42"
        assert await copied("e") == "ann.lee@example.com"
        url = "https://app.revenuecat.com/projects/demo1234/customers/user_42"
        assert await copied("u") == url
        assert "$RCTUI_API_KEY" in await copied("c")
        assert await copied("m") == "rctui show --demo -- user_42"
        assert json.loads(await copied("j")) == dict(row.raw)
        line = (await copied("r")).split("\t")
        assert "Play Store" in line
        assert "PROD" in line


async def test_the_copy_menu_closes_without_copying() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("y")
        await operator.sees("Copy what?", "or enter")
        await operator.press("escape")
        await operator.sees("Has pro until")
        assert operator.app.clipboard == ""
        await operator.press("y", "down", "enter")
        await operator.sees("sent to the terminal")
        assert operator.app.clipboard == "ann.lee@example.com"


async def test_the_dashboard_address_is_shown_and_copied_where_no_browser_is() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("o")
        await operator.sees("https://app.revenuecat.com/projects/demo1234/customers/user_42")
        assert operator.app.clipboard.endswith("/customers/user_42")


async def test_an_invoice_is_saved_once_more_beside_the_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with program(demo(customers=40), text="user_42", size=(160, 40)) as operator:
        await operator.sees("Has pro until")
        await operator.press("6")
        assert "d PDF" in await operator.settles()
        invoice = operator.row
        for saved in (f"invoice-{invoice.id}.pdf", f"invoice-{invoice.id}-2.pdf"):
            await operator.press("d")
            await operator.is_told(saved)
            file = tmp_path / saved
            assert file.read_bytes().startswith(b"%PDF-")
            assert file.stat().st_mode & 0o777 == 0o600
        assert len(files_in(tmp_path)) == 2


async def test_d_elsewhere_than_on_an_invoice_saves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with program(demo(customers=40), text="goodwill_month") as operator:
        await operator.sees("Has pro until")
        await operator.press("d")
        await operator.is_told("Put the cursor on an invoice first")
        await operator.press("6", "d")
        await operator.settles()
        assert operator.state.startswith("No invoices. Only Web Billing makes them.")
    assert files_in(tmp_path) == []


async def test_a_pdf_that_fails_says_why_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    faults = Faults()
    faults.add(failed(403), path="/file")
    async with program(hurried_demo(faults), text="user_42", size=(120, 40)) as operator:
        await operator.sees("Has pro until")
        await operator.press("6")
        await operator.settles()
        await operator.press("d")
        await operator.sees("Give the key")
    assert files_in(tmp_path) == []
