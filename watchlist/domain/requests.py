"""What a window or a terminal may ask of the program: each request is a value with the type of its answer.

A service registers a handler per request type; the asker never learns which. New requests are added here, beside
the answer they promise. Holds no behaviour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

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


@dataclass(frozen=True, slots=True)
class Request(Generic[AnswerT_co]):
    """Base of all requests; the parameter is the type of the answer."""


# Lists and networks


@dataclass(frozen=True, slots=True)
class ListTable(Request[WatchTable]):
    """A list with the newest figures of its members; ``metrics`` are selectors beyond the default columns."""

    list_id: str = ""
    metrics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists(Request[tuple[WatchList, ...]]):
    """All lists in the user's order."""


@dataclass(frozen=True, slots=True)
class SaveLists(Request[tuple[WatchList, ...]]):
    """Replace all lists by these, in this order."""

    lists: tuple[WatchList, ...]


@dataclass(frozen=True, slots=True)
class MembersByRule(Request[tuple[str, ...]]):
    """Which watched networks satisfy a smart list's rule now; raises InputError where it cannot be read."""

    rule: str


@dataclass(frozen=True, slots=True)
class Networks(Request[tuple[Network, ...]]):
    """All known networks: shipped, the user's own and simulated ones that were added."""


@dataclass(frozen=True, slots=True)
class AddNetwork(Request[Network]):
    """Add a network: a file's text, or the id of a shipped or simulated one, or a candidate of a search."""

    id: str = ""
    text: str = ""
    candidate: Candidate | None = None
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class CheckNetworkFile(Request[Network]):
    """Read a network file without adding it; raises InputError that names line and key."""

    text: str
    name: str = "network.toml"


@dataclass(frozen=True, slots=True)
class RemoveNetwork(Request[None]):
    """Take a network off all lists; its data stays in the archive."""

    id: str


@dataclass(frozen=True, slots=True)
class SearchNetworks(Request[tuple[Candidate, ...]]):
    """Find things to add by name, symbol or chain:address."""

    text: str
    online: bool = True


@dataclass(frozen=True, slots=True)
class ShippedNetworks(Request[tuple[Network, ...]]):
    """The networks that come with the program, simulated ones included."""


# Documents


@dataclass(frozen=True, slots=True)
class Documents(Request[dict[str, Json]]):
    """All entries of a table of the user's documents (notes, views, rules, theses, annotations, silences …)."""

    table: str


@dataclass(frozen=True, slots=True)
class SaveDocument(Request[None]):
    """Put an entry of a table, or remove it where ``value`` is None."""

    table: str
    id: str
    value: Json | None


# History and figures


@dataclass(frozen=True, slots=True)
class History(Request[Buckets]):
    """A series bucketed to pixels; ``token`` comes back with the answer."""

    key: SeriesKey
    start: Instant
    end: Instant
    pixels: int
    token: int = 0
    as_known_on: Instant | None = None


@dataclass(frozen=True, slots=True)
class PointsOf(Request[Points]):
    """All points of a series in a span."""

    key: SeriesKey
    start: Instant | None = None
    end: Instant | None = None
    as_known_on: Instant | None = None


@dataclass(frozen=True, slots=True)
class CandlesOf(Request[Candles | None]):
    """Candles of a series in a span, where a source gives them."""

    key: SeriesKey
    start: Instant | None = None
    end: Instant | None = None


@dataclass(frozen=True, slots=True)
class SeriesSpans(Request[tuple[tuple[SeriesKey, Instant, Instant, int], ...]]):
    """Which series a network has in the archive: key, first, last, count."""

    network: str


@dataclass(frozen=True, slots=True)
class Metric(Request[MetricSeries]):
    """A metric of a network over all its periods; ``selector`` is the metric with role, stream and variant."""

    network: str
    selector: str
    grain: Grain | None = None
    excluded: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures(Request[tuple[Figure, ...]]):
    """The newest values of many metrics of a network."""

    network: str
    selectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail(Request[object]):
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


@dataclass(frozen=True, slots=True)
class Participants(Request[tuple[Participant, ...]]):
    """The participants with the largest shares in the last 28 complete days."""

    network: str
    of: str = ""
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Exclude(Request[None]):
    """Take participants out of a network's numbers, or put them back in."""

    network: str
    names: tuple[str, ...]
    label: str = "excluded by you"
    back: bool = False


