"""Paints the watchlist's cells that are more than text: name and symbol, change with sign, spark line, interval, flags.

Colour never stands alone: a sign, a word or a shape says the same. Must stay cheap: it runs for each visible cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from watchlist.domain.answers import WatchRow
from watchlist.domain.figures import Figure
from watchlist.ui.colours import readable
from watchlist.ui.models.watch_flags import flag_words
from watchlist.ui.models.watch_model import Index, Section, WatchModel
from watchlist.ui.words import DASH

if TYPE_CHECKING:
    from watchlist.ui.theme import Theme

PAD = 6
MOST_SPARKS = 2000
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Cell(NamedTuple):
    """What a cell's painter needs: the row, the column's figure and the text."""

    row: WatchRow
    figure: Figure | None
    text: str


class WatchDelegate(QStyledItemDelegate):
    """Paints by the column's ``paint``; a plain column is painted as text."""

    def __init__(self, theme: Theme, hidden: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hidden = hidden
        self.tag_colours: Mapping[str, str] = {}
        self._plain = QFont()
        self._bold, self._badges, self._arrows = QFont(), QFont(), QFont()
        self._measures: dict[int, QFontMetricsF] = {}
        self._widest = 0.0
        self._sparks: dict[str, tuple[object, QPixmap]] = {}
        self._painters: dict[str, Callable[[QPainter, QRectF, Cell, QColor, QFont], None]] = {
            "asset": self._asset,
            "change": self._change,
            "spark": self._spark,
            "band": self._band,
            "score": self._score,
            "flags": self._flags,
            "age": self._age,
            "alerts": self._alerts,
            "tags": self._tags,
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and selection, then the cell's own content; the view has painted the row's ground."""
        model = index.model()
        if not isinstance(model, WatchModel):
            return
        entry, column = model.entry(index.row()), model.columns[index.column()]
        colours = self._theme.colours
        if not self._measures:
            self._take_font(option.font)
        area = QRectF(option.rect)
        if isinstance(entry, Section):
            self._section(painter, area, entry, first=index.column() == 0)
            return
        state = option.state.value
        chosen = bool(state & _SELECTED)
        if chosen:
            painter.fillRect(area, QColor(colours.selection))
        if state & _FOCUSED:
            painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 2), QColor(colours.accent))
        ink = QColor(colours.on_selection if chosen else colours.text)
        area = area.adjusted(PAD, 0, -PAD, 0)
        if self._hidden() and not state & _HOVERED and column.key != "asset":
            self._text(painter, area, "•••", QColor(colours.muted), self._plain, right=column.right)
            return
        own = self._painters.get(column.paint)
        text = model.text(entry, column)
        if own is not None:
            own(painter, area, Cell(entry, entry.figures.get(column.metric), text), ink, self._plain)
            return
        figure = entry.figures.get(column.metric)
        faint = text == DASH or (figure is not None and not figure.enough) or entry.stale
        self._text(painter, area, text, QColor(colours.muted) if faint else ink, self._plain, right=column.right)

    def forget_fonts(self) -> None:
        """Take the fonts anew with the next cell: the view's font has changed."""
        self._measures = {}
        self._sparks = {}

    def _take_font(self, font: QFont) -> None:
        """Make the fonts that cells use, once per font of the view."""
        self._plain = QFont(font)
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._badges = QFont(self._bold)
        self._badges.setPointSizeF(font.pointSizeF() * 0.8)
        self._arrows = QFont(font)
        self._arrows.setPointSizeF(font.pointSizeF() * 0.7)
        fonts = (self._plain, self._bold, self._badges, self._arrows)
        self._measures = {id(one): QFontMetricsF(one) for one in fonts}
        self._widest = self._measures[id(self._bold)].horizontalAdvance("0") * 1.05

    def _section(self, painter: QPainter, area: QRectF, section: Section, *, first: bool) -> None:
        colours = self._theme.colours
        painter.fillRect(area, QColor(colours.window))
        if first:
            inner = area.adjusted(PAD, 0, -PAD, 0)
            used = self._text(painter, inner, section.title, QColor(colours.text), self._bold, right=False)
            count = inner.adjusted(used + 8, 0, 0, 0)
            self._text(painter, count, str(section.size), QColor(colours.muted), self._plain, right=False)

    def _text(
        self, painter: QPainter, area: QRectF, text: str, ink: QColor, font: QFont, *, right: bool = True
    ) -> float:
        painter.setFont(font)
        painter.setPen(ink)
        metrics = self._measures[id(font)]
        if right and len(text) * self._widest < area.width():  # certainly fits: a column of numbers is not measured
            painter.drawText(area, _RIGHT, text)
            return 0.0
        wide = metrics.horizontalAdvance(text)
        if wide > area.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            wide = metrics.horizontalAdvance(text)
        painter.drawText(area, _RIGHT if right else _LEFT, text)
        return wide

    def _asset(self, painter: QPainter, area: QRectF, cell: Cell, ink: QColor, font: QFont) -> None:
        row = cell.row
        colours = self._theme.colours
        used = self._text(painter, area, row.name, ink, self._bold, right=False)
        rest = area.adjusted(used + 8, 0, 0, 0)
        if rest.width() < 20:
            return
        used = self._text(painter, rest, row.symbol, QColor(colours.muted), font, right=False)
        rest = rest.adjusted(used + 8, 0, 0, 0)
        if row.simulated and rest.width() > 30:
            self._badge(painter, rest, self.tr("SIM"), QColor(colours.simulated), font)
        elif row.warnings and rest.width() > 20:
            self._badge(painter, rest, "!", QColor(colours.warning), font)

    def _badge(self, painter: QPainter, area: QRectF, text: str, colour: QColor, font: QFont) -> float:
        small = self._badges
        metrics = self._measures[id(small)]
        wide, high = metrics.horizontalAdvance(text) + 8, metrics.height() + 1
        box = QRectF(area.left(), area.center().y() - high / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return wide

    def _change(self, painter: QPainter, area: QRectF, cell: Cell, _ink: QColor, font: QFont) -> None:
        figure = cell.figure
        colours = self._theme.colours
        value = figure.value if figure is not None else None
        colour = colours.muted if not value else (colours.up if value > 0 else colours.down)
        self._text(painter, area, cell.text, QColor(colour), font)

    def _spark(self, painter: QPainter, area: QRectF, cell: Cell, _ink: QColor, font: QFont) -> None:
        row = cell.row
        if len(row.spark) < 2:
            self._text(painter, area, DASH, QColor(self._theme.colours.muted), font, right=False)
            return
        rising = row.spark[-1] >= row.spark[0]
        colour = self._theme.colours.up if rising else self._theme.colours.down
        density = painter.device().devicePixelRatioF()
        made_of = (row.spark, area.width(), area.height(), colour, density)
        kept = self._sparks.get(row.network)
        if kept is None or kept[0] != made_of:
            if len(self._sparks) > MOST_SPARKS:
                self._sparks.clear()
            kept = self._sparks[row.network] = (made_of, _spark_line(row.spark, area, QColor(colour), density))
        painter.drawPixmap(area.topLeft(), kept[1])

    def _band(self, painter: QPainter, area: QRectF, cell: Cell, ink: QColor, font: QFont) -> None:
        """Write the share with an arrow for its trend; under it a small bar shows the interval from 0 to 100 %."""
        figure = cell.figure
        colours = self._theme.colours
        if figure is None or figure.value is None:
            self._text(painter, area, DASH, QColor(colours.muted), font)
            return
        arrow = "" if not figure.change else ("▲" if figure.change > 0 else "▼")
        colour = ink if figure.enough else QColor(colours.muted)
        upper = area.adjusted(0, 0, 0, -4)
        self._text(painter, upper.adjusted(0, 0, -14, 0), cell.text, colour, font)
        tint = QColor(colours.up if arrow == "▲" else colours.down)
        self._text(painter, upper, arrow, tint, self._arrows)
        low, high = figure.low, figure.high
        if low is None or high is None:
            return
        base = QRectF(area.left(), area.bottom() - 5, area.width() - 14, 2)
        painter.fillRect(base, QColor(colours.grid))
        band = QRectF(base.left() + low * base.width(), base.top(), max(2.0, (high - low) * base.width()), 2)
        painter.fillRect(band, QColor(colours.accent if figure.enough else colours.muted))

    def _score(self, painter: QPainter, area: QRectF, cell: Cell, ink: QColor, font: QFont) -> None:
        text = cell.text
        self._text(painter, area, text, QColor(self._theme.colours.muted) if text == DASH else ink, self._bold)

    def _flags(self, painter: QPainter, area: QRectF, cell: Cell, _ink: QColor, font: QFont) -> None:
        colour = QColor(self._theme.colours.warning)
        left = area
        for word in flag_words(cell.row):
            wide = self._badge(painter, left, word, colour, font)
            left = left.adjusted(wide + 4, 0, 0, 0)

    def _age(self, painter: QPainter, area: QRectF, cell: Cell, ink: QColor, font: QFont) -> None:
        row = cell.row
        colour = QColor(self._theme.colours.stale) if row.stale else ink
        text = cell.text if not row.stale or row.updated is None else self.tr("old {age}").format(age=cell.text)
        self._text(painter, area, text, colour if cell.text != DASH else QColor(self._theme.colours.muted), font)

    def _alerts(self, painter: QPainter, area: QRectF, cell: Cell, _ink: QColor, font: QFont) -> None:
        self._text(painter, area, cell.text, QColor(self._theme.colours.error), font)

    def _tags(self, painter: QPainter, area: QRectF, cell: Cell, _ink: QColor, font: QFont) -> None:
        """Write each tag in a frame of its colour, readable on this theme; the text says the same without it."""
        colours = self._theme.colours
        grounds = (colours.base, colours.alternate, colours.selection)
        left = area
        for tag in cell.row.tags:
            if left.width() < 20:
                return
            shade = self.tag_colours.get(tag, colours.muted)
            left = left.adjusted(self._badge(painter, left, tag, QColor(readable(shade, grounds)), font) + 4, 0, 0, 0)


def _spark_line(values: tuple[float, ...], area: QRectF, colour: QColor, density: float) -> QPixmap:
    """Return a line through values as a picture: painting it again costs less than drawing it again."""
    picture = QPixmap((area.size() * density).toSize())
    picture.setDevicePixelRatio(density)
    picture.fill(QColor(0, 0, 0, 0))
    low, high = min(values), max(values)
    size, tall = (high - low) or 1.0, area.height() - 10
    step = (area.width() - 1) / (len(values) - 1)
    line = QPolygonF([QPointF(at * step, 5 + tall - (v - low) / size * tall) for at, v in enumerate(values)])
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.0))
    painter.drawPolyline(line)
    painter.end()
    return picture
