"""What a window or a terminal may ask of the program: each request is a value with the type of its answer.

A service registers a handler per request type; the asker never learns which. New requests are added here, beside
the answer they promise, each ``class Name(Request[Answer], frozen=True)``: seventy dataclasses would take 40 ms to
define, a tenth of what opening the window may take. Holds no behaviour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from watchlist.domain.answers import (
    Candidate,
    Change,
    CoverageCell,
    Finding,
    Hole,
    ImportReport,
    Json,
    Participant,
    RawAnswer,
    RefreshReport,
    WatchList,
    WatchTable,
)
from watchlist.domain.back_tests import BackTestReport
from watchlist.domain.deliveries import ChannelRow, Delivery
from watchlist.domain.fetches import Fetch, HostUse, SourceState
from watchlist.domain.figures import Figure, MetricSeries
from watchlist.domain.firings import Firing, RuleRow, Standing
from watchlist.domain.instants import Instant
from watchlist.domain.keepsakes import (
    BackupInfo,
    ListedSymbols,
    SnapshotCheck,
    SnapshotComparison,
    SnapshotInfo,
    Written,
)
from watchlist.domain.network import Network, SeriesKey
from watchlist.domain.periods import Grain
from watchlist.domain.series import Buckets, Candles, Points, Quarantined

AnswerT_co = TypeVar("AnswerT_co", covariant=True)


class Request(msgspec.Struct, Generic[AnswerT_co], frozen=True):
    """Base of all requests; the parameter is the type of the answer."""


# Lists and networks


class ListTable(Request[WatchTable], frozen=True):
    """A list with the newest figures of its members; ``metrics`` are selectors beyond the default columns."""

    list_id: str = ""
    metrics: tuple[str, ...] = ()


class Lists(Request[tuple[WatchList, ...]], frozen=True):
    """All lists in the user's order."""


class SaveLists(Request[tuple[WatchList, ...]], frozen=True):
    """Replace all lists by these, in this order."""

    lists: tuple[WatchList, ...]


class MembersByRule(Request[tuple[str, ...]], frozen=True):
    """Which watched networks satisfy a smart list's rule now; raises InputError where it cannot be read."""

    rule: str


class Networks(Request[tuple[Network, ...]], frozen=True):
    """All known networks: shipped, the user's own and simulated ones that were added."""


class AddNetwork(Request[Network], frozen=True):
    """Add a network: a file's text, or the id of a shipped or simulated one, or a candidate of a search."""

    id: str = ""
    text: str = ""
    candidate: Candidate | None = None
    list_id: str = ""


class CheckNetworkFile(Request[Network], frozen=True):
    """Read a network file without adding it; raises InputError that names line and key."""

    text: str
    name: str = "network.toml"


class RemoveNetwork(Request[None], frozen=True):
    """Take a network off all lists; its data stays in the archive."""

    id: str


class SearchNetworks(Request[tuple[Candidate, ...]], frozen=True):
    """Find things to add by name, symbol or chain:address."""

    text: str
    online: bool = True


class ShippedNetworks(Request[tuple[Network, ...]], frozen=True):
    """The networks that come with the program, simulated ones included."""


# Documents


class Documents(Request[dict[str, Json]], frozen=True):
    """All entries of a table of the user's documents (notes, views, rules, theses, annotations, silences …)."""

    table: str


class SaveDocument(Request[None], frozen=True):
    """Put an entry of a table, or remove it where ``value`` is None."""

    table: str
    id: str
    value: Json | None


# History and figures


class History(Request[Buckets], frozen=True):
    """A series bucketed to pixels; ``token`` comes back with the answer."""

    key: SeriesKey
    start: Instant
    end: Instant
    pixels: int
    token: int = 0
    as_known_on: Instant | None = None


class PointsOf(Request[Points], frozen=True):
    """All points of a series in a span."""

    key: SeriesKey
    start: Instant | None = None
    end: Instant | None = None
    as_known_on: Instant | None = None


class CandlesOf(Request[Candles | None], frozen=True):
    """Candles of a series in a span, where a source gives them."""

    key: SeriesKey
    start: Instant | None = None
    end: Instant | None = None


class SeriesSpans(Request[tuple[tuple[SeriesKey, Instant, Instant, int], ...]], frozen=True):
    """Which series a network has in the archive: key, first, last, count."""

    network: str


class Metric(Request[MetricSeries], frozen=True):
    """A metric of a network over all its periods; ``selector`` is the metric with role, stream and variant."""

    network: str
    selector: str
    grain: Grain | None = None
    excluded: tuple[int, ...] = ()


class Figures(Request[tuple[Figure, ...]], frozen=True):
    """The newest values of many metrics of a network."""

    network: str
    selectors: tuple[str, ...] = ()


