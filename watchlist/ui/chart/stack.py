"""Panes one above the other with one time axis and one crosshair: the centre of the window.

All panes show the same stretch at the same pixels. Nothing here asks for data: whoever holds the stack hears
``view_changed`` and gives new contents.

Signals: view_changed(start, end), crosshair_moved(instant or None), threshold_moved(pane, id, value),
threshold_dropped(pane, id, value), menu_wanted(pane, instant, value, global position), metric_dropped(pane or "",
text), state_changed(), spoke(text).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.content import PaneContent
from watchlist.ui.chart.ink import Ink
from watchlist.ui.chart.pane import Pane
from watchlist.ui.chart.rangebar import RangeBar
from watchlist.ui.chart.timebar import TimeAxis
from watchlist.ui.chart.timeview import RANGES, TimeView, ranged
from watchlist.ui.chart.valueaxis import Scale

LEAST_AXIS = 64.0
"""The narrowest value axis, in pixels."""


class ChartStack(QWidget):
    """The stack. See the module for its signals."""

    view_changed = Signal(float, float)
    crosshair_moved = Signal(object)
    threshold_moved = Signal(str, str, float)
    threshold_dropped = Signal(str, str, float)
    menu_wanted = Signal(str, float, float, QPoint)
    metric_dropped = Signal(str, str)
    state_changed = Signal()
    spoke = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, colours: ChartColours = LIGHT, zone: str = "UTC", bar: bool = True
    ) -> None:
        """Start without panes; ``bar`` leaves the row of range buttons away where there is one elsewhere."""
        super().__init__(parent)
        self.view = TimeView(0.0, 1.0, 0.0, 1.0)
        self._colours, self._zone = colours, zone
        self._ink = self._make_ink()
        self._remembered: dict[str, Any] = {}
        self._placed = False
        self._chosen = ""
        self._marked = ""
        self.panes: list[Pane] = []
        self.bar = RangeBar(self)
        self.bar.setVisible(bar)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(3)
        self.axis = TimeAxis(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.bar, 0), (self.splitter, 1), (self.axis, 0)):
            column.addWidget(widget, stretch)
        self.bar.range_asked.connect(self.set_range)
        self.bar.span_asked.connect(self.show_span)
        self.bar.reset_asked.connect(self.reset)
        self.bar.scale_asked.connect(self._scale_chosen)
        self.bar.measure_asked.connect(self._measure)
        self.splitter.splitterMoved.connect(self.state_changed)
        self.axis.metric_dropped.connect(lambda text: self.metric_dropped.emit("", text))
        self._telling = QTimer(self, singleShot=True, interval=120)
        self._telling.setObjectName("chart-view-told")
        self._telling.timeout.connect(self._tell)
        self.setAccessibleName(self.tr("Charts over time"))

    # ------------------------------------------------------------------ content
    def set_panes(self, contents: Sequence[PaneContent]) -> None:
        """Show these panes; one that was there under the same key keeps its widget, scale and hidden traces."""
        kept = {pane.content.key: pane for pane in self.panes}
        fresh: list[Pane] = []
        for at, content in enumerate(contents):
            pane = kept.pop(content.key, None)
            if pane is None:
                pane = self._made(content)
                self._recall(content)
            else:
                content.scale, content.fixed = pane.content.scale, pane.content.fixed
                content.hidden = set(pane.content.hidden)
                pane.set_content(content)
            if self.splitter.indexOf(pane) != at:
                self.splitter.insertWidget(at, pane)
            fresh.append(pane)
        for pane in kept.values():
            pane.setParent(None)
            pane.deleteLater()
        known = {pane.content.key for pane in self.panes}
        if known != {pane.content.key for pane in fresh}:
            self.panes = fresh
            self._share_heights()
        self.panes = fresh
        self._chosen = self._chosen if self.pane(self._chosen) else (fresh[0].content.key if fresh else "")
        self._data_changed()

    def pane(self, key: str) -> Pane | None:
        """Return a pane by its key."""
        return next((pane for pane in self.panes if pane.content.key == key), None)

    def refresh(self, key: str) -> None:
        """Repaint a pane whose content was changed in place."""
        pane = self.pane(key)
        if pane is not None:
            pane.refresh()
            self._data_changed()

    def set_colours(self, colours: ChartColours) -> None:
        """Follow the theme."""
        self._colours = colours
        self._renew()

    def set_zone(self, zone: str) -> None:
        """Follow the display time zone."""
        self._zone = zone
        self._renew()

    @property
    def chosen(self) -> str:
        """Return the key of the pane that was used last, empty where there is none."""
        return self._chosen

    @property
    def ink(self) -> Ink:
        """Return the colours, fonts and locale in use."""
        return self._ink

    # ------------------------------------------------------------------ time
    def set_range(self, key: str) -> None:
        """Show a named range."""
        if key in RANGES:
            self._show(ranged(self.view, key, self._zone))

    def show_span(self, start: float, end: float) -> None:
        """Show a stretch."""
        self._show(self.view.spanning(start, end))

    def reset(self) -> None:
        """Show everything on automatic axes."""
        for pane in self.panes:
            pane.content.fixed = None
        self._show(self.view.whole())

    def pan(self, by: float) -> None:
        """Move all panes by a time."""
        self._show(self.view.panned(by))

    def zoom(self, factor: float, instant: float) -> None:
        """Zoom all panes round an instant."""
        self._show(self.view.zoomed(factor, instant))

    def set_crosshair(self, instant: float | None, pane: Pane | None = None, height: float | None = None) -> None:
        """Put the crosshair at an instant in all panes."""
        for other in self.panes:
            other.set_crosshair(instant, height if other is pane else None, resting=not self._telling.isActive())
        if self.axis.cursor_at != instant:
            self.axis.cursor_at = instant
            self.axis.update()
        self.crosshair_moved.emit(instant)

    # ------------------------------------------------------------------ state
    def state(self) -> dict[str, Any]:
        """Return the view as plain data: range or stretch, and each pane's scale, hidden traces and height."""
        sizes = self.splitter.sizes()
        panes = dict(self._remembered)
        for pane, size in zip(self.panes, sizes, strict=False):
            content = pane.content
            panes[content.key] = {
                "scale": content.scale.value,
                "hidden": sorted(content.hidden),
                "fixed": list(content.fixed) if content.fixed else None,
                "height": size,
            }
        return {
            "range": self.view.range_key,
            "span": [self.view.start, self.view.end] if self._placed else None,
            "panes": panes,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take a remembered view; what does not fit any more is left out, quietly."""
        panes = state.get("panes")
        if isinstance(panes, dict):
            self._remembered = {str(key): one for key, one in panes.items() if isinstance(one, dict)}
        for pane in self.panes:
            self._recall(pane.content)
            pane.refresh()
        self._share_heights()
        key, span = state.get("range"), state.get("span")
        if isinstance(key, str) and key in RANGES:
            self._placed = True
            self._show(ranged(self.view, key, self._zone))
        elif isinstance(span, list | tuple) and len(span) == 2 and all(isinstance(end, int | float) for end in span):
            self._placed = True
            self._show(self.view.spanning(float(span[0]), float(span[1])))

    # ------------------------------------------------------------------ inside
    def _made(self, content: PaneContent) -> Pane:
        pane = Pane(content, self._ink, self.view, self.splitter)
        key = content.key
        pane.crosshair_asked.connect(lambda instant, height: self.set_crosshair(instant, pane, height))
        pane.pan_asked.connect(self.pan)
        pane.zoom_asked.connect(self.zoom)
        pane.span_asked.connect(self.show_span)
        pane.reset_asked.connect(self.reset)
        pane.threshold_moved.connect(lambda level, value: self.threshold_moved.emit(key, level, value))
        pane.threshold_dropped.connect(lambda level, value: self.threshold_dropped.emit(key, level, value))
        pane.menu_wanted.connect(lambda at, value, place: self.menu_wanted.emit(key, at, value, place))
        pane.metric_dropped.connect(lambda text: self.metric_dropped.emit(key, text))
        pane.changed.connect(self._pane_changed)
        pane.spoke.connect(self.spoke)
        pane.installEventFilter(self)
        pane.measure_by_drag(self.bar.measure.isChecked())
        return pane

    def _recall(self, content: PaneContent) -> None:
        kept = self._remembered.get(content.key, {})
        try:
            content.scale = Scale(kept.get("scale", content.scale))
        except ValueError:
            content.scale = Scale.LINEAR
        hidden, fixed = kept.get("hidden"), kept.get("fixed")
        if isinstance(hidden, list):
            content.hidden = {str(key) for key in hidden}
        if isinstance(fixed, list) and len(fixed) == 2 and all(isinstance(end, int | float) for end in fixed):
            content.fixed = (float(fixed[0]), float(fixed[1])) if fixed[0] < fixed[1] else None

    def _share_heights(self) -> None:
        heights = []
        for pane in self.panes:
            kept = self._remembered.get(pane.content.key, {}).get("height")
            usual = (
                max(self.splitter.height(), 400)
                * pane.content.stretch
                // max(1, sum(other.content.stretch for other in self.panes))
            )
            heights.append(kept if isinstance(kept, int) and kept > 0 else usual)
        for at, pane in enumerate(self.panes):
            self.splitter.setStretchFactor(at, pane.content.stretch)
        if heights:
            self.splitter.setSizes(heights)

    def _data_changed(self) -> None:
        spans = [span for pane in self.panes if (span := pane.content.span())]
        if spans:
            first, last = min(span[0] for span in spans), max(span[1] for span in spans)
            if self._placed:
                self.view = self.view.with_data(first, last)
            else:
                self._placed = True
                self.view = ranged(TimeView(first, last, first, last), "All")
        self._show(self.view)

    def _show(self, view: TimeView) -> None:
        self.view = view
        self.axis.view = view
        for pane in self.panes:
            pane.set_view(view)
        self._align()
        self.axis.update()
        if view.range_key != self._marked:
            self._marked = view.range_key
            self.bar.show_view(view)
        if self.isVisible():
            self._telling.start()

    def _align(self) -> None:
        """Give all panes the widest axes that any of them needs; while time moves they only grow."""
        wanted = [pane.wanted_axes() for pane in self.panes]
        left = max((one[0] for one in wanted), default=0.0)
        right = max([LEAST_AXIS, *(one[1] for one in wanted)])
        kept_left, kept_right = self.axis.axes
        left = max(left, kept_left) if left and kept_left else left
        if self._telling.isActive():
            right = max(right, kept_right)
        self.axis.axes = (left, right)
        for pane in self.panes:
            pane.set_axes(left, right)

    def _tell(self) -> None:
        self._align()
        self.bar.show_view(self.view)
        for pane in self.panes:
            pane.describe()
        self.view_changed.emit(self.view.start, self.view.end)
        self.state_changed.emit()

    def _pane_changed(self) -> None:
        self._align()
        chosen = self.pane(self._chosen)
        if chosen is not None:
            self.bar.show_scale(chosen.content.scale)
        self.state_changed.emit()

    def _scale_chosen(self, scale: Scale) -> None:
        chosen = self.pane(self._chosen)
        if chosen is not None:
            chosen.set_scale(scale)

    def _measure(self, on: bool) -> None:
        for pane in self.panes:
            pane.measure_by_drag(on)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Remember which pane was last entered: the buttons act on it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress) and isinstance(watched, Pane):
            self._chosen = watched.content.key
            self.bar.show_scale(watched.content.scale)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell nothing while nobody looks."""
        self._telling.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what is shown."""
        self._telling.start()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow font, language and screen."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.LocaleChange):
            self._renew()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow the density of the screen that the window moved to."""
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.ScreenChangeInternal, QEvent.Type.Polish):
            self._renew()
        return super().event(event)

    def _make_ink(self) -> Ink:
        return Ink(self._colours, self.font(), self.devicePixelRatioF(), locale=QLocale(), zone=self._zone)

    def _renew(self) -> None:
        if not hasattr(self, "axis"):
            return
        self._ink = self._make_ink()
        self.axis.ink = self._ink
        self.axis.updateGeometry()
        for pane in self.panes:
            pane.set_ink(self._ink)
        self._align()
        self.axis.update()


def empty_text() -> str:
    """Return what a stack without a network says."""
    return QCoreApplication.translate("Chart", "Choose a network in the list to see its charts.")
