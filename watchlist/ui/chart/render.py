"""Charts as pictures: PNG of any size and density, SVG whose text stays text; title, legend, definition, footer.

What is on screen is what is painted: a stack paints its panes through the same scene, a card its own plot. Works
without a display on the offscreen platform. Must never leave out that the data are simulated, nor where they are from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from watchlist.domain.atomic_file import write_atomically
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.geometry import Geometry
from watchlist.ui.chart.heatmap import HeatMap
from watchlist.ui.chart.ink import Ink, Type
from watchlist.ui.chart.multiples import SmallMultiples
from watchlist.ui.chart.readout import paint_rows, rows
from watchlist.ui.chart.scene import axis_width, lay_out, paint, paint_time_axis, watermark
from watchlist.ui.chart.stack import LEAST_AXIS, ChartStack
from watchlist.ui.chart.svg import straightened


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is to be: size in pixels, device pixels per pixel, theme, and the words round the chart."""

    width: int = 1200
    height: int = 800
    density: float = 2.0
    colours: ChartColours = LIGHT
    title: str = ""
    definition: str = ""
    footer: str = ""
    simulated: bool = False


def png(chart: QWidget, picture: Picture) -> bytes:
    """Return a chart as PNG; its density stands in the file, so that it prints at its size."""
    size = QSize(round(picture.width * picture.density), round(picture.height * picture.density))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(picture.density)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    draw(painter, chart, picture, vector=False)
    painter.end()
    dots = round(96 * picture.density / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    for key, value in (("Title", picture.title), ("Description", picture.definition), ("Source", picture.footer)):
        if value:
            image.setText(key, value)
    memory = QByteArray()
    buffer = QBuffer(memory)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(memory.data())


def svg(chart: QWidget, picture: Picture) -> bytes:
    """Return a chart as SVG; pens have true widths, text is text."""
    memory = QByteArray()
    buffer = QBuffer(memory)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    maker = QSvgGenerator()
    maker.setOutputDevice(buffer)
    maker.setResolution(96)
    maker.setSize(QSize(picture.width, picture.height))
    maker.setViewBox(QRectF(0, 0, picture.width, picture.height))
    maker.setTitle(picture.title or chart.accessibleName())
    maker.setDescription(" ".join(part for part in (picture.definition, picture.footer) if part))
    painter = QPainter(maker)
    draw(painter, chart, picture, vector=True)
    painter.end()
    buffer.close()
    return straightened(bytes(memory.data()))


def save(chart: QWidget, path: Path, picture: Picture) -> None:
    """Write a picture by its file's ending, whole or not at all. Raises OSError."""
    write_atomically(path, svg(chart, picture) if path.suffix.lower() == ".svg" else png(chart, picture), 0o644)


def to_clipboard(chart: QWidget, picture: Picture) -> None:
    """Put a chart on the clipboard as a picture."""
    QGuiApplication.clipboard().setImage(QImage.fromData(png(chart, picture)))


def draw(painter: QPainter, chart: QWidget, picture: Picture, *, vector: bool) -> None:
    """Draw title, chart, definition and footer with any painter."""
    font = QFont(chart.font())
    ink = Ink(
        picture.colours, font, picture.density if not vector else 1.0, zone=getattr(chart, "zone", "UTC"), vector=vector
    )
    width, height = float(picture.width), float(picture.height)
    painter.fillRect(QRectF(0, 0, width, height), ink.colour(picture.colours.plot))
    top = _head(painter, ink, chart, picture)
    bottom = _foot(painter, ink, picture)
    area = QRectF(12, top, width - 24, max(60.0, height - top - bottom))
    if isinstance(chart, ChartStack):
        _stack(painter, ink, chart, area, picture)
    elif isinstance(chart, HeatMap | SmallMultiples):
        old = chart.colours
        chart.set_colours(picture.colours)
        marked, chart.simulated = chart.simulated, chart.simulated or picture.simulated
        chart.paint_into(painter, ink, area)
        chart.simulated = marked
        chart.set_colours(old)
    else:
        _card(painter, ink, chart, area, picture)


def _head(painter: QPainter, ink: Ink, chart: QWidget, picture: Picture) -> float:
    title = picture.title or chart.accessibleName()
    big = QFont(ink.font(Type.BOLD))
    big.setPointSizeF(big.pointSizeF() * 1.35)
    line = ink.height() * 1.35
    painter.setFont(big)
    painter.setPen(ink.colour(ink.colours.text))
    painter.drawText(QRectF(16, 10, picture.width - 32, line + 4), Qt.AlignmentFlag.AlignLeft, title)
    if picture.simulated:
        word = QCoreApplication.translate("Chart", "SIMULATED")
        ink.text(painter, picture.width - 16, 12, word, ink.colours.watermark, Type.BOLD, 1.0)
    return line + 20


def _foot(painter: QPainter, ink: Ink, picture: Picture) -> float:
    lines = [(text, kind) for text, kind in ((picture.definition, Type.NORMAL), (picture.footer, Type.SMALL)) if text]
    broken: list[tuple[str, Type]] = []
    for text, kind in lines:
        broken += [(part, kind) for part in _wrapped(ink, text, kind, picture.width - 32)]
    step = ink.height() + 2
    y = picture.height - 8 - step * len(broken)
    for text, kind in broken:
        ink.text(painter, 16, y, text, ink.colours.muted, kind)
        y += step
    return 14 + step * len(broken)


def _wrapped(ink: Ink, text: str, kind: Type, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and ink.width(longer, kind) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _stack(painter: QPainter, ink: Ink, stack: ChartStack, area: QRectF, picture: Picture) -> None:
    """Paint the panes of a stack with the heights that they have on screen."""
    sizes = [max(1, size) for size in stack.splitter.sizes()] or [1]
    if len(sizes) != len(stack.panes):
        sizes = [pane.content.stretch for pane in stack.panes]
    foot = ink.height(Type.BOLD) + 10
    whole = area.height() - foot - 3 * max(0, len(stack.panes) - 1)
    heights = [round(whole * size / sum(sizes)) for size in sizes]
    scenes = []
    for pane, height in zip(stack.panes, heights, strict=True):
        scenes.append(lay_out(pane.content, stack.view, Geometry(area.width(), height, 0, LEAST_AXIS), ink))
    left = max((axis_width(ink, scene.second) for scene in scenes), default=0.0)
    right = max([LEAST_AXIS, *(axis_width(ink, scene.first) for scene in scenes)])
    y = area.top()
    for pane, height in zip(stack.panes, heights, strict=True):
        content = pane.content
        if picture.simulated and not content.simulated:
            content = replace(content, simulated=True)
        scene = lay_out(content, stack.view, Geometry(area.width(), height, left, right), ink)
        painter.save()
        painter.translate(area.left(), y)
        painter.setClipRect(QRectF(0, 0, area.width(), height))
        paint(painter, ink, content, scene)
        shown = rows(content, ink, None, stack.view.start, stack.view.end)
        paint_rows(painter, ink, content, shown, scene.geometry.plot)
        painter.restore()
        y += height + 3
        ink.across(painter, area.left(), area.right(), y - 2, ink.colours.frame)
    paint_time_axis(painter, ink, stack.view, QRectF(area.left(), y, area.width(), foot), left, right)


def _card(painter: QPainter, ink: Ink, chart: QWidget, area: QRectF, picture: Picture) -> None:
    """Paint a card's plot, resized for it, with the legend above."""
    from watchlist.ui.chart.card import Card  # noqa: PLC0415 - pyqtgraph only where a card is drawn

    if not isinstance(chart, Card):
        raise TypeError(f"{type(chart).__name__} is no chart")
    x = area.left() + 4
    for entry in chart.legend:
        wide = 18 + ink.width(entry.title) + 16
        if x + wide > area.right() and x > area.left() + 4:
            x, area = area.left() + 4, area.adjusted(0, ink.height() + 4, 0, 0)
        box = QRectF(x, area.top() + ink.height() / 2 - 4, 9, 9)
        painter.fillRect(box, ink.colour(entry.colour))
        if entry.hollow:
            painter.fillRect(box.adjusted(1, 1, -1, -1), ink.colour(ink.colours.plot))
        ink.text(painter, x + 16, area.top(), entry.title, ink.colours.muted)
        x += wide
    if chart.legend:
        area = area.adjusted(0, ink.height() + 6, 0, 0)
    old_size, old_colours = chart.plot.size(), chart.colours
    chart.stroke = picture.density if not ink.vector else 1.4
    chart.set_colours(picture.colours)
    chart.plot.resize(QSizeF(area.width(), area.height()).toSize())
    QCoreApplication.sendPostedEvents(chart.plot)
    chart.plot.plotItem.vb.updateViewRange()
    chart.plot.scene().prepareForPaint()
    chart.plot.setBackground(None)
    chart.plot.render(painter, area, chart.plot.viewport().rect())
    chart.plot.resize(old_size)
    chart.stroke = 0.0
    chart.set_colours(old_colours)
    if chart.simulated or picture.simulated:
        watermark(painter, ink, area)