class Detail(Request[object], frozen=True):
    """A structured finding of a network, named ``what``: a dataclass of domain.findings.

    ``what`` is one of cohorts, survival, lifecycle, concentration, patterns, verification, score, leadlag,
    active_days. ``of`` is a role or stream selector, ``options`` are the finding's own.
    """

    network: str
    what: str
    of: str = ""
    grain: Grain = Grain.WEEK
    variant: str = "raw"
    options: tuple[tuple[str, str], ...] = ()


class Participants(Request[tuple[Participant, ...]], frozen=True):
    """The participants with the largest shares in the last 28 complete days."""

    network: str
    of: str = ""
    limit: int = 50


class Exclude(Request[None], frozen=True):
    """Take participants out of a network's numbers, or put them back in."""

    network: str
    names: tuple[str, ...]
    label: str = "excluded by you"
    back: bool = False


class ChangesSince(Request[tuple[Change, ...]], frozen=True):
    """What changed since an instant, most important first."""

    since: Instant


# Sources


class SourceStates(Request[tuple[SourceState, ...]], frozen=True):
    """How every source is doing."""


class Hosts(Request[tuple[HostUse, ...]], frozen=True):
    """Every host ever contacted."""


class SwitchHost(Request[None], frozen=True):
    """Switch a host on or off."""

    host: str
    enabled: bool


class Ledger(Request[tuple[Fetch, ...]], frozen=True):
    """The newest lines of the fetch ledger."""

    source: str = ""
    limit: int = 500


class LastAnswers(Request[tuple[RawAnswer, ...]], frozen=True):
    """The last raw answers of a source, one per endpoint."""

    source: str


class Coverage(Request[tuple[CoverageCell, ...]], frozen=True):
    """What feeds what: per network and stream or series the sources, spans, counts and what is not published."""

    network: str = ""


class Holes(Request[tuple[Hole, ...]], frozen=True):
    """Stretches of streams that were not read."""

    network: str = ""


class QuarantinedPoints(Request[tuple[Quarantined, ...]], frozen=True):
    """Points that wait for a decision."""

    network: str = ""


class DecideQuarantine(Request[None], frozen=True):
    """Release a quarantined point into its series, or drop it."""

    point: Quarantined
    release: bool


# Work


class Refresh(Request[RefreshReport], frozen=True):
    """Pull what is due now, or everything of some networks where ``networks`` is given."""

    networks: tuple[str, ...] = ()
    all_due: bool = False


class CancelRefresh(Request[None], frozen=True):
    """Stop a running refresh at once."""


class ImportFile(Request[ImportReport], frozen=True):
    """Import a file into a network: csv or parquet with a mapping, or a git checkout."""

    path: str
    network: str
    form: str
    mapping: tuple[tuple[str, str], ...] = ()
    preview: bool = False


@dataclass(frozen=True, slots=True)
class FileLook:
    """The first rows of a file or of an answer, a guess at the meaning of its columns, and what is wrong."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: tuple[tuple[str, str], ...] = ()
    count: int = 0
    problems: tuple[str, ...] = ()


class PreviewFile(Request[FileLook], frozen=True):
    """Look into a file before it is imported."""

    path: str
    form: str


class PreviewAddress(Request[FileLook], frozen=True):
    """Ask a JSON address once and show what its expressions find; ``options`` are those of a template."""

    options: tuple[tuple[str, str], ...]


class AddAddress(Request[None], frozen=True):
    """Add a series or stream that is read from a JSON address to a network."""

    network: str
    name: str
    options: tuple[tuple[str, str], ...]


class Doctor(Request[tuple[Finding, ...]], frozen=True):
    """Check both stores, repair what can be repaired."""


# Keys


class KeyStates(Request[tuple[tuple[str, str, bool, str], ...]], frozen=True):
    """Per key name: title, whether one is set, where it is kept."""


class SetKey(Request[None], frozen=True):
    """Keep a key, or remove it where ``value`` is empty. Never logged."""

    name: str
    value: str

    def __repr__(self) -> str:
        return f"SetKey({self.name!r})"


class TestKey(Request[str], frozen=True):
    """Ask the provider whether a key works; the answer is a sentence."""

    name: str


# Alerts


class Standings(Request[tuple[Standing, ...]], frozen=True):
    """Where every rule stands."""


class Firings(Request[tuple[Firing, ...]], frozen=True):
    """The inbox: firings, newest first."""

    since: Instant | None = None
    rule: str = ""
    network: str = ""
    unread: bool = False
    limit: int = 500


class MarkFiring(Request[None], frozen=True):
    """Mark firings read or acknowledged, or snooze them until an instant."""

    ids: tuple[str, ...]
    read: bool = True
    acknowledged: bool = False
    snoozed_until: Instant | None = None


class CheckAlerts(Request[tuple[Firing, ...]], frozen=True):
    """Evaluate all rules now; the answer holds what fired."""


class Rules(Request[tuple[RuleRow, ...]], frozen=True):
    """Every rule with where it stands on each network, its last firing and its deliveries."""


class SaveRule(Request[None], frozen=True):
    """Check and keep a rule, written as alerts.rules writes it. Fails with the field that is wrong."""

    text: str


class ImportRules(Request[int], frozen=True):
    """Keep all rules of a file's text; a rule with a known id takes its place. The answer is their number."""

    text: str