@dataclass(frozen=True, slots=True)
class ChangesSince(Request[tuple[Change, ...]]):
    """What changed since an instant, most important first."""

    since: Instant


# Sources


@dataclass(frozen=True, slots=True)
class SourceStates(Request[tuple[SourceState, ...]]):
    """How every source is doing."""


@dataclass(frozen=True, slots=True)
class Hosts(Request[tuple[HostUse, ...]]):
    """Every host ever contacted."""


@dataclass(frozen=True, slots=True)
class SwitchHost(Request[None]):
    """Switch a host on or off."""

    host: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class Ledger(Request[tuple[Fetch, ...]]):
    """The newest lines of the fetch ledger."""

    source: str = ""
    limit: int = 500


@dataclass(frozen=True, slots=True)
class LastAnswers(Request[tuple[RawAnswer, ...]]):
    """The last raw answers of a source, one per endpoint."""

    source: str


@dataclass(frozen=True, slots=True)
class Coverage(Request[tuple[CoverageCell, ...]]):
    """What feeds what: per network and stream or series the sources, spans, counts and what is not published."""

    network: str = ""


@dataclass(frozen=True, slots=True)
class Holes(Request[tuple[Hole, ...]]):
    """Stretches of streams that were not read."""

    network: str = ""


@dataclass(frozen=True, slots=True)
class QuarantinedPoints(Request[tuple[Quarantined, ...]]):
    """Points that wait for a decision."""

    network: str = ""


@dataclass(frozen=True, slots=True)
class DecideQuarantine(Request[None]):
    """Release a quarantined point into its series, or drop it."""

    point: Quarantined
    release: bool


# Work


@dataclass(frozen=True, slots=True)
class Refresh(Request[RefreshReport]):
    """Pull what is due now, or everything of some networks where ``networks`` is given."""

    networks: tuple[str, ...] = ()
    all_due: bool = False


@dataclass(frozen=True, slots=True)
class CancelRefresh(Request[None]):
    """Stop a running refresh at once."""


@dataclass(frozen=True, slots=True)
class ImportFile(Request[ImportReport]):
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


@dataclass(frozen=True, slots=True)
class PreviewFile(Request[FileLook]):
    """Look into a file before it is imported."""

    path: str
    form: str


@dataclass(frozen=True, slots=True)
class PreviewAddress(Request[FileLook]):
    """Ask a JSON address once and show what its expressions find; ``options`` are those of a template."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AddAddress(Request[None]):
    """Add a series or stream that is read from a JSON address to a network."""

    network: str
    name: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Doctor(Request[tuple[Finding, ...]]):
    """Check both stores, repair what can be repaired."""


# Keys


@dataclass(frozen=True, slots=True)
class KeyStates(Request[tuple[tuple[str, str, bool, str], ...]]):
    """Per key name: title, whether one is set, where it is kept."""


@dataclass(frozen=True, slots=True)
class SetKey(Request[None]):
    """Keep a key, or remove it where ``value`` is empty. Never logged."""

    name: str
    value: str

    def __repr__(self) -> str:
        return f"SetKey({self.name!r})"


@dataclass(frozen=True, slots=True)
class TestKey(Request[str]):
    """Ask the provider whether a key works; the answer is a sentence."""

    name: str


# Alerts


@dataclass(frozen=True, slots=True)
class Standings(Request[tuple[Standing, ...]]):
    """Where every rule stands."""


@dataclass(frozen=True, slots=True)
class Firings(Request[tuple[Firing, ...]]):
    """The inbox: firings, newest first."""

    since: Instant | None = None
    rule: str = ""
    network: str = ""
    unread: bool = False
    limit: int = 500


@dataclass(frozen=True, slots=True)
class MarkFiring(Request[None]):
    """Mark firings read or acknowledged, or snooze them until an instant."""

    ids: tuple[str, ...]
    read: bool = True
    acknowledged: bool = False
    snoozed_until: Instant | None = None


@dataclass(frozen=True, slots=True)
class CheckAlerts(Request[tuple[Firing, ...]]):
    """Evaluate all rules now; the answer holds what fired."""


@dataclass(frozen=True, slots=True)
class Rules(Request[tuple[RuleRow, ...]]):
    """Every rule with where it stands on each network, its last firing and its deliveries."""


@dataclass(frozen=True, slots=True)
class SaveRule(Request[None]):
    """Check and keep a rule, written as alerts.rules writes it. Fails with the field that is wrong."""

    text: str


@dataclass(frozen=True, slots=True)
class ImportRules(Request[int]):
    """Keep all rules of a file's text; a rule with a known id takes its place. The answer is their number."""

    text: str


