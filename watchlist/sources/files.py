"""Files of the user: rows of a CSV file become points or events through a column mapping.

Reading Parquet needs the store's database; whoever reads it hands its rows to ``from_rows``, which is the same path.
A row that cannot be read is counted with its reason, never guessed. Runs wherever it is called: keep it off the loop.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from watchlist.domain.activity import EventBatch
from watchlist.domain.errors import InputError
from watchlist.domain.instants import Instant, instant_of
from watchlist.domain.network import SeriesKey, StreamKey
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Provider
from watchlist.sources.columns import DECIMALS, EventRows, scaled
from watchlist.sources.lenient import Num, instant, number
from watchlist.sources.shaping import points_of
from watchlist.sources.source import Source

KEY = "files"
PREVIEW_ROWS = 20
LARGEST = 512_000_000
GUESSES = {
    "time": ("time", "timestamp", "date", "datetime", "day", "block_time", "blocktimestamp", "created_at"),
    "value": ("value", "price", "close", "count", "amount"),
    "participant": ("participant", "address", "user", "wallet", "from", "sender", "login", "account", "owner"),
    "counterparty": ("counterparty", "to", "receiver", "recipient"),
    "amount": ("amount", "value", "events", "quantity", "count"),
    "reference": ("reference", "tx_hash", "transaction_hash", "hash", "id", "txid"),
}


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column means what. ``time_format`` is a strptime pattern for times that are neither ISO nor numbers."""

    time: str
    value: str = ""
    participant: str = ""
    counterparty: str = ""
    amount: str = ""
    reference: str = ""
    time_format: str = ""
    decimals: int = DECIMALS
    decimal_comma: bool = False

    @classmethod
    def of(cls, options: Mapping[str, str]) -> ColumnMapping:
        """Read a remembered mapping. Raises InputError at the part that is wrong."""
        if not options.get("time"):
            raise InputError("time", "name the column that holds the time")
        if bool(options.get("value")) == bool(options.get("participant")):
            raise InputError("value", "name either a value column (a series) or a participant column (a stream)")
        try:
            decimals = int(options.get("decimals") or DECIMALS)
        except ValueError:
            raise InputError("decimals", "a whole number is needed") from None
        names = ("time", "value", "participant", "counterparty", "amount", "reference", "time_format")
        return cls(
            **{name: options.get(name, "") for name in names},
            decimals=decimals,
            decimal_comma=options.get("decimal_comma", "") in ("true", "yes", "1"),
        )


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held: a batch of the one kind or the other, the number of rows, and rows left out by reason."""

    points: PointBatch | None
    events: EventBatch | None
    rows: int
    skipped: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FilePreview:
    """The first rows of a file, and a mapping guessed from the names of its columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: tuple[tuple[str, str], ...]


def read_csv(path: Path) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Return the columns and rows of a file. Raises InputError where it is no table with a header."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError("path", f"larger than {LARGEST // 1_000_000} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError("path", error.strerror or "cannot be read") from None
    return parse_csv(raw)


def parse_csv(raw: bytes) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Return the columns and rows of a table in bytes: comma, semicolon, tab or bar between the cells."""
    text = _decoded(raw)
    head = text[:8192]
    if not head.strip():
        raise InputError("path", "the file is empty")
    if head.lstrip()[:1] == "<":
        raise InputError("path", "this is a web page, not a table")
    first = head.splitlines()[0]
    separator = max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = tuple(name.strip() for name in next(reader))
        if len(set(header)) != len(header) or not all(header):
            raise InputError("path", "the first line must name each column once")
        rows = [dict(zip(header, cells, strict=False)) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise InputError("path", f"line {reader.line_num} cannot be read: {error}") from None
    return header, rows


def preview(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> FilePreview:
    """Return the first rows and a guess at the mapping."""
    lowered = {name.casefold(): name for name in columns}
    people = any(name in lowered for name in GUESSES["participant"])
    guess: list[tuple[str, str]] = []
    for part, names in GUESSES.items():
        if people and part == "value":
            continue  # a table with participants is a table of events
        taken = {column for _, column in guess}
        found = next((lowered[name] for name in names if name in lowered and lowered[name] not in taken), None)
        if found is not None and (people or part in ("time", "value")):
            guess.append((part, found))
    shown: list[tuple[str, ...]] = []
    for row in rows:
        shown.append(tuple(str(row.get(name, "")) for name in columns))
        if len(shown) == PREVIEW_ROWS:
            break
    return FilePreview(columns, tuple(shown), tuple(guess))


def from_rows(
    rows: Iterable[Mapping[str, object]], mapping: ColumnMapping, key: SeriesKey | StreamKey, now: Instant, name: str
) -> Imported:
    """Return points or events from rows; ``name`` (of the file) stands in references of rows that have none."""
    skipped: Counter[str] = Counter()
    count = 0
    values: list[tuple[Num, Num]] = []
    events = EventRows(key, mapping.decimals) if isinstance(key, StreamKey) else None
    for count, row in enumerate(rows, 1):  # noqa: B007 (the count is used afterwards)
        at = _time(row.get(mapping.time), mapping)
        if at is None:
            skipped["the time cannot be read"] += 1
        elif at > now:
            skipped["the time lies in the future"] += 1
        elif events is None:
            value = _num(row.get(mapping.value), mapping)
            if number(value) is None:
                skipped["the value is missing or no number"] += 1
            else:
                values.append((at, value))
        else:
            _add(events, row, at, mapping, name, skipped)
    if isinstance(key, SeriesKey):
        batch = points_of(key, KEY, values, now)
        if len(batch.instants) < len(values):
            skipped["the same time again: the last row counts"] += len(values) - len(batch.instants)
        return Imported(batch, None, count, tuple(skipped.items()))
    return Imported(None, events.batch() if events is not None else None, count, tuple(skipped.items()))


def _add(
    events: EventRows, row: Mapping[str, object], at: Instant, mapping: ColumnMapping, name: str, skipped: Counter[str]
) -> None:
    who = _text(row.get(mapping.participant))
    if who is None:
        skipped["no participant"] += 1
        return
    other = _text(row.get(mapping.counterparty)) if mapping.counterparty else None
    amount = scaled(_num(row.get(mapping.amount), mapping), mapping.decimals) if mapping.amount else None
    if mapping.reference:
        mark = _text(row.get(mapping.reference))
        if mark is None:
            skipped["no reference"] += 1
            return
        reference = f"file:{mark}"
    else:
        # without a reference two rows that say the same are the same event, also when the file is imported again
        reference = f"file:{name}:{at}:{who}:{other or ''}:{'' if amount is None else amount}"
    if not events.add(at, who, reference, other, amount):
        skipped["the same event again"] += 1


def _time(value: object, mapping: ColumnMapping) -> Instant | None:
    if isinstance(value, datetime):
        return instant_of(value if value.tzinfo is not None else value.replace(tzinfo=UTC))
    if isinstance(value, date):
        return instant_of(datetime(value.year, value.month, value.day, tzinfo=UTC))
    if mapping.time_format and isinstance(value, str):
        try:
            moment = datetime.strptime(value.strip(), mapping.time_format)  # noqa: DTZ007 (UTC where it says nothing)
        except ValueError:
            return None
        return instant_of(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))
    return instant(value) if isinstance(value, int | float | str) else None


def _num(value: object, mapping: ColumnMapping) -> Num:
    if isinstance(value, str) and mapping.decimal_comma:
        return value.replace(".", "").replace(",", ".")
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        return value
    return None if value is None or isinstance(value, bool) else str(value)


def _text(value: object) -> str | None:
    text = "" if value is None else str(value).strip()
    return text or None


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


class Files(Provider):
    """The source of imported rows: it is never pulled, only named beside them."""

    key = KEY


SOURCE = Source(
    key=KEY,
    title="Files of your own",
    factory=Files,
    gives=("any", "events:any"),
    limits="None.",
    attribution="Data from a file imported by you",
    options=(
        ("time", "the column of the time"),
        ("value", "the column of the value, for a series"),
        ("participant", "the column of the participant, for a stream"),
        ("counterparty", "the column of the counterparty"),
        ("amount", "the column of the amount"),
        ("reference", "the column that identifies a row"),
        ("time_format", "how times are written, as a strptime pattern"),
        ("decimals", "decimals that amounts keep"),
        ("decimal_comma", "true where 1.234,50 means 1234.5"),
    ),
)
