"""Pictures of every chart in light and dark: ``python -m tests.ui.chart.gallery OUTDIR``. For eyes, and for tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.chart import believable
from watchlist.domain.instants import DAY
from watchlist.ui.chart import colours, content, traces
from watchlist.ui.chart.content import Mark, MarkKind, PaneContent, Threshold
from watchlist.ui.chart.rolling import moving_average
from watchlist.ui.chart.stack import ChartStack
from watchlist.ui.chart.traces import Kind
from watchlist.ui.chart.valueaxis import Scale, Unit

Made = Callable[[colours.ChartColours], QWidget]


def stack_contents() -> list[PaneContent]:
    """Return the usual panes: price and volume, retention, verification raw and filtered, growth."""
    candles = believable.candles()
    bars = traces.of_candles(candles, "price", "Price")
    closes = bars.curve
    average = traces.of_arrays(closes.x, moving_average(closes.y, 50), "ma50", "Average 50 d", Unit.USD, 1)
    average = traces.replace(average, thin=True)
    volume = traces.volume_of(candles, "volume", "Volume")
    assert volume is not None
    retention = traces.of_metric(believable.weekly("retention.w4", 0.42, 0.2, 1), "w4", "Retention W4", Unit.SHARE, 2)
    raw = traces.of_metric(
        believable.weekly("recurring", 0.62, 0.1, 5, shift=-0.1), "rec", "Recurring 3 of 4", Unit.SHARE, 3
    )
    raw = traces.paired(raw, believable.weekly("recurring", 0.48, 0.1, 5, shift=-0.24), "filtered")
    level = Threshold("rule1", 0.34, "Retention below")
    marks = [
        Mark(MarkKind.FIRING, believable.LAST - 230 * DAY, "Retention below 34 %"),
        Mark(MarkKind.ANNOTATION, believable.LAST - 420 * DAY, "Mainnet upgrade"),
        Mark(MarkKind.QUARANTINED, believable.LAST - 120 * DAY, "41.20, ten times its neighbours", 14.0),
    ]
    return [
        PaneContent("price", "Price", [bars, average], marks=marks, stretch=4, simulated=True),
        PaneContent("volume", "Volume", [volume], stretch=1, simulated=True),
        PaneContent("retention", "Retention W4", [retention], [level], marks[:2], stretch=3, simulated=True),
        PaneContent("recurring", "Recurring participation", [raw], stretch=3, simulated=True,
                    as_known_on=believable.LAST - 9 * DAY),
    ]


def stack(theme: colours.ChartColours) -> QWidget:
    """Return the usual stack with its crosshair out."""
    made = ChartStack(colours=theme)
    made.resize(1180, 820)
    made.set_panes(stack_contents())
    made.show()
    QApplication.processEvents()
    made.set_range("1Y")
    return made


def stack_crosshair(theme: colours.ChartColours) -> QWidget:
    """Return the stack with the crosshair on a firing and a measurement."""
    made = stack(theme)
    assert isinstance(made, ChartStack)
    made.set_crosshair(float(believable.LAST - 230 * DAY), made.panes[2], 60.0)
    return made


def compare(theme: colours.ChartColours) -> QWidget:
    """Return three networks indexed to 100, and a pane with two axes and a log axis, and an empty one."""
    made = ChartStack(colours=theme)
    made.resize(1180, 820)
    lines = [
        traces.of_points(believable.price(seed=seed), f"net{seed}", name, Unit.USD, at)
        for at, (seed, name) in enumerate(((4, "Meridian"), (7, "Harbour"), (12, "Lattice")))
    ]
    one = traces.of_points(believable.price(), "price", "Price", Unit.USD, 0)
    two = traces.of_metric(believable.weekly("r", 0.4, 0.2, 1), "w4", "Retention W4", Unit.SHARE, 1)
    made.set_panes([
        PaneContent("cmp", "Price compared", lines, scale=Scale.INDEXED, stretch=3),
        PaneContent("two", "Price and retention", [one, traces.replace(two, second_axis=True)], stretch=3),
        PaneContent("log", "Price, logarithmic", [traces.replace(one, kind=Kind.AREA)], scale=Scale.LOG, stretch=2),
        PaneContent("none", "Verification rate", [], stretch=1, message="Not published by this network."),
    ])
    made.show()
    return made


CHARTS: dict[str, Made] = {"stack": stack, "stack-crosshair": stack_crosshair, "compare": compare}


def dress(theme: colours.ChartColours) -> None:
    """Give the application a palette that goes with a theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    from watchlist.ui import colours as tables

    table = tables.DARK if theme.dark else tables.LIGHT
    palette = QPalette(QColor(table.raised), QColor(table.window))
    for role, name in ((QPalette.ColorRole.WindowText, table.text), (QPalette.ColorRole.ButtonText, table.text),
                       (QPalette.ColorRole.Text, table.text), (QPalette.ColorRole.Base, table.base)):
        palette.setColor(role, QColor(name))
    app.setPalette(palette)


def main(argv: list[str]) -> int:
    """Save the pictures; further words choose charts by name."""
    app = QApplication.instance() or QApplication([])
    folder = Path(argv[0])
    folder.mkdir(parents=True, exist_ok=True)
    for theme in (colours.LIGHT, colours.DARK):
        dress(theme)
        for name, make in CHARTS.items():
            if argv[1:] and name not in argv[1:]:
                continue
            widget = make(theme)
            widget.show()
            for _ in range(4):
                app.processEvents()
            widget.grab().save(str(folder / f"{name}-{'dark' if theme.dark else 'light'}.png"))
            widget.close()
            widget.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

__all__ = ["content"]
