"""Documents: what the user made is never lost, whatever happens to a file."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.store.making import Clock
from watchlist.domain.errors import Damaged, DiskFull, Locked, StoreError, TooNew
from watchlist.store import document_file
from watchlist.store.document_file import Content, decode, encode
from watchlist.store.documents import Documents
from watchlist.store.migrations.document_steps import migrated


def reopened(documents: Documents, clock: Clock) -> Documents:
    """Close and open the same folder again."""
    documents.close()
    return Documents.open(documents.folder, clock)


def test_entries_are_there_again_after_closing(documents: Documents, clock: Clock) -> None:
    lists = documents.table("lists")
    lists.put("a", {"title": "Mine", "members": ["x"]})
    lists.put_many({"b": {"title": "Ünïcode \n 😀"}, "a": {"title": "Mine too"}})
    lists.put_many({})
    with reopened(documents, clock) as again:
        assert again.table("lists").all() == [{"title": "Mine too", "id": "a"}, {"title": "Ünïcode \n 😀", "id": "b"}]
        assert again.table("lists").get("b") == {"title": "Ünïcode \n 😀", "id": "b"}
        assert again.table("lists").get("z") is None
        assert again.names() == ["lists"]
        assert len(again.table("lists")) == 2
        assert again.findings == []
        assert again.doctor() == []


def test_removing_and_replacing(documents: Documents) -> None:
    notes = documents.table("notes")
    notes.put_many({"a": {"n": 1}, "b": {"n": 2}, "c": {"n": 3}})
    assert notes.remove("b")
    assert not notes.remove("b")
    notes.replace_all({"c": {"n": 4}, "a": {"n": 1}})
    assert list(notes.items()) == ["c", "a"]
    notes.replace_all({})
    assert notes.all() == []


def test_what_is_returned_is_the_callers_own(documents: Documents) -> None:
    entry: dict[str, Any] = {"members": ["a"]}
    documents.table("lists").put("x", entry)
    entry["members"].append("b")
    found = documents.table("lists").get("x")
    assert found is not None
    found["members"].append("c")
    assert documents.table("lists").get("x") == {"members": ["a"], "id": "x"}


def test_a_file_is_readable_and_private(documents: Documents) -> None:
    documents.table("lists").put("a", {"title": "Mine"})
    path = documents.folder / "lists.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["entries"] == {"a": {"title": "Mine"}}
    assert told["version"] == 1
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert documents.folder.stat().st_mode & 0o777 == 0o700


def test_keys_of_another_version_survive_a_change(documents: Documents, clock: Clock) -> None:
    lists = documents.table("lists")
    lists.put("a", {"title": "Mine", "smart": "rule", "colour_of_the_future": "red"})
    lists.put("a", {"title": "Changed"})
    assert lists.get("a") == {"title": "Changed", "colour_of_the_future": "red", "id": "a"}
    lists.replace_all({"a": {"title": "Again"}})
    assert lists.get("a") == {"title": "Again", "colour_of_the_future": "red", "id": "a"}
    path = documents.folder / "lists.json"
    path.write_bytes(encode(Content({"a": {}}, extra={"mood": "good"}), 0))
    with reopened(documents, clock) as again:
        again.table("lists").put("b", {})
        assert decode(path.read_bytes(), path).extra == {"mood": "good"}


def test_an_entry_that_cannot_be_used_is_kept_and_told(documents: Documents, clock: Clock) -> None:
    path = documents.folder / "lists.json"
    strange: Any = {"bad": {"title": 5}, "worse": "text", "flag": {"position": True}, "good": {"title": "x"}}
    path.write_bytes(encode(Content(strange), 0))
    with reopened(documents, clock) as again:
        lists = again.table("lists")
        assert [entry["id"] for entry in lists.all()] == ["good"]
        assert lists.get("bad") is None
        assert [finding.repaired for finding in again.findings] == [False, False]
        lists.replace_all({"new": {"title": "y"}})
        kept = decode(path.read_bytes(), path)
        assert kept.entries == {"new": {"title": "y"}, "bad": {"title": 5}, "flag": {"position": True}}
        assert kept.extra == {"not_understood": {"worse": "text"}}


def test_the_last_ten_versions_are_kept(documents: Documents) -> None:
    for number in range(25):
        documents.table("notes").put("a", {"n": number})
    kept = sorted((documents.folder / "backups").glob("notes.*.json"))
    assert [decode(path.read_bytes(), path).entries["a"]["n"] for path in kept] == list(range(14, 24))


def test_a_file_cut_anywhere_falls_back_to_its_newest_good_version(documents: Documents, clock: Clock) -> None:
    notes = documents.table("notes")
    notes.put("a", {"text": "old"})
    notes.put("a", {"text": "x" * 6000})
    notes.put("b", {"text": "y" * 6000})
    path = documents.folder / "notes.json"
    whole = path.read_bytes()
    told = set()
    for cut in [*range(0, len(whole), 1024), len(whole) - 1, len(whole) - 2]:
        documents.close()
        path.write_bytes(whole[:cut])
        documents = Documents.open(documents.folder, clock)
        assert documents.table("notes").items() == {"a": {"text": "x" * 6000, "id": "a"}}
        told.add(documents.findings[0].detail.split(" The damaged")[0])
        assert documents.findings[0].repaired
        assert any(file.read_bytes() == whole[:cut] for file in (documents.folder / "damaged").iterdir())
    documents.close()
    assert told == {"notes.json was damaged: its version of 2023-05-23T00:00:00Z is used."}


def test_a_flipped_bit_and_a_missing_file(documents: Documents, clock: Clock) -> None:
    notes = documents.table("notes")
    notes.put("a", {"n": 1})
    notes.put("a", {"n": 2})
    path = documents.folder / "notes.json"
    path.write_bytes(path.read_bytes().replace(b'"n": 2', b'"n": 3'))
    documents = reopened(documents, clock)
    assert documents.table("notes").get("a") == {"n": 1, "id": "a"}
    path.unlink()
    documents = reopened(documents, clock)
    assert documents.table("notes").get("a") == {"n": 1, "id": "a"}
    assert "is missing" in documents.findings[0].detail
    documents.table("notes").put("a", {"n": 5})
    path.write_bytes(b"junk")
    assert [finding.severity for finding in documents.doctor()][-1] == "error"
    documents.close()


def test_without_any_good_version_a_table_starts_empty_and_says_so(documents: Documents, clock: Clock) -> None:
    (documents.folder / "notes.json").write_bytes(b"no json at all")
    (documents.folder / "backups").mkdir()
    (documents.folder / "backups" / "notes.00000001.json").write_bytes(b"neither")
    with reopened(documents, clock) as again:
        assert again.table("notes").all() == []
        assert not again.findings[0].repaired
        again.table("notes").put("a", {})


@pytest.mark.parametrize("cut", [None, 120])
def test_a_newer_file_is_refused_untouched(documents: Documents, clock: Clock, cut: int | None) -> None:
    documents.table("lists").put("a", {"title": "x"})
    documents.close()
    path = documents.folder / "lists.json"
    newer = path.read_bytes().replace(b'"version": 1', b'"version": 2')[:cut]
    path.write_bytes(newer)
    before = sorted(documents.folder.rglob("*"))
    with pytest.raises(TooNew):
        Documents.open(documents.folder, clock)
    assert path.read_bytes() == newer
    assert sorted(documents.folder.rglob("*")) == before


def test_only_one_at_a_time(documents: Documents, clock: Clock) -> None:
    with pytest.raises(Locked):
        Documents.open(documents.folder, clock)
    documents.close()
    with pytest.raises(StoreError):
        documents.table("lists")
    documents.close()


def test_only_the_thread_that_opened_them(documents: Documents) -> None:
    caught: list[BaseException] = []

    def other() -> None:
        try:
            documents.table("lists")
        except RuntimeError as error:
            caught.append(error)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_a_full_disk_loses_nothing(documents: Documents, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = documents.table("notes")
    notes.put("a", {"n": 1})

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(document_file, "write_atomically", full)
        with pytest.raises(DiskFull):
            notes.put("a", {"n": 2})
        with pytest.raises(DiskFull):
            notes.remove("a")
    assert notes.get("a") == {"n": 1, "id": "a"}
    with reopened(documents, clock) as again:
        assert again.table("notes").get("a") == {"n": 1, "id": "a"}


def test_a_file_system_without_links_gets_copies(documents: Documents, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    documents.table("notes").put("a", {"n": 1})
    documents.table("notes").put("a", {"n": 2})
    kept = next((documents.folder / "backups").glob("notes.*"))
    assert decode(kept.read_bytes(), kept).entries == {"a": {"n": 1}}


def test_names_and_values_that_cannot_be_kept(documents: Documents) -> None:
    for name in ("../up", "", "Upper", ".lock"):
        with pytest.raises(ValueError, match="no name of a table"):
            documents.table(name)
    with pytest.raises(ValueError, match="JSON"):
        documents.table("notes").put("a", {"n": float("nan")})
    assert documents.table("notes").all() == []


def test_files_that_are_no_documents() -> None:
    path = Path("some.json")
    for raw in (
        b"",
        b"{}\n",
        b'{"a": 1,\n"entries": {}}\n',
        b'{"version": 1,\n"entries": x}\n',
        b'{,\n"entries": {}}\n',
    ):
        with pytest.raises(Damaged):
            decode(raw, path)
    listed = encode(Content(), 0).replace(b"{\n\n}", b"[]")
    with pytest.raises(Damaged):
        decode(listed, path)


def test_migrations_run_in_order() -> None:
    content = Content({"a": {"n": 1}}, version=1)
    steps = (
        lambda table, entries: {key: {**entry, "table": table} for key, entry in entries.items()},
        lambda table, entries: {f"{key}!": entry for key, entry in entries.items()},
    )
    done = migrated("notes", content, steps)
    assert done.entries == {"a!": {"n": 1, "table": "notes"}}
    assert migrated("notes", content).entries == content.entries


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
ENTRY = st.dictionaries(st.text(min_size=1).filter(lambda key: key != "id"), JSON, max_size=4)
IDS = st.text(min_size=1, max_size=3)
EDIT: st.SearchStrategy[tuple[str, str, Any]] = st.one_of(
    st.tuples(st.just("put"), IDS, ENTRY),
    st.tuples(st.just("remove"), IDS, st.just({})),
    st.tuples(st.just("many"), st.just(""), st.dictionaries(IDS, ENTRY, max_size=3)),
    st.tuples(st.just("all"), st.just(""), st.dictionaries(IDS, ENTRY, max_size=3)),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDIT, max_size=10))
def test_any_edits_equal_a_dict(tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, Any]]) -> None:
    folder, clock = tmp_path_factory.mktemp("documents"), Clock()
    model: dict[str, dict[str, Any]] = {}
    with Documents.open(folder, clock) as documents:
        table = documents.table("free")
        for what, entry_id, value in edits:
            if what == "put":
                table.put(entry_id, value)
                model[entry_id] = value
            elif what == "remove":
                assert table.remove(entry_id) == (model.pop(entry_id, None) is not None)
            elif what == "many":
                table.put_many(value)
                model.update(value)
            else:
                table.replace_all(value)
                model = dict(value)
        expected = {entry_id: {**entry, "id": entry_id} for entry_id, entry in model.items()}
        assert table.items() == expected
    with Documents.open(folder, clock) as documents:
        assert documents.findings == []
        assert list(documents.table("free").items().items()) == list(expected.items())