@dataclass(frozen=True, slots=True)
class ExportRules(Request[str]):
    """The text of a file that holds these rules, or all of them."""

    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveRules(Request[None]):
    """Remove rules; their firings stay."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwitchRules(Request[None]):
    """Switch rules on or off; what happens while one is off is not looked at later."""

    ids: tuple[str, ...]
    enabled: bool


@dataclass(frozen=True, slots=True)
class ResumeRules(Request[int]):
    """Let rules that paused themselves look again, all of them where no ids are given; the answer is their number."""

    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackTest(Request[BackTestReport]):
    """What a rule, saved or not, would have done on a network in all its history."""

    text: str
    network: str


@dataclass(frozen=True, slots=True)
class Deliveries(Request[tuple[Delivery, ...]]):
    """The newest messages to outside channels and what became of them."""

    channel: str = ""
    limit: int = 500


@dataclass(frozen=True, slots=True)
class Channels(Request[tuple[ChannelRow, ...]]):
    """The channels that messages can go to, the desktop's notifications first."""


@dataclass(frozen=True, slots=True)
class SaveChannel(Request[str]):
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


@dataclass(frozen=True, slots=True)
class RemoveChannel(Request[None]):
    """Forget a channel and its address."""

    id: str


@dataclass(frozen=True, slots=True)
class TestChannel(Request[str]):
    """Send a test message now; the answer says in words what became of it."""

    __test__ = False
    id: str


# Snapshots, exports, reports, backups


@dataclass(frozen=True, slots=True)
class ExportTable(Request[Written]):
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


@dataclass(frozen=True, slots=True)
class CancelJob(Request[bool]):
    """Stop a long export, report or backup by the name of its job; nothing of it is left behind."""

    job: str


@dataclass(frozen=True, slots=True)
class MakeSnapshot(Request[SnapshotInfo]):
    """Freeze a list, now or as of an instant; into the folder of snapshots where no path is given."""

    list_id: str = ""
    path: str = ""
    at: Instant | None = None
    redact: bool = False
    pinned: bool = False
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Snapshots(Request[tuple[SnapshotInfo, ...]]):
    """The snapshots in their folder, newest first; with a path only that file."""

    path: str = ""


@dataclass(frozen=True, slots=True)
class PinSnapshot(Request[None]):
    """Keep a snapshot for ever, or let the rotation have it."""

    path: str
    pinned: bool


@dataclass(frozen=True, slots=True)
class VerifySnapshot(Request[SnapshotCheck]):
    """Say what of a snapshot is intact, and whether its data gives its numbers."""

    path: str


@dataclass(frozen=True, slots=True)
class CompareSnapshots(Request[SnapshotComparison]):
    """Say what changed from one snapshot to another, and why."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SnapshotTable(Request[WatchTable]):
    """A snapshot's list as it stood then."""

    path: str


@dataclass(frozen=True, slots=True)
class MakeReport(Request[Written]):
    """Write a list as a PDF report; ``since`` is a snapshot to tell the changes from, else the newest earlier one."""

    path: str
    list_id: str = ""
    paper: str = ""
    since: str = ""
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class MakeBackup(Request[BackupInfo]):
    """Write one file with everything that was made and pulled, never keys; encrypted where a passphrase is given."""

    path: str = ""
    passphrase: str = ""
    overwrite: bool = False

    def __repr__(self) -> str:
        return f"MakeBackup({self.path!r})"


@dataclass(frozen=True, slots=True)
class LookIntoBackup(Request[BackupInfo]):
    """Say what a backup holds and what restoring it would replace."""

    path: str
    passphrase: str = ""

    def __repr__(self) -> str:
        return f"LookIntoBackup({self.path!r})"


@dataclass(frozen=True, slots=True)
class ReadListFile(Request[ListedSymbols]):
    """Read the symbols of another program's list file, each with what it might be; ``online`` asks sources too."""

    path: str
    online: bool = False
