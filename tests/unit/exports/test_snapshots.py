"""Snapshots: equal bytes, proof of parts and numbers, comparison with reasons, and refusal of whatever is hostile."""

from __future__ import annotations

import hashlib
import json
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.filled_house import NETWORK, answer, filled_house
from watchlist.domain import requests as ask
from watchlist.domain.errors import Damaged, InputError, TooNew
from watchlist.domain.instants import DAY
from watchlist.domain.keepsakes import Verdict
from watchlist.exports.snapshot import EPOCH, MANIFEST, write_snapshot
from watchlist.exports.snapshot_diff import compare
from watchlist.exports.snapshot_reading import read_snapshot
from watchlist.services.snapshots import ON_SCHEDULE, compared, look, rotate, table_of_snapshot, verify


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("snapshots")
    with filled_house(folder / "house") as house:
        answer(house, ask.MakeSnapshot(path=str(folder / "a.wlsnap")))
        answer(house, ask.MakeSnapshot(path=str(folder / "same.wlsnap")))
        house.clock.now += DAY
        answer(house, ask.MakeSnapshot(path=str(folder / "past.wlsnap"), at=house.clock.now - 60 * DAY))
        answer(house, ask.MakeSnapshot(path=str(folder / "redacted.wlsnap"), redact=True))
    return folder


def test_equal_content_is_equal_bytes_and_proves_itself(made: Path) -> None:
    assert (made / "a.wlsnap").read_bytes() == (made / "same.wlsnap").read_bytes()
    found = verify(made / "a.wlsnap")
    assert found.intact
    assert found.recomputed
    assert found.computed > 15
    assert {one.verdict for one in found.numbers} <= {Verdict.SAME, Verdict.NOT_CHECKED}
    assert found.info.simulated
    past = verify(made / "past.wlsnap")
    assert past.recomputed
    assert past.info.reason == "looking back"


def test_the_table_is_the_one_that_was_shown(made: Path, tmp_path: Path) -> None:
    with filled_house(tmp_path / "house") as house:
        shown = answer(house, ask.ListTable())
    kept = table_of_snapshot(made / "a.wlsnap")
    assert kept.rows == tuple(replace(row) for row in shown.rows)
    assert kept.as_of == shown.as_of


def test_notes_can_be_left_out(made: Path) -> None:
    assert read_snapshot(made / "a.wlsnap").rows[0].note.startswith("=a note")
    redacted = read_snapshot(made / "redacted.wlsnap")
    assert redacted.rows[0].note == ""
    assert redacted.documents == {}
    assert b"a note that" not in zipfile.ZipFile(made / "redacted.wlsnap").read("table.json")


def test_a_comparison_gives_reasons(made: Path) -> None:
    found = compared(made / "past.wlsnap", made / "a.wlsnap")
    assert any("new data" in one.reasons for one in found.changes)
    assert [one.weight for one in found.changes] == sorted((one.weight for one in found.changes), reverse=True)
    assert any("SIMULATED" in note for note in found.notes)
    assert compared(made / "a.wlsnap", made / "same.wlsnap").changes == ()


def test_reasons_are_told_apart(made: Path) -> None:
    old = read_snapshot(made / "a.wlsnap")
    info = look(made / "a.wlsnap")
    part = old.networks[NETWORK]
    series = [
        replace(one, values=[v if v is None else v + 0.5 for v in one.values]) if one.metric == "retention.w4" else one
        for one in part.series
    ]
    row = old.rows[0]
    figure = row.figures["retention.w4"]
    assert figure.value is not None
    rows = [replace(row, figures={**row.figures, "retention.w4": replace(figure, value=figure.value + 0.5)}, alerts=2)]
    revised = replace(old, rows=rows, networks={NETWORK: replace(part, series=series)})
    first, second = compare(old, revised, info, info).changes
    assert (first.metric, second.metric) == ("alerts", "retention.w4")
    assert second.reasons[0].startswith("revised data")
    meant = [replace(one, version=one.version + 1) for one in old.definitions]
    defined = replace(old, rows=rows, definitions=meant)
    assert "changed definition" in str(compare(old, defined, info, info).changes)
    chosen = replace(old, rows=rows, options={**old.options, "min_cohort": 5})
    assert "changed settings (min_cohort)" in str(compare(old, chosen, info, info).changes)
    gone = compare(old, replace(old, rows=[]), info, info).changes
    assert gone[0].reasons == ("no longer on the list",)


