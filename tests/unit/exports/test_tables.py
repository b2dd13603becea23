"""Every table format read back by an independent reader and compared value by value."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.domain.errors import DiskFull, InputError
from watchlist.domain.figures import MetricSeries
from watchlist.domain.instants import DAY, iso, parse_iso
from watchlist.domain.network import SeriesKey
from watchlist.domain.periods import Grain
from watchlist.domain.series import Labels, Points
from watchlist.exports.csv_text import Manner, csv_text, write_csv, write_csv_to
from watchlist.exports.formulas import as_it_was, harmless
from watchlist.exports.json_text import BOOK_SCHEMA, json_bytes
from watchlist.exports.table import NO_VALUE, Book, Column, Meaning, Table, plain_values
from watchlist.exports.tidy import KEYS, TidyRows, read_tidy_csv
from watchlist.exports.whole_file import whole_file, write_whole
from watchlist.exports.workbook import write_xlsx
from watchlist.store.table_files import write_parquet

NOON = parse_iso("2026-03-14T12:00:00Z")
EVIL = "=cmd|'/c calc'!A0"
TABLE = Table(
    "Main: [list]/*?",
    (
        Column("name", "Name", Meaning.TEXT, ["Ember 東京", EVIL, None]),
        Column("price", "Price", Meaning.MONEY, np.array([0.1, np.nan, -2e-7])),
        Column("share", "Share", Meaning.SHARE, np.array([0.5, 0.25, np.nan])),
        Column("n", "n", Meaning.WHOLE, np.array([3, NO_VALUE, 2**53 + 1], np.int64)),
        Column("at", "At", Meaning.INSTANT, np.array([NOON, NO_VALUE, NOON + 250_000], np.int64)),
        Column("simulated", "Simulated", Meaning.FLAG, np.array([True, False, True])),
        Column("source", "Source", Meaning.TEXT, Labels.of(["a", None, "+b"])),
    ),
)
BOOK = Book("Main", (TABLE, TABLE), NOON, "Watchlist 0", simulated=True, notes=("Source: nobody",))


def rows(table: Table) -> list[list[Any]]:
    return [list(row) for row in zip(*(plain_values(one) for one in table.columns), strict=True)]


def test_csv_is_read_back_by_the_csv_module() -> None:
    read = list(csv.DictReader(io.StringIO(csv_text(TABLE))))
    assert [one["Price"] for one in read] == ["0.1", "", "-2e-07"]
    assert [float(one["Price"]) for one in read if one["Price"]] == [0.1, -2e-7]
    assert [one["n"] for one in read] == ["3", "", str(2**53 + 1)]
    assert [one["At"] for one in read] == ["2026-03-14T12:00:00Z", "", iso(NOON + 250_000)]
    assert [one["Simulated"] for one in read] == ["1", "0", "1"]
    assert [one["Name"] for one in read] == ["Ember 東京", "'" + EVIL, ""]
    assert [one["Source"] for one in read] == ["a", "", "'+b"]


def test_numbers_as_a_country_writes_them() -> None:
    read = list(csv.reader(io.StringIO(csv_text(TABLE, Manner(",", 3))), delimiter=";"))
    assert [row[1] for row in read[1:]] == ["0,100", "", "-0,000"]


def test_json_follows_its_schema() -> None:
    plain = json.loads(json_bytes(BOOK))
    jsonschema.Draft202012Validator.check_schema(BOOK_SCHEMA)
    jsonschema.validate(plain, BOOK_SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    assert plain["simulated"] is True
    found = plain["tables"][0]["rows"]
    assert [row[:4] + row[5:] for row in found] == [row[:4] + row[5:] for row in rows(TABLE)]
    assert [row[4] for row in found] == [iso(NOON), None, iso(NOON + 250_000)]


def test_a_workbook_has_real_dates_formats_and_no_formula(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", BOOK)
    read = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert read.sheetnames == ["Main   list", "Main   list (2)", "About"]
    sheet = read["Main   list"]
    cells = list(sheet.iter_rows(min_row=2))
    assert [row[0].value for row in cells] == ["Ember 東京", EVIL, None]
    assert cells[1][0].data_type == "s"
    assert [row[1].value for row in cells] == [0.1, None, -2e-7]
    assert cells[0][2].number_format == "0.0%"
    assert cells[0][4].value == datetime(2026, 3, 14, 12, tzinfo=UTC).replace(tzinfo=None)
    assert cells[0][4].is_date
    assert cells[0][5].value is True
    assert any("SIMULATED" in str(row[0].value) for row in read["About"].iter_rows())


def test_parquet_is_read_back_by_arrow(tmp_path: Path) -> None:
    columns = {
        one.key: one.values if isinstance(one.values, np.ndarray) else plain_values(one) for one in TABLE.columns
    }
    write_parquet(tmp_path / "it's.parquet", columns, ["at"])
    read = pq.read_table(tmp_path / "it's.parquet")
    assert str(read.schema.field("at").type) == "timestamp[us, tz=UTC]"
    for column in TABLE.columns:
        found = read.column(column.key).to_pylist()
        if column.key == "at":
            found = [None if one is None else parse_iso(one.isoformat()) for one in found]
        assert found == plain_values(column), column.key


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_formulas_are_harmless_and_come_back_as_they_were(text: str) -> None:
    guarded = harmless(text)
    assert as_it_was(guarded) == text
    assert not guarded.lstrip().startswith(("=", "+", "-", "@"))


def tidy() -> Table:
    rows_of = TidyRows()
    count = 5
    series = MetricSeries(
        "net-a", "retention.w4", Grain.WEEK, np.arange(2900, 2900 + count), np.array([0.1, np.nan, 0.3, 0.4, 1 / 3]),
        np.full(count, np.nan), np.linspace(0, 1, count), np.array([0, 20, 30, 40, 50]),
        np.array([True, True, True, True, False]), np.array([False, True, True, True, True]),
    )  # fmt: skip
    rows_of.add_series(series, ("one", "two"), simulated=True)
    instants = np.arange(3, dtype=np.int64) * DAY + NOON
    points = Points(
        SeriesKey("=evil", "price.usd"), instants, np.array([1.5, 2.5, 3.25]), np.array([True, True, False]),
        np.array([1, 0, 1], np.int64), ("kraken", "okx"), instants + 7, np.array([False, True, False]),
    )  # fmt: skip
    rows_of.add_points(points, simulated=False)
    return rows_of.table()


def test_tidy_comes_back_as_it_went(tmp_path: Path) -> None:
    table = tidy()
    write_csv(tmp_path / "t.csv", table)
    again = read_tidy_csv(tmp_path / "t.csv")
    assert rows(again) == rows(table)
    write_csv(tmp_path / "u.csv", again)
    assert (tmp_path / "u.csv").read_bytes() == (tmp_path / "t.csv").read_bytes()
    first = next(iter(csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8")))))
    assert tuple(first) == KEYS
    assert first["period_start"] == "2025-07-28T00:00:00Z"
    assert (first["n"], first["learnt_at"], first["low"]) == ("", "", "")
    assert first["simulated"] == "1"


def test_a_damaged_tidy_file_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_csv(path, tidy())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("0.3", "much"), encoding="utf-8")
    with pytest.raises(InputError, match="value"):
        read_tidy_csv(path)
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        read_tidy_csv(path)


def half_write(path: Path) -> None:
    with whole_file(path, overwrite=True) as temporary:
        temporary.write_bytes(b"half")
        raise ZeroDivisionError


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_whole(path, b"old")
    with pytest.raises(InputError, match="there already"):
        write_whole(path, b"new")
    with pytest.raises(ZeroDivisionError):
        half_write(path)
    assert path.read_bytes() == b"old"
    with pytest.raises(DiskFull), whole_file(path, overwrite=True):
        raise OSError(28, "No space left on device")
    with pytest.raises(InputError, match="folder"):
        write_whole(tmp_path, b"", overwrite=True)
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_stopped_export_ends_at_once() -> None:
    def stop(done: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_csv_to(io.StringIO(), TABLE, went_on=stop)
