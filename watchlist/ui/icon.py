"""The program's icon, painted: an eye whose iris is a ring of participants. Needs no image library and no file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
GROUND = "#0b3d66"
LINE = "#f4f8fc"
DOT = "#5fd0a5"


def app_icon() -> QIcon:
    """Return the icon in the sizes that desktops ask for."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(painted(size))
    return icon


def painted(size: int) -> QPixmap:
    """Return the icon at one size."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(GROUND))
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14)
    eye = QPainterPath(QPointF(8, 32))
    eye.quadTo(QPointF(32, 8), QPointF(56, 32))
    eye.quadTo(QPointF(32, 56), QPointF(8, 32))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LINE), 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(eye)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DOT))
    painter.drawEllipse(QPointF(32, 32), 8, 8)
    painter.end()
    return picture