class ExportRules(Request[str], frozen=True):
    """The text of a file that holds these rules, or all of them."""

    ids: tuple[str, ...] = ()


class RemoveRules(Request[None], frozen=True):
    """Remove rules; their firings stay."""

    ids: tuple[str, ...]


class SwitchRules(Request[None], frozen=True):
    """Switch rules on or off; what happens while one is off is not looked at later."""

    ids: tuple[str, ...]
    enabled: bool


class ResumeRules(Request[int], frozen=True):
    """Let rules that paused themselves look again, all of them where no ids are given; the answer is their number."""

    ids: tuple[str, ...] = ()


class BackTest(Request[BackTestReport], frozen=True):
    """What a rule, saved or not, would have done on a network in all its history."""

    text: str
    network: str


class Deliveries(Request[tuple[Delivery, ...]], frozen=True):
    """The newest messages to outside channels and what became of them."""

    channel: str = ""
    limit: int = 500


class Channels(Request[tuple[ChannelRow, ...]], frozen=True):
    """The channels that messages can go to, the desktop's notifications first."""


class SaveChannel(Request[str], frozen=True):
    """Keep a channel; the address and the secret go to the keyring, None leaves what is there. Answers with its id."""

    id: str
    title: str
    kind: str
    enabled: bool = True
    template: str = ""
    address: str | None = None
    secret: str | None = None

    def __repr__(self) -> str:
        return f"SaveChannel({self.id!r}, {self.title!r}, {self.kind!r})"


class RemoveChannel(Request[None], frozen=True):
    """Forget a channel and its address."""

    id: str


class TestChannel(Request[str], frozen=True):
    """Send a test message now; the answer says in words what became of it."""

    __test__ = False
    id: str


# Snapshots, exports, reports, backups


class ExportTable(Request[Written], frozen=True):
    """Write a list, or with ``tidy`` every period of its metrics, as csv, json, parquet or xlsx.

    ``columns`` are row fields and selectors in their order, ``titles`` their names where they are not the usual ones,
    ``rows`` the networks in their order; empty means all. ``list_ids`` are the lists, the first one where empty.
    ``decimal`` and ``digits`` write numbers as a country does, for reading.
    """

    path: str
    form: str = "csv"
    list_ids: tuple[str, ...] = ()
    tidy: bool = False
    columns: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    decimal: str = "."
    digits: int | None = None
    overwrite: bool = False


class CancelJob(Request[bool], frozen=True):
    """Stop a long export, report or backup by the name of its job; nothing of it is left behind."""

    job: str


class MakeSnapshot(Request[SnapshotInfo], frozen=True):
    """Freeze a list, now or as of an instant; into the folder of snapshots where no path is given."""

    list_id: str = ""
    path: str = ""
    at: Instant | None = None
    redact: bool = False
    pinned: bool = False
    overwrite: bool = False


class Snapshots(Request[tuple[SnapshotInfo, ...]], frozen=True):
    """The snapshots in their folder, newest first; with a path only that file."""

    path: str = ""


class PinSnapshot(Request[None], frozen=True):
    """Keep a snapshot for ever, or let the rotation have it."""

    path: str
    pinned: bool


class VerifySnapshot(Request[SnapshotCheck], frozen=True):
    """Say what of a snapshot is intact, and whether its data gives its numbers."""

    path: str


class CompareSnapshots(Request[SnapshotComparison], frozen=True):
    """Say what changed from one snapshot to another, and why."""

    old: str
    new: str


class SnapshotTable(Request[WatchTable], frozen=True):
    """A snapshot's list as it stood then."""

    path: str


class MakeReport(Request[Written], frozen=True):
    """Write a list as a PDF report; ``since`` is a snapshot to tell the changes from, else the newest earlier one."""

    path: str
    list_id: str = ""
    paper: str = ""
    since: str = ""
    overwrite: bool = False


class MakeBackup(Request[BackupInfo], frozen=True):
    """Write one file with everything that was made and pulled, never keys; encrypted where a passphrase is given."""

    path: str = ""
    passphrase: str = ""
    overwrite: bool = False

    def __repr__(self) -> str:
        return f"MakeBackup({self.path!r})"


class LookIntoBackup(Request[BackupInfo], frozen=True):
    """Say what a backup holds and what restoring it would replace."""

    path: str
    passphrase: str = ""

    def __repr__(self) -> str:
        return f"LookIntoBackup({self.path!r})"


class ReadListFile(Request[ListedSymbols], frozen=True):
    """Read the symbols of another program's list file, each with what it might be; ``online`` asks sources too."""

    path: str
    online: bool = False
