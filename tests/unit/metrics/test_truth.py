"""On simulated networks with known truth the indicators find the farms, stay quiet elsewhere, and filtering works.

The thresholds are those of the definitions; the two readings that they left open (see patterns/survey.py) were looked
at with seeds 1 to 5 and 11. The seeds here are others, and are not looked at when anything is changed.
"""

from __future__ import annotations

import numpy as np
import pytest

from tests.unit.metrics.simulated_inputs import Simulated, simulated
from watchlist.domain.arrays import Ints
from watchlist.domain.instants import DAY
from watchlist.domain.network import Kind
from watchlist.domain.pattern_findings import Indicator
from watchlist.metrics.catalog import compute
from watchlist.metrics.inputs import NetworkInputs, StreamInputs

TEST_SEEDS = (1707, 2718, 6022)
KINDS = {
    Indicator.LOCKSTEP: "lockstep",
    Indicator.CROWD: "one_day_crowd",
    Indicator.CLOCKWORK: "clockwork",
    Indicator.BACK_AND_FORTH: "back_and_forth",
    Indicator.FUNDER: "common_funder",
}


def days_of(farmed: Simulated, account: int) -> int:
    """Return on how many complete days an account was active: a group younger than the rule asks for is no miss."""
    keys = tuple(one.stream.key for one in farmed.inputs.streams if one.stream.kind in {Kind.USE, Kind.CONTRIBUTE})
    table = farmed.inputs.events(keys, None, None)
    days = table.instants[table.participants == account] // DAY
    return len(np.unique(days[days < farmed.network.until // DAY]))


@pytest.mark.parametrize("seed", TEST_SEEDS)
@pytest.mark.parametrize("scale", [0.25, 1.0])
def test_the_normal_level_finds_the_farm(seed: int, scale: float) -> None:
    farmed = simulated("sim-mirage", seed, scale)
    report, truth = farmed.inputs.patterns(), farmed.network.truth
    accounts = np.intersect1d(truth.members("farmed"), farmed.seen)
    found = np.intersect1d(report.marked, accounts)
    assert len(found) / len(accounts) >= 0.90
    assert len(found) / len(report.marked) >= 0.95
    for indicator, kind in KINDS.items():
        own = np.intersect1d(truth.members(kind), farmed.seen)
        if indicator is Indicator.LOCKSTEP:
            own = np.concatenate([group for group in truth.groups(kind) if days_of(farmed, int(group[0])) >= 4])
        marked = report.marked_by(indicator)
        assert len(np.intersect1d(own, marked)) / len(own) >= 0.90, indicator
        everybody = np.concatenate([truth.members("farmed"), truth.funders()])
        assert np.isin(marked, everybody).mean() >= 0.90, indicator


@pytest.mark.parametrize("seed", TEST_SEEDS)
def test_same_size_finds_its_kind(seed: int) -> None:
    farmed = simulated("sim-mirage", seed, 1.0)
    own = np.intersect1d(farmed.network.truth.members("same_size"), farmed.seen)
    assert farmed.inputs.patterns().marked_by(Indicator.SAME_SIZE).tolist() == own.tolist()


@pytest.mark.parametrize("seed", TEST_SEEDS)
@pytest.mark.parametrize("name", ["sim-orchard", "sim-granite"])
def test_an_honest_network_stays_quiet(name: str, seed: int) -> None:
    honest = simulated(name, seed, 0.3)
    report = honest.inputs.patterns()
    assert len(report.marked) / len(honest.seen) <= 0.005
    assert report.checked > 3_000


def only_organic(inputs: NetworkInputs, organic: Ints) -> NetworkInputs:
    streams = tuple(
        StreamInputs(one.stream, one.index.only(organic.astype(np.int32)), one.spans, one.genesis)
        for one in inputs.streams
    )
    return NetworkInputs(inputs.network, streams, inputs.events, inputs.points)


@pytest.mark.parametrize("seed", TEST_SEEDS)
def test_retention_after_filtering_is_that_of_the_organic_part(seed: int) -> None:
    farmed = simulated("sim-mirage", seed, 1.0)
    honest = only_organic(farmed.inputs, farmed.network.truth.members("organic"))
    raw, filtered, true = (
        compute("retention.w4.pooled@user", inputs, variant=variant, cohorts=104)
        for inputs, variant in ((farmed.inputs, "raw"), (farmed.inputs, "filtered"), (honest, "raw"))
    )
    at = int(true.newest() or 0)
    assert abs(filtered.values[at] - true.values[at]) <= 0.01
    assert abs(raw.values[at] - true.values[at]) > abs(filtered.values[at] - true.values[at])
