"""The watchlist: the user's lists as tabs over one table; every edit can be undone. Decides nothing about numbers."""

from __future__ import annotations

import time
import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QCoreApplication, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QDragMoveEvent, QDropEvent, QKeyEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.messages import DataChanged, FiguresChanged, FiringsChanged, ListsChanged
from watchlist.ui.models import list_edits
from watchlist.ui.models.watch_columns import COLUMNS, WatchColumn
from watchlist.ui.models.watch_delegate import WatchDelegate
from watchlist.ui.models.watch_filter import WatchFilter
from watchlist.ui.models.watch_model import MIME, WatchModel
from watchlist.ui.panels.empty_list import EmptyList
from watchlist.ui.tables import dress_table
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import WatchList, WatchTable
    from watchlist.ui.panels.context import PanelContext

AGE_EVERY = 30_000


class WatchView(QTableView):
    """The table. Signals: removed(): Delete was pressed; dropped(networks, row): rows were dropped."""

    removed = Signal()
    dropped = Signal(list, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete take rows out."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where rows would go."""
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped networks over with the row before which they go."""
        data = event.mimeData()
        if not data.hasFormat(MIME):
            return
        at = self.indexAt(event.position().toPoint())
        row = at.row() if at.isValid() else self.model().rowCount()
        names = bytes(data.data(MIME).data()).decode().split("\n")
        event.acceptProposedAction()
        self.dropped.emit(names, row)


class _Edit(QUndoCommand):
    """One edit of the lists: the lists before and after."""

    def __init__(
        self, panel: WatchlistPanel, title: str, before: tuple[WatchList, ...], after: tuple[WatchList, ...]
    ) -> None:
        super().__init__(title)
        self._panel, self._before, self._after = panel, before, after

    def redo(self) -> None:
        self._panel.save(self._after)

    def undo(self) -> None:
        self._panel.save(self._before)


class WatchlistPanel(QWidget):
    """Signals: ready(): the table stands."""

    ready = Signal()

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._hub = context.around.hub
        self._lists: tuple[WatchList, ...] = ()
        self._is_ready = False
        self._loading = False
        self.undo = QUndoStack(self)
        self.model = WatchModel([column for column in COLUMNS.values() if column.first], self)
        self.shown = WatchFilter(self)
        self.shown.setSourceModel(self.model)
        self._build()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("watchlist-reload")
        self._later.timeout.connect(self._ask_table)
        self._ages = QTimer(self, interval=AGE_EVERY)
        self._ages.setObjectName("watchlist-ages")
        self._ages.timeout.connect(self._pass_time)
        self._ages.start()
        self._hub.changed.connect(self._hear)
        context.selection.list_changed.connect(self._later.start)
        context.around.theme.changed.connect(self.view.viewport().update)
        self.reload()

    # Building

    def _build(self) -> None:
        self.tabs = QTabBar(self, movable=True, expanding=False, documentMode=True)
        self.tabs.setAccessibleName(self.tr("Lists"))
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.customContextMenuRequested.connect(self._list_menu)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.tabs.tabBarDoubleClicked.connect(self._rename)
        self.add = QToolButton(self, autoRaise=True)
        self.add.setText("+")
        self.add.setAccessibleName(self.tr("Add an asset"))
        self.add.setToolTip(self.tr("Add an asset to this list (Ctrl+N)"))
        self.add.clicked.connect(lambda: self._context.actions.run("add_asset"))
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Filter, for example: -simulated"))
        self.search.setAccessibleName(self.tr("Filter the list"))
        self.search.setMaximumWidth(230)
        self.search.textChanged.connect(self.shown.set_text)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        bar.setSpacing(SPACING.small)
        bar.addWidget(self.tabs)
        bar.addWidget(self.add)
        bar.addStretch(1)
        bar.addWidget(self.search)
        self.view = WatchView(self)
        self.view.setModel(self.shown)
        dress_table(self.view, str(self._context.around.choices["density"]))
        self.view.setAccessibleName(self.tr("Watchlist"))
        self.view.setItemDelegate(
            WatchDelegate(
                self._context.around.theme, lambda: bool(self._context.around.choices["privacy_screen"]), self
            )
        )
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicatorClearable(True)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.view.horizontalHeader().setSectionsMovable(True)
        self.view.horizontalHeader().setStretchLastSection(False)
        self.view.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.horizontalHeader().customContextMenuRequested.connect(self._column_menu)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._row_menu)
        self.view.removed.connect(self.remove_selected)
        self.view.activated.connect(self._open_card)
        self.view.dropped.connect(self._dropped)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.empty = EmptyList(self._context, self)
        self.pages = QStackedLayout()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self.pages, 1)
        self._fit_columns()

    def _is_private(self) -> bool:
        return bool(self._context.around.choices["privacy_screen"])

    def _fit_columns(self) -> None:
        metrics = self.view.fontMetrics()
        for at, column in enumerate(self.model.columns):
            wide = max(metrics.horizontalAdvance(column.widest), metrics.horizontalAdvance(column.title) + 18)
            self.view.setColumnWidth(at, wide + 16)

    # Asking

    def reload(self) -> None:
        """Ask for lists and table anew."""
        self._hub.ask(ask.Lists(), self._show_lists)

    def _ask_table(self) -> None:
        selectors = tuple(column.metric for column in self.model.columns if column.metric)
        self._hub.ask(ask.ListTable(self._context.selection.list_id, selectors), self._show_table)

    def _show_lists(self, lists: tuple[WatchList, ...]) -> None:
        self._lists = lists
        self._loading = True
        while self.tabs.count() > len(lists):
            self.tabs.removeTab(self.tabs.count() - 1)
        for at, one in enumerate(lists):
            title = one.title or self.tr("Watchlist")
            if at < self.tabs.count():
                self.tabs.setTabText(at, title)
            else:
                self.tabs.addTab(title)
            self.tabs.setTabData(at, one.id)
            self.tabs.setTabToolTip(
                at, self.tr("Members follow the rule: {rule}").format(rule=one.smart) if one.smart else ""
            )
        chosen = next((at for at, one in enumerate(lists) if one.id == self._context.selection.list_id), 0)
        self.tabs.setCurrentIndex(chosen)
        self._loading = False
        self._context.selection.list_id = lists[chosen].id if lists else ""
        self._ask_table()

    def _show_table(self, table: WatchTable) -> None:
        chosen = self._context.selection.network
        self.model.show_rows(table.rows, table.as_of)
        self.pages.setCurrentWidget(self.view if table.rows else self.empty)
        names = [row.network for row in table.rows]
        if table.rows and chosen not in names:
            chosen = names[0]
        if chosen in names:
            self._select(names.index(chosen))
        if not self._is_ready:
            self._is_ready = True
            self.ready.emit()

    def _select(self, row: int) -> None:
        index = self.shown.mapFromSource(self.model.index(row, 0))
        if index.isValid() and index.row() != self.view.currentIndex().row():
            self.view.selectRow(index.row())
        self._context.selection.select_network(self.model.rows[row].network)

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, ListsChanged) and message.what == "lists":
            self.reload()
        elif isinstance(message, FiguresChanged | FiringsChanged | ListsChanged | DataChanged):
            self._later.start()

    def _pass_time(self) -> None:
        self.model.pass_time(time.time_ns() // 1000)

    # Choosing

    def _tab_chosen(self, at: int) -> None:
        if not self._loading and at >= 0:
            self._context.selection.select_list(str(self.tabs.tabData(at)))

    def _row_chosen(self) -> None:
        index = self.shown.mapToSource(self.view.currentIndex())
        if index.isValid():
            self._context.selection.select_network(self.model.rows[index.row()].network)

    def selected(self) -> list[str]:
        """Return the selected networks in the order on the screen."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.rows[self.shown.mapToSource(self.shown.index(row, 0)).row()].network for row in rows]

    # Editing

    def save(self, lists: tuple[WatchList, ...]) -> None:
        """Ask the program to keep these lists; the screen follows when it says so."""
        self._lists = lists
        self._hub.ask(ask.SaveLists(lists), self._show_lists)

    def edit(self, title: str, after: tuple[WatchList, ...]) -> None:
        """Change the lists in a way that can be undone."""
        if after != self._lists:
            self.undo.push(_Edit(self, title, self._lists, after))

    def remove_selected(self) -> None:
        """Take the selected networks off this list."""
        names = self.selected()
        if names:
            after = list_edits.removed(self._lists, self._context.selection.list_id, names)
            self.edit(self.tr("Remove from the list"), after)

    def _dropped(self, names: list[str], row: int) -> None:
        list_id = self._context.selection.list_id
        known = next((one.members for one in self._lists if one.id == list_id), ())
        change = list_edits.moved if set(names) <= set(known) else list_edits.added
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.edit(self.tr("Move in the list"), change(self._lists, list_id, names, row))

    def new_list(self) -> None:
        """Ask for a name and add a list."""
        title, good = QInputDialog.getText(self, self.tr("New list"), self.tr("Name of the list"))
        if good and title.strip():
            self.edit(self.tr("Add a list"), list_edits.with_list(self._lists, uuid.uuid4().hex[:8], title.strip()))

    def undo_edit(self) -> None:
        """Undo the last edit."""
        self.undo.undo()

    def redo_edit(self) -> None:
        """Do the last undone edit again."""
        self.undo.redo()

    def focus_filter(self) -> None:
        """Bring the keyboard to the filter."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _rename(self, at: int) -> None:
        if at < 0:
            return
        old = self.tabs.tabText(at)
        title, good = QInputDialog.getText(self, self.tr("Rename list"), self.tr("Name of the list"), text=old)
        if good and title.strip():
            list_id = str(self.tabs.tabData(at))
            self.edit(self.tr("Rename a list"), list_edits.renamed(self._lists, list_id, title.strip()))

    def _open_card(self, index: QModelIndex) -> None:
        """Show what stands behind the cell that was double-clicked, or chosen with Return."""
        place = self.shown.mapToSource(index)
        column, row = self.model.columns[place.column()], self.model.rows[place.row()]
        if not column.metric:
            self._context.open_panel("chart")
            return
        from watchlist.ui.dialogs.metric_card import MetricCard  # noqa: PLC0415 - dialogs are made when wanted

        card = MetricCard(self._context, row.network, row.name, column.metric, self)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()

    # Menus

    def _list_menu(self, place: QPoint) -> None:
        at = self.tabs.tabAt(place)
        menu = QMenu(self)
        menu.addAction(self.tr("New list …"), self.new_list)
        if at >= 0:
            list_id = str(self.tabs.tabData(at))
            menu.addAction(self.tr("Rename …"), lambda: self._rename(at))
            remove = menu.addAction(
                self.tr("Remove this list"),
                lambda: self.edit(self.tr("Remove a list"), list_edits.without_list(self._lists, list_id)),
            )
            remove.setEnabled(len(self._lists) > 1)
        menu.exec(self.tabs.mapToGlobal(place))

    def _row_menu(self, place: QPoint) -> None:
        names = self.selected()
        menu = QMenu(self)
        menu.addAction(self.tr("Add an asset …"), lambda: self._context.actions.run("add_asset"))
        if names:
            menu.addAction(self.tr("Group …"), lambda: self._ask_group(names))
            other = menu.addMenu(self.tr("Also put into"))
            for one in self._lists:
                if one.id != self._context.selection.list_id and not one.smart:
                    other.addAction(one.title, partial(self._also_into, one.id, names))
            other.setEnabled(not other.isEmpty())
            menu.addSeparator()
            menu.addAction(self.tr("Remove from this list"), self.remove_selected)
        menu.exec(self.view.viewport().mapToGlobal(place))

    def _also_into(self, list_id: str, names: list[str]) -> None:
        self.edit(self.tr("Put into another list"), list_edits.added(self._lists, list_id, names))

    def _ask_group(self, names: list[str]) -> None:
        group, good = QInputDialog.getText(self, self.tr("Group"), self.tr("Name of the group, empty for none"))
        if good:
            after = list_edits.grouped(self._lists, self._context.selection.list_id, names, group.strip())
            self.edit(self.tr("Group"), after)

    def _column_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        shown = {column.key for column in self.model.columns}
        for column in COLUMNS.values():
            action = QAction(QCoreApplication.translate("columns", column.title), menu)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(column.key != "asset")
            action.toggled.connect(partial(self._switch_column, column))
            menu.addAction(action)
        menu.exec(self.view.horizontalHeader().mapToGlobal(place))

    def _switch_column(self, column: WatchColumn, on: bool) -> None:
        keys = {one.key for one in self.model.columns}
        keys = keys | {column.key} if on else keys - {column.key}
        self._show_columns([one for one in COLUMNS.values() if one.key in keys])

    def _show_columns(self, columns: list[WatchColumn]) -> None:
        self.model.show_columns(columns)
        self._fit_columns()
        self._ask_table()

    # Remembering

    def save_state(self) -> dict[str, Any]:
        """Return columns, their order and widths, and the sorting."""
        header = self.view.horizontalHeader()
        return {
            "columns": [column.key for column in self.model.columns],
            "header": bytes(header.saveState().toBase64().data()).decode(),
            "filter": self.search.text(),
        }

    def restore_state(self, kept: dict[str, Any]) -> None:
        """Take over what was remembered, as far as it still fits."""
        keys = [key for key in kept.get("columns", ()) if key in COLUMNS]
        if keys and keys != [column.key for column in self.model.columns]:
            self._show_columns([COLUMNS[key] for key in keys])
        header = str(kept.get("header", ""))
        if header:
            self.view.horizontalHeader().restoreState(QByteArray.fromBase64(header.encode()))
        self.search.setText(str(kept.get("filter", "")))

    def add_asset(self) -> None:
        """Open the dialog for adding an asset."""
        from watchlist.ui.dialogs.add_asset import AddAssetDialog  # noqa: PLC0415 - dialogs are made when wanted

        dialog = AddAssetDialog(self._context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
