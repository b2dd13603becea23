"""Which stretch of time a stack shows, and how it moves: pure arithmetic on instants, shared by all panes.

Never shows less than a minimum width nor wanders off the data: at least a tenth of the window keeps some of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from watchlist.domain.instants import DAY, HOUR, Instant, datetime_of, instant_of

NARROWEST = HOUR
_KEEP = 0.1


@dataclass(frozen=True, slots=True)
class TimeView:
    """The visible stretch, and the stretch over which there is data; ``range_key`` names a button's range."""

    start: float
    end: float
    first: float
    last: float
    range_key: str = ""

    @property
    def width(self) -> float:
        """Return the visible time."""
        return self.end - self.start

    def panned(self, by: float) -> TimeView:
        """Return the view moved by a time."""
        return self._placed(self.start + by, self.end + by)

    def zoomed(self, factor: float, at: float) -> TimeView:
        """Return the view made narrower (factor < 1) or wider round an instant that keeps its place."""
        widest = max(self.last - self.first, NARROWEST) * 4
        width = min(max(self.width * factor, NARROWEST), widest)
        share = (at - self.start) / self.width if self.width else 0.5
        start = at - share * width
        return self._placed(start, start + width)

    def spanning(self, start: float, end: float, range_key: str = "") -> TimeView:
        """Return a view of a stretch, in whichever order its ends are given."""
        start, end = min(start, end), max(start, end)
        if end - start < NARROWEST:
            middle = (start + end) / 2
            start, end = middle - NARROWEST / 2, middle + NARROWEST / 2
        return TimeView(start, end, self.first, self.last, range_key)

    def whole(self) -> TimeView:
        """Return the view of everything, with a little air at both ends."""
        air = 0.02 * max(self.last - self.first, NARROWEST)
        return TimeView(self.first - air, self.last + air, self.first, self.last, "All")

    def with_data(self, first: float, last: float) -> TimeView:
        """Return the same view over other data; a range that a button named follows the newest data."""
        view = TimeView(self.start, self.end, first, last, self.range_key)
        return ranged(view, self.range_key) if self.range_key else view

    def _placed(self, start: float, end: float) -> TimeView:
        keep = _KEEP * (end - start)
        if start > self.last - keep:
            start, end = self.last - keep, self.last - keep + (end - start)
        if end < self.first + keep:
            start, end = self.first + keep - (end - start), self.first + keep
        return TimeView(start, end, self.first, self.last)


RANGES = ("1W", "1M", "3M", "6M", "YTD", "1Y", "All")
"""The ranges that have a button, from the shortest to everything."""

_MONTHS = {"1M": 1, "3M": 3, "6M": 6, "1Y": 12}


def ranged(view: TimeView, key: str, zone: str = "UTC") -> TimeView:
    """Return the view of a named range that ends with the newest data."""
    if key not in RANGES or key == "All":
        return view.whole()
    last: Instant = int(view.last)
    if key == "1W":
        start = last - 7 * DAY
    elif key == "YTD":
        start = _year_start(last - 1, zone)  # midnight of New Year still belongs to the year that ends
    else:
        moment = datetime_of(last)
        months = moment.year * 12 + moment.month - 1 - _MONTHS[key]
        year, month = divmod(months, 12)
        start = instant_of(moment.replace(year=year, month=month + 1, day=min(moment.day, _length(year, month + 1))))
    air = 0.03 * max(last - start, NARROWEST)
    return TimeView(start, last + air, view.first, view.last, key)


def _year_start(instant: Instant, zone: str) -> Instant:
    local = datetime_of(instant).astimezone(ZoneInfo(zone))
    return instant_of(local.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0))


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
