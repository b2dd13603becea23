"""What this program is: version, licence, libraries with their licences, and whose data it shows."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from watchlist import about
from watchlist.domain.fetches import SourceState
from watchlist.domain.requests import SourceStates
from watchlist.ui.around import Around
from watchlist.ui.icon import painted
from watchlist.ui.theme import SPACING

LIBRARIES = ("PySide6_Essentials", "pyqtgraph", "numpy", "duckdb", "tinydb", "httpx", "aiohttp", "anyio", "keyring",
             "platformdirs", "msgspec", "truststore", "typst", "XlsxWriter", "apprise", "zstandard")  # fmt: skip
ICON = 64


class AboutDialog(QDialog):
    """Version and thanks."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.setWindowTitle(self.tr("About {name}").format(name=about.NAME))
        self.resize(640, 460)
        head = QHBoxLayout()
        head.setSpacing(SPACING.large)
        icon = QLabel(self)
        icon.setPixmap(painted(ICON))
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        name = QLabel(f"{about.NAME} {about.VERSION}", self)
        name.setFont(around.theme.font("heading", bold=True))
        words.addWidget(name)
        for text in (
            self.tr("Measures whether people keep taking part in decentralised networks, next to price."),
            self.tr("{holder}, licence {licence}").format(holder=about.COPYRIGHT, licence=about.LICENCE),
            self.tr("It is a lens, not advice."),
        ):
            line = QLabel(text, self)
            line.setWordWrap(True)
            words.addWidget(line)
        head.addLayout(words, 1)
        tabs = QTabWidget(self)
        tabs.setAccessibleName(self.windowTitle())
        self.sources = self._text(self.tr("Sources of data"))
        self.libraries = self._text(self.tr("Libraries"))
        self.system = self._text(self.tr("System"))
        for page in (self.sources, self.libraries, self.system):
            tabs.addTab(page, page.accessibleName())
        self.libraries.setPlainText("\n".join(library_lines()))
        self.system.setPlainText(
            f"Python {platform.python_version()}\nQt {qVersion()}\n{platform.platform()}\n\n{around.data_folder}"
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.normal)
        column.addLayout(head)
        column.addWidget(tabs, 1)
        column.addWidget(buttons)
        around.hub.ask(SourceStates(), self._show_sources, lambda _error: None)

    def _show_sources(self, states: tuple[SourceState, ...]) -> None:
        lines = [f"{one.title}: {one.attribution}" if one.attribution else one.title for one in states]
        self.sources.setPlainText("\n".join(dict.fromkeys(lines)))

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setTabChangesFocus(True)
        text.setReadOnly(True)
        text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        text.setAccessibleName(name)
        return text


def library_lines() -> list[str]:
    """Return name, version and licence of each library that is installed."""
    lines = []
    for name in LIBRARIES:
        try:
            found = metadata.metadata(name).json
        except metadata.PackageNotFoundError:
            continue
        licence = found.get("license_expression") or str(found.get("license") or "").partition("\n")[0]
        lines.append(f"{name} {found['version']}  {licence}".rstrip())
    return lines
