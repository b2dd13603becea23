"""What the pointer and the keys do in a pane: drag to pan, box, measure, threshold and axis; wheel; every key.

Apart from the pane's painting, so that either can be read alone. It asks through the pane's signals.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from watchlist.ui.chart.content import Threshold
from watchlist.ui.chart.marks import REACH
from watchlist.ui.chart.measure import Span
from watchlist.ui.chart.valueaxis import Scale

if TYPE_CHECKING:
    from watchlist.ui.chart.pane import Pane


class Gesture(Enum):
    """What a drag does."""

    NONE = 0
    PAN = 1
    BOX = 2
    MEASURE = 3
    LEVEL = 4
    AXIS = 5


class Gestures:
    """The gestures of one pane; ``measuring`` makes every drag a measurement."""

    def __init__(self, pane: Pane) -> None:
        """Serve a pane."""
        self._pane = pane
        self.now = Gesture.NONE
        self.measuring = False
        self._from = QPointF()
        self._range = (0.0, 1.0)
        self._level = ""

    # ------------------------------------------------------------------ pointer
    def press(self, event: QMouseEvent) -> None:
        """Begin what the place and the modifiers mean."""
        pane = self._pane
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, scene = event.position(), pane.laid_out()
        self._from = place
        pane.measure = None
        level = self._level_at(place)
        if scene.geometry.first_axis.contains(place):
            self.now = Gesture.AXIS
            self._range = (scene.first.low, scene.first.high)
        elif level is not None:
            self.now, self._level = Gesture.LEVEL, level.id
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.now = Gesture.BOX
        elif self.measuring or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.now = Gesture.MEASURE
        else:
            self.now = Gesture.PAN
            pane.setCursor(Qt.CursorShape.ClosedHandCursor)
        pane.update()

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or move the crosshair."""
        pane, place = self._pane, event.position()
        scene = pane.laid_out()
        if self.now is Gesture.PAN:
            width = scene.geometry.plot.width()
            pane.pan_asked.emit((self._from.x() - place.x()) / width * pane.view.width)
            self._from = place
        elif self.now is Gesture.LEVEL:
            level = next((one for one in pane.content.thresholds if one.id == self._level), None)
            if level is not None:
                self.place(level.id, scene.heights(level.second_axis).value(place.y()))
        elif self.now is Gesture.AXIS:
            low, high = self._range
            factor = 2.0 ** ((place.y() - self._from.y()) / 120)
            middle, half = (low + high) / 2, (high - low) / 2 * factor
            pane.content.fixed = (middle - half, middle + half)
            pane.refresh()
        elif self.now in (Gesture.BOX, Gesture.MEASURE):
            span = self._span(self._from, place)
            if self.now is Gesture.BOX:
                pane.box = span
            else:
                pane.measure = span
            pane.update()
        else:
            self._hover(place)
        if scene.geometry.plot.contains(place) or self.now is not Gesture.NONE:
            pane.crosshair_asked.emit(pane.laid_out().instant(place.x()), place.y())
        else:
            pane.crosshair_asked.emit(None, None)

    def release(self, event: QMouseEvent) -> None:
        """End a drag."""
        pane, ended = self._pane, self.now
        self.now = Gesture.NONE
        pane.unsetCursor()
        if ended is Gesture.BOX and pane.box is not None:
            box, pane.box = pane.box, None
            if abs(event.position().x() - self._from.x()) > 4:
                self._zoom_to(box)
        elif ended is Gesture.LEVEL:
            level = next((one for one in pane.content.thresholds if one.id == self._level), None)
            if level is not None:
                pane.threshold_dropped.emit(level.id, level.value)
        elif ended is Gesture.AXIS:
            pane.changed.emit()
        elif ended is Gesture.MEASURE and pane.measure is not None:
            pane.say(pane.measure.text(pane.ink, pane.laid_out()))
        pane.update()

    def double(self, event: QMouseEvent) -> None:
        """Free the value range; in the plot also show everything."""
        pane = self._pane
        pane.content.fixed = None
        pane.refresh()
        if pane.laid_out().geometry.plot.contains(event.position()):
            pane.reset_asked.emit()
        pane.changed.emit()

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom; with shift, or by a sideways wheel, pan."""
        pane = self._pane
        turn = event.angleDelta()
        sideways = turn.x() if abs(turn.x()) > abs(turn.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not sideways:
            sideways = turn.y()
        if sideways:
            pane.pan_asked.emit(-sideways / 120 * 0.08 * pane.view.width)
        elif turn.y():
            instant = pane.laid_out().instant(event.position().x())
            pane.zoom_asked.emit(0.85 ** (turn.y() / 120), instant)
        event.accept()

    # ------------------------------------------------------------------ keys
    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means; return whether it means anything."""
        pane, key = self._pane, event.key()
        many = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                pane.move_level(many if key == Qt.Key.Key_Up else -many)
                return True
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                pane.pan_asked.emit((0.15 if key == Qt.Key.Key_Right else -0.15) * pane.view.width)
                return True
            return False
        walk = {Qt.Key.Key_Left: -many, Qt.Key.Key_Right: many, Qt.Key.Key_Home: -(1 << 40), Qt.Key.Key_End: 1 << 40}
        if key in walk:
            pane.step(walk[Qt.Key(key)])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            pane.switch_trace(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            middle = pane.cursor_at if pane.cursor_at is not None else (pane.view.start + pane.view.end) / 2
            pane.zoom_asked.emit(1.25 if key == Qt.Key.Key_Minus else 0.8, middle)
        elif key == Qt.Key.Key_0:
            pane.content.fixed = None
            pane.reset_asked.emit()
        elif key == Qt.Key.Key_Escape and (pane.cursor_at is not None or pane.measure is not None):
            pane.measure = pane.box = None
            pane.crosshair_asked.emit(None, None)
            pane.update()
        elif key == Qt.Key.Key_M:
            self._measure_by_key()
        elif key in (Qt.Key.Key_L, Qt.Key.Key_P):
            wanted = Scale.LOG if key == Qt.Key.Key_L else Scale.PERCENT
            pane.set_scale(Scale.LINEAR if pane.content.scale is wanted else wanted)
        else:
            return False
        return True

    def place(self, level_id: str, value: float) -> None:
        """Put a threshold at a value and tell."""
        levels = self._pane.content.thresholds
        for at, level in enumerate(levels):
            if level.id == level_id:
                levels[at] = replace(level, value=value)
        self._pane.refresh()
        self._pane.threshold_moved.emit(level_id, value)

    # ------------------------------------------------------------------ parts
    def _measure_by_key(self) -> None:
        """Set the first end at the crosshair; the second time measure from there."""
        pane = self._pane
        if pane.cursor_at is None or pane.cursor_y is None:
            return
        value = pane.laid_out().first.value(pane.cursor_y)
        if pane.measure is None:
            pane.measure = Span(pane.cursor_at, value, pane.cursor_at, value)
            pane.say(QCoreApplication.translate("Chart", "Measuring from here. Walk to the other end and press M."))
        else:
            pane.measure = replace(pane.measure, end=pane.cursor_at, end_value=value)
            pane.say(pane.measure.text(pane.ink, pane.laid_out()))
        pane.update()

    def _zoom_to(self, box: Span) -> None:
        """Show what a box holds, in time and in value."""
        pane = self._pane
        heights = pane.laid_out().first
        ends = sorted((heights.pixel(box.start_value), heights.pixel(box.end_value)))
        if ends[1] - ends[0] > 12:
            top, bottom = ends
            pane.content.fixed = tuple(  # type: ignore[assignment]  # two numbers
                heights.low + (heights.bottom - y) / heights.per_unit for y in (bottom, top)
            )
        pane.span_asked.emit(box.start, box.end)
        pane.refresh()
        pane.changed.emit()

    def _span(self, one: QPointF, other: QPointF) -> Span:
        scene = self._pane.laid_out()
        return Span(
            scene.instant(one.x()), scene.first.value(one.y()), scene.instant(other.x()), scene.first.value(other.y())
        )

    def _level_at(self, place: QPointF) -> Threshold | None:
        scene = self._pane.laid_out()
        if not scene.geometry.plot.contains(place):
            return None
        for level in self._pane.content.thresholds:
            if level.movable and abs(scene.heights(level.second_axis).pixel(level.value) - place.y()) <= REACH:
                return level
        return None

    def _hover(self, place: QPointF) -> None:
        on_axis = self._pane.laid_out().geometry.first_axis.contains(place)
        if on_axis or self._level_at(place) is not None:
            self._pane.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self._pane.setCursor(Qt.CursorShape.CrossCursor)
