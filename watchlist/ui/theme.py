"""How the program looks: palette, type scale, spacing; follows the system's light or dark choice while it runs.

Must be cheap before the first paint: one palette and one small style sheet. Colours live in colours.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from watchlist.ui.colours import DARK, LIGHT, UP_DOWN, Colours, readable

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Spacing(NamedTuple):
    """Distances in pixels, steps of four."""

    tiny: int = 4
    small: int = 8
    normal: int = 12
    large: int = 16
    huge: int = 24


SPACING = Spacing()

SCALE = {"small": 0.9, "body": 1.0, "title": 1.15, "heading": 1.4, "figure": 1.75}
"""Sizes of text, compared with the body."""

ROW_PADDING = {"compact": 4, "normal": 9, "roomy": 15}
"""Pixels added to the height of a line in a table row, by the setting ``density``."""

SHEET = """
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {border}; padding: 4px; }}
QStatusBar::item {{ border: none; }}
QMainWindow::separator {{ background: {window}; width: 5px; height: 5px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QToolButton:focus {{ border: 2px solid {accent}; border-radius: 4px; padding: 1px; }}
QToolButton:checked:focus {{ background: {grid}; }}
QTabBar::tab:focus {{ color: {accent}; text-decoration: underline; }}
"""


class Theme(QObject):
    """The look of the program; one object, made before the first window.

    Signals:
        changed(): colours changed; whoever paints itself reads ``colours`` again and repaints.
    """

    changed = Signal()

    def __init__(self, app: QApplication, setting: Callable[[str], Any]) -> None:
        super().__init__()
        self._app = app
        self._setting = setting
        self._system_font = QFont(app.font())
        self._system_dark = looks_dark(app.palette())
        self.dark = False
        self.colours: Colours = LIGHT

    def start(self) -> None:
        """Dress the application for the first time, text size included; its style was chosen when it was made."""
        size = float(self._setting("text_size")) / 100
        if size != 1:
            font = QFont(self._system_font)
            font.setPointSizeF(self._system_font.pointSizeF() * size)
            self._app.setFont(font)
        self.apply()

    def follow_system(self) -> None:
        """Hear when the system changes its scheme; after the first paint, because Qt's enums are slow to load."""
        self._app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system_dark = scheme.name == "Dark"
        self.apply()

    def apply(self) -> None:
        """Read the settings again and dress the application; called when the system changes its scheme."""
        chosen = str(self._setting("theme"))
        self.dark = chosen == "dark" or (chosen == "system" and self._system_dark)
        self.colours = self._with_up_down(DARK if self.dark else LIGHT)
        self._app.setPalette(palette_of(self.colours))
        sheet = SHEET.format(**self.colours._asdict())
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """Return a colour by its name in the table."""
        return QColor(getattr(self.colours, name))

    def font(self, size: str = "body", *, bold: bool = False, figures: bool = False) -> QFont:
        """Return a font of the type scale; ``figures`` makes all digits equally wide."""
        font = QFont(self._app.font())
        font.setPointSizeF(font.pointSizeF() * SCALE[size])
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return tabular(font) if figures else font

    def _with_up_down(self, colours: Colours) -> Colours:
        choice = str(self._setting("up_down_colours"))
        grounds = (colours.base, colours.alternate, colours.window)
        if choice == "own":
            up, down = str(self._setting("up_colour")), str(self._setting("down_colour"))
            return colours._replace(up=readable(up, grounds), down=readable(down, grounds))
        up, down = UP_DOWN["dark" if self.dark else "light"][choice]
        return colours._replace(up=up, down=down)


def looks_dark(palette: QPalette) -> bool:
    """Return whether a palette has light text on a dark ground; the system's own palette tells its scheme."""
    role = QPalette.ColorRole
    return palette.color(role.WindowText).lightness() > palette.color(role.Window).lightness()


def tabular(font: QFont) -> QFont:
    """Return the font with digits of one width, so that numbers stand in columns."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette_of(colours: Colours) -> QPalette:
    """Return the palette of a table of colours."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.error),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.on_selection),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.simulated),
        (role.Light, colours.raised),
        (role.Midlight, colours.grid),
        (role.Mid, colours.border),
        (role.Dark, colours.muted),
        (role.Shadow, colours.text),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(colours.muted))
    return palette
