"""Which panels there are and where they stand at first: a panel is one entry here and its own file.

A panel is a QWidget whose class takes one argument, the PanelContext of panels/context.py. It is imported and made
when it is first shown. It may have: ``ready`` (Signal: the panel has something to show; until then the watchlist's
place keeps the last known table), ``save_state() -> dict`` and ``restore_state(dict)`` (what it remembers),
``activate()`` (it was brought to the front). Must never import a panel itself.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Place(StrEnum):
    """Where a panel stands until the user moves it."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    TAB = "tab"


class PanelSpec(NamedTuple):
    """One panel. ``factory`` is "module:Class"; ``open_first`` panels are there at the first start.

    Titles are translated where they are shown (context "panels"). A lazy panel is made when it is first seen, the
    others as soon as the program is ready.
    """

    key: str
    title: str
    factory: str
    place: Place
    lazy: bool = True
    open_first: bool = True
    tip: str = ""
    shortcut: str = ""


WATCHLIST = "watchlist"
"""Key of the panel that takes over from the table of the first paint."""

PANELS: tuple[PanelSpec, ...] = (
    PanelSpec(
        WATCHLIST,
        "Watchlist",
        "watchlist.ui.panels.watchlist:WatchlistPanel",
        Place.TOP,
        lazy=False,
        tip="Your lists with the newest figures",
        shortcut="Alt+1",
    ),
    PanelSpec(
        "chart",
        "Chart",
        "watchlist.ui.panels.chart:ChartPanel",
        Place.TAB,
        lazy=False,
        tip="Price above participation on one time axis",
        shortcut="Alt+2",
    ),
    PanelSpec(
        "cohorts",
        "Cohorts",
        "watchlist.ui.panels.cohorts:CohortsPanel",
        Place.TAB,
        tip="Who stayed, by cohort and age",
        shortcut="Alt+3",
    ),
    PanelSpec(
        "lifecycle",
        "Lifecycle",
        "watchlist.ui.panels.lifecycle:LifecyclePanel",
        Place.TAB,
        tip="Who came, stayed, returned and left",
        shortcut="Alt+4",
    ),
    PanelSpec(
        "control",
        "Control",
        "watchlist.ui.panels.control:ControlPanel",
        Place.TAB,
        tip="Who holds how much of the activity",
        shortcut="Alt+5",
    ),
    PanelSpec(
        "patterns",
        "Patterns",
        "watchlist.ui.panels.patterns:PatternsPanel",
        Place.TAB,
        tip="Patterns of manufactured activity",
        shortcut="Alt+6",
    ),
    PanelSpec(
        "verification",
        "Verification",
        "watchlist.ui.panels.verification:VerificationPanel",
        Place.TAB,
        tip="What of the use was verified, and how",
        shortcut="Alt+7",
    ),
    PanelSpec(
        "thesis",
        "Thesis",
        "watchlist.ui.panels.thesis:ThesisPanel",
        Place.TAB,
        tip="What you believe, and what would prove you wrong",
        shortcut="Alt+8",
    ),
    PanelSpec(
        "data",
        "Data",
        "watchlist.ui.panels.data:DataPanel",
        Place.TAB,
        tip="The table behind the chart",
        shortcut="Alt+9",
    ),
    PanelSpec(
        "compare",
        "Compare",
        "watchlist.ui.panels.compare:ComparePanel",
        Place.TAB,
        tip="Networks side by side",
        shortcut="Alt+-",
    ),
    PanelSpec(
        "home",
        "Home",
        "watchlist.ui.panels.home:HomePanel",
        Place.TAB,
        tip="What changed since you last looked",
        shortcut="Alt+Home",
    ),
    PanelSpec(
        "inbox",
        "Inbox",
        "watchlist.ui.alerts.inbox_panel:InboxPanel",
        Place.TAB,
        lazy=False,
        tip="What came true, and when it was noticed",
        shortcut="Alt+I",
    ),
    PanelSpec(
        "rules",
        "Rules",
        "watchlist.ui.alerts.rules_panel:RulesPanel",
        Place.TAB,
        tip="When to tell you, and where each rule stands",
        shortcut="Alt+R",
    ),
    PanelSpec(
        "snapshots",
        "Snapshots",
        "watchlist.ui.panels.snapshots:SnapshotsPanel",
        Place.TAB,
        tip="Freeze the list, prove it later, compare two, write reports and tables",
        shortcut="Alt+S",
    ),
    PanelSpec(
        "sources",
        "Sources",
        "watchlist.ui.panels.sources:SourcesPanel",
        Place.TAB,
        tip="How each source is doing, and what rests on it",
        shortcut="Alt+0",
    ),
)
"""All panels; tabs stand in this order."""
