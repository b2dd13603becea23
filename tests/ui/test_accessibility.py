"""Everybody can use it: each control says its name to a screen reader, and keys alone reach all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QWidget

from tests.ui.whole_window import dialogs, fill, hub_of, path_of, settle, shown, window_on
from watchlist.ui.chart.heatmap import HeatMap
from watchlist.ui.chart.pane import Pane
from watchlist.ui.main_window import MainWindow
from watchlist.ui.panels.table import PANELS

pytestmark = pytest.mark.timeout(120)
OWN_ITEMS = (
    QAccessible.Role.Cell,
    QAccessible.Role.ListItem,
    QAccessible.Role.ColumnHeader,
    QAccessible.Role.RowHeader,
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("filled"))


@pytest.fixture
def window(filled: Path, qapp: QApplication) -> Iterator[MainWindow]:
    QAccessible.setActive(True)
    with window_on(filled) as found:
        yield found
    QAccessible.setActive(False)


def walk(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield an accessible thing and everything in it; a table's cells are looked at one by one elsewhere."""
    yield one
    role = one.role()
    if role in {QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree, QAccessible.Role.ComboBox}:
        return
    for at in range(one.childCount()):
        child = one.child(at)
        if child.isValid():
            yield from walk(child)


def nameless(root: QWidget) -> list[str]:
    """Return the controls that can have the focus and say nothing of themselves."""
    found: list[str] = []
    top = QAccessible.queryAccessibleInterface(root)
    for one in walk(top):
        if one.state().focusable and not one.text(QAccessible.Text.Name) and one.role() not in OWN_ITEMS:
            thing = one.object()
            if isinstance(thing, QWidget) and not is_inner(thing) and not thing.isHidden():
                found.append(f"{one.role().name}: {path_of(thing)}")
    found += [
        path_of(widget)
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.isHidden()
        and not is_inner(widget)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    return sorted(set(found))


def is_inner(widget: QWidget) -> bool:
    """Return whether a widget is a part of a control that speaks for it."""
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def test_every_control_of_the_window_has_a_name(window: MainWindow) -> None:
    found: list[str] = []
    for spec in PANELS:
        window.host.open(spec.key)
        settle(hub_of(window), 2)
        found += nameless(window)
    assert sorted(set(found)) == []


def test_every_control_of_the_dialogs_has_a_name(window: MainWindow) -> None:
    found: dict[str, list[str]] = {}
    for key, make in dialogs(window).items():
        with shown(make, hub_of(window)) as dialog:
            assert dialog.windowTitle(), key
            found[key] = nameless(dialog)
    assert {key: names for key, names in found.items() if names} == {}


def test_cells_speak(window: MainWindow) -> None:
    for view in window.findChildren(QAbstractItemView):
        if is_inner(view):
            continue
        model = view.model()
        for row in range(min(model.rowCount(), 3)):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
                text = str(said or "")
                assert "Ellipsis" not in text
                assert not text.startswith(("(", "[", "array")), (path_of(view), column, text[:60])


def test_charts_say_what_they_show_and_walk_by_keys(window: MainWindow) -> None:
    window.host.open("chart")
    settle(hub_of(window), 10)
    panes = [pane for pane in window.findChildren(Pane) if pane.isVisible()]
    assert panes
    for pane in panes:
        interface = QAccessible.queryAccessibleInterface(pane)
        assert interface.text(QAccessible.Text.Name)
        assert interface.text(QAccessible.Text.Description)
        pane.setFocus()
        before = pane.accessibleDescription()
        QTest.keyClick(pane, Qt.Key.Key_Right)
        QTest.keyClick(pane, Qt.Key.Key_Left)
        if not pane.content.message:
            assert pane.accessibleDescription() != before, pane.accessibleName()


def test_cells_of_the_heat_map_walk_by_keys(window: MainWindow) -> None:
    window.host.open("cohorts")
    settle(hub_of(window), 8)
    heat = next(one for one in window.findChildren(HeatMap) if one.isVisible())
    heat.setFocus()
    before = heat.accessibleDescription()
    QTest.keyClick(heat, Qt.Key.Key_Down)
    QTest.keyClick(heat, Qt.Key.Key_Right)
    assert heat.accessibleDescription() != before


def focusable(root: QWidget) -> set[QWidget]:
    """Return the controls that Tab should reach now."""
    return {
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_inner(widget)
    }


def test_keys_reach_everything(window: MainWindow) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    missed: dict[str, list[str]] = {}
    for spec in PANELS:
        window.host.open(spec.key)
        settle(hub_of(window), 3)
        wanted, reached = focusable(window), walked(window)
        left = sorted(path_of(widget) for widget in wanted - reached if not in_reached_group(widget, reached))
        if left:
            missed[spec.key] = left
    assert missed == {}


def walked(window: MainWindow) -> set[QWidget]:
    """Return what had the focus on the way round by Tab, and back by Shift+Tab."""
    reached: set[QWidget] = set()
    for key, modifier in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ):
        first, stayed = QApplication.focusWidget(), 0
        for _ in range(200):
            at = QApplication.focusWidget()
            QTest.keyClick(at or window, key, modifier)
            now = QApplication.focusWidget()
            stayed = stayed + 1 if now is at else 0  # a date has parts of its own to walk through
            assert stayed < 5, f"{path_of(now or window)} keeps the keyboard"
            if now is not None:
                reached.add(now)
            if now is first and not stayed:
                break
    return reached


def in_reached_group(widget: QWidget, reached: set[QWidget]) -> bool:
    """Return whether the arrow keys lead from a reached button to this one: both are choices of one group."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(button in reached for button in group.buttons())


def test_f6_goes_round_the_areas(window: MainWindow) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    seen: list[str] = []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_F6)
        at = QApplication.focusWidget()
        assert at is not None
        seen.append(path_of(at))
    assert len(set(seen)) > 1


def test_focus_is_seen(window: MainWindow) -> None:
    """A control with the focus looks different from one without."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the Tab key would
    unseen: list[str] = []
    for widget in sorted(focusable(window), key=path_of):
        window.setFocus()
        window.centre.setFocus()
        if (now := QApplication.focusWidget()) is not None:
            now.clearFocus()
        settle(hub_of(window), 1)
        before = window.grab(widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle(hub_of(window), 1)
        after = window.grab(widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))).toImage()
        if before == after:
            unseen.append(path_of(widget))
    assert unseen == []
