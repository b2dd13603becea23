"""Daily and monthly budgets per host that survive a restart. Never decides pacing within a minute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from watchlist.domain.instants import DAY, Instant
from watchlist.domain.periods import Grain, month_of_day, period_start


class Window(StrEnum):
    """How long a budget lasts, in UTC."""

    DAY = "day"
    MONTH = "month"


Load: TypeAlias = Callable[[str, str], tuple[int, int] | None]
"""(host, window) → (period, used), None where nothing is kept."""

Save: TypeAlias = Callable[[str, str, int, int], None]
"""(host, window, period, used): keep it. Called after each charge; must return at once."""


def nothing_kept(_host: str, _window: str) -> tuple[int, int] | None:
    """Know nothing."""
    return None


def not_kept(_host: str, _window: str, _period: int, _used: int) -> None:
    """Keep nothing."""


def period_of(window: Window, now: Instant) -> int:
    """Return the day or month that holds an instant."""
    day = now // DAY
    return day if window is Window.DAY else month_of_day(day)


def end_of(window: Window, now: Instant) -> Instant:
    """Return when the window that holds an instant ends."""
    following = period_of(window, now) + 1
    return period_start(following, Grain.DAY if window is Window.DAY else Grain.MONTH)


class Budgets:
    """What one host may still be charged; a window without a limit is not counted."""

    def __init__(
        self, host: str, limits: Mapping[Window, int], load: Load = nothing_kept, save: Save = not_kept
    ) -> None:
        self._host = host
        self._limits = dict(limits)
        self._save = save
        self._used: dict[Window, tuple[int, int]] = {}
        for window in limits:
            kept = load(host, window.value)
            if kept is not None:
                self._used[window] = kept

    def used(self, window: Window, now: Instant) -> int:
        """Return what the current window was charged."""
        period, used = self._used.get(window, (0, 0))
        return used if period == period_of(window, now) else 0

    def left(self, now: Instant) -> tuple[int, int] | None:
        """Return (left, limit) of the tightest window; None without any limit."""
        rows = [(max(0, limit - self.used(window, now)), limit) for window, limit in self._limits.items()]
        return min(rows, default=None)

    def exhausted_until(self, now: Instant, weight: int = 1) -> Instant | None:
        """Return when there is budget for ``weight`` again, None where there is now."""
        ends = [
            end_of(window, now) for window, limit in self._limits.items() if self.used(window, now) + weight > limit
        ]
        return max(ends, default=None)

    def charge(self, now: Instant, weight: int = 1) -> None:
        """Count a request."""
        for window in self._limits:
            period = period_of(window, now)
            used = self.used(window, now) + weight
            self._used[window] = (period, used)
            self._save(self._host, window.value, period, used)

    def refund(self, now: Instant, weight: int = 1) -> None:
        """Take back a charge of a request that the vendor does not count."""
        for window in self._limits:
            period = period_of(window, now)
            used = max(0, self.used(window, now) - weight)
            self._used[window] = (period, used)
            self._save(self._host, window.value, period, used)
