"""Paints the watchlist's cells that are more than text: name and symbol, change with sign, spark line, interval, flags.

Colour never stands alone: a sign, a word or a shape says the same. Must stay cheap: it runs for each visible cell.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from watchlist.domain.answers import WatchRow
from watchlist.domain.figures import Figure
from watchlist.ui.models.watch_columns import WatchColumn
from watchlist.ui.models.watch_model import COLUMN, FIGURE, ROW, Index, flag_words
from watchlist.ui.words import DASH

if TYPE_CHECKING:
    from watchlist.ui.theme import Theme

PAD = 6


class WatchDelegate(QStyledItemDelegate):
    """Paints by the column's ``paint``; a plain column is painted as text."""

    def __init__(self, theme: Theme, hidden: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hidden = hidden
        self._painters: dict[str, Callable[[QPainter, QRectF, Index, QColor, QFont], None]] = {
            "asset": self._asset,
            "change": self._change,
            "spark": self._spark,
            "band": self._band,
            "score": self._score,
            "flags": self._flags,
            "age": self._age,
            "alerts": self._alerts,
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and selection as the style does, then the cell's own content."""
        column = index.data(COLUMN)
        own = self._painters.get(column.paint) if isinstance(column, WatchColumn) else None
        self.initStyleOption(option, index)
        text = option.text
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        colours = self._theme.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QColor(colours.on_selection if selected else colours.text)
        area = QRectF(option.rect).adjusted(PAD, 0, -PAD, 0)
        font = QFont(option.font)
        painter.save()
        if self._hidden() and column is not None and column.key != "asset":
            self._text(painter, area, "•••", QColor(colours.muted), font, right=column.right)
        elif own is not None:
            own(painter, area, index, ink, font)
        else:
            figure = index.data(FIGURE)
            row = index.data(ROW)
            faint = text == DASH or (isinstance(figure, Figure) and not figure.enough) or row.stale
            self._text(painter, area, text, QColor(colours.muted) if faint else ink, font, right=column.right)
        painter.restore()

    def _text(
        self, painter: QPainter, area: QRectF, text: str, ink: QColor, font: QFont, *, right: bool = True
    ) -> float:
        painter.setFont(font)
        painter.setPen(ink)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _asset(self, painter: QPainter, area: QRectF, index: Index, ink: QColor, font: QFont) -> None:
        row: WatchRow = index.data(ROW)
        colours = self._theme.colours
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        used = self._text(painter, area, row.name, ink, bold, right=False)
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
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.8)
        small.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(small)
        wide, high = metrics.horizontalAdvance(text) + 8, metrics.height() + 1
        box = QRectF(area.left(), area.center().y() - high / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return wide

    def _change(self, painter: QPainter, area: QRectF, index: Index, _ink: QColor, font: QFont) -> None:
        figure = index.data(FIGURE)
        colours = self._theme.colours
        value = figure.value if isinstance(figure, Figure) else None
        colour = colours.muted if not value else (colours.up if value > 0 else colours.down)
        self._text(painter, area, index.data(), QColor(colour), font)

    def _spark(self, painter: QPainter, area: QRectF, index: Index, _ink: QColor, font: QFont) -> None:
        row: WatchRow = index.data(ROW)
        if len(row.spark) < 2:
            self._text(painter, area, DASH, QColor(self._theme.colours.muted), font, right=False)
            return
        low, high = min(row.spark), max(row.spark)
        box = area.adjusted(0, 5, 0, -5)
        step = box.width() / (len(row.spark) - 1)
        size = (high - low) or 1.0
        line = QPolygonF(
            [
                QPointF(box.left() + at * step, box.bottom() - (v - low) / size * box.height())
                for at, v in enumerate(row.spark)
            ]
        )
        rising = row.spark[-1] >= row.spark[0]
        colour = QColor(self._theme.colours.up if rising else self._theme.colours.down)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.2))
        painter.drawPolyline(line)

    def _band(self, painter: QPainter, area: QRectF, index: Index, ink: QColor, font: QFont) -> None:
        """Write the share with an arrow for its trend; under it a small bar shows the interval from 0 to 100 %."""
        figure = index.data(FIGURE)
        colours = self._theme.colours
        if not isinstance(figure, Figure) or figure.value is None:
            self._text(painter, area, DASH, QColor(colours.muted), font)
            return
        arrow = "" if not figure.change else ("▲" if figure.change > 0 else "▼")
        colour = ink if figure.enough else QColor(colours.muted)
        upper = area.adjusted(0, 0, 0, -4)
        self._text(painter, upper.adjusted(0, 0, -14, 0), index.data(), colour, font)
        tint = QColor(colours.up if arrow == "▲" else colours.down)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.7)
        self._text(painter, upper, arrow, tint, small)
        low, high = figure.low, figure.high
        if low is None or high is None:
            return
        base = QRectF(area.left(), area.bottom() - 5, area.width() - 14, 2)
        painter.fillRect(base, QColor(colours.grid))
        band = QRectF(base.left() + low * base.width(), base.top(), max(2.0, (high - low) * base.width()), 2)
        painter.fillRect(band, QColor(colours.accent if figure.enough else colours.muted))

    def _score(self, painter: QPainter, area: QRectF, index: Index, ink: QColor, font: QFont) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        text = index.data()
        self._text(painter, area, text, QColor(self._theme.colours.muted) if text == DASH else ink, bold)

    def _flags(self, painter: QPainter, area: QRectF, index: Index, _ink: QColor, font: QFont) -> None:
        colour = QColor(self._theme.colours.warning)
        left = area
        for word in flag_words(index.data(ROW)):
            wide = self._badge(painter, left, word, colour, font)
            left = left.adjusted(wide + 4, 0, 0, 0)

    def _age(self, painter: QPainter, area: QRectF, index: Index, ink: QColor, font: QFont) -> None:
        row: WatchRow = index.data(ROW)
        shown = QFont(font)
        if row.stale:
            shown.setItalic(True)
        colour = QColor(self._theme.colours.stale) if row.stale else ink
        text = index.data() if not row.stale else self.tr("old {age}").format(age=index.data())
        self._text(painter, area, text, colour if index.data() != DASH else QColor(self._theme.colours.muted), shown)

    def _alerts(self, painter: QPainter, area: QRectF, index: Index, _ink: QColor, font: QFont) -> None:
        self._text(painter, area, index.data(), QColor(self._theme.colours.error), font)
