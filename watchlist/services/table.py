"""Which use cases there are: for each module of handlers the requests that it answers, in one place, for the desk.

A module is imported with the first request that it answers: all of them together take longer than opening the window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from watchlist.domain import requests as ask

if TYPE_CHECKING:
    from watchlist.services.desk import Handler

ANSWERED_BY: Mapping[str, tuple[type, ...]] = {
    "lists": (
        ask.Lists,
        ask.SaveLists,
        ask.ListTable,
        ask.MembersByRule,
        ask.Networks,
        ask.ShippedNetworks,
        ask.AddNetwork,
        ask.CheckNetworkFile,
        ask.RemoveNetwork,
    ),
    "papers": (ask.Documents, ask.SaveDocument, ask.Doctor),
    "history": (ask.History, ask.PointsOf, ask.CandlesOf, ask.SeriesSpans),
    "numbers": (ask.Metric, ask.Figures, ask.Exclude),
    "detail": (ask.Detail, ask.Participants),
    "changes": (ask.ChangesSince,),
    "source_page": (
        ask.SourceStates,
        ask.Hosts,
        ask.Ledger,
        ask.LastAnswers,
        ask.SwitchHost,
        ask.Coverage,
        ask.Holes,
        ask.QuarantinedPoints,
        ask.DecideQuarantine,
    ),
    "candidates": (ask.SearchNetworks,),
    "imports": (ask.ImportFile, ask.PreviewFile, ask.PreviewAddress, ask.AddAddress),
    "keys": (ask.KeyStates, ask.SetKey, ask.TestKey),
    "refresh": (ask.Refresh, ask.CancelRefresh),
    "alarm_requests": (
        ask.Standings,
        ask.Firings,
        ask.MarkFiring,
        ask.CheckAlerts,
        ask.Rules,
        ask.SaveRule,
        ask.ImportRules,
        ask.ExportRules,
        ask.RemoveRules,
        ask.SwitchRules,
        ask.ResumeRules,
    ),
    "backtest": (ask.BackTest,),
    "channel_requests": (ask.Channels, ask.SaveChannel, ask.RemoveChannel, ask.TestChannel, ask.Deliveries),
    "jobs": (ask.CancelJob,),
    "exporting": (ask.ExportTable,),
    "list_files": (ask.ReadListFile,),
    "reports": (ask.MakeReport,),
    "backups": (ask.MakeBackup, ask.LookIntoBackup),
    "snapshots": (
        ask.MakeSnapshot,
        ask.Snapshots,
        ask.PinSnapshot,
        ask.VerifySnapshot,
        ask.CompareSnapshots,
        ask.SnapshotTable,
    ),
}
"""Module of this package to the keys of its ``HANDLERS``; a test holds the two together."""


class _Table(Mapping[type, "Handler"]):
    """Handlers by request, each imported when it is first wanted."""

    def __init__(self) -> None:
        self._modules = {kind: module for module, kinds in ANSWERED_BY.items() for kind in kinds}

    def __getitem__(self, kind: type) -> Handler:
        handlers: Mapping[type, Handler] = import_module(f"watchlist.services.{self._modules[kind]}").HANDLERS
        return handlers[kind]

    def __iter__(self) -> Iterator[type]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


TABLES: tuple[Mapping[type, Handler], ...] = (_Table(),)
