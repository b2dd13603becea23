"""The stack: linked panes, one crosshair, keys to every point, remembered view, alignment at two densities."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent, QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.chart import believable
from tests.ui.chart.gallery import stack_contents
from watchlist.domain.instants import DAY
from watchlist.ui import colours as tables
from watchlist.ui.chart import colours, traces
from watchlist.ui.chart.content import PaneContent, Threshold
from watchlist.ui.chart.ink import Ink
from watchlist.ui.chart.pane import METRIC_MIME, Pane
from watchlist.ui.chart.readout import rows
from watchlist.ui.chart.scene import Scene, lay_out
from watchlist.ui.chart.stack import ChartStack
from watchlist.ui.chart.valueaxis import Scale, Unit


@pytest.fixture
def stack(qtbot: QtBot) -> ChartStack:
    made = ChartStack()
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.set_panes(stack_contents())
    made.show()
    QApplication.processEvents()
    return made


def spoken(stack: ChartStack) -> list[str]:
    said: list[str] = []
    stack.spoke.connect(said.append)
    return said


def test_panes_share_time_and_axes(stack: ChartStack) -> None:
    stack.set_range("3M")
    scenes = [pane.laid_out() for pane in stack.panes]
    assert len({(s.geometry.plot.left(), s.geometry.plot.right()) for s in scenes}) == 1
    assert len({(s.view.start, s.view.end) for s in scenes}) == 1


def test_ranges_pan_zoom_reset(stack: ChartStack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stack.view_changed, timeout=1000):
        stack.bar._ranges["1M"].click()
    assert stack.view.range_key == "1M"
    before = stack.view
    stack.pan(-10 * DAY)
    assert stack.view.start == pytest.approx(before.start - 10 * DAY)
    stack.zoom(0.5, stack.view.start)
    assert stack.view.width == pytest.approx(before.width / 2)
    stack.reset()
    assert stack.view.range_key == "All"


def test_wheel_zooms_round_the_pointer(stack: ChartStack) -> None:
    pane = stack.panes[0]
    place = QPointF(300, 100)
    at = pane.laid_out().instant(300)
    wheel = QWheelEvent(
        place,
        pane.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    width = stack.view.width
    QApplication.sendEvent(pane, wheel)
    assert stack.view.width < width
    assert pane.laid_out().instant(300) == pytest.approx(at, abs=DAY)


def test_drag_pans_and_shift_drag_zooms_to_the_box(stack: ChartStack) -> None:
    stack.set_range("1Y")
    pane = stack.panes[0]
    start = stack.view.start
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(300, 150))
    QTest.mouseMove(pane, QPoint(400, 150))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(400, 150))
    assert stack.view.start < start
    scene = pane.laid_out()
    wanted = scene.instant(200), scene.instant(500)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, shift, QPoint(200, 60))
    QTest.mouseMove(pane, QPoint(500, 160))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, shift, QPoint(500, 160))
    assert (stack.view.start, stack.view.end) == pytest.approx(wanted)
    assert pane.content.fixed is not None


def test_measure_by_drag_says_days_and_change(stack: ChartStack) -> None:
    said = spoken(stack)
    stack.set_range("1Y")
    pane = stack.panes[0]
    stack.bar.measure.setChecked(True)
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    QTest.mouseMove(pane, QPoint(400, 180))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(400, 180))
    assert "days" in said[-1]
    assert "%" in said[-1]
    stack.bar.measure.setChecked(False)
    assert pane.measure is None


def test_every_point_is_reached_by_arrow_keys_and_spoken(stack: ChartStack) -> None:
    said = spoken(stack)
    pane = stack.panes[2]
    count = len(pane.content.traces[0].curve)
    QTest.keyClick(pane, Qt.Key.Key_Home)
    seen = {said[-1]}
    for _ in range(count - 1):
        QTest.keyClick(pane, Qt.Key.Key_Right)
        seen.add(said[-1])
    assert len(seen) == count
    assert "incomplete" in said[-1]
    assert f"point {count} of {count}" in said[-1]
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert "small cohort" in said[-1]
    assert stack.view.start <= pane.content.traces[0].curve.x[0] <= stack.view.end  # the view followed


def test_keys_switch_curves_scales_and_measure(stack: ChartStack) -> None:
    said = spoken(stack)
    pane = stack.panes[0]
    QTest.keyClick(pane, Qt.Key.Key_End)
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert said[-1].startswith("Average 50 d")
    QTest.keyClick(pane, Qt.Key.Key_L)
    assert pane.content.scale.value == "log"
    QTest.keyClick(pane, Qt.Key.Key_L)
    QTest.keyClick(pane, Qt.Key.Key_P)
    assert pane.content.scale.value == "percent"
    QTest.keyClick(pane, Qt.Key.Key_M)
    QTest.keyClick(pane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane, Qt.Key.Key_M)
    assert "10 days" in said[-1] or "days" in said[-1]
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.cursor_at is None
    width = stack.view.width
    QTest.keyClick(pane, Qt.Key.Key_Plus)
    assert stack.view.width < width
    QTest.keyClick(pane, Qt.Key.Key_0)
    assert stack.view.range_key == "All"


def test_tab_reaches_each_pane(stack: ChartStack, qtbot: QtBot) -> None:
    stack.activateWindow()
    stack.panes[0].setFocus()
    reached = []
    for _ in stack.panes:
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == stack.panes


def test_everything_focusable_has_a_name(stack: ChartStack) -> None:
    QAccessible.setActive(True)
    stack._tell()

    def walk(item: object) -> list[str]:
        nameless = []
        if item.state().focusable and not item.text(QAccessible.Text.Name):  # type: ignore[attr-defined]
            nameless.append(str(item.object()))  # type: ignore[attr-defined]
        for at in range(item.childCount()):  # type: ignore[attr-defined]
            child = item.child(at)  # type: ignore[attr-defined]
            if child is not None:
                nameless += walk(child)
        return nameless

    assert walk(QAccessible.queryAccessibleInterface(stack)) == []
    assert "Retention W4" in stack.panes[2].accessibleDescription()


def test_threshold_is_dragged_and_moved_by_keys(stack: ChartStack, qtbot: QtBot) -> None:
    pane = stack.panes[2]
    moved: list[tuple[str, str, float]] = []
    stack.threshold_moved.connect(lambda *args: moved.append(args))
    y = round(pane.laid_out().first.pixel(0.34))
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(300, y))
    QTest.mouseMove(pane, QPoint(300, y - 20))
    with qtbot.waitSignal(stack.threshold_dropped) as dropped:
        QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(300, y - 20))
    assert moved[-1][:2] == ("retention", "rule1")
    assert moved[-1][2] > 0.34
    assert dropped.args is not None
    assert dropped.args[2] == pytest.approx(moved[-1][2])
    QTest.keyClick(pane, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert moved[-1][2] > dropped.args[2]


def test_state_survives_a_round_trip(stack: ChartStack, qtbot: QtBot) -> None:
    stack.set_range("6M")
    stack.panes[0].set_scale(Scale.LOG)
    stack.panes[0].content.hidden.add("ma50")
    kept = json.loads(json.dumps(stack.state()))
    other = ChartStack()
    qtbot.addWidget(other)
    other.resize(1000, 760)
    other.restore(kept)
    other.set_panes(stack_contents())
    other.show()
    QApplication.processEvents()
    again = other.state()
    assert again["range"] == "6M"
    assert again["panes"]["price"]["scale"] == "log"
    assert again["panes"]["price"]["hidden"] == ["ma50"]
    assert (other.view.start, other.view.end) == (stack.view.start, stack.view.end)
    stack.show_span(believable.LAST - 50 * DAY, believable.LAST - 20 * DAY)
    other.restore(stack.state())
    assert other.view.start == stack.view.start


@pytest.mark.parametrize(
    "rubbish",
    [
        {},
        {"range": 3, "span": "x", "panes": 7},
        {"panes": {"price": {"scale": "x", "hidden": 1, "fixed": [2, 1]}}},
    ],
)
def test_rubbish_is_not_remembered(stack: ChartStack, rubbish: dict[str, object]) -> None:
    stack.restore(rubbish)
    assert stack.panes[0].content.scale is Scale.LINEAR


def test_new_data_keeps_the_view_and_widgets(stack: ChartStack) -> None:
    stack.show_span(believable.LAST - 50 * DAY, believable.LAST - 20 * DAY)
    kept, panes = stack.view, list(stack.panes)
    stack.set_panes(stack_contents())
    assert (stack.view.start, stack.view.end) == (kept.start, kept.end)
    assert stack.panes == panes
    stack.set_panes(stack_contents()[:2])
    assert len(stack.panes) == 2


def test_metric_is_dropped_on_a_pane(stack: ChartStack, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setData(METRIC_MIME, b"retention.w4@contributor")
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(stack.metric_dropped) as got:
        stack.panes[1].dropEvent(event)
    assert got.args == ["volume", "retention.w4@contributor"]


def test_menu_tells_instant_and_value(stack: ChartStack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stack.menu_wanted) as got:
        QTest.mouseClick(stack.panes[0], Qt.MouseButton.RightButton, pos=QPoint(300, 100))
        from PySide6.QtGui import QContextMenuEvent

        place = QPoint(300, 100)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, stack.panes[0].mapToGlobal(place))
        QApplication.sendEvent(stack.panes[0], event)
    assert got.args is not None
    assert got.args[0] == "price"
    assert stack.view.start < got.args[1] < stack.view.end


def test_read_out_gives_interval_n_and_doubt(stack: ChartStack) -> None:
    pane = stack.panes[2]
    newest = rows(pane.content, stack.ink, None, stack.view.start, stack.view.end)[0]
    assert "n " in newest.detail
    assert "–" in newest.detail
    assert "incomplete" not in newest.detail  # the newest complete value is told
    last = rows(pane.content, stack.ink, float(pane.content.traces[0].curve.x[-1]), stack.view.start, stack.view.end)[0]
    assert "incomplete" in last.detail


def test_nothing_is_read_in_a_gap(stack: ChartStack) -> None:
    pane = stack.panes[2]
    x = pane.content.traces[0].curve.x
    at = int(np.argmax(np.diff(x)))
    middle = (x[at] + x[at + 1]) / 2
    assert rows(pane.content, stack.ink, float(middle), stack.view.start, stack.view.end)[0].value == "–"


def test_crosshair_repaints_the_same_picture(stack: ChartStack) -> None:
    """What is left after partial repaints equals a whole repaint."""
    pane = stack.panes[0]
    for x in (200, 300, 640):
        QTest.mouseMove(pane, QPoint(x, 90))
        QApplication.processEvents()
    seen = stack.screen().grabWindow(stack.winId()).toImage()
    pane._still = None
    whole = stack.grab().toImage()
    assert seen.size() == whole.size()
    wrong = [
        (x, y)
        for x in range(0, whole.width(), 2)
        for y in range(40, whole.height(), 2)
        if abs(seen.pixelColor(x, y).lightness() - whole.pixelColor(x, y).lightness()) > 60
    ]
    assert len(wrong) < 40, wrong[:5]
    stack.set_crosshair(None)
    QApplication.processEvents()


def test_indexed_networks_start_at_100(stack: ChartStack) -> None:
    lines = [traces.of_points(believable.price(seed=seed), f"n{seed}", f"N{seed}", Unit.USD, seed) for seed in (4, 7)]
    content = PaneContent("cmp", "Compared", lines, scale=Scale.INDEXED)
    start = believable.LAST - 100.0 * DAY
    for trace in lines:
        factor, offset = content.base(trace, start)
        at = int(np.searchsorted(trace.curve.x, start))
        assert trace.curve.y[at] * factor + offset == pytest.approx(100)


@pytest.mark.parametrize("density", [1.0, 1.5, 2.0])
def test_axes_do_not_depend_on_density(density: float, qtbot: QtBot) -> None:
    font = QFont(QApplication.font())
    widths = set()
    for one in (1.0, density):
        ink = Ink(colours.LIGHT, font, one)
        scene = _scene(ink)
        from watchlist.ui.chart.scene import axis_width

        widths.add(axis_width(ink, scene.first))
    assert len(widths) == 1


def _scene(ink: Ink) -> Scene:
    from watchlist.ui.chart.geometry import Geometry
    from watchlist.ui.chart.timeview import TimeView

    content = stack_contents()[0]
    span = content.span()
    assert span is not None
    return lay_out(content, TimeView(*span, *span), Geometry(900, 300, 0, 64), ink)


def test_larger_text_makes_wider_axes(stack: ChartStack) -> None:
    before = stack.axis.axes[1]
    font = QFont(stack.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    stack.setFont(font)
    QApplication.processEvents()
    assert stack.axis.axes[1] > before
    assert stack.axis.sizeHint().height() > 24


def test_right_to_left_keeps_time_from_left_to_right(stack: ChartStack) -> None:
    stack.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    scene = stack.panes[0].laid_out()
    assert scene.x(stack.view.start) < scene.x(stack.view.end)
    assert stack.bar._ranges["1W"].x() > stack.bar._ranges["All"].x()


@pytest.mark.parametrize("theme", [colours.LIGHT, colours.DARK], ids=["light", "dark"])
def test_contrast(theme: colours.ChartColours) -> None:
    for name in ("text", "muted", "threshold", "firing", "annotation", "disputed"):
        assert tables.contrast(getattr(theme, name), theme.plot) >= 4.5, name
    for line in (*theme.series, theme.up, theme.down, theme.crosshair):
        assert tables.contrast(line, theme.plot) >= 3, line
    assert tables.contrast(theme.badge_text, theme.badge) >= 4.5


def test_theme_and_empty_panes(stack: ChartStack) -> None:
    stack.set_colours(colours.DARK)
    stack.set_panes([PaneContent("none", "Verification", [], message="Not published by this network.")])
    QApplication.processEvents()
    assert stack.panes[0].grab().toImage().pixelColor(500, 5).name() == colours.DARK.plot
    assert isinstance(stack.panes[0], Pane)
    stack.panes[0].describe()
    assert stack.panes[0].accessibleDescription() == "Not published by this network."


def test_second_axis_and_level_on_it(stack: ChartStack) -> None:
    one = traces.of_points(believable.price(), "price", "Price", Unit.USD, 0)
    two = traces.of_metric(believable.weekly("r", 0.4, 0.2, 1), "w4", "Retention W4", Unit.SHARE, 1)
    import dataclasses

    content = PaneContent(
        "two", "Two", [one, dataclasses.replace(two, second_axis=True)], [Threshold("t", 0.3, "Low", second_axis=True)]
    )
    stack.set_panes([content])
    QApplication.processEvents()
    assert stack.axis.axes[0] > 0
    assert stack.panes[0].laid_out().second is not None


def test_large_series_are_shaped_in_a_thread_and_the_newest_wins(qtbot: QtBot) -> None:
    import threading

    from watchlist.ui.chart.shaping import Shaper

    shaper = Shaper()
    got: list[tuple[str, str]] = []
    x, y = believable.walk(60_000, 1)

    def made(name: str) -> tuple[str, str]:
        traces.of_arrays(x, y, name, name, Unit.NUMBER)
        return name, threading.current_thread().name

    shaper.shape("a", 10, lambda: made("small"), got.append)
    assert got == [("small", threading.current_thread().name)]
    shaper.shape("a", 60_000, lambda: made("old"), got.append)
    shaper.shape("a", 60_000, lambda: made("new"), got.append)
    qtbot.waitUntil(lambda: len(got) == 2, timeout=3000)
    assert got[1] == ("new", "watchlist-shaping")
    shaper.close()


def test_disputed_values_are_marked_at_every_zoom(stack: ChartStack, qtbot: QtBot) -> None:
    price = traces.of_points(believable.price(), "price", "Price", Unit.USD, 0)
    stack.set_panes([PaneContent("p", "Price", [price])])
    ring = stack.ink.colours.disputed
    for key in ("All", "3M"):
        stack.set_range(key)
        QApplication.processEvents()
        image = stack.panes[0].grab().toImage()
        scene = stack.panes[0].laid_out()
        assert price.facts.disputed is not None
        at = int(np.flatnonzero(price.facts.disputed)[-1])
        x, y = round(scene.x(price.curve.x[at])), round(scene.first.pixel(price.curve.y[at]))
        near = {image.pixelColor(x + dx, y + dy).name() for dx in range(-6, 7) for dy in range(-6, 7)}
        assert any(_alike(name, ring) for name in near)


def _alike(one: str, other: str) -> bool:
    from watchlist.ui.colours import channels

    return max(abs(a - b) for a, b in zip(channels(one), channels(other), strict=True)) < 70


def test_the_stack_needs_no_pyqtgraph() -> None:
    """Its import would cost a quarter of a second before the first chart."""
    import subprocess
    import sys

    code = "import sys, watchlist.ui.chart.stack, watchlist.ui.chart.render as r; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.strip() == "False"


def test_switching_networks_leaves_nothing_behind(stack: ChartStack) -> None:
    import gc

    from PySide6.QtCore import QCoreApplication, QEvent

    def switch(at: int) -> None:
        stack.set_panes([*stack_contents(), PaneContent(f"own{at % 3}", "Own", [])])
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    for at in range(6):
        switch(at)
    gc.collect()
    before = len(gc.get_objects())
    for at in range(24):
        switch(at)
    gc.collect()
    assert len(gc.get_objects()) - before < 300
    assert len(stack.splitter.children()) < 20


def test_none_outlives_painting(stack: ChartStack) -> None:
    """PySide6 6.12 drops a reference to None with each call on a Python below 3.12."""
    import sys

    from watchlist.bridge.singletons import ENOUGH, keep_singletons

    assert keep_singletons() == (sys.version_info < (3, 12))
    if sys.version_info < (3, 12):
        assert sys.getrefcount(None) > ENOUGH // 2
