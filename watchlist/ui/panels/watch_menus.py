"""The menus of the watchlist: of its tabs, its rows, its titles and its views. Each entry is the panel's own work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from watchlist.ui.models import list_edits
from watchlist.ui.models.watch_columns import COLUMNS, WatchColumn

if TYPE_CHECKING:
    from watchlist.ui.panels.context import PanelContext
    from watchlist.ui.panels.watchlist import WatchlistPanel


class WatchMenus(QObject):
    """Opens the menus where the user asks for them."""

    def __init__(self, panel: WatchlistPanel, context: PanelContext) -> None:
        super().__init__(panel)
        self._panel = panel
        self._context = context
        panel.tabs.customContextMenuRequested.connect(self._of_tabs)
        panel.view.customContextMenuRequested.connect(self._of_rows)
        panel.view.horizontalHeader().customContextMenuRequested.connect(self._of_titles)
        menu = QMenu(panel.look)
        menu.aboutToShow.connect(lambda: self._of_views(menu))
        panel.look.setMenu(menu)

    def _menu(self) -> QMenu:
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        return menu

    def _of_tabs(self, place: QPoint) -> None:
        panel = self._panel
        at = panel.tabs.tabAt(place)
        menu = self._menu()
        menu.addAction(self.tr("New list …"), panel.new_list)
        menu.addAction(self.tr("New list by a rule …"), panel.new_smart_list)
        if at >= 0:
            list_id = str(panel.tabs.tabData(at))
            one = next((one for one in panel.lists if one.id == list_id), None)
            menu.addSeparator()
            menu.addAction(self.tr("Rename …"), lambda: panel.rename(at))
            if one is not None and one.smart:
                menu.addAction(self.tr("Change the rule …"), lambda: panel.edit_rule(list_id))
            remove = menu.addAction(
                self.tr("Remove this list"),
                lambda: panel.edit(self.tr("Remove a list"), list_edits.without_list(panel.lists, list_id)),
            )
            remove.setEnabled(len(panel.lists) > 1)
        menu.popup(panel.tabs.mapToGlobal(place))

    def _of_rows(self, place: QPoint) -> None:
        panel = self._panel
        names = panel.selected()
        here = self._context.selection.list_id
        menu = self._menu()
        menu.addAction(self.tr("Add an asset …"), lambda: self._context.actions.run("add_asset"))
        if names:
            menu.addSeparator()
            menu.addAction(self.tr("Note and tags …"), panel.edit_note)
            self._add_groups(menu.addMenu(self.tr("Group")), names)
            other = menu.addMenu(self.tr("Also put into"))
            for one in panel.lists:
                if one.id != here and not one.smart:
                    other.addAction(one.title or self.tr("Watchlist"), partial(self._also_into, one.id, names))
            other.setEnabled(not other.isEmpty())
            compare = menu.addAction(self.tr("Compare in the chart"), lambda: self._compare(names))
            compare.setEnabled(bool(names))
            menu.addSeparator()
            is_smart = any(one.smart for one in panel.lists if one.id == here)
            remove = menu.addAction(self.tr("Remove from this list"), panel.remove_selected)
            remove.setEnabled(not is_smart)
        menu.popup(panel.view.viewport().mapToGlobal(place))

    def _compare(self, names: list[str]) -> None:
        chart = self._context.open_panel("chart")
        compare = getattr(chart, "compare_with", None)
        if compare is not None:
            compare(names)

    def _add_groups(self, menu: QMenu, names: list[str]) -> None:
        here = self._context.selection.list_id
        one = next((one for one in self._panel.lists if one.id == here), None)
        groups = sorted({group for _network, group in one.groups}, key=str.casefold) if one is not None else []
        for group in groups:
            menu.addAction(group, partial(self._group, names, group))
        if groups:
            menu.addSeparator()
        menu.addAction(self.tr("New group …"), lambda: self._ask_group(names))
        out = menu.addAction(self.tr("No group"), partial(self._group, names, ""))
        out.setEnabled(bool(groups))

    def _group(self, names: list[str], group: str) -> None:
        panel = self._panel
        panel.edit(self.tr("Group"), list_edits.grouped(panel.lists, self._context.selection.list_id, names, group))

    def _ask_group(self, names: list[str]) -> None:
        group, good = QInputDialog.getText(self._panel, self.tr("New group"), self.tr("Name of the group"))
        if good and group.strip():
            self._group(names, group.strip())

    def _also_into(self, list_id: str, names: list[str]) -> None:
        panel = self._panel
        panel.edit(self.tr("Put into another list"), list_edits.added(panel.lists, list_id, names))

    def _of_titles(self, place: QPoint) -> None:
        panel = self._panel
        menu = self._menu()
        menu.addAction(self.tr("Choose columns …"), panel.choose_columns)
        menu.addSeparator()
        shown = {column.key for column in panel.model.columns}
        extra = [column for column in panel.model.columns if column.key not in COLUMNS]
        for column in (*COLUMNS.values(), *extra):
            action = menu.addAction(QCoreApplication.translate("columns", column.title))
            action.setToolTip(QCoreApplication.translate("columns", column.tip))
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(column.key != "asset")
            action.toggled.connect(partial(self._switch_column, column))
        menu.popup(panel.view.horizontalHeader().mapToGlobal(place))

    def _switch_column(self, column: WatchColumn, on: bool) -> None:
        columns = [one for one in self._panel.model.columns if one.key != column.key]
        if on:
            order = list(COLUMNS)
            later = {one: order.index(one) for one in order}
            at = next(
                (
                    place
                    for place, one in enumerate(columns)
                    if later.get(one.key, len(order)) > later.get(column.key, len(order))
                ),
                len(columns),
            )
            columns.insert(at, column)
        self._panel.show_columns(columns)

    def _of_views(self, menu: QMenu) -> None:
        panel = self._panel
        menu.clear()
        here = self._context.selection.list_id
        menu.addAction(self.tr("Choose columns …"), panel.choose_columns)
        sections = menu.addAction(self.tr("Groups under their names"))
        sections.setCheckable(True)
        sections.setChecked(panel.model.sectioned)
        sections.toggled.connect(panel.model.show_sections)
        menu.addSeparator()
        kept = panel.views.of_list(here)
        for _key, title, view in kept:
            menu.addAction(title, partial(panel.use_view, view))
        menu.addAction(self.tr("Keep this view …"), self._keep_view)
        if kept:
            remove = menu.addMenu(self.tr("Forget a view"))
            for key, title, _view in kept:
                remove.addAction(title, partial(panel.views.remove, key))

    def _keep_view(self) -> None:
        panel = self._panel
        title, good = QInputDialog.getText(panel, self.tr("Keep this view"), self.tr("Name of the view"))
        if good and title.strip():
            panel.views.keep(self._context.selection.list_id, title.strip(), panel.view_now())
