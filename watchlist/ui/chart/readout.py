"""What the crosshair reads: per trace the value with its interval, n, period and doubts, as rows and as speech.

A number is never given alone: what it rests on and whether it is final stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from watchlist.domain.instants import DAY
from watchlist.ui.chart.content import Mark, MarkKind, PaneContent
from watchlist.ui.chart.ink import Ink, Type
from watchlist.ui.chart.timeaxis import day_span, full
from watchlist.ui.chart.traces import Reading, Trace, position_at, read
from watchlist.ui.chart.valueaxis import Scale

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the read-out; ``colour`` is the swatch, empty for none."""

    colour: str
    title: str
    value: str
    detail: str


def newest_position(trace: Trace, end: float) -> int | None:
    """Return the newest complete point at or before an instant, else the newest."""
    at = int(trace.curve.x.searchsorted(end, "right")) - 1
    newest = at
    while at >= 0 and trace.facts.complete is not None and not trace.facts.complete[at]:
        at -= 1
    return at if at >= 0 else (newest if newest >= 0 else None)


def facts_of(reading: Reading, trace: Trace, ink: Ink) -> list[str]:
    """Return what stands beside a value: interval, n, period, doubts."""
    writer = ink.writer(trace.unit)
    parts: list[str] = []
    if reading.candle is not None:
        names = (translate("Chart", "O"), translate("Chart", "H"), translate("Chart", "L"), translate("Chart", "C"))
        parts.append("  ".join(f"{n} {writer.exact(v)}" for n, v in zip(names, reading.candle, strict=True)))
    if reading.low is not None and reading.high is not None:
        parts.append(f"{writer.exact(reading.low)} – {writer.exact(reading.high)}")
    if reading.other is not None:
        parts.append(f"{trace.other_title} {writer.exact(reading.other)}")
    if reading.n is not None:
        parts.append("n " + ink.locale.toString(reading.n))
    if reading.start is not None and reading.end is not None and reading.end - reading.start > DAY:
        parts.append(day_span(reading.start, reading.end, "UTC", ink.locale))
    if not reading.complete:
        parts.append(translate("Chart", "incomplete"))
    if not reading.enough:
        parts.append(translate("Chart", "small cohort"))
    if reading.disputed:
        parts.append(translate("Chart", "sources disagree"))
    return parts


def rows(content: PaneContent, ink: Ink, instant: float | None, start: float, end: float) -> list[Row]:
    """Return the rows of a pane: at an instant, or of the newest complete values where there is none."""
    found: list[Row] = []
    for trace in content.shown():
        at = newest_position(trace, end) if instant is None else position_at(trace, instant)
        colour = ink.colours.line(trace.colour)
        if at is None:
            found.append(
                Row(
                    colour,
                    trace.title,
                    "–",
                    translate("Chart", "no value here") if len(trace.curve) else translate("Chart", "no data"),
                )
            )
            continue
        reading = read(trace, at)
        text = ink.writer(trace.unit).exact(reading.value)
        factor, offset = content.base(trace, start)
        if content.axis_scale(trace) in (Scale.PERCENT, Scale.INDEXED):
            unit = content.axis_unit(trace.second_axis)
            text = f"{ink.writer(unit).exact(reading.value * factor + offset)}  ({text})"
        found.append(Row(colour, trace.title, text, "   ".join(facts_of(reading, trace, ink))))
    return found


def mark_rows(marks: list[Mark], ink: Ink) -> list[Row]:
    """Return the rows of the marks under the crosshair."""
    names = {
        MarkKind.FIRING: (ink.colours.firing, translate("Chart", "Alert")),
        MarkKind.ANNOTATION: (ink.colours.annotation, translate("Chart", "Note")),
        MarkKind.QUARANTINED: (ink.colours.disputed, translate("Chart", "Set aside")),
        MarkKind.EVENT: (ink.colours.annotation, translate("Chart", "Event")),
        MarkKind.DIVERGENCE: (ink.colours.disputed, translate("Chart", "Divergence")),
        MarkKind.HOLLOW: (ink.colours.disputed, translate("Chart", "Hollow growth")),
    }
    return [
        Row(names[m.kind][0], names[m.kind][1], m.text, full(m.instant, ink.zone, ink.locale, with_time=False))
        for m in marks
    ]


def heading(content: PaneContent, ink: Ink) -> str:
    """Return the pane's title, with the date as known on which it is drawn."""
    if content.as_known_on is None:
        return content.title
    known = full(content.as_known_on, ink.zone, ink.locale, with_time=False)
    return content.title + "  ·  " + translate("Chart", "as known on {date}").format(date=known)