def test_a_changed_number_with_a_mended_hash_is_found_by_computing_again(made: Path, tmp_path: Path) -> None:
    snapshot = read_snapshot(made / "a.wlsnap")
    part = snapshot.networks[NETWORK]
    at = next(i for i, one in enumerate(part.series) if one.metric == "active.w")
    values = [None if v is None else v + 1 for v in part.series[at].values]
    series = [*part.series[:at], replace(part.series[at], values=values), *part.series[at + 1 :]]
    forged = replace(snapshot, networks={NETWORK: replace(part, series=series)})
    write_snapshot(tmp_path / "forged.wlsnap", forged)
    found = verify(tmp_path / "forged.wlsnap")
    assert found.intact
    assert not found.recomputed
    assert [one.what for one in found.numbers if one.verdict is Verdict.DIFFERENT] == [f"{NETWORK} · active.w"]
    assert found.info.fingerprint != verify(made / "a.wlsnap").info.fingerprint


def rewrite(source: Path, target: Path, change: Callable[[dict[str, bytes]], None], mend: bool = False) -> Path:
    """Write a bundle again with other parts; ``mend`` brings the manifest up to date, as a forger would."""
    with zipfile.ZipFile(source) as bundle:
        parts = {name: bundle.read(name) for name in bundle.namelist()}
    change(parts)
    if mend:
        head = json.loads(parts[MANIFEST])
        head["parts"] = [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in parts.items()
            if name != MANIFEST
        ]
        parts[MANIFEST] = json.dumps(head).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in parts.items():
            bundle.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return target


