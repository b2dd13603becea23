"""The watchlist's model: sorting, filtering, groups, and edits of lists that can be undone in any order."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from pytestqt.modeltest import ModelTester

from watchlist.domain.answers import WatchList, WatchRow
from watchlist.domain.figures import Figure
from watchlist.domain.network import AssetKind
from watchlist.ui.models import list_edits
from watchlist.ui.models.watch_columns import COLUMNS, column_of
from watchlist.ui.models.watch_filter import Filter
from watchlist.ui.models.watch_model import Section, WatchModel
from watchlist.ui.panels.list_views import ListView
from watchlist.ui.panels.watch_edits import ListEdit, Lists

FIRST = [column for column in COLUMNS.values() if column.first]


def _row(name: str, price: float | None = None, group: str = "", *, stale: bool = False) -> WatchRow:
    figures = {"price.last": Figure(name, "price.last", price)}
    return WatchRow(name, name, "", AssetKind.NETWORK, False, figures, stale=stale, group=group)


def _names(model: WatchModel) -> list[str]:
    entries = [model.entry(at) for at in range(model.rowCount())]
    return [f"[{one.title}]" if isinstance(one, Section) else one.network for one in entries]


def _model(rows: Sequence[WatchRow]) -> WatchModel:
    model = WatchModel(FIRST)
    model.show_rows(rows, 0)
    return model


def test_missing_values_stand_last_in_both_directions(qtmodeltester: ModelTester) -> None:
    model = _model([_row("a", 2.0), _row("b"), _row("c", 1.0)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    price = [column.key for column in FIRST].index("price")
    model.sort(price, Qt.SortOrder.AscendingOrder)
    assert _names(model) == ["c", "a", "b"]
    model.sort(price, Qt.SortOrder.DescendingOrder)
    assert _names(model) == ["a", "c", "b"]
    model.sort(-1)
    assert _names(model) == ["a", "b", "c"]


def test_groups_stand_under_their_names_whatever_the_order(qtmodeltester: ModelTester) -> None:
    model = _model([_row("a", 2.0, "L1"), _row("b", 3.0), _row("c", 1.0, "L1"), _row("d", 1.0, "AI")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert _names(model) == ["[L1]", "a", "c", "[AI]", "d", "[Without a group]", "b"]
    model.sort([column.key for column in FIRST].index("price"))
    assert _names(model) == ["[L1]", "c", "a", "[AI]", "d", "[Without a group]", "b"]
    model.show_sections(False)
    assert _names(model) == ["c", "d", "a", "b"]
    assert model.place_of("a") == 2
    model.show_sections(True)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_an_index_follows_its_row_when_the_order_changes() -> None:
    model = _model([_row("a", 2.0), _row("b", 1.0)])
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.sort(1)
    assert _names(model) == ["b", "a"]
    model.show_rows([_row("a", 0.5), _row("b", 1.0)], 0)
    assert _names(model) == ["a", "b"]
    assert not resets


def test_filters_by_words_and_states_and_by_their_absence() -> None:
    rows = [_row("ember", 1.0), _row("granite", 1.0, stale=True), _row("mirage")]
    model = _model(rows)
    for wanted, names in (
        (Filter("e"), ["ember", "granite", "mirage"]),
        (Filter("-ember"), ["granite", "mirage"]),
        (Filter("", {"stale": True}), ["granite"]),
        (Filter("", {"stale": False, "no price": False}), ["ember"]),
    ):
        model.show_only(wanted.accepts)
        assert _names(model) == names
    model.show_only(None)
    assert len(_names(model)) == 3


def test_any_metric_can_be_a_column_and_a_view_is_kept_as_plain_data() -> None:
    column = column_of("metric:retention.w4@contributor+filtered")
    assert column is not None
    assert column.metric == "retention.w4@contributor+filtered"
    assert "contributor" in column.title
    assert column_of("metric:nothing.such") is None
    view = ListView(("asset", column.key), {"asset": 200}, "price", True, Filter("-x", {"stale": False}), False)
    assert ListView.from_json(view.as_json()) == view
    assert [one.key for one in view.known_columns()] == ["asset", column.key]
    assert ListView.from_json({"columns": 3, "states": "x", "widths": []}).columns == ()


_LISTS: Lists = (WatchList("one", "One", ("a", "b", "c")), WatchList("two", "Two", ("b",)))
_EDITS: st.SearchStrategy[tuple[str, str, list[str]]] = st.one_of(
    st.tuples(st.just("added"), st.sampled_from(["one", "two"]), st.lists(st.sampled_from("abcdef"), max_size=3)),
    st.tuples(st.just("removed"), st.sampled_from(["one", "two"]), st.lists(st.sampled_from("abcdef"), max_size=3)),
    st.tuples(st.just("moved"), st.sampled_from(["one", "two"]), st.lists(st.sampled_from("abcdef"), max_size=3)),
    st.tuples(st.just("grouped"), st.sampled_from(["one", "two"]), st.lists(st.sampled_from("abcdef"), max_size=3)),
    st.tuples(st.just("without"), st.sampled_from(["one", "two"]), st.just([])),
)


def _changed(lists: Lists, kind: str, list_id: str, names: list[str]) -> Lists:
    if kind == "added":
        return list_edits.added(lists, list_id, names, 1)
    if kind == "removed":
        return list_edits.removed(lists, list_id, names)
    if kind == "moved":
        return list_edits.moved(lists, list_id, names, 0)
    if kind == "grouped":
        return list_edits.grouped(lists, list_id, names, "g")
    return list_edits.without_list(lists, list_id)


@settings(max_examples=60, deadline=None)
@given(st.lists(_EDITS, max_size=12), st.integers(0, 12))
def test_every_edit_can_be_undone_and_done_again(edits: list[tuple[str, str, list[str]]], back: int) -> None:
    stack = QUndoStack()
    now: list[Lists] = [_LISTS]
    seen: list[Lists] = [_LISTS]
    for kind, list_id, names in edits:
        after = _changed(now[0], kind, list_id, names)
        if after != now[0]:
            stack.push(ListEdit(kind, now[0], after, lambda lists: now.__setitem__(0, lists)))
            seen.append(after)
        for one in now[0]:
            assert len(set(one.members)) == len(one.members)
    back = min(back, stack.count())
    for _ in range(back):
        stack.undo()
    assert now[0] == seen[len(seen) - 1 - back]
    for _ in range(back):
        stack.redo()
    assert now[0] == seen[-1]
