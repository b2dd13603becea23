"""Runs every indicator over the events of a network and says what could not be checked, and why.

Which streams an indicator reads follows from what it means. Payouts are done to a participant, not by them; proofs
and heartbeats are sent by machines on purpose. A pattern among those would say nothing about anybody.

The past can change: a group in lockstep dissolves when one of its members comes back alone, a newcomer of a crowd is
cleared by a second day, and a marked participant leaves the filtered numbers of all periods, also of old ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from watchlist.domain.activity import EventTable
from watchlist.domain.arrays import Flags, Ids, Ints
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import Kind, Role, Stream
from watchlist.domain.pattern_findings import DigitsNote, Indicator, Level, PatternGroup, PatternReport, Unchecked
from watchlist.metrics.patterns.back_and_forth import back_and_forth, possible
from watchlist.metrics.patterns.clockwork import clockwork
from watchlist.metrics.patterns.crowd import crowds
from watchlist.metrics.patterns.first_digits import digit_table, note_of
from watchlist.metrics.patterns.funder import common_funder
from watchlist.metrics.patterns.habits import Habits, in_set
from watchlist.metrics.patterns.limits import CROWD_BASELINE_DAYS, DIGITS_AMOUNTS, LIMITS, Limits
from watchlist.metrics.patterns.lockstep import lockstep
from watchlist.metrics.patterns.same_size import same_size

UNKNOWN_AGE_DAYS = 28
_FEW = 4
MOVES = frozenset({Kind.TRADE, Kind.STAKE})
PAYMENTS = frozenset({Kind.TRADE, Kind.USE})


@dataclass(frozen=True, slots=True)
class SurveyStream:
    """A stream as the survey sees it: ``start`` is where reading begins, ``ages_known`` whether that is its genesis."""

    stream: Stream
    start: Instant
    ages_known: bool


def acts_by_choice(stream: Stream) -> bool:
    """Return whether the events of a stream are the participant's own doing and not a machine's duty."""
    return stream.kind not in {Kind.REWARD, Kind.VERIFY} and stream.role is not Role.VALIDATOR


def survey(
    network: str,
    streams: Sequence[SurveyStream],
    table: EventTable,
    horizon: Instant | None,
    level: Level = Level.NORMAL,
    excluded: Iterable[int] = (),
    labelled: Iterable[int] = (),
) -> PatternReport:
    """Run all indicators on the complete days before the horizon.

    ``excluded`` participants are not looked at; ``labelled`` ones (exchanges, bridges, contracts) neither, and they
    are nobody's common funder.
    """
    limits = LIMITS[level]
    unchecked = _machines(streams)
    if horizon is None or not streams:
        reason = "nothing has been read yet"
        unchecked = [Unchecked(indicator, reason) for indicator in Indicator]
        return PatternReport(network, level, horizon, 0, (), np.empty(0, np.int32), (), tuple(unchecked))
    out = np.array(sorted({*excluded, *labelled}), np.int32)
    view = _View.of(streams, table, horizon, out)
    habits = view.habits()
    groups = lockstep(habits, limits)
    groups += _crowds(view, habits, limits, _members(groups), unchecked)
    groups += clockwork(habits, limits)
    groups += _moves(view, limits, unchecked)
    groups += _circles(view, limits, unchecked)
    groups += _funders(view, habits, limits, unchecked)
    notes = _digits(view, unchecked)
    marked = _members(groups)
    looked_at = marked[~in_set(marked, habits.people)]
    return PatternReport(
        network,
        level,
        horizon,
        len(habits) + len(looked_at),
        tuple(groups),
        marked,
        tuple(notes),
        tuple(unchecked),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """The events that are looked at: complete days, nobody who is left out. ``codes`` are places in ``streams``."""

    streams: Sequence[SurveyStream]
    codes: Ints
    table: EventTable
    stop: int
    out: Ids
    end_day: int
    kept: Flags

    @classmethod
    def of(cls, streams: Sequence[SurveyStream], table: EventTable, horizon: Instant, out: Ids) -> _View:
        place = {each.stream.key: number for number, each in enumerate(streams)}
        codes = np.array([place.get(key, -1) for key in table.stream_keys] or [-1], np.int64)
        end_day = horizon // DAY
        stop = int(np.searchsorted(table.instants, end_day * DAY))
        return cls(streams, codes, table, stop, out, end_day, ~in_set(table.participants[:stop], out))

    def chosen(self, numbers: Iterable[int], *, left_out: bool = False) -> Flags:
        """Say which rows belong to some streams; to participants who are left out only where asked for."""
        wanted = np.zeros(len(self.streams) + 1, np.bool_)
        wanted[list(numbers)] = True
        theirs = np.flatnonzero(wanted[self.codes])
        column = self.table.streams[: self.stop]
        if len(theirs) <= _FEW:  # comparing is far faster than looking up, as long as it is done a few times
            flags = np.zeros(self.stop, np.bool_)
            for code in theirs.tolist():
                flags |= column == code
        else:
            flags = wanted[self.codes][column]
        if not left_out:
            flags &= self.kept
        return flags

    def of_kind(self, kinds: frozenset[Kind]) -> list[int]:
        return [number for number, each in enumerate(self.streams) if each.stream.kind in kinds]

    def habits(self) -> Habits:
        flags = self.chosen(number for number, each in enumerate(self.streams) if acts_by_choice(each.stream))
        return Habits.of(self.table.participants[: self.stop], self.table.instants[: self.stop], flags)

    def transfers(self, kinds: frozenset[Kind], *, left_out: bool) -> tuple[Ints, Ids, Ids]:
        """Return rows, senders and receivers of transfers between two participants, oldest first."""
        flags = self.chosen(self.of_kind(kinds), left_out=left_out)
        flags &= self.table.counterparties[: self.stop] >= 0
        if not left_out:
            flags &= ~in_set(self.table.counterparties[: self.stop], self.out)
        rows = np.flatnonzero(flags)
        return rows, self.table.participants[rows], self.table.counterparties[rows]


def _machines(streams: Sequence[SurveyStream]) -> list[Unchecked]:
    """Name the streams whose rhythm is not judged."""
    machine = "sent by machines on purpose: an even rhythm and equal days say nothing"
    paid = "paid out by the network: its days are not the participants' own choice"
    return [
        Unchecked(indicator, paid if each.stream.kind is Kind.REWARD else machine, each.stream.key.stream)
        for each in streams
        if not acts_by_choice(each.stream)
        for indicator in (Indicator.LOCKSTEP, Indicator.CROWD, Indicator.CLOCKWORK)
    ]


def _members(groups: list[PatternGroup]) -> Ids:
    if not groups:
        return np.empty(0, np.int32)
    return np.unique(np.concatenate([group.members for group in groups])).astype(np.int32)


def _crowds(
    view: _View, habits: Habits, limits: Limits, explained: Ids, unchecked: list[Unchecked]
) -> list[PatternGroup]:
    chosen = [each for each in view.streams if acts_by_choice(each.stream)]
    if not chosen:
        unchecked.append(Unchecked(Indicator.CROWD, "no stream of participants' own acts is read"))
        return []
    start = min(each.start for each in chosen)
    first_day = -(-start // DAY)
    if not all(each.ages_known for each in chosen):
        first_day += UNKNOWN_AGE_DAYS
        reason = "not read from its beginning: who is new in the first 28 days is not known"
        unchecked += [Unchecked(Indicator.CROWD, reason, e.stream.key.stream) for e in chosen if not e.ages_known]
    if view.end_day - first_day <= CROWD_BASELINE_DAYS:
        unchecked.append(Unchecked(Indicator.CROWD, "fewer than 56 days of history before the first judged day"))
        return []
    unchecked.append(Unchecked(Indicator.CROWD, "the first 56 days have no days before them to compare with"))
    return crowds(habits, limits, first_day, view.end_day, explained)


def _moves(view: _View, limits: Limits, unchecked: list[Unchecked]) -> list[PatternGroup]:
    groups = []
    for number, each in enumerate(view.streams):
        name, kind = each.stream.key.stream, each.stream.kind
        if kind in MOVES:
            rows = np.flatnonzero(view.chosen([number]))
            amounts = view.table.amounts[rows]
            if len(amounts) and np.isnan(amounts).all():
                unchecked.append(Unchecked(Indicator.SAME_SIZE, "its events carry no amounts", name))
            else:
                groups += same_size(view.table.participants[rows], view.table.instants[rows], amounts, limits, name)
        elif kind is Kind.USE:
            reason = "the price of a service is often the same for everybody"
            unchecked.append(Unchecked(Indicator.SAME_SIZE, reason, name))
    if not view.of_kind(MOVES):
        unchecked.append(Unchecked(Indicator.SAME_SIZE, "no stream of transfers or stakes is read"))
    return groups


def _circles(view: _View, limits: Limits, unchecked: list[Unchecked]) -> list[PatternGroup]:
    rows, senders, receivers = view.transfers(PAYMENTS, left_out=False)
    if not len(receivers):
        unchecked.append(Unchecked(Indicator.BACK_AND_FORTH, "no transfers between two participants are read"))
        return []
    left = possible(senders, receivers, limits.return_trips)
    return back_and_forth(senders[left], receivers[left], view.table.amounts[rows[left]], limits)


def _funders(view: _View, habits: Habits, limits: Limits, unchecked: list[Unchecked]) -> list[PatternGroup]:
    _, senders, receivers = view.transfers(frozenset({Kind.TRADE}), left_out=True)
    if not len(receivers):
        unchecked.append(Unchecked(Indicator.FUNDER, "no transfers between two participants are read"))
        return []
    late = [e.stream.key.stream for e in view.streams if e.stream.kind is Kind.TRADE and not e.ages_known]
    reason = "not read from its beginning: an earlier first transfer may be missing"
    unchecked += [Unchecked(Indicator.FUNDER, reason, name) for name in late]
    return common_funder(senders, receivers, habits.people, view.out, limits)


def _digits(view: _View, unchecked: list[Unchecked]) -> list[DigitsNote]:
    notes = []
    read = [number for number, each in enumerate(view.streams) if each.stream.kind is not Kind.VERIFY]
    flags = view.chosen(read)
    column = view.table.streams[: view.stop]
    places = None if len(view.codes) == 1 and len(read) == 1 else view.codes[column]
    table = digit_table(view.table.amounts[: view.stop], places, flags, len(view.streams))
    for number in read:
        name = view.streams[number].stream.key.stream
        note = note_of(table[number], name)
        if note is not None:
            notes.append(note)
        else:
            unchecked.append(Unchecked(Indicator.DIGITS, f"fewer than {DIGITS_AMOUNTS} amounts above zero", name))
    return notes
