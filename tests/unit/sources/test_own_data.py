"""The user's own ways in: Dune results, JSON addresses, CSV files; odd times, pages, mappings, what is left out."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.contract.vendor_cases import spec, stream
from tests.helpers.vendor_client import KEYS, NOW, Bench
from watchlist.domain.errors import BadAnswer, InputError, RateLimited, Unreachable
from watchlist.domain.instants import DAY, parse_iso
from watchlist.domain.network import SeriesKey, StreamKey
from watchlist.sources import files, generic_json
from watchlist.sources.base import EventSlice, Resume
from watchlist.sources.dune import Dune
from watchlist.sources.files import ColumnMapping, from_rows, parse_csv, read_csv
from watchlist.sources.generic_json import Template, options_of, table
from watchlist.sources.registry import provider

ROOT = Path(__file__).resolve().parents[3]


class Warehouse:
    """A Dune with one stored result in pages of what is asked for."""

    def __init__(self, count: int, state: str = "QUERY_STATE_COMPLETED") -> None:
        first = parse_iso("2026-10-01") // DAY
        self.rows = [
            {"day": f"{Day(first + at // 10)} 00:00:00.000 UTC", "participant": f"0xP{at % 10}", "events": at % 4}
            for at in range(count)
        ]
        self.state = state
        self.runs = ["01A"]
        self.queries: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.queries.append(request)
        if request.method == "POST":
            return httpx.Response(200, json={"execution_id": "01NEW", "state": "QUERY_STATE_PENDING"})
        offset, limit = int(request.url.params["offset"]), int(request.url.params["limit"])
        run = self.runs[min(len(self.queries) - 1, len(self.runs) - 1)]
        body: dict[str, Any] = {
            "execution_id": run,
            "state": self.state,
            "execution_started_at": "2026-11-20T06:00:00.123Z",
            "result": {"rows": self.rows[offset : offset + limit], "metadata": {"total_row_count": len(self.rows)}},
        }
        if offset + limit < len(self.rows):
            body["next_offset"] = offset + limit
        return httpx.Response(200, json=body)


def Day(day: int) -> str:
    from watchlist.domain.periods import date_of_day

    return date_of_day(day).isoformat()


def pull(warehouse: Warehouse) -> list[EventSlice]:
    async def work() -> list[EventSlice]:
        async with Bench(keys=KEYS).client(warehouse) as client:
            return [
                piece async for piece in provider("dune").events(client, stream("dune", query="77"), None, Resume())
            ]

    return asyncio.run(work())


def test_dune_pages_and_the_unfinished_day() -> None:
    warehouse = Warehouse(5050)  # 505 days from 1 October: most lie after the day of the run
    slices = pull(warehouse)
    assert len(warehouse.queries) == 3
    assert all(request.headers["x-dune-api-key"] == KEYS["dune"] for request in warehouse.queries)
    assert "key" not in str(warehouse.queries[0].url)
    days = 50  # 1 October to 19 November
    assert sum(len(piece.batch) for piece in slices) == days * 10
    assert [piece.span is None for piece in slices] == [True, True, True, False]
    span = slices[-1].span
    assert span is not None
    assert (span.start, span.end) == (parse_iso("2026-10-01"), parse_iso("2026-11-20"))
    assert slices[0].batch.participants.texts()[0] == "0xp0"


def test_dune_states() -> None:
    with pytest.raises(RateLimited, match="still running"):
        pull(Warehouse(10, "QUERY_STATE_EXECUTING"))
    with pytest.raises(BadAnswer, match="partial"):
        pull(Warehouse(10, "QUERY_STATE_COMPLETED_PARTIAL"))
    with pytest.raises(BadAnswer, match="FAILED"):
        pull(Warehouse(10, "QUERY_STATE_FAILED"))
    torn = Warehouse(5050)
    torn.runs = ["01A", "01B"]
    with pytest.raises(Unreachable, match="ran again"):
        pull(torn)
    lacking = Warehouse(10)
    lacking.rows = [{"date": "2026-11-01", "who": "x"}]
    with pytest.raises(BadAnswer, match="expected"):
        pull(lacking)


def test_dune_can_be_started() -> None:
    warehouse = Warehouse(1)

    async def work() -> str:
        async with Bench(keys=KEYS).client(warehouse) as client:
            return await Dune().execute(client, "77")

    assert asyncio.run(work()) == "01NEW"
    assert warehouse.queries[0].url.path == "/api/v1/query/77/execute"


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "dune").glob("*.sql")), ids=lambda path: path.stem)
def test_the_shipped_queries_give_the_columns_that_the_import_expects(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert " as day" in text
    assert "as participant" in text
    assert "as events" in text
    assert "{{start}}" in text


ITEMS = {
    "data": {
        "items": [
            {"t": "2026-11-01", "v": "1,5", "n": 3.5, "p": "ann", "a": "0.25"},
            {"t": "2026-11-02", "n": None, "p": None},
        ]
    }
}


def preview(template: Template, body: object, status: int = 200) -> generic_json.Preview:
    async def work() -> generic_json.Preview:
        async with Bench().client(lambda _request: httpx.Response(status, json=body)) as client:
            return await generic_json.preview(client, template)

    return asyncio.run(work())


def test_a_template_is_tried_before_it_is_kept() -> None:
    template = Template.from_options(
        {"url": "https://x.invalid/a?f={from}", "rows": "data.items", "time": "t", "value": "n"}
    )
    seen = preview(template, ITEMS)
    assert seen.columns == ("time", "value")
    assert seen.rows[0] == ("2026-11-01T00:00:00Z", "3.5")
    assert seen.count == 2
    assert seen.problems == ("1 of 2 values are missing or no numbers",)
    assert (seen.first, seen.last) == (parse_iso("2026-11-01"), parse_iso("2026-11-02"))
    assert preview(template, {"data": {}}).problems == ("the expressions find nothing in the answer",)
    people = Template.from_options(
        {"url": "https://x.invalid/a", "rows": "data.items", "time": "t", "participant": "p"}
    )
    assert preview(people, ITEMS).problems == ("some rows name no participant",)
    kept = dict(options_of(template))
    assert Template.of(spec("generic_json", "price.usd", **kept)) == template
    with pytest.raises(Unreachable):
        preview(template, {}, 500)


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"time": "t"}, "url"),
        ({"url": "https://x.invalid"}, "time"),
        ({"url": "file:///etc/passwd", "time": "t", "value": "v"}, "url"),
        ({"url": "https://x.invalid", "time": "t["}, "time"),
        ({"url": "https://x.invalid", "time": "t"}, "value"),
    ],
)
def test_a_wrong_template_is_refused_at_its_field(options: dict[str, str], field: str) -> None:
    with pytest.raises(InputError) as caught:
        Template.from_options(options)
    assert caught.value.field == field


def test_columns_without_rows_must_match() -> None:
    template = Template("https://x.invalid", time="times", value="values")
    assert len(table(template, {"times": [1, 2], "values": ["a", None]})) == 2
    with pytest.raises(BadAnswer, match="different lengths"):
        table(template, {"times": [1, 2], "values": [1]})
    with pytest.raises(BadAnswer, match="no list"):
        table(Template("https://x.invalid", time="t", rows="times"), {"times": {"t": 1}})


def test_dates_are_put_into_the_address() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"data": {"items": []}})

    async def work() -> None:
        async with Bench(keys={"mine": "planted-own-key"}).client(answer) as client:
            of = spec(
                "generic_json",
                "price.usd",
                rows="data.items",
                time="t",
                value="n",
                key="mine",
                key_at="header:X-Mine",
                url="https://x.invalid/{from}/q?from={from_s}&to={to_ms}&k=1",
            )
            await provider("generic_json").points(client, of, parse_iso("2026-11-01"), None)

    with pytest.raises(BadAnswer):
        asyncio.run(work())
    assert seen[0].url.path == "/2026-11-01/q"
    assert dict(seen[0].url.params) == {
        "from": str(parse_iso("2026-11-01") // 1_000_000),
        "to": str(NOW // 1000),
        "k": "1",
    }
    assert seen[0].headers["x-mine"] == "planted-own-key"


CSV = b"""\xef\xbb\xbfDate;Close;Note
2026-11-01;1.234,50;a
2026-11-02;;b
yesterday;5;c
2027-01-01;7;d
2026-11-01;9,5;e
"""


def test_a_csv_of_points() -> None:
    columns, rows = parse_csv(CSV)
    assert columns == ("Date", "Close", "Note")
    guess = files.preview(columns, rows).guess
    assert dict(guess) == {"time": "Date", "value": "Close"}
    mapping = ColumnMapping.of({"time": "Date", "value": "Close", "decimal_comma": "true"})
    got = from_rows(rows, mapping, SeriesKey("n", "price.usd"), NOW, "f.csv")
    assert got.points is not None
    assert got.points.values.tolist() == [9.5]
    assert got.rows == 5
    assert dict(got.skipped) == {
        "the value is missing or no number": 1,
        "the time cannot be read": 1,
        "the time lies in the future": 1,
        "the same time again: the last row counts": 1,
    }


def test_a_csv_of_events_imports_twice_as_once() -> None:
    columns, rows = parse_csv(
        b"timestamp,address,to,amount\n1793577600,0xA,0xB,1.5\n1793577600,0xA,0xB,1.5\n1793577601,,0xB,2\n"
    )
    assert dict(files.preview(columns, rows).guess) == {
        "time": "timestamp",
        "participant": "address",
        "counterparty": "to",
        "amount": "amount",
    }
    mapping = ColumnMapping.of(
        {"time": "timestamp", "participant": "address", "counterparty": "to", "amount": "amount"}
    )
    first, second = (from_rows(rows, mapping, StreamKey("n", "s"), NOW, "f.csv") for _ in range(2))
    assert first.events is not None
    assert second.events is not None
    assert first.events.references.tolist() == second.events.references.tolist()
    assert first.events.amounts is not None
    assert first.events.amounts.tolist() == [1_500_000]
    assert dict(first.skipped) == {"the same event again": 1, "no participant": 1}


def test_times_in_a_stated_form_and_rows_of_other_readers() -> None:
    from datetime import UTC, date, datetime

    mapping = ColumnMapping(time="t", value="v", time_format="%d/%m/%Y")
    rows: list[dict[str, object]] = [
        {"t": "03/11/2026", "v": 1},
        {"t": datetime(2026, 11, 4, tzinfo=UTC), "v": 2.5},
        {"t": date(2026, 11, 5), "v": "3"},
    ]
    got = from_rows(rows, mapping, SeriesKey("n", "supply"), NOW, "f")
    assert got.points is not None
    assert got.points.instants.tolist() == [parse_iso(f"2026-11-0{day}") for day in (3, 4, 5)]


@pytest.mark.parametrize("raw", [b"", b"  \n", b"<html>no</html>", b"a,a\n1,2\n", b"a,,c\n1,2,3\n"])
def test_what_is_no_table_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError):
        parse_csv(raw)


def test_files_are_read_in_several_encodings(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    for encoding in ("utf-8", "utf-16", "cp1252"):
        path.write_bytes("day\tname\n2026-11-01\tJosé\n".encode(encoding))
        assert read_csv(path) == (("day", "name"), [{"day": "2026-11-01", "name": "José"}])
    with pytest.raises(InputError):
        read_csv(tmp_path / "missing.csv")


@pytest.mark.parametrize(
    "options",
    [
        {"value": "v"},
        {"time": "t"},
        {"time": "t", "value": "v", "participant": "p"},
        {"time": "t", "value": "v", "decimals": "x"},
    ],
)
def test_a_wrong_mapping_is_refused(options: dict[str, str]) -> None:
    with pytest.raises(InputError):
        ColumnMapping.of(options)
