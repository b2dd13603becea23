"""One pane of a stack as a widget: shows its scene, lets the pointer and the keys move through it.

It never moves time itself: it asks, and the stack moves all panes together. Painting without the crosshair is kept as
a picture while only the crosshair moves.

Signals: crosshair_asked(instant or None, height or None), pan_asked(microseconds), zoom_asked(factor, instant),
span_asked(start, end), reset_asked(), threshold_moved(id, value), threshold_dropped(id, value),
menu_wanted(instant, value, global position), metric_dropped(text), changed() when scale or visible traces change,
spoke(text).
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from watchlist.ui.chart.content import PaneContent
from watchlist.ui.chart.corner import ReadOut
from watchlist.ui.chart.crosshair import paint_crosshair
from watchlist.ui.chart.geometry import Geometry
from watchlist.ui.chart.gestures import Gesture, Gestures
from watchlist.ui.chart.ink import Ink
from watchlist.ui.chart.marks import mark_at
from watchlist.ui.chart.measure import Span, paint_span
from watchlist.ui.chart.readout import Row, mark_rows, newest_position, paint_rows, rows, rows_area, spoken, summary
from watchlist.ui.chart.scene import Scene, axis_width, lay_out, paint
from watchlist.ui.chart.timeview import TimeView
from watchlist.ui.chart.traces import Trace, position_at
from watchlist.ui.chart.valueaxis import Scale

METRIC_MIME = "application/x-watchlist-metric"
"""What a metric card or a column carries when it is dragged; its data is a metric selector in UTF-8."""


class Pane(QWidget):
    """A pane. See the module for its signals."""

    crosshair_asked = Signal(object, object)
    pan_asked = Signal(float)
    zoom_asked = Signal(float, float)
    span_asked = Signal(float, float)
    reset_asked = Signal()
    threshold_moved = Signal(str, float)
    threshold_dropped = Signal(str, float)
    menu_wanted = Signal(float, float, QPoint)
    metric_dropped = Signal(str)
    changed = Signal()
    spoke = Signal(str)

    def __init__(self, content: PaneContent, ink: Ink, view: TimeView, parent: QWidget | None = None) -> None:
        """Take what to show and the stretch of time."""
        super().__init__(parent)
        self.content = content
        self.ink = ink
        self.view = view
        self.axes = (0.0, 64.0)
        self.scene: Scene | None = None
        self.cursor_at: float | None = None
        self.cursor_y: float | None = None
        self.measure: Span | None = None
        self.box: Span | None = None
        self.active = 0
        self.level = 0
        self.drop_wanted = False
        self._still: QPixmap | None = None
        self._resting = False
        self._touched = QRect()
        self._corner = ReadOut(self)
        self._rows: list[Row] | None = None
        self._gestures = Gestures(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMinimumHeight(72)
        self.setAccessibleName(content.title)

    # ------------------------------------------------------------------ what the stack tells
    def set_ink(self, ink: Ink) -> None:
        """Take other colours, fonts or density."""
        self.ink = ink
        self.refresh()

    def set_content(self, content: PaneContent) -> None:
        """Show something else at the same place."""
        self.content = content
        self.setAccessibleName(content.title)
        self.refresh()

    def set_view(self, view: TimeView) -> None:
        """Show another stretch of time."""
        self.view = view
        self.refresh()

    def set_axes(self, left: float, right: float) -> None:
        """Take the axis widths that all panes share."""
        if self.axes != (left, right):
            self.axes = (left, right)
            self.refresh()

    def wanted_axes(self) -> tuple[float, float]:
        """Return the axis widths that the labels need."""
        scene = self.laid_out()
        return axis_width(self.ink, scene.second), axis_width(self.ink, scene.first)

    def set_crosshair(self, instant: float | None, height: float | None, *, resting: bool = True) -> None:
        """Move the crosshair; only what it leaves and where it arrives is painted again.

        ``resting`` is false while time moves as well: then nothing is worth keeping.
        """
        self.cursor_at, self.cursor_y = instant, height
        self._rows = None
        if instant is None or not resting or self._still is None or self.measure is not None or self.box is not None:
            self._resting = resting
            self._corner.hide()
            self.update()
            return
        self._place_corner()
        self.update(self._crosshair_area().united(self._touched))

    def refresh(self) -> None:
        """Lay out and paint everything again."""
        self.scene = None
        self._rows = None
        self._still = None
        self._resting = False
        self._corner.hide()
        self.update()

    def laid_out(self) -> Scene:
        """Return the scene of the present size, stretch and content."""
        if self.scene is None:
            geometry = Geometry(self.width(), self.height(), *self.axes)
            self.scene = lay_out(self.content, self.view, geometry, self.ink)
        return self.scene

    def describe(self) -> None:
        """Tell screen readers what is shown now."""
        self.setAccessibleDescription(summary(self.content, self.ink, self.view.start, self.view.end))

    # ------------------------------------------------------------------ painting
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene, from the kept picture while only the crosshair moves, and the crosshair over it."""
        scene = self.laid_out()
        if self._still is None and self._resting:
            self._still = self._pictured(scene)
        painter = QPainter(self)
        if self._still is not None:
            painter.drawPixmap(0, 0, self._still)
        else:
            paint(painter, self.ink, self.content, scene)
        self._over(painter, scene, with_rows=self._corner.isHidden())
        self._touched = self._crosshair_area()
        painter.end()

    def _pictured(self, scene: Scene) -> QPixmap:
        density = self.devicePixelRatioF()
        picture = QPixmap(QSize(round(self.width() * density), round(self.height() * density)))
        picture.setDevicePixelRatio(density)
        painter = QPainter(picture)
        paint(painter, self.ink, self.content, scene)
        painter.end()
        return picture

    def _over(self, painter: QPainter, scene: Scene, *, with_rows: bool) -> None:
        """Paint what changes with the pointer: crosshair, read-out, measure, box, focus."""
        if self.cursor_at is not None:
            paint_crosshair(painter, self.ink, self.content, scene, self.cursor_at, self.cursor_y)
        if with_rows:
            paint_rows(painter, self.ink, self.content, self._read(scene), scene.geometry.plot)
        if self.measure is not None:
            paint_span(painter, self.ink, scene, self.measure, boxed=False)
        if self.box is not None:
            paint_span(painter, self.ink, scene, self.box, boxed=True)
        if self.hasFocus() or self.drop_wanted:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            colour = self.ink.colour(self.ink.colours.focus)
            width, height = float(self.width()), float(self.height())
            for edge in (
                QRectF(0, 0, width, 2),
                QRectF(0, height - 2, width, 2),
                QRectF(0, 0, 2, height),
                QRectF(width - 2, 0, 2, height),
            ):
                painter.fillRect(edge, colour)

    def paint_corner(self, painter: QPainter) -> None:
        """Paint what the read-out's own widget covers."""
        if self._still is not None:
            painter.drawPixmap(0, 0, self._still)
        self._over(painter, self.laid_out(), with_rows=True)

    def _crosshair_area(self) -> QRect:
        """Return one rectangle round the crosshair and its dots: a clip of several would make the blit slow."""
        if self.cursor_at is None:
            return QRect()
        if self.cursor_y is not None:
            return self.rect()
        scene = self.laid_out()
        xs = [scene.x(self.cursor_at)]
        for trace in self.content.shown():
            at = position_at(trace, self.cursor_at)
            if at is not None:
                xs.append(scene.x(float(trace.curve.x[at])))
        left, right = int(min(xs)) - 7, int(max(xs)) + 8
        return QRect(left, 0, right - left, self.height())

    def _place_corner(self) -> None:
        """Give the read-out room for its rows, in steps, so that it is seldom moved."""
        wanted = rows_area(self.ink, self.content, self._read(self.laid_out()), self.laid_out().geometry.plot)
        size = QSize(min(-(-int(wanted.right()) // 120) * 120, self.width()), int(wanted.height()) + 1)
        held = self._corner.size()
        if self._corner.isHidden() or size.width() > held.width() or size.height() != held.height():
            self._corner.setGeometry(0, 0, max(size.width(), 0), size.height())
            self._corner.show()
        self._corner.update()

    def _read(self, scene: Scene) -> list[Row]:
        """Return the rows of the read-out; kept until the crosshair or the view moves."""
        if self._rows is None:
            found = rows(self.content, self.ink, self.cursor_at, self.view.start, self.view.end)
            if self.cursor_at is not None and self.content.marks:
                found += mark_rows(mark_at(self.content, scene.x, scene.x(self.cursor_at)), self.ink)
            self._rows = found
        return self._rows

    # ------------------------------------------------------------------ points by key
    def step(self, by: int) -> None:
        """Move to a neighbouring point of the active trace and say it; the view follows."""
        shown = self.content.shown()
        if not shown:
            return
        trace = shown[self.active % len(shown)]
        count = len(trace.curve)
        if not count:
            self.say(self.tr("{title}, no data").format(title=trace.title))
            return
        if self.cursor_at is None and abs(by) < count:
            at = newest_position(trace, self.view.end) or 0
        else:
            at = min(max((trace.curve.nearest(self.cursor_at or 0.0) or 0) + by, 0), count - 1)
        self.go_to(trace, at)

    def go_to(self, trace: Trace, position: int) -> None:
        """Put the crosshair on a point, bring it into view, say it."""
        instant = float(trace.curve.x[position])
        if not self.view.start <= instant <= self.view.end:
            middle = (self.view.start + self.view.end) / 2
            self.pan_asked.emit(instant - middle)
        scene = self.laid_out()
        factor, offset = self.content.base(trace, self.view.start)
        height = scene.heights(trace.second_axis).pixel(float(trace.curve.y[position]) * factor + offset)
        self.crosshair_asked.emit(instant, height if math.isfinite(height) else None)
        self.say(spoken(trace, position, self.ink))

    def switch_trace(self, by: int) -> None:
        """Make another trace the one that the arrow keys walk along."""
        shown = self.content.shown()
        if shown:
            self.active = (self.active + by) % len(shown)
            self.step(0)

    def say(self, text: str) -> None:
        """Announce a text to screen readers."""
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.spoke.emit(text)

    def move_level(self, steps: float) -> None:
        """Move the selected threshold by hundredths of the axis."""
        movable = [level for level in self.content.thresholds if level.movable]
        if movable:
            level = movable[self.level % len(movable)]
            heights = self.laid_out().heights(level.second_axis)
            value = heights.value(heights.pixel(level.value) - steps * (heights.bottom - heights.top) / 100)
            self._gestures.place(level.id, value)
            self.threshold_dropped.emit(level.id, value)
            self.say(
                self.tr("{title}, {value}").format(title=level.title, value=self.ink.writer(heights.unit).exact(value))
            )

    def measure_by_drag(self, on: bool) -> None:
        """Make every drag a measurement, or none."""
        self._gestures.measuring = on
        if not on:
            self.measure = None
            self.update()

    def set_scale(self, scale: Scale) -> None:
        """Draw the first axis on another scale."""
        self.content.scale = scale
        self.content.fixed = None
        self.refresh()
        self.changed.emit()

    # ------------------------------------------------------------------ events
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self.refresh()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pan, zoom, measure by key."""
        if not self._gestures.key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        self._gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Reset: the value axis on itself, everything in the plot."""
        self._gestures.double(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom round the pointer, or pan."""
        self._gestures.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the crosshair away, unless keys put it there."""
        if self._gestures.now is Gesture.NONE and not self.hasFocus():
            self.crosshair_asked.emit(None, None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring and tell what is here."""
        self.describe()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at the pointer, or at the crosshair when a key asked."""
        scene = self.laid_out()
        place = QPointF(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            x = scene.x(self.cursor_at) if self.cursor_at is not None else self.width() / 2
            place = QPointF(x, self.cursor_y if self.cursor_y is not None else self.height() / 2)
        value = scene.first.value(place.y())
        self.menu_wanted.emit(scene.instant(place.x()), value, self.mapToGlobal(place.toPoint()))
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a metric."""
        if event.mimeData().hasFormat(METRIC_MIME):
            self.drop_wanted = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QEvent) -> None:
        """Forget the welcome."""
        self.drop_wanted = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a metric."""
        self.drop_wanted = False
        self.update()
        text = bytes(event.mimeData().data(METRIC_MIME).data()).decode("utf-8", "replace").strip()
        if text:
            event.acceptProposedAction()
            self.metric_dropped.emit(text)
