"""Mail, chat and push services through the Apprise library. Blocking: runs in a worker thread.

Only encrypted services, and hosts of the public internet, unless the user allowed private addresses by hand. Apprise
logs addresses, so its logger is kept silent; what is told is a plain reason without them.
"""

from __future__ import annotations

import logging
import re
import warnings
from typing import Any
from urllib.parse import urlsplit

from watchlist.channels.addresses import public_address
from watchlist.channels.parcel import Parcel
from watchlist.channels.refusal import NotSentError

TIMEOUT = 20
UNENCRYPTED = re.compile(
    r"(json|xml|form|gotify|ntfy|matrix|mailto|mattermost|mmost|mqtt|apprise|rocket|nextcloud|ncloud|nctalk|bark|hassio"
    r"|syslog|rsyslog|smpp|growl|xbmc|kodi|enigma2|jellyfin|emby|lametric|synology|signal|workflow|smtp|irc|dbus|gnome"
    r"|windows|macosx|glib|qt|kde|file|custom)",
    re.IGNORECASE,
)
"""Schemas that speak without encryption, or that reach into this computer."""

FIXED = {"tgram", "discord", "slack", "pover", "pbul", "msteams", "twilio", "ifttt", "prowl", "join", "zulip", "signl4"}
"""Schemas whose host is the vendor's own, spoken to over https."""


def send(url: str, parcel: Parcel, *, private: bool = False) -> None:
    """Send a message. Raises NotSentError."""
    judge(url, private=private)
    service = _service(url)
    kind = {"high": "failure", "low": "info"}.get(parcel.severity, "warning")
    try:
        sent = bool(service.notify(body=parcel.body, title=parcel.title, notify_type=kind, body_format="text"))
    except (OSError, ValueError, TypeError) as error:
        raise NotSentError("the service could not be reached") from error
    if not sent:
        raise NotSentError("the service did not take the message")


def judge(url: str, *, private: bool) -> None:
    """Raise NotSentError where an address is not allowed or not understood."""
    schema, separator, _rest = url.partition("://")
    if not separator or not schema:
        raise NotSentError("the address must begin with a service, such as ntfys://", again=False)
    if not private and UNENCRYPTED.fullmatch(schema):
        raise NotSentError(f"{schema}:// is not encrypted; use the form with an s, such as {schema}s://", again=False)
    if schema.lower() in FIXED:
        return
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 443
    except ValueError as error:
        raise NotSentError("the address cannot be read", again=False) from error
    if "." in host or ":" in host or host == "localhost":
        public_address(host, port, private=private)


def check(url: str) -> None:
    """Raise NotSentError where no service understands an address."""
    _service(url)


def _service(url: str) -> Any:
    with warnings.catch_warnings():
        # Its modules for mail import one of the standard library that is on its way out; they carry their own copy.
        warnings.simplefilter("ignore", DeprecationWarning)
        import apprise  # noqa: PLC0415 - takes 200 ms; only who sends outside needs it

        apprise.Apprise.instantiate("json://localhost")  # loads all services, once
    for name in ("apprise", "apprise.plugins"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    logging.getLogger("apprise").propagate = False
    # No retries inside: the outbox does them, and they must survive a restart.
    service = apprise.Apprise.instantiate(url, suppress_exceptions=True)
    if service is None:
        raise NotSentError("no service understands this address", again=False)
    return service


def shown(url: str) -> str:
    """Return an address without anything that could be secret: the service, and the host where it is the user's."""
    schema, separator, _rest = url.partition("://")
    if not separator:
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    named = schema.lower() in ("https", "http") or schema.lower().startswith(("mailto", "ntfy", "gotify", "json"))
    return f"{schema}://{host}/…" if named and "." in host else f"{schema}://…"
