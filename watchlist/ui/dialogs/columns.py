"""Choosing the columns of a list: built-in ones and any metric of the catalog, for everybody, a role or filtered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain.network import Role
from watchlist.metrics.catalog import METRICS
from watchlist.ui.models.watch_columns import COLUMNS, WatchColumn, column_of
from watchlist.ui.panels.metric_menu import SECTIONS
from watchlist.ui.theme import SPACING

KEY = Qt.ItemDataRole.UserRole
FIXED = "asset"


class ColumnsDialog(QDialog):
    """What there is on the left, what is shown on the right in its order; ``chosen`` is the answer."""

    def __init__(self, shown: Sequence[WatchColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns"))
        self.resize(760, 560)
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search columns and metrics"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.textChanged.connect(self._narrow)
        self.there = QListWidget(self)
        self.there.setAccessibleName(self.tr("Columns to choose from"))
        self.there.itemActivated.connect(lambda _item: self.add())
        self.here = QListWidget(self)
        self.here.setAccessibleName(self.tr("Columns that are shown, in their order"))
        self.here.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.here.itemActivated.connect(lambda _item: self.remove())
        self.whose = QComboBox(self)
        self.whose.setAccessibleName(self.tr("Whose activity"))
        for title, part in (
            (self.tr("Everybody"), ""),
            (self.tr("Users"), Role.USER.value),
            (self.tr("Contributors"), Role.CONTRIBUTOR.value),
            (self.tr("Developers"), Role.DEVELOPER.value),
            (self.tr("Validators"), Role.VALIDATOR.value),
            (self.tr("Holders"), Role.HOLDER.value),
        ):
            self.whose.addItem(title, part)
        self.filtered = QCheckBox(self.tr("Without marked patterns"), self)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setMinimumHeight(self.says.fontMetrics().lineSpacing() * 2)
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setSpacing(SPACING.small)
        for column, (title, target) in enumerate(
            ((self.tr("To choose from"), self.there), (self.tr("Shown"), self.here))
        ):
            label = QLabel(title, self)
            label.setBuddy(target)
            grid.addWidget(label, 0, 2 * column)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.there, 1)
        options = QHBoxLayout()
        options.addWidget(self.whose)
        options.addWidget(self.filtered)
        options.addStretch(1)
        left.addLayout(options)
        grid.addLayout(left, 1, 0)
        middle = QVBoxLayout()
        middle.addStretch(1)
        for text, work in (
            (self.tr("Add"), self.add),
            (self.tr("Remove"), self.remove),
            (self.tr("Up"), lambda: self._move(-1)),
            (self.tr("Down"), lambda: self._move(1)),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(work)
            middle.addWidget(button)
        middle.addStretch(1)
        grid.addLayout(middle, 1, 1)
        grid.addWidget(self.here, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults,
            self,
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(
            lambda: self._show([column for column in COLUMNS.values() if column.first])
        )
        outer = QVBoxLayout(self)
        outer.setSpacing(SPACING.small)
        outer.addLayout(grid, 1)
        outer.addWidget(self.says)
        outer.addWidget(buttons)
        self.there.currentItemChanged.connect(self._explain)
        self.here.currentItemChanged.connect(self._explain)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.here)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove)
        self._fill()
        self._show(shown)
        self.search.setFocus()

    def chosen(self) -> list[WatchColumn]:
        """Return the columns to show, in their order."""
        keys = [str(self.here.item(at).data(KEY)) for at in range(self.here.count())]
        found = [column_of(key) for key in dict.fromkeys((FIXED, *keys))]
        return [column for column in found if column is not None]

    def add(self) -> None:
        """Show the chosen column or metric too."""
        chosen = [item for item in self.there.selectedItems() if item.data(KEY)]
        key = str(chosen[0].data(KEY)) if chosen else ""
        if key.startswith("metric:"):
            key += f"@{self.whose.currentData()}" if self.whose.currentData() else ""
            key += "+filtered" if self.filtered.isChecked() else ""
        column = column_of(key)
        if column is not None and column not in self.chosen():
            self._append(column)
            self.here.setCurrentRow(self.here.count() - 1)

    def remove(self) -> None:
        """Show the chosen column no longer; the asset stays."""
        for item in self.here.selectedItems():
            if item.data(KEY) != FIXED:
                self.here.takeItem(self.here.row(item))

    def _move(self, by: int) -> None:
        row = self.here.currentRow()
        to = row + by
        if row >= 0 and 0 <= to < self.here.count():
            self.here.insertItem(to, self.here.takeItem(row))
            self.here.setCurrentRow(to)

    def _fill(self) -> None:
        self._heading(self.tr("Of the list"))
        for column in COLUMNS.values():
            self._offer(column, QCoreApplication.translate("columns", column.title))
        section = None
        for key, entry in METRICS.items():
            if entry.function is None:
                continue
            if entry.section != section:
                section = entry.section
                self._heading(QCoreApplication.translate("sections", SECTIONS.get(section, "Further")))
            made = column_of(f"metric:{key}")
            if made is not None:
                self._offer(made, made.title)

    def _heading(self, title: str) -> None:
        item = QListWidgetItem(title, self.there)
        font = item.font()
        font.setWeight(font.Weight.DemiBold)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _offer(self, column: WatchColumn, title: str) -> None:
        item = QListWidgetItem(f"  {title}", self.there)
        item.setData(KEY, column.key)
        item.setToolTip(QCoreApplication.translate("columns", column.tip))

    def _show(self, columns: Sequence[WatchColumn]) -> None:
        self.here.clear()
        for column in columns:
            self._append(column)

    def _append(self, column: WatchColumn) -> None:
        item = QListWidgetItem(QCoreApplication.translate("columns", column.title), self.here)
        item.setData(KEY, column.key)
        item.setToolTip(QCoreApplication.translate("columns", column.tip))

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        heading: QListWidgetItem | None = None
        for at in range(self.there.count()):
            item = self.there.item(at)
            if not item.data(KEY):
                heading = item
                item.setHidden(bool(wanted))
                continue
            said = f"{item.text()} {item.toolTip()} {item.data(KEY)}".casefold()
            item.setHidden(wanted not in said)
            if heading is not None and not item.isHidden():
                heading.setHidden(False)

    def _explain(self, item: QListWidgetItem | None) -> None:
        self.says.setText(item.toolTip() if item is not None else "")
