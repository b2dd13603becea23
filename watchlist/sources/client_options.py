"""The limits of every request. Apart from the transport, which takes 0.15 s to import; must never import it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watchlist.about import NAME, VERSION

if TYPE_CHECKING:
    import ssl


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """Limits of every request, in seconds and bytes. ``total`` ends a body that only drips.

    ``proxy`` is an address such as ``http://127.0.0.1:3128``; ``tls`` replaces the system's store (tests).
    """

    connect: float = 10.0
    read: float = 20.0
    pool: float = 30.0
    total: float = 90.0
    max_bytes: int = 24_000_000
    in_flight: int = 50
    user_agent: str = f"{NAME}/{VERSION}"
    proxy: str = ""
    tls: ssl.SSLContext | None = None
