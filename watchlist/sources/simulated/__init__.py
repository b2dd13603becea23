"""Fictional networks with known truth: the proof of the numbers, the demo and the load of the benchmarks.

A source like any other, except that nothing is fetched. ``network.simulate`` makes one of them.
"""

from watchlist.sources.simulated.network import SimulatedNetwork, simulate
from watchlist.sources.simulated.profiles import profiles
from watchlist.sources.simulated.provider import SOURCE
from watchlist.sources.simulated.scenarios import DEFAULT_UNTIL, SCENARIOS

__all__ = ["DEFAULT_UNTIL", "SCENARIOS", "SOURCE", "SimulatedNetwork", "profiles", "simulate"]
