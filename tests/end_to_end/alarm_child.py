"""A program that stores a price a day, looks at a rule, and sends what fired, until it is killed or done.

``python -m tests.end_to_end.alarm_child FOLDER URL DAYS``. Says ``done`` at the end. Resumes where it was killed.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import numpy as np

from tests.helpers.house import TestHouse, open_house
from watchlist.alerts import rules as kinds
from watchlist.domain import requests as ask
from watchlist.domain.instants import DAY, HOUR
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import PointBatch
from watchlist.services import alarms
from watchlist.services.delivery import deliver_due

NETWORK = "sim-orchard"
KEY = SeriesKey(NETWORK, "price.usd")
FIRST = 20_500
"""The day before the first price."""


def price(day: int) -> float:
    """Return the price of a day: it falls through 10 on every third day."""
    return 9.0 if (day - FIRST) % 3 == 0 else 12.0


def crossings(days: int) -> list[int]:
    """Return the days whose ends a rule must fire at, told plainly."""
    return [day for day in range(FIRST + 2, FIRST + days + 1) if price(day) < 10 <= price(day - 1)]


def rule() -> kinds.Rule:
    test = kinds.Test(kinds.Operand(text="price.last"), "crosses_down", {"level": 10.0})
    subject = kinds.Subject(network=NETWORK)
    timing = kinds.Timing(noisy_after=0)
    return kinds.Rule("r", "Falls", subject, test, timing, channels=("hook",), created=FIRST * DAY)


def one_day(house: TestHouse, day: int) -> None:
    """Store a day's price and look at the rules, in one transaction."""
    inner = house.house
    with inner.archive.transaction():
        batch = PointBatch(KEY, "simulated", np.array([day * DAY + HOUR]), np.array([price(day)]), inner.clock())
        inner.archive.points.append(batch)
        inner.book.data_changed(NETWORK)
        alarms.evaluate(inner)


def main(argv: list[str]) -> int:
    """Run."""
    folder, url, days = Path(argv[0]), argv[1], int(argv[2])
    with open_house(folder, private_addresses=True, group_minutes=0, channel_rate=120) as house:
        inner = house.house
        span = inner.worker.submit(inner.archive.points.span, KEY).result()
        last = FIRST if span is None else span[1] // DAY
        house.clock.now = (last + 1) * DAY + 2 * HOUR
        asyncio.run(house.desk.ask(ask.SaveChannel("hook", "Hook", "webhook", address=url)))
        if span is None:
            asyncio.run(house.desk.ask(ask.SaveRule(kinds.to_text(rule()))))
        asyncio.run(deliver_due(inner))
        for day in range(last + 1, FIRST + days + 1):
            house.clock.now = (day + 1) * DAY + 2 * HOUR
            inner.worker.submit(one_day, house, day).result()
            asyncio.run(deliver_due(inner))
        inner.worker.submit(alarms.evaluate, inner).result()
        asyncio.run(deliver_due(inner))
        sys.stdout.write("done\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
