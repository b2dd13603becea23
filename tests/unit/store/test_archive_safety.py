"""The archive under bad conditions: two owners, newer versions, cut files, full disks, a folder that is read-only."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.unit.store.making import PRICE, START, USE, Clock, events, points
from watchlist.domain.errors import Damaged, DiskFull, Locked, StoreError, TooNew
from watchlist.store import archive as archive_module
from watchlist.store.archive import Archive
from watchlist.store.atomic_json import load_json, save_json
from watchlist.store.database import Database
from watchlist.store.migrations.archive_steps import ARCHIVE_STEPS
from watchlist.store.points import Appended

SMALL = {"default_block_size": "16384"}
ROOT = Path(__file__).resolve().parents[3]


def test_two_owners_are_refused_in_one_and_in_two_processes(archive: Archive, clock: Clock) -> None:
    with pytest.raises(Locked):
        Archive.open(archive.folder, clock)
    code = (
        "import sys; from pathlib import Path; from watchlist.store.archive import Archive\n"
        "from watchlist.domain.errors import Locked\n"
        "try: Archive.open(Path(sys.argv[1]), lambda: 0)\nexcept Locked as error: print('locked', error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(archive.folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("locked")
    assert "another running copy" in done.stdout
    archive.close()
    archive.close()
    Archive.open(archive.folder, clock).close()


def test_the_database_file_is_locked_by_itself_too(archive: Archive) -> None:
    code = (
        "import sys; from pathlib import Path; from watchlist.store.database import Database\n"
        "from watchlist.domain.errors import Locked\n"
        "try: Database(Path(sys.argv[1]))\nexcept Locked as error: print('locked')"
    )
    path = archive.folder / "archive.duckdb"
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "locked\n"


def test_a_newer_layout_is_refused_untouched(archive: Archive, clock: Clock) -> None:
    folder = archive.folder
    archive.close()
    save_json(folder / "layout.json", {"version": 99})
    before = {path: path.read_bytes() for path in sorted(folder.iterdir())}
    with pytest.raises(TooNew):
        Archive.open(folder, clock)
    assert {path: path.read_bytes() for path in sorted(folder.iterdir())} == before
    save_json(folder / "layout.json", {"version": "x"})
    with pytest.raises(Damaged):
        Archive.open(folder, clock)
    (folder / "layout.json").write_bytes(b"{")
    with pytest.raises(Damaged):
        Archive.open(folder, clock)


def test_a_newer_layout_is_seen_without_its_side_file_too(archive: Archive, clock: Clock) -> None:
    archive.database.run("UPDATE facts SET value = '99' WHERE name = 'version'")
    archive.close()
    (archive.folder / "layout.json").unlink()
    with pytest.raises(TooNew):
        Archive.open(archive.folder, clock)
    assert not (archive.folder / "layout.json").exists()


def test_migrations_run_once_and_a_failing_one_changes_nothing(
    archive: Archive, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.points.append(points([1, 2]))
    archive.close()

    def good(database: Database) -> None:
        database.run("CREATE TABLE extra (n INTEGER)")

    def bad(database: Database) -> None:
        database.run("DROP TABLE points")
        raise StoreError("no")

    monkeypatch.setattr(archive_module, "ARCHIVE_STEPS", (*ARCHIVE_STEPS, good, bad))
    monkeypatch.setattr(archive_module, "VERSION", 3)
    with pytest.raises(StoreError):
        Archive.open(archive.folder, clock)
    monkeypatch.setattr(archive_module, "ARCHIVE_STEPS", (*ARCHIVE_STEPS, good))
    monkeypatch.setattr(archive_module, "VERSION", 2)
    for _ in range(2):
        with Archive.open(archive.folder, clock) as again:
            assert again.database.rows("SELECT count(*) FROM extra") == [(0,)]
            assert len(again.points.read(PRICE)) == 2
    assert load_json(archive.folder / "layout.json")["version"] == 2


def test_short_forms_are_computed_again_for_another_duckdb(archive: Archive, clock: Clock) -> None:
    archive.events.append(events(["a", "b"]))
    archive.database.run("UPDATE facts SET value = 'other' WHERE name = 'hash'")
    archive.database.run("UPDATE events SET hash = hash + 1")
    archive.close()
    with Archive.open(archive.folder, clock) as again:
        assert again.events.append(events(["a", "b"])) == Appended(same=2)


def filled(folder: Path, clock: Clock) -> Archive:
    """Return an archive of small blocks with a few batches."""
    archive = Archive(folder, clock, SMALL)
    for number in range(5):
        archive.events.append(events([f"{number}:{row}" for row in range(150)]))
        archive.points.append(points([float(row) for row in range(150)], first=150 * number))
    return archive


def test_a_file_cut_at_every_kilobyte_is_told(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "a"
    filled(folder, clock).close()
    file = folder / "archive.duckdb"
    whole = file.read_bytes()
    assert len(whole) > 100_000
    for cut in range(0, len(whole), 1024):
        file.write_bytes(whole[:cut])
        with pytest.raises(Damaged) as caught:
            Archive(folder, clock, SMALL)
        assert "Restore a backup, or set the archive aside" in str(caught.value)
    aside = Archive.set_aside(folder, clock.now)
    assert aside is not None
    assert (aside / "archive.duckdb").stat().st_size == cut
    with Archive(folder, clock, SMALL) as fresh:
        assert fresh.points.keys() == []


def test_a_log_cut_at_every_kilobyte_leaves_whole_batches(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "a"
    source = filled(folder, clock)
    log = (folder / "archive.duckdb.wal").read_bytes()
    main = (folder / "archive.duckdb").read_bytes()
    layout = (folder / "layout.json").read_bytes()
    source.close()
    seen = set()
    refusals = []
    for number, cut in enumerate([*range(0, len(log), 1024), len(log)]):
        place = tmp_path / f"cut{number}"
        place.mkdir()
        (place / "archive.duckdb").write_bytes(main)
        (place / "archive.duckdb.wal").write_bytes(log[:cut])
        (place / "layout.json").write_bytes(layout)
        try:
            with Archive(place, clock, SMALL) as archive:
                count = archive.events.count(USE)
                assert len(archive.events.read([USE])) == count
                assert count % 150 == 0
                seen.add(count)
        except Damaged as error:
            refusals.append(str(error))
    assert all("set the archive aside" in text for text in refusals)
    assert seen >= {150, 300, 450, 600, 750}


def test_a_missing_file_is_told(archive: Archive, clock: Clock) -> None:
    archive.close()
    (archive.folder / "archive.duckdb").unlink()
    with pytest.raises(Damaged, match="is missing"):
        Archive.open(archive.folder, clock)
    Archive.set_aside(archive.folder)
    Archive.open(archive.folder, clock).close()
    assert Archive.set_aside(archive.folder / "nothing") is None


def test_a_block_that_was_changed_is_found(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "a"
    filled(folder, clock).close()
    file = folder / "archive.duckdb"
    whole = file.read_bytes()
    told = 0
    for block in range((len(whole) - 12288) // 16384):
        changed = bytearray(whole)
        changed[12288 + block * 16384 + 5000] ^= 0xFF
        file.write_bytes(changed)
        try:
            with Archive(folder, clock, SMALL) as archive:
                found = archive.doctor()
                told += any(finding.severity == "error" for finding in found)
        except StoreError:
            told += 1
    assert told >= 5


def test_the_budget_is_kept_and_told(archive: Archive) -> None:
    archive.budget = archive.size() + 10_000_000
    archive.points.append(points([1]))
    archive.budget = 1
    with pytest.raises(DiskFull, match="Allow more in the preferences"):
        archive.points.append(points([2], first=1))
    with pytest.raises(DiskFull):
        archive.events.append(events(["a"]))
    assert archive.points.append(points([1])) == Appended(same=1)
    archive.spans.set_cursor(USE, "what is not pulled is not held back")
    assert len(archive.points.read(PRICE)) == 1


def test_only_the_thread_that_opened_it(archive: Archive) -> None:
    caught: list[BaseException] = []

    def other() -> None:
        try:
            archive.points.keys()
        except RuntimeError as error:
            caught.append(error)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert "StoreWorker" in str(caught[0])
    archive.interrupt()


def test_an_inner_failure_spoils_the_whole_job(archive: Archive) -> None:
    def job() -> None:
        with archive.transaction():
            archive.points.append(points([1]))
            with suppress(KeyError), archive.transaction():
                raise KeyError

    with pytest.raises(StoreError, match="nothing of it was stored"):
        job()
    assert archive.points.keys() == []
    with pytest.raises(RuntimeError), archive.transaction(), archive.database.at_rest():
        pass


def test_a_closed_archive_says_so(archive: Archive) -> None:
    archive.close()
    with pytest.raises(StoreError, match="closed"):
        archive.points.keys()


def test_files_are_private(archive: Archive) -> None:
    archive.blobs.save("x", b"1")
    if os.name == "posix":
        for path in archive.folder.rglob("*"):
            assert path.stat().st_mode & 0o077 == 0, path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 6 MB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"mounting is not allowed here: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk: Path, clock: Clock) -> None:
    stored = 0
    with Archive.open(small_disk / "a", clock) as archive:

        def fill() -> None:
            nonlocal stored
            for number in range(1000):
                archive.events.append(events([f"{number}:{row}:{os.urandom(30).hex()}" for row in range(2000)]))
                stored += 2000

        with pytest.raises(DiskFull, match="no room left"):
            fill()
        assert stored
        for _ in range(2):
            assert len(archive.events.read([USE])) == archive.events.count(USE) == stored
            with pytest.raises(DiskFull):
                archive.events.append(events([os.urandom(40).hex() for _ in range(2000)]))
        with pytest.raises(DiskFull):
            archive.blobs.save("big", os.urandom(8_000_000))
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    with Archive.open(small_disk / "a", clock) as archive:
        assert archive.events.count(USE) == stored
        assert archive.events.append(events(["one more"])) == Appended(new=1)
        assert archive.doctor() == []


def test_a_read_only_folder_is_told(small_disk: Path, clock: Clock) -> None:
    folder = small_disk / "a"
    Archive.open(folder, clock).close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match="cannot be"):
        Archive.open(folder, clock)
    with pytest.raises(StoreError, match="cannot be"):
        Archive.open(small_disk / "new", clock)


def test_points_of_the_far_past_and_future(archive: Archive) -> None:
    archive.points.append(points([1], first=-400_000))
    archive.points.append(points([2], first=900_000))
    assert len(archive.points.read(PRICE)) == 2
    assert archive.points.span(PRICE) == (START - 400_000 * 3_600_000_000, START + 900_000 * 3_600_000_000, 2)
