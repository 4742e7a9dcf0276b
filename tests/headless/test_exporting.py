"""`rctui export` writes a whole customer once, exactly, and says what is not in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rctui.demo.dataset.odd_names import HOSTILE_ATTRIBUTES, HOSTILE_ID, ODD_IDS
from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from rctui.demo.identity import (
    CUSTOMERS_ONLY_KEY,
)
from rctui.demo.rate_limits import CUSTOMER_INFORMATION, RateLimits
from rctui.errors import ExitCode
from rctui.exports.csv_text import unguarded
from rctui.exports.saving import Form
from rctui.files.errors import NotAPlainFile
from rctui.headless.commands import Patience
from rctui.headless.exporting import ExportOrder, NotToStdout, export
from tests.exports.csv_records import records
from tests.simulated import backend_on, demo_app
from tests.stories.program import demo, hurried_demo
from tests.worker.test_pace import Hours

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.worker.api_worker import Backend


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_page_of_every_list_is_in_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(demo(customers=60), ExportOrder("default_user")) == ExitCode.OK
    assert capsys.readouterr().out.endswith(" rows to customer-default_user.json\n")
    document = json.loads((folder / "customer-default_user.json").read_text())
    assert document["version"] == 1
    sections = document["data"]["sections"]
    assert len(sections["aliases"]["items"]) > 100
    assert {one["missing"] for one in sections.values()} == {""}
    assert document["data"]["timeline"][0]["what"]


def test_csv_holds_what_json_holds(folder: Path) -> None:
    opening = demo(customers=60)
    export(opening, ExportOrder("user_42", to="all.json"))
    export(opening, ExportOrder("user_42", Form.CSV, "lists"))
    sections = json.loads((folder / "all.json").read_text())["data"]["sections"]
    for listed in records(folder / "lists" / "lists.csv"):
        rows = records(folder / "lists" / listed["file"])
        assert len(rows) == int(listed["rows"])
        items = sections.get(listed["list"], {"items": []})["items"]
        for item, row in zip(items, rows, strict=False):
            told = {name: unguarded(row[name]) for name in ("id", "name", "value") if name in row}
            assert told == {name: item[name] or "" for name in told}
    balance = records(folder / "lists" / "currencies.csv")[0]
    assert balance["balance"] == "80"
    assert records(folder / "lists" / "subscriptions.csv")[0]["starts_at"].endswith("Z")


def test_hostile_values_are_exact_in_json_and_guarded_in_csv(folder: Path) -> None:
    opening = demo(customers=60)
    export(opening, ExportOrder(HOSTILE_ID, to="all.json"))
    export(opening, ExportOrder(HOSTILE_ID, Form.CSV, "lists"))
    written = (folder / "all.json").read_text()
    items = json.loads(written)["data"]["sections"]["attributes"]["items"]
    assert {one["name"]: one["value"] for one in items} == HOSTILE_ATTRIBUTES
    assert written.isascii()
    assert "\x1b" not in written
    rows = {one["name"]: one["value"] for one in records(folder / "lists" / "attributes.csv")}
    assert rows["formula"] == "'" + HOSTILE_ATTRIBUTES["formula"]
    assert {name: unguarded(value) for name, value in rows.items()} == HOSTILE_ATTRIBUTES


@pytest.mark.parametrize("customer_id", ODD_IDS)
def test_every_id_makes_a_name_that_stays_in_the_folder(customer_id: str, folder: Path) -> None:
    export(demo(customers=60), ExportOrder(customer_id, Form.MARKDOWN))
    [file] = folder.iterdir()
    assert file.suffix == ".md"
    assert file.name.isascii()


@pytest.mark.parametrize("form", list(Form))
def test_what_could_not_be_read_is_in_the_file_and_in_the_exit_code(
    form: Form, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opening = hurried_demo(Faults(), key=CUSTOMERS_ONLY_KEY)
    assert export(opening, ExportOrder("user_42", form, "out")) == ExitCode.OUTCOME_UNKNOWN
    told = capsys.readouterr()
    assert "not complete" in told.out
    assert "missing: subscriptions not readable (needs" in told.err
    file = folder / "out" / "lists.csv" if form is Form.CSV else folder / "out"
    assert "subscriptions:read" in file.read_text().replace("\\_", "_")


def test_a_list_that_breaks_off_keeps_its_first_pages_and_says_so(folder: Path) -> None:
    faults = Faults()
    faults.add(failed(403), operation="list_aliases", nth=2, times=None)
    opening = hurried_demo(faults)
    assert export(opening, ExportOrder("default_user", to="out")) == ExitCode.OUTCOME_UNKNOWN
    aliases = json.loads((folder / "out").read_text())["data"]["sections"]["aliases"]
    assert len(aliases["items"]) == 100
    assert aliases["missing"].startswith("aliases: only the first 100 rows (")


def test_nothing_is_read_where_something_is_there_already(folder: Path) -> None:
    (folder / "out").write_text("mine")
    opening = demo(customers=60)
    with pytest.raises(NotAPlainFile):
        export(opening, ExportOrder("user_42", to="out"))
    assert opening.activity.newest_first() == ()
    assert (folder / "out").read_text() == "mine"


def test_the_second_export_gets_a_number(folder: Path) -> None:
    opening = demo(customers=60)
    for _ in range(2):
        export(opening, ExportOrder("user_42", Form.MARKDOWN))
    names = sorted(one.name for one in folder.iterdir())
    assert names == ["customer-user_42-2.md", "customer-user_42.md"]


def test_a_dash_prints_the_document_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opening = demo(customers=60)
    export(opening, ExportOrder("user_42", to="-"))
    assert json.loads(capsys.readouterr().out)["data"]["asked"] == "user_42"
    export(opening, ExportOrder("user_42", Form.MARKDOWN, "-"))
    assert capsys.readouterr().out.startswith("# Customer user\\_42\n")
    with pytest.raises(NotToStdout):
        export(opening, ExportOrder("user_42", Form.CSV, "-"))
    assert list(folder.iterdir()) == []


def test_json_says_where_the_file_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(demo(customers=60), ExportOrder("user_42", to="out", as_json=True))
    told = json.loads(capsys.readouterr().out)["data"]
    assert told == {"path": "out", "rows": 28, "missing": []}
    assert (folder / "out").is_file()


def test_an_export_waits_before_it_uses_up_the_budget_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hours = Hours()
    limits = RateLimits({CUSTOMER_INFORMATION: 20})
    app = demo_app(clock=hours.clock, rate_limits=limits)

    async def connect(_project: str) -> Backend:
        return backend_on(app, now_ms=hours.clock, sleep=hours.sleep)

    opening = replace(demo(), connect=connect)
    order = ExportOrder("default_user", to="all.json")
    assert export(opening, order, Patience(hours.clock, hours.sleep)) == ExitCode.OK
    assert "Waiting for the rate limit, goes on at " in capsys.readouterr().err
    assert len(app.state.received) > 20
    assert hours.passed_s >= 60
