"""The preferences, derived from the table of settings: a page per section, a search over all, errors at their field."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain.errors import InputError, WatchlistError
from watchlist.settings.schema import SECTIONS, SETTINGS, of_section
from watchlist.ui.around import Around
from watchlist.ui.dialogs.editors import Editor, said
from watchlist.ui.theme import SPACING


class PreferencesDialog(QDialog):
    """All settings. Nothing counts before Apply or OK."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.editors: dict[str, Editor] = {}
        self._labels: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(860, 620)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.textChanged.connect(self._find)
        self.sections = QListWidget(self)
        self.sections.setFixedWidth(190)
        self.sections.setAccessibleName(self.tr("Sections"))
        self.pages = QStackedWidget(self)
        for section, title in SECTIONS.items():
            self.sections.addItem(said(title))
            self.pages.addWidget(self._page(section))
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(
            standard.Ok | standard.Cancel | standard.Apply | standard.RestoreDefaults, parent=self
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.Apply).clicked.connect(self.apply)
        self.buttons.button(standard.RestoreDefaults).clicked.connect(self.show_defaults)
        self.buttons.button(standard.RestoreDefaults).setToolTip(self.tr("Put this page back to the defaults"))
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.sections, 1)
        self.search.setFixedWidth(190)
        row = QHBoxLayout()
        row.setSpacing(SPACING.normal)
        row.addLayout(left)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.normal)
        column.addLayout(row, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)
        self.sections.setCurrentRow(0)
        self.show_values()

    def show_values(self) -> None:
        """Show the values in force."""
        for key, editor in self.editors.items():
            editor.show_value(self._around.choices[key])
            overridden = self._around.choices.is_overridden(key)
            self._notes[key].setText(self._note(key, overridden=overridden))
        self._follow()

    def show_defaults(self) -> None:
        """Show the defaults of the present page; they count after Apply or OK."""
        section = list(SECTIONS)[self.pages.currentIndex()]
        for setting in of_section(section):
            self.editors[setting.key].show_value(setting.default)
        self._follow()

    def changed(self) -> Mapping[str, object]:
        """Return what differs from the values in force, checked. Raises InputError."""
        values = {key: SETTINGS[key].check(editor.value()) for key, editor in self.editors.items()}
        return {key: value for key, value in values.items() if value != self._around.choices[key]}

    def apply(self) -> bool:
        """Make the values count; return whether all could be used."""
        self.trouble.hide()
        try:
            self._around.choices.change(self.changed())
        except InputError as error:
            self._show_trouble(error)
            return False
        except WatchlistError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return False
        return True

    def _accept(self) -> None:
        if self.apply():
            self.accept()

    def showEvent(self, event: object) -> None:
        """Start from the values in force each time."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.trouble.hide()
        self.show_values()

    def _page(self, section: str) -> QWidget:
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setContentsMargins(SPACING.small, SPACING.small, SPACING.large, SPACING.large)
        form.setHorizontalSpacing(SPACING.large)
        form.setVerticalSpacing(SPACING.normal)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for setting in of_section(section):
            editor = Editor(setting, inside)
            editor.edited.connect(self._follow)
            label = QLabel(said(setting.title), inside)
            label.setBuddy(editor.field)
            note = QLabel(inside)
            note.setWordWrap(True)
            note.setFont(self._around.theme.font("small"))
            note.setForegroundRole(note.palette().ColorRole.PlaceholderText)
            field = QVBoxLayout()
            field.setSpacing(SPACING.tiny)
            field.addWidget(editor)
            field.addWidget(note)
            label.setMinimumHeight(editor.sizeHint().height())
            form.addRow(label, field)
            self.editors[setting.key], self._labels[setting.key], self._notes[setting.key] = editor, label, note
        area = QScrollArea(self)
        area.setAccessibleName(said(SECTIONS[section]))
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

    def _note(self, key: str, *, overridden: bool) -> str:
        parts = [said(SETTINGS[key].description)]
        if SETTINGS[key].needs_restart:
            parts.append(self.tr("Counts from the next start."))
        if overridden:
            parts.append(self.tr("The command line decides this for the present run."))
        return " ".join(parts)

    def _follow(self) -> None:
        """Grey out what does not count while another setting is off."""
        for key, editor in self.editors.items():
            needed = SETTINGS[key].shown_when
            usable = not needed or bool(self.editors[needed].value())
            editor.setEnabled(usable)
            self._labels[key].setEnabled(usable)

    def _find(self, text: str) -> None:
        """Show only the settings that hold the words, and the first page that has any."""
        words = text.casefold().split()
        first = -1
        for at, section in enumerate(SECTIONS):
            hits = 0
            for setting in of_section(section):
                hay = f"{said(setting.title)} {said(setting.description)} {setting.key}".casefold()
                hit = all(word in hay for word in words)
                hits += hit
                for part in (self.editors[setting.key], self._labels[setting.key], self._notes[setting.key]):
                    part.setVisible(hit)
            item = self.sections.item(at)
            item.setHidden(not hits)
            if hits and first < 0:
                first = at
        row = self.sections.currentRow()
        if first >= 0 and (row < 0 or self.sections.item(row).isHidden()):
            self.sections.setCurrentRow(first)

    def _show_trouble(self, error: InputError) -> None:
        setting = SETTINGS[error.field]
        self.search.clear()
        self.sections.setCurrentRow(list(SECTIONS).index(setting.section))
        self.editors[error.field].field.setFocus()
        self.trouble.setText(self.tr("{title}: {reason}").format(title=said(setting.title), reason=error.reason))
        self.trouble.show()