def paint_rows(painter: QPainter, ink: Ink, content: PaneContent, shown: list[Row], plot: QRectF) -> float:
    """Write the heading and the rows into the plot's upper left corner; return the height that they took."""
    x, y = plot.left() + 10, plot.top() + 6
    line = round(ink.height() + 3)
    title = heading(content, ink)
    lone = len(shown) == 1 and shown[0].title == content.title
    most = max(1, int((plot.height() - 12) // line))
    if not lone:
        x0 = x
        if len(shown) + 1 > most or not shown:
            shown = shown[: max(0, most - 1)]
        width = ink.width(title, Type.BOLD)
        _back(painter, ink, x0, y, width, line)
        ink.text(painter, x0, y, title, ink.colours.text, Type.BOLD)
        y += line
    for row in shown:
        _row(painter, ink, row, title if lone else row.title, lone, x, y, plot.right() - 12)
        y += line
    return y + 2


def rows_area(ink: Ink, content: PaneContent, shown: list[Row], plot: QRectF) -> QRectF:
    """Return where heading and rows are written, for repainting just that."""
    width = ink.width(heading(content, ink), Type.BOLD)
    for row in shown:
        parts = ink.width(row.title, Type.BOLD) + ink.width(row.value, Type.BOLD) + ink.width(row.detail)
        width = max(width, 40 + parts)
    height = 8 + (len(shown) + 1) * round(ink.height() + 3)
    return QRectF(plot.left(), plot.top(), min(width + 24, plot.width()), min(height, plot.height()))


def _row(painter: QPainter, ink: Ink, row: Row, title: str, bold: bool, x: float, y: float, right: float) -> None:
    line = round(ink.height() + 3)
    kind = Type.BOLD if bold else Type.NORMAL
    parts = [(title, ink.colours.text, kind), (row.value, row.colour or ink.colours.text, Type.BOLD)]
    width = 16 + sum(ink.width(text, k) + 10 for text, _, k in parts)
    detail = ink.elided(row.detail, Type.NORMAL, max(0.0, right - x - width)) if row.detail else ""
    _back(painter, ink, x, y, width + ink.width(detail), line)
    if row.colour:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour(row.colour))
        painter.drawRoundedRect(QRectF(x, y + ink.height() / 2 - 4, 9, 9), 2, 2)
    x += 16
    for text, colour, k in parts:
        x += ink.text(painter, x, y, text, colour, k) + 10
    if detail:
        ink.text(painter, x, y, detail, ink.colours.muted)


def _back(painter: QPainter, ink: Ink, x: float, y: float, width: float, line: float) -> None:
    painter.fillRect(QRectF(x - 4, y - 1, width + 8, line), ink.colour(ink.colours.plot, 215))


def spoken(trace: Trace, position: int, ink: Ink) -> str:
    """Return a point in words, for a screen reader."""
    reading = read(trace, position)
    writer = ink.writer(trace.unit)
    if reading.start is not None and reading.end is not None:
        when = day_span(reading.start, reading.end, "UTC", ink.locale)
    else:
        when = full(reading.instant, ink.zone, ink.locale, with_time=True)
    words = [trace.title, writer.exact(reading.value), when]
    if reading.low is not None and reading.high is not None:
        words.append(
            translate("Chart", "interval {low} to {high}").format(
                low=writer.exact(reading.low), high=writer.exact(reading.high)
            )
        )
    if reading.n is not None:
        words.append(translate("Chart", "n {count}").format(count=ink.locale.toString(reading.n)))
    words += [
        word
        for word, holds in (
            (translate("Chart", "incomplete"), not reading.complete),
            (translate("Chart", "small cohort"), not reading.enough),
            (translate("Chart", "sources disagree"), reading.disputed),
        )
        if holds
    ]
    words.append(translate("Chart", "point {at} of {all}").format(at=position + 1, all=len(trace.curve)))
    return ", ".join(words)


def summary(content: PaneContent, ink: Ink, start: float, end: float) -> str:
    """Return what a pane shows, in a few sentences, for a screen reader."""
    if not content.shown():
        return content.message or translate("Chart", "Nothing is drawn.")
    whole = [day_span(start, end, ink.zone, ink.locale)]
    for trace in content.shown():
        first = int(trace.curve.x.searchsorted(start))
        stop = int(trace.curve.x.searchsorted(end, "right"))
        if stop <= first:
            whole.append(translate("Chart", "{title}: no data in this stretch.").format(title=trace.title))
            continue
        writer = ink.writer(trace.unit)
        part = trace.curve.cut(start, end, 400).bounds() or (float("nan"), float("nan"))
        whole.append(
            translate("Chart", "{title}: {count} points, from {first} to {last}, lowest {low}, highest {high}.").format(
                title=trace.title,
                count=ink.locale.toString(stop - first),
                first=writer.exact(float(trace.curve.y[first])),
                last=writer.exact(float(trace.curve.y[stop - 1])),
                low=writer.exact(part[0]),
                high=writer.exact(part[1]),
            )
        )
    return " ".join(whole)
