"""The networks the program knows: shipped files, the user's own files and the simulated ones.

Own networks are documents (their file text is kept as it was given). Never contacts a provider.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from watchlist.domain.errors import InputError
from watchlist.domain.network import Network
from watchlist.services.additions import laid_over
from watchlist.sources import network_files
from watchlist.sources.simulated.profiles import profiles

if TYPE_CHECKING:
    from watchlist.store.documents import Documents

OWN_TABLE = "networks"


class Shelf:
    """All known networks by id; an own file takes the place of a shipped one with the same id."""

    def __init__(self, documents: Documents, shipped: Path) -> None:
        self._documents = documents
        self._shipped = shipped
        self._known: dict[str, Network] = {}
        self.problems: tuple[InputError, ...] = ()

    def reload(self) -> None:
        """Read all files again; a broken one is named in ``problems`` and left out. On the store's thread."""
        shipped, problems = network_files.load_folder(self._shipped, trusted=True)
        known = {network.id: network for network in (*shipped, *profiles())}
        found: list[InputError] = list(problems)
        for entry in self._documents.table(OWN_TABLE).all():
            try:
                network = network_files.read(str(entry.get("text", "")), f"{entry.get('id', 'own')}.toml", own=True)
            except InputError as error:
                found.append(error)
                continue
            known[network.id] = network
        self._known = laid_over(known, self._documents)
        self.problems = tuple(found)

    def all(self) -> tuple[Network, ...]:
        """Return every known network, simulated ones last."""
        return tuple(sorted(self._known.values(), key=lambda network: (network.simulated, network.name.casefold())))

    def get(self, network_id: str) -> Network:
        """Return a network. Raises InputError for an id that nobody knows."""
        try:
            return self._known[network_id]
        except KeyError:
            raise InputError("network", f"there is no network called {network_id!r}") from None

    def some(self, ids: Iterable[str]) -> tuple[Network, ...]:
        """Return the known ones of the given ids, in their order."""
        return tuple(self._known[one] for one in ids if one in self._known)

    def add_own(self, text: str) -> Network:
        """Validate and keep a network file of the user. Raises InputError that names line and key."""
        network = network_files.read(text, "network.toml", own=True)
        self._documents.table(OWN_TABLE).put(network.id, {"id": network.id, "text": text})
        self._known[network.id] = network
        return network