def test_altered_missing_and_added_parts_are_named(made: Path, tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts["table.json"] += b" "
        del parts["options.json"]
        parts["extra.json"] = b"{}"

    found = verify(rewrite(made / "a.wlsnap", tmp_path / "b.wlsnap", change))
    verdicts = {one.what: one.verdict for one in found.parts if one.verdict is not Verdict.INTACT}
    assert verdicts == {
        "table.json": Verdict.ALTERED,
        "options.json": Verdict.MISSING,
        "extra.json": Verdict.UNLISTED,
    }
    assert not found.intact
    with pytest.raises(Damaged):
        table_of_snapshot(tmp_path / "b.wlsnap")


def put(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__setitem__(name, content)


def edit(**fields: Any) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__setitem__(MANIFEST, json.dumps({**json.loads(parts[MANIFEST]), **fields}).encode())


HOSTILE: dict[str, tuple[Callable[[dict[str, bytes]], None], bool]] = {
    "path traversal": (put("../evil.json", b"{}"), True),
    "absolute path": (put("/tmp/evil.json", b"{}"), True),
    "wrong type": (put("table.json", b'{"a": 1}'), True),
    "no json": (put("table.json", b"\xff\x00"), True),
    "deep nesting": (put("documents.json", b"[" * 200_000), True),
    "huge number": (put("firings.json", b"[1" + b"0" * 5000 + b"]"), True),
    "float beyond all": (put("options.json", b'{"min_cohort": 1e999}'), True),
    "another format": (edit(format="watchlist-backup"), False),
    "manifest of numbers": (edit(parts=7), False),
    "time beyond all": (edit(as_of=10**18), False),
    "part beyond all": (edit(parts=[{"name": "table.json", "size": 10**15, "sha256": "0"}]), False),
    "negative size": (edit(parts=[{"name": "table.json", "size": -5, "sha256": "0"}]), False),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused(made: Path, tmp_path: Path, name: str) -> None:
    change, mend = HOSTILE[name]
    path = rewrite(made / "a.wlsnap", tmp_path / "b.wlsnap", change, mend)
    with pytest.raises(Damaged):
        verify(path)
    with pytest.raises(Damaged):
        table_of_snapshot(path)
    assert [one.name for one in tmp_path.iterdir()] == ["b.wlsnap"]


def forged_network(change: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, bytes]], None]:
    def apply(parts: dict[str, bytes]) -> None:
        name = f"networks/{NETWORK}.json"
        plain = json.loads(parts[name])
        change(plain)
        parts[name] = json.dumps(plain).encode()

    return apply


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["series"][0]["periods"].__setitem__(0, 10**17),
        lambda plain: plain["series"][0]["periods"].__setitem__(0, 2**70),
        lambda plain: plain["series"][0]["values"].pop(),
        lambda plain: plain["points"][0]["instants"].__setitem__(0, 2**62),
        lambda plain: plain["points"][0]["source_codes"].__setitem__(0, 99),
        lambda plain: plain["streams"][0].__setitem__("activity", "activity/none.index"),
        lambda plain: plain["streams"][0].__setitem__("spans", [[0, 2**62]]),
    ],
)
def test_numbers_that_cannot_be_are_refused(
    made: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    path = rewrite(made / "a.wlsnap", tmp_path / "b.wlsnap", forged_network(change), mend=True)
    with pytest.raises(Damaged):
        verify(path)


def test_a_newer_format_says_so(made: Path, tmp_path: Path) -> None:
    with pytest.raises(TooNew, match="newer version"):
        verify(rewrite(made / "a.wlsnap", tmp_path / "b.wlsnap", edit(version=99)))
    with pytest.raises(InputError, match="no file"):
        verify(tmp_path / "none.wlsnap")


def test_a_bomb_takes_little_memory(made: Path, tmp_path: Path) -> None:
    path = rewrite(made / "a.wlsnap", tmp_path / "b.wlsnap", put("table.json", b"\0" * 50_000_000))
    raw = bytearray(path.read_bytes())
    at = raw.rfind(b"PK\x01\x02", 0, raw.rfind(b"table.json"))
    struct.pack_into("<I", raw, at + 24, 100)  # the directory says 100 bytes
    path.write_bytes(raw)
    tracemalloc.start()
    with suppress(Damaged):
        assert not verify(path).intact
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), cut=st.booleans())
def test_cut_and_flipped_files_are_refused_or_shown_altered(made: Path, tmp_path: Path, seed: int, cut: bool) -> None:
    raw = bytearray((made / "a.wlsnap").read_bytes())
    dice = random.Random(seed)
    if cut:
        del raw[dice.randrange(len(raw)) :]
    else:
        raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)
    path = tmp_path / "b.wlsnap"
    path.write_bytes(raw)
    with suppress(Damaged, TooNew):
        found = verify(path)
        # a flipped bit in a zip's own bookkeeping (a time, a flag of no meaning) may leave every part as it was
        assert found.recomputed or not found.intact


def test_the_rotation_leaves_pinned_ones_and_those_made_by_hand(made: Path, tmp_path: Path) -> None:
    snapshot = read_snapshot(made / "a.wlsnap")
    for number in range(6):
        head = replace(snapshot.manifest, as_of=number * DAY, reason=ON_SCHEDULE if number else "by hand", parts=())
        write_snapshot(tmp_path / f"{number}.wlsnap", replace(snapshot, manifest=head))
    (tmp_path / "broken.wlsnap").write_bytes(b"no zip")
    gone = rotate(tmp_path, 2, frozenset({str(tmp_path / "1.wlsnap")}))
    assert sorted(Path(one).name for one in gone) == ["2.wlsnap", "3.wlsnap"]
    assert sorted(one.stem for one in tmp_path.glob("*.wlsnap")) == ["0", "1", "4", "5", "broken"]
