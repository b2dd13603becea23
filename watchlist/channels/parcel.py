"""A message as it is sent: several alerts grouped into one, with a title, a plain sentence and no secret. Pure."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from watchlist.domain.deliveries import Delivery
from watchlist.domain.errors import InputError
from watchlist.domain.instants import iso

FIELDS = ("title", "sentence", "network", "came_true", "noticed", "count")
LONGEST = 3500
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a channel sends. ``key`` is the same for every try, so that the other side can drop a repeat."""

    key: str
    title: str
    body: str
    severity: str
    alerts: tuple[Mapping[str, Any], ...]

    @property
    def firings(self) -> tuple[str, ...]:
        """The ids of the firings in it."""
        return tuple(str(one.get("firing", "")) for one in self.alerts)


def packed(deliveries: Sequence[Delivery], template: str = "") -> Parcel:
    """Return deliveries of one channel as one message; the first one's key is the message's."""
    alerts = tuple(sorted((_plain(one.payload) for one in deliveries), key=_when))
    lines = [line(one, template) for one in alerts[:MOST_LINES]]
    if len(alerts) > MOST_LINES:
        lines.append(f"and {len(alerts) - MOST_LINES} more")
    if len(alerts) == 1:
        title = str(alerts[0].get("title", "Alert"))
    else:
        late = sum(bool(one.get("caught_up")) for one in alerts)
        title = f"{len(alerts)} alerts" + (f", {late} made up after a pause" if late else "")
    loud = {"high": 2, "normal": 1, "low": 0}
    severity = max((str(one.get("severity", "normal")) for one in alerts), key=lambda one: loud.get(one, 1))
    return Parcel(deliveries[0].key, title, "\n".join(lines)[:LONGEST], severity, alerts)


def shortened(parcel: Parcel, most: int) -> str:
    """Return a body of at most so many lines, the newest ones."""
    lines = parcel.body.split("\n")
    return parcel.body if len(lines) <= most else "\n".join([*lines[-most:], f"and {len(lines) - most} earlier"])


def _when(alert: Mapping[str, Any]) -> int:
    came_true = alert.get("came_true")
    return came_true if isinstance(came_true, int) else 0


def line(alert: Mapping[str, Any], template: str = "") -> str:
    """Return one alert in words: the user's template, or its sentence with both times."""
    said = {
        "title": str(alert.get("title", "")),
        "sentence": str(alert.get("sentence", "")),
        "network": str(alert.get("network", "")),
        "came_true": _day(alert.get("came_true")),
        "noticed": _time(alert.get("noticed")),
        "count": "1",
    }
    if template:
        return checked_template(template).format_map(said)
    when = f" · came true {said['came_true']} · noticed {said['noticed']}" if said["came_true"] else ""
    return f"{said['sentence']}{when}"


def checked_template(template: str) -> str:
    """Return a template if it can be filled. Raises InputError."""
    try:
        names = {name for _text, name, _form, _change in string.Formatter().parse(template) if name is not None}
        template.format_map(dict.fromkeys(FIELDS, ""))
        if not names <= set(FIELDS):
            raise KeyError
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise InputError("template", f"knows only {', '.join('{' + one + '}' for one in FIELDS)}") from error
    return template


def _plain(payload: str) -> Mapping[str, Any]:
    try:
        found = json.loads(payload)
    except ValueError:
        return {"sentence": "A message that could not be read"}
    return found if isinstance(found, dict) else {"sentence": str(found)}


def _day(instant: object) -> str:
    return iso(instant)[:10] if isinstance(instant, int) else ""


def _time(instant: object) -> str:
    return iso(instant)[:16].replace("T", " ") + " UTC" if isinstance(instant, int) else ""
