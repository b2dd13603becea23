"""The watchlist: the user's lists as tabs over one table; every edit can be undone. Decides nothing about numbers."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.messages import DataChanged, FiguresChanged, FiringsChanged, ListsChanged
from watchlist.ui.models import list_edits
from watchlist.ui.models.watch_columns import COLUMNS, WatchColumn
from watchlist.ui.models.watch_delegate import WatchDelegate
from watchlist.ui.models.watch_filter import Filter
from watchlist.ui.models.watch_model import WatchModel
from watchlist.ui.panels.empty_list import EmptyList
from watchlist.ui.panels.list_views import ListView, Views
from watchlist.ui.panels.watch_bar import FilterBar
from watchlist.ui.panels.watch_edits import DocumentEdit, ListEdit
from watchlist.ui.panels.watch_menus import WatchMenus
from watchlist.ui.panels.watch_view import ListTabs, WatchView
from watchlist.ui.tables import dress_table
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watchlist.domain.answers import Json, WatchList, WatchTable
    from watchlist.ui.panels.context import PanelContext

AGE_EVERY = 30_000
NOTES = "notes"
TAGS = "tags"
ROOM = {"asset": 3, "spark": 4, "flags": 3}
"""Who gets how much of the room that is left at the right."""


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
        self._fitted = False
        self._kept_views: dict[str, Json] = {}
        self._shown_list = ""
        self.tags: dict[str, str] = {}
        self.edits = context.selection.edits
        self.model = WatchModel([column for column in COLUMNS.values() if column.first], self)
        self.model.colours = lambda: context.around.theme.colours
        self.views = Views(self._hub, self)
        self._build()
        self.menus = WatchMenus(self, context)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("watchlist-reload")
        self._later.timeout.connect(self._ask_table)
        self._ages = QTimer(self, interval=AGE_EVERY)
        self._ages.setObjectName("watchlist-ages")
        self._ages.timeout.connect(self._pass_time)
        self._ages.start()
        self._hub.changed.connect(self._hear)
        context.selection.list_changed.connect(self._list_changed)
        context.selection.network_changed.connect(self._follow)
        context.around.theme.changed.connect(self._repaint)
        self.reload()

    # Building

    def _build(self) -> None:
        self.tabs = ListTabs(self)
        self.tabs.setAccessibleName(self.tr("Lists"))
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.tabs.tabBarDoubleClicked.connect(self.rename)
        self.tabs.tabMoved.connect(self._tabs_moved)
        self.tabs.dropped.connect(self._dropped_on_tab)
        self.add = QToolButton(self, autoRaise=True)
        self.add.setText("+")
        self.add.setAccessibleName(self.tr("Add an asset"))
        self.add.setToolTip(self.tr("Add an asset to this list (Ctrl+N)"))
        self.add.clicked.connect(lambda: self._context.actions.run("add_asset"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.filter = FilterBar(self)
        self.search = self.filter.text
        self.filter.changed.connect(self._filter_changed)
        self.look = QToolButton(self, autoRaise=True)
        self.look.setText(self.tr("View"))
        self.look.setAccessibleName(self.tr("Views of this list"))
        self.look.setToolTip(self.tr("Choose columns, keep this view of the list, or use one that was kept"))
        self.look.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.look.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        bar.setSpacing(SPACING.small)
        bar.addWidget(self.tabs)
        bar.addWidget(self.add)
        bar.addStretch(1)
        bar.addWidget(self.look)
        bar.addWidget(self.filter)
        self.view = WatchView(self)
        self.view.setModel(self.model)
        dress_table(self.view, str(self._context.around.choices["density"]))
        self.view.setAccessibleName(self.tr("Watchlist"))
        self.delegate = WatchDelegate(self._context.around.theme, self._is_private, self)
        self.view.setItemDelegate(self.delegate)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setSortingEnabled(True)
        head = self.view.horizontalHeader()
        head.setSortIndicatorClearable(True)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setStretchLastSection(False)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.removed.connect(self.remove_selected)
        self.view.shifted.connect(self._shift)
        self.view.activated.connect(self._open_card)
        self.view.dropped.connect(self._dropped)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.setFocusProxy(self.view)
        head.viewport().installEventFilter(self)
        self.nothing = QLabel(self.tr("No asset of this list fits the filter."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.empty = EmptyList(self._context, self)
        self.pages = QStackedLayout()
        for page in (self.view, self.empty, self.nothing):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self.pages, 1)
        self._fit_columns()

    def _is_private(self) -> bool:
        return bool(self._context.around.choices["privacy_screen"])

    def _fit_columns(self) -> None:
        """Give each column the width of its widest usual text; what is left goes to those that can use it."""
        metrics = self.view.fontMetrics()
        wanted = {
            column.key: 16 + max(metrics.horizontalAdvance(column.widest), metrics.horizontalAdvance(column.title) + 18)
            for column in self.model.columns
        }
        # viewport() itself returns a plain QWidget, and PySide6 then sets up every class of widget there is (20 ms)
        bar = self.view.verticalScrollBar()
        room = self.view.maximumViewportSize().width() - (bar.width() if bar.isVisible() else 0)
        left = room - sum(wanted.values())
        share = sum(ROOM.get(key, 0) for key in wanted)
        for at, column in enumerate(self.model.columns):
            more = max(0, left) * ROOM.get(column.key, 0) // share if share else 0
            self.view.setColumnWidth(at, wanted[column.key] + more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width as long as the user has chosen none."""
        super().resizeEvent(event)
        if not self._fitted:
            self._fit_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the widths alone once a border of the header was dragged."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._fitted = True
        return super().eventFilter(watched, event)

    # Asking

    def reload(self) -> None:
        """Ask for lists, tags and table anew."""
        self._hub.ask(ask.Lists(), self._show_lists)
        self._ask_tags()

    def _ask_tags(self) -> None:
        self._hub.ask(ask.Documents(TAGS), self._know_tags, lambda _error: None)

    def _know_tags(self, entries: dict[str, Json]) -> None:
        self.tags = {tag: str(entry.get("colour", "")) for tag, entry in entries.items() if entry.get("colour")}
        self.delegate.tag_colours = self.model.tag_colours = self.tags
        self._repaint()

    def _repaint(self) -> None:
        self.view.viewport().update()

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
            title = f"ƒ {title}" if one.smart else title
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
        list_id = lists[chosen].id if lists else ""
        if list_id != self._context.selection.list_id:
            self._context.selection.select_list(list_id)
        elif list_id != self._shown_list:
            self._list_changed()
        else:
            self._ask_table()

    def _list_changed(self) -> None:
        """Keep the view of the list that was shown, and use the one that this list had."""
        if self._shown_list:
            self._kept_views[self._shown_list] = self.view_now().as_json()
        self._shown_list = self._context.selection.list_id
        for at in range(self.tabs.count()):
            if self.tabs.tabData(at) == self._shown_list and at != self.tabs.currentIndex():
                self._loading = True
                self.tabs.setCurrentIndex(at)
                self._loading = False
        kept = self._kept_views.get(self._shown_list)
        if kept is not None:
            self.use_view(ListView.from_json(kept))
        self._later.start()

    def _show_table(self, table: WatchTable) -> None:
        if table.list_id != self._context.selection.list_id and self._context.selection.list_id:
            return
        chosen = self._context.selection.network
        self.model.show_rows(table.rows, table.as_of)
        self._show_page()
        if table.rows and chosen not in {row.network for row in table.rows}:
            first = self.model.row_at(0) or self.model.row_at(1)
            chosen = (first or table.rows[0]).network
        if table.rows:
            self._context.selection.select_network(chosen)
            self._follow()
        if not self._is_ready:
            self._is_ready = True
            self.ready.emit()

    def _show_page(self) -> None:
        if not self.model.rows:
            self.empty.show_list(next((one for one in self._lists if one.id == self._context.selection.list_id), None))
        page = self.empty if not self.model.rows else self.view if self.model.rowCount() else self.nothing
        self.pages.setCurrentWidget(page)

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, ListsChanged) and message.what == "lists":
            self.reload()
        elif isinstance(message, ListsChanged) and message.what == TAGS:
            self._ask_tags()
        elif isinstance(message, FiguresChanged | FiringsChanged | ListsChanged | DataChanged):
            self._later.start()

    def _pass_time(self) -> None:
        self.model.pass_time(time.time_ns() // 1000)

    # Choosing

    def _tab_chosen(self, at: int) -> None:
        if not self._loading and at >= 0:
            self._context.selection.select_list(str(self.tabs.tabData(at)))

    def _row_chosen(self) -> None:
        row = self.model.row_at(self.view.currentIndex().row())
        if row is not None:
            self._context.selection.select_network(row.network)

    @Slot()
    def _follow(self) -> None:
        """Mark the row of the network that the window looks at."""
        place = self.model.place_of(self._context.selection.network)
        marked = self.view.selectionModel().hasSelection() and place == self.view.currentIndex().row()
        if place is not None and not marked:
            self.view.selectRow(place)

    def selected(self) -> list[str]:
        """Return the selected networks in the order on the screen."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        rows = [self.model.row_at(place) for place in places]
        return [row.network for row in rows if row is not None]

    def next_asset(self) -> None:
        """Look at the next asset of the list."""
        self._step(1)

    def previous_asset(self) -> None:
        """Look at the asset before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        places = [place for place in range(self.model.rowCount()) if self.model.row_at(place) is not None]
        if not places:
            return
        now = self.view.currentIndex().row()
        at = (places.index(now) + by) % len(places) if now in places else 0
        self.view.selectRow(places[at])

    # Editing

    @property
    def lists(self) -> tuple[WatchList, ...]:
        """The lists as they are now."""
        return self._lists

    def save(self, lists: tuple[WatchList, ...]) -> None:
        """Ask the program to keep these lists; the screen follows when it says so."""
        self._lists = lists
        self._hub.ask(ask.SaveLists(lists), self._show_lists)

    def edit(self, title: str, after: tuple[WatchList, ...]) -> None:
        """Change the lists in a way that can be undone."""
        if after != self._lists:
            self.edits.push(ListEdit(title, self._lists, after, self.save))

    def remove_selected(self) -> None:
        """Take the selected networks off this list."""
        names = self.selected()
        if names:
            after = list_edits.removed(self._lists, self._context.selection.list_id, names)
            self.edit(self.tr("Remove from the list"), after)

    def _shift(self, by: int) -> None:
        names, list_id = self.selected(), self._context.selection.list_id
        known = next((one.members for one in self._lists if one.id == list_id), ())
        places = [known.index(name) for name in names if name in known]
        if places:
            self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            at = max(0, min(places) - 1) if by < 0 else min(len(known), max(places) + 2)
            self.edit(self.tr("Move in the list"), list_edits.moved(self._lists, list_id, names, at))

    def _dropped(self, names: list[str], row: int) -> None:
        """Put dropped networks before the one in a line, into its group where groups are shown."""
        list_id = self._context.selection.list_id
        one = next((one for one in self._lists if one.id == list_id), None)
        if one is None or one.smart:
            return
        before = self.model.row_at(row) or self.model.row_at(row + 1)
        at = one.members.index(before.network) if before is not None and before.network in one.members else None
        change = list_edits.moved if set(names) <= set(one.members) else list_edits.added
        after = change(self._lists, list_id, names, len(one.members) if at is None else at)
        above = self.model.row_at(row - 1)
        beside = above if above is not None else before
        if self.model.sectioned and one.groups and beside is not None:
            after = list_edits.grouped(after, list_id, names, beside.group)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.edit(self.tr("Move in the list"), after)

    def _dropped_on_tab(self, names: list[str], tab: int, moves: bool) -> None:
        list_id = str(self.tabs.tabData(tab))
        here = self._context.selection.list_id
        one = next((one for one in self._lists if one.id == list_id), None)
        if one is None or one.smart or list_id == here:
            return
        after = list_edits.added(self._lists, list_id, names)
        self.edit(self.tr("Put into another list"), list_edits.removed(after, here, names) if moves else after)

    def _tabs_moved(self, _from: int, _to: int) -> None:
        if not self._loading:
            places = {str(self.tabs.tabData(at)): at for at in range(self.tabs.count())}
            after = tuple(sorted(self._lists, key=lambda one: places.get(one.id, len(places))))
            self.edit(self.tr("Reorder the lists"), after)

    def new_list(self) -> None:
        """Ask for a name and add a list."""
        title, good = QInputDialog.getText(self, self.tr("New list"), self.tr("Name of the list"))
        if good and title.strip():
            list_id = uuid.uuid4().hex[:8]
            self._context.selection.list_id = list_id
            self.edit(self.tr("Add a list"), list_edits.with_list(self._lists, list_id, title.strip()))

    def new_smart_list(self) -> None:
        """Ask for a rule and add a list that follows it."""
        self.edit_rule("")

    def edit_rule(self, list_id: str) -> None:
        """Ask for the rule of a smart list, a new one where no list is named."""
        from watchlist.ui.dialogs.smart_list import SmartListDialog  # noqa: PLC0415 - dialogs are made when wanted

        old = next((one for one in self._lists if one.id == list_id), None)
        dialog = SmartListDialog(self._hub, old.title if old else "", old.smart if old else "", self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def keep() -> None:
            if old is None:
                fresh = uuid.uuid4().hex[:8]
                self._context.selection.list_id = fresh
                self.edit(self.tr("Add a list"), list_edits.with_list(self._lists, fresh, dialog.title, dialog.rule))
            else:
                after = list_edits.ruled(self._lists, list_id, dialog.title, dialog.rule)
                self.edit(self.tr("Change a rule"), after)

        dialog.accepted.connect(keep)
        dialog.open()

    def undo_edit(self) -> None:
        """Undo the last edit."""
        self.edits.undo()

    def redo_edit(self) -> None:
        """Do the last undone edit again."""
        self.edits.redo()

    def focus_filter(self) -> None:
        """Bring the keyboard to the filter."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def rename(self, at: int) -> None:
        """Ask for another name of the list of a tab."""
        if at < 0:
            return
        list_id = str(self.tabs.tabData(at))
        old = next((one.title for one in self._lists if one.id == list_id), "")
        title, good = QInputDialog.getText(self, self.tr("Rename list"), self.tr("Name of the list"), text=old)
        if good and title.strip():
            self.edit(self.tr("Rename a list"), list_edits.renamed(self._lists, list_id, title.strip()))

    def edit_note(self) -> None:
        """Ask for the note and the tags of the selected asset."""
        row = self.model.row_at(self.view.currentIndex().row())
        if row is None:
            return
        from watchlist.ui.dialogs.asset_note import AssetNoteDialog  # noqa: PLC0415 - dialogs are made when wanted

        dialog = AssetNoteDialog(row.name, row.note, list(row.tags), self.tags, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        before: Json | None = {"text": row.note, "tags": list(row.tags)} if row.note or row.tags else None

        def keep() -> None:
            after = {"text": dialog.text, "tags": dialog.tags} if dialog.text or dialog.tags else None
            for tag, colour in dialog.colours.items():
                if self.tags.get(tag) != colour:
                    self._hub.ask(ask.SaveDocument(TAGS, tag, {"colour": colour}), lambda _none: None)
            if after != before:
                change = DocumentEdit(
                    self.tr("Note and tags"), self._hub, NOTES, {row.network: before}, {row.network: after}
                )
                self.edits.push(change)

        dialog.accepted.connect(keep)
        dialog.open()

    def _open_card(self, index: QModelIndex) -> None:
        """Show what stands behind the cell that was double-clicked, or chosen with Return."""
        column, row = self.model.columns[index.column()], self.model.row_at(index.row())
        if row is None:
            return
        if column.key in {"note", "tags"}:
            self.edit_note()
            return
        if not column.metric:
            self._context.open_panel("chart")
            return
        from watchlist.ui.dialogs.metric_card import MetricCard  # noqa: PLC0415 - dialogs are made when wanted

        card = MetricCard(self._context, row.network, row.name, column.metric, self)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()

    def add_asset(self) -> None:
        """Open the dialog for adding an asset."""
        from watchlist.ui.dialogs.add_asset import AddAssetDialog  # noqa: PLC0415 - dialogs are made when wanted

        dialog = AddAssetDialog(self._context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def add_own_data(self) -> None:
        """Open the dialog that brings a file or an address to the selected asset."""
        row = self.model.row_at(self.view.currentIndex().row())
        if row is None:
            return
        from watchlist.ui.dialogs.own_data import OwnDataDialog  # noqa: PLC0415 - dialogs are made when wanted

        dialog = OwnDataDialog(self._context, row.network, row.name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Views

    def choose_columns(self) -> None:
        """Open the dialog in which columns are chosen."""
        from watchlist.ui.dialogs.columns import ColumnsDialog  # noqa: PLC0415 - dialogs are made when wanted

        dialog = ColumnsDialog(self._ordered_columns(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.show_columns(dialog.chosen()))
        dialog.open()

    def _ordered_columns(self) -> list[WatchColumn]:
        """Return the columns as they stand on the screen, from left to right."""
        head = self.view.horizontalHeader()
        return [self.model.columns[head.logicalIndex(at)] for at in range(len(self.model.columns))]

    def show_columns(self, columns: list[WatchColumn]) -> None:
        """Show these columns in this order; those that were there keep their width."""
        widths = {column.key: self.view.columnWidth(at) for at, column in enumerate(self.model.columns)}
        head = self.view.horizontalHeader()
        self.model.show_columns(columns)
        for at in range(head.count()):
            head.moveSection(head.visualIndex(at), at)
        self._fit_columns()
        if self._fitted:
            self._put_widths(widths)
        self._follow()
        self._ask_table()

    def _put_widths(self, widths: Mapping[str, Any]) -> None:
        for at, column in enumerate(self.model.columns):
            width = widths.get(column.key)
            if isinstance(width, int) and width > 0:
                self.view.setColumnWidth(at, width)

    def view_now(self) -> ListView:
        """Return columns, widths, sorting and filter as they are."""
        head = self.view.horizontalHeader()
        at = head.sortIndicatorSection()
        known = 0 <= at < len(self.model.columns)
        return ListView(
            tuple(column.key for column in self._ordered_columns()),
            {column.key: self.view.columnWidth(place) for place, column in enumerate(self.model.columns)}
            if self._fitted
            else {},
            self.model.columns[at].key if known else "",
            known and head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
            self.filter.filter(),
            self.model.sectioned,
        )

    def use_view(self, view: ListView) -> None:
        """Show the list as a view says, as far as it still fits."""
        columns = view.known_columns()
        if columns:
            self.show_columns(columns)
        self._fitted = self._fitted or bool(view.widths)
        self._put_widths(view.widths)
        keys = [column.key for column in self.model.columns]
        order = Qt.SortOrder.DescendingOrder if view.falling else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(keys.index(view.sorted_by) if view.sorted_by in keys else -1, order)
        self.model.show_sections(view.sectioned)
        self.filter.set_filter(view.filter.text, view.filter.states)

    def _filter_changed(self, wanted: Filter) -> None:
        self.model.show_only(wanted.accepts if wanted else None)
        self._show_page()
        self._follow()

    # Remembering

    def save_state(self) -> dict[str, Any]:
        """Return the views of all lists as they were last seen."""
        if self._shown_list:
            self._kept_views[self._shown_list] = self.view_now().as_json()
        return {"views": self._kept_views, "list": self._shown_list}

    def restore_state(self, kept: dict[str, Any]) -> None:
        """Take over what was remembered, as far as it still fits."""
        views = kept.get("views")
        if isinstance(views, dict):
            self._kept_views = {str(key): one for key, one in views.items() if isinstance(one, dict)}
        shown = self._kept_views.get(self._context.selection.list_id or str(kept.get("list", "")))
        if shown is not None:
            self.use_view(ListView.from_json(shown))
