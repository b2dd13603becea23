"""No test may leave the machine: an audit hook refuses every address that is not loopback and remembers the try.

Unix sockets are free. Names under ``.invalid`` fail as an unknown name does, without being held against the test.
A hook cannot be taken away again, so it only acts while ``armed``.
"""

from __future__ import annotations

import ipaddress
import socket
import sys

LOCAL_NAMES = {"", "localhost", "localhost.localdomain", "ip6-localhost", socket.gethostname()}
WATCHED = {"socket.connect", "socket.sendto", "socket.sendmsg"}


class LeftTheMachine(OSError):
    """Something tried to talk to an address that is not on this machine."""


class NetworkGuard:
    """Refuses other addresses; ``attempts`` names those that were tried since the last ``take``."""

    def __init__(self) -> None:
        self.armed = False
        self._attempts: list[str] = []
        sys.addaudithook(self._hook)

    def take(self) -> list[str]:
        """Return the refused attempts, and forget them."""
        attempts, self._attempts = self._attempts, []
        return attempts

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if not self.armed or not event.startswith("socket."):
            return
        if event == "socket.getaddrinfo":
            self._check_name(args[0])
        elif event in WATCHED:
            self._check_address(args[1])

    def _check_name(self, host: object) -> None:
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
        if name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if name in LOCAL_NAMES or name.endswith(".localhost") or is_local(name):
            return
        self._refuse(name)

    def _check_address(self, address: object) -> None:
        if isinstance(address, tuple) and address and not is_local(str(address[0])):
            self._refuse(str(address[0]))

    def _refuse(self, host: str) -> None:
        self._attempts.append(host)
        raise LeftTheMachine(f"a test may not reach {host}")


def is_local(host: str) -> bool:
    """Return whether a numeric address is this machine's own."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host in LOCAL_NAMES
    return address.is_loopback or address.is_unspecified
