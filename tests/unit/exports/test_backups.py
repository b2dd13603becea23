"""Backups restored into a profile that never saw the data, and the calendar that makes them by itself."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from pyrage import passphrase as age

from tests.helpers.filled_house import NETWORK, answer, filled_house
from tests.helpers.house import open_house
from watchlist.domain import requests as ask
from watchlist.domain.errors import Damaged, InputError, Locked
from watchlist.domain.instants import DAY, parse_iso
from watchlist.services import backups, keeping, snapshots


@pytest.mark.parametrize("secret", ["", "pass phrase ü"])
def test_a_backup_restores_everything(tmp_path: Path, secret: str) -> None:
    file = tmp_path / "a.wlbackup"
    with filled_house(tmp_path / "house") as house:
        made = answer(house, ask.MakeBackup(str(file), secret))
        shown = answer(house, ask.ListTable())
        look = answer(house, ask.LookIntoBackup(str(file), secret))
        assert len(look.replaces) == 2
        with pytest.raises(Locked):
            backups.bring_back(file, places(tmp_path / "house"), 0, secret)
    assert made.encrypted == bool(secret)
    new = tmp_path / "new"
    backups.bring_back(file, places(new), 0, secret)
    with open_house(new) as house:
        again = answer(house, ask.ListTable())
        assert again.rows[0].network == NETWORK
        assert again.rows == shown.rows
        assert answer(house, ask.Documents("notes"))[NETWORK]["tags"] == ["long"]


def places(folder: Path) -> dict[str, Path]:
    return backups.places_of(folder / "archive", folder / "documents")


def test_what_was_there_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.wlbackup"
    with filled_house(tmp_path / "house") as house:
        answer(house, ask.MakeBackup(str(file)))
    with open_house(tmp_path / "other") as house:
        answer(house, ask.SaveDocument("notes", "mine", {"text": "kept"}))
    backups.bring_back(file, places(tmp_path / "other"), DAY)
    aside = next((tmp_path / "other" / "documents").glob("set-aside-*"))
    assert "kept" in (aside / "notes.json").read_text(encoding="utf-8")


def test_wrong_passphrases_and_cut_files_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.age"
    file.write_bytes(age.encrypt(b"no bundle", "right"))
    with pytest.raises(InputError, match="encrypted"):
        backups.look(file)
    with pytest.raises(InputError, match="not the right one"):
        backups.look(file, "wrong")
    with pytest.raises(Damaged):
        backups.look(file, "right")
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises((Damaged, InputError)):
        backups.look(file, "right")
    with pytest.raises(InputError, match="no file"):
        backups.look(tmp_path / "none")
    assert "secret" not in repr(ask.MakeBackup("a", "secret"))


def test_snapshots_and_backups_by_themselves(tmp_path: Path) -> None:
    with filled_house(tmp_path, snapshot_schedule="daily", snapshot_keep=2, backup_keep=1) as house:

        async def days() -> None:
            for _ in range(4):
                await keeping.keep(house.house)
                await keeping.keep(house.house)
                house.clock.now += DAY

        asyncio.run(days())
        kept = answer(house, ask.Snapshots())
        assert [one.reason for one in kept] == [snapshots.ON_SCHEDULE] * 2
        assert len(list((tmp_path / "backups").iterdir())) == 1
        answer(house, ask.PinSnapshot(kept[1].path, True))
        assert [one.pinned for one in answer(house, ask.Snapshots())] == [False, True]


@pytest.mark.parametrize(
    ("wanted", "last", "now", "due"),
    [
        ("never", None, "2026-03-14", False),
        ("daily", None, "2026-03-14", True),
        ("daily", "2026-03-14", "2026-03-14T23:59:00Z", False),
        ("daily", "2026-03-14T23:59:00Z", "2026-03-15", True),
        ("weekly", "2026-03-09", "2026-03-15T23:00:00Z", False),
        ("weekly", "2026-03-15T23:00:00Z", "2026-03-16", True),
        ("monthly", "2026-03-01", "2026-03-31", False),
        ("monthly", "2026-03-31", "2026-04-01", True),
        ("daily", "2036-01-01", "2026-03-14", True),
    ],
)
def test_when_one_is_due(wanted: str, last: str | None, now: str, due: bool) -> None:
    assert keeping.is_due(wanted, None if last is None else parse_iso(last), parse_iso(now)) is due
