"""The doctor, compaction, backups and the way back."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.unit.store.making import PRICE, USE, Clock, events, points
from watchlist.domain.activity import ReadSpan
from watchlist.domain.errors import Damaged, Locked, StoreError, TooNew
from watchlist.store.archive import Archive
from watchlist.store.backup import back_up, restore
from watchlist.store.bundle import read_manifest, unpack, write_bundle
from watchlist.store.doctor import compact
from watchlist.store.documents import Documents
from watchlist.store.points import Appended


def test_a_healthy_archive_has_no_findings(archive: Archive) -> None:
    archive.events.append(events(["a", "b"]))
    archive.points.append(points([1, 2]))
    archive.points.append(points([1, 2], "beta"))
    assert archive.doctor() == []


def test_the_doctor_repairs_what_can_be_repaired(archive: Archive) -> None:
    archive.events.append(events(["a", "b", "c"]))
    archive.points.append(points([1, 2]))
    for harm in (
        "INSERT INTO events SELECT * FROM events WHERE reference = 'a'",
        "UPDATE events SET hash = 1 WHERE reference = 'b'",
        "UPDATE participants SET hash = 1",
        "UPDATE streams SET count = 77",
        "INSERT INTO points SELECT * FROM points LIMIT 1",
        "UPDATE points SET best = false WHERE value = 2",
        "INSERT INTO spans VALUES (0, 9, 3, '', '')",
    ):
        archive.database.run(harm)
    findings = archive.doctor()
    assert len(findings) == 7
    assert all(finding.repaired for finding in findings)
    assert archive.doctor() == []
    assert archive.events.count(USE) == 3
    assert archive.events.append(events(["a", "b", "c", "d"], people=["someone"] * 4)) == Appended(new=1, same=3)
    assert archive.events.participant_count() == 1
    assert list(archive.points.read(PRICE).values) == [1, 2]


def test_what_cannot_be_repaired_is_told(archive: Archive) -> None:
    archive.events.append(events(["a"], people=["ann"]))
    archive.database.run("DELETE FROM participants")
    findings = archive.doctor()
    assert [(finding.severity, finding.repaired) for finding in findings] == [("error", False)]
    assert "whose participant has no name" in findings[0].detail


def test_the_doctor_shows_what_the_store_noted(archive: Archive) -> None:
    archive.points.append(points([1], learnt=10))
    archive.points.append(points([2], learnt=5))
    assert [finding.what for finding in archive.doctor()] == ["clock set back"]


def test_compaction_gives_space_back_and_changes_no_answer(archive: Archive) -> None:
    archive.events.append(events([f"{row:064x}" for row in range(60_000)]))
    archive.events.append(events(["kept"]))
    archive.database.run("CHECKPOINT")
    before = archive.size()
    archive.events.remove(USE, [f"{row:064x}" for row in range(60_000)])
    archive.database.run("CHECKPOINT")
    assert compact(archive) or compact(archive, force=True)
    assert archive.size() < before
    assert archive.events.count(USE) == 1
    assert archive.events.append(events(["kept"])) == Appended(same=1)
    assert not list(archive.folder.glob("*.new*"))


def test_a_backup_brings_everything_back(archive: Archive, documents: Documents, tmp_path: Path, clock: Clock) -> None:
    archive.events.append(events(["a", "b"]))
    archive.spans.add(USE, ReadSpan(0, 5))
    documents.table("lists").put("x", {"title": "Mine"})
    target = tmp_path / "backup.zip"
    manifest = back_up(target, archive, documents, {"networks/own.toml": b"id = 1"})
    assert [part.name for part in manifest.parts] == [
        "archive/archive.duckdb",
        "archive/layout.json",
        "documents/lists.json",
        "networks/own.toml",
    ]
    assert read_manifest(target) == manifest
    archive.events.append(events(["c"]))
    places = {"archive": archive.folder, "documents": documents.folder, "networks": tmp_path / "networks"}
    with pytest.raises(Locked):
        restore(target, places, clock.now)
    assert archive.events.count(USE) == 3
    archive.close()
    documents.table("lists").put("x", {"title": "Changed"})
    documents.close()
    restore(target, places, clock.now)
    restore(target, places, clock.now)
    with Archive.open(archive.folder, clock) as again:
        assert again.events.count(USE) == 2
        assert again.spans.read(USE) == [ReadSpan(0, 5)]
        assert again.doctor() == []
    with Documents.open(documents.folder, clock) as found:
        assert found.table("lists").get("x") == {"title": "Mine", "id": "x"}
    assert (tmp_path / "networks" / "own.toml").read_bytes() == b"id = 1"
    assert len(list(archive.folder.glob("set-aside-*"))) == 2
    assert not list(tmp_path.glob(".restoring*"))


def test_the_archive_alone(archive: Archive, documents: Documents, tmp_path: Path, clock: Clock) -> None:
    archive.points.append(points([1, 2]))
    archive.backup(tmp_path / "a.zip")
    Archive.restore(tmp_path / "a.zip", tmp_path / "elsewhere")
    with Archive.open(tmp_path / "elsewhere", clock) as copy:
        assert len(copy.points.read(PRICE)) == 2
    documents.table("lists").put("x", {})
    assert len(back_up(tmp_path / "d.zip", None, documents).parts) == 1
    with pytest.raises(ValueError, match="nothing"):
        back_up(tmp_path / "n.zip", None, None)
    with pytest.raises(StoreError):
        archive.backup(tmp_path / "no" / "folder" / "a.zip")
    assert archive.points.append(points([1, 2])) == Appended(same=2)


def test_a_cut_or_changed_bundle_is_refused_and_writes_nothing(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "b.zip"
    write_bundle(path, {"documents/a.json": b"x" * 3000, "documents/b.json": b"y" * 10}, clock.now)
    whole = path.read_bytes()
    place = tmp_path / "profile" / "documents"
    for at in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[at] ^= 0x55
        for broken in (whole[:at], bytes(changed)):
            path.write_bytes(broken)
            try:
                restore(path, {"documents": place}, clock.now)
            except StoreError:
                assert list(place.iterdir()) in ([], [place / ".lock"])
            else:  # a changed date or flag that means nothing: then the content is right
                assert (place / "a.json").read_bytes() == b"x" * 3000
                for file in place.glob("*.json"):
                    file.unlink()


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/../../evil", "C:evil", "a\\evil"])
def test_a_bundle_never_writes_outside(tmp_path: Path, name: str) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr(
            "manifest.json", json.dumps({"version": 1, "made": "", "parts": [{"name": name, "size": 1, "sha256": ""}]})
        )
        bundle.writestr(name, "x")
    with pytest.raises(Damaged):
        unpack(path, tmp_path / "inside")
    assert not list(tmp_path.rglob("*evil*"))


def test_a_bundle_that_swells_or_is_newer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("big", b"0" * 10_000_000)
        part = {"name": "big", "size": 10, "sha256": ""}
        bundle.writestr("manifest.json", json.dumps({"version": 1, "made": "", "parts": [part]}))
    with pytest.raises(Damaged):
        unpack(path, tmp_path / "inside")
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("manifest.json", json.dumps({"version": 2, "made": "", "parts": []}))
    with pytest.raises(TooNew):
        read_manifest(path)
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("other", "")
    with pytest.raises(Damaged):
        read_manifest(path)
    with pytest.raises(StoreError):
        read_manifest(tmp_path / "absent.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("manifest.json", b" " * 5_000_000)
    with pytest.raises(Damaged):
        read_manifest(path)
