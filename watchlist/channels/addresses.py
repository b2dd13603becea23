"""Which addresses may be contacted: public ones only, unless the user allows those of the own network by hand.

A name is resolved once and the connection is made to the very address that was judged, so that a name that changes
its mind in between leads nowhere.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from watchlist.channels.refusal import NotSentError


def judged_url(url: str, *, private: bool) -> SplitResult:
    """Return a webhook's address in parts. Raises NotSentError: https only, no user name in it."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotSentError("the address cannot be read", again=False) from error
    if not parts.hostname:
        raise NotSentError("the address has no host", again=False)
    if parts.scheme != "https" and not (private and parts.scheme == "http"):
        raise NotSentError("the address must begin with https://", again=False)
    if parts.username or parts.password:
        raise NotSentError("the address must not hold a user name; use the secret", again=False)
    if port == 0:
        raise NotSentError("the address cannot be read", again=False)
    return parts


def public_address(host: str, port: int, *, private: bool) -> tuple[socket.AddressFamily, str]:
    """Return family and numeric address of a host. Raises NotSentError where it may not be contacted."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotSentError("the host's name was not found") from error
    for _family, _kind, _protocol, _name, place in found:
        address = str(place[0])
        if not private and not is_public(address):
            raise NotSentError(
                "the host is on this computer or in a private network, which is not allowed", again=False
            )
    family, _kind, _protocol, _name, place = found[0]
    return family, str(place[0])


def is_public(address: str) -> bool:
    """Return whether a numeric address belongs to the public internet."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast
