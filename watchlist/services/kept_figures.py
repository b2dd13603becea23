"""The newest figures of each network, kept over restarts so that the first table needs no computing.

They are valid while no data arrives and no definition or choice changes; they are dropped before new data is
committed, so that a crash can lose them but never leave an old figure beside newer data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.figures import Figure

if TYPE_CHECKING:
    from watchlist.store.archive import Archive


class _Page(msgspec.Struct):
    """A network's figures and the rules that they were computed by."""

    rules: str
    figures: dict[str, Figure]


class KeptFigures:
    """Figures by network and selector; lives on the store's thread."""

    def __init__(self, archive: Archive, rules: Callable[[], str]) -> None:
        self._archive = archive
        self._rules = rules
        self._pages: dict[str, _Page] = {}
        self._changed: set[str] = set()

    def get(self, network: str, selector: str) -> Figure | None:
        """Return a kept figure, None where it has to be computed."""
        return self._page(network).figures.get(selector)

    def put(self, network: str, selector: str, figure: Figure) -> None:
        """Remember a figure until it is saved."""
        self._page(network).figures[selector] = figure
        self._changed.add(network)

    def save(self) -> None:
        """Write what changed."""
        for network in self._changed:
            self._archive.blobs.save(_name(network), msgspec.json.encode(self._pages[network]))
        self._changed.clear()

    def forget(self, network: str) -> None:
        """Drop a network's figures, in memory and on disk."""
        page = self._pages.get(network)
        if page is None or page.figures:
            self._archive.blobs.drop(_name(network))
            self._pages[network] = _Page(self._rules(), {})
        self._changed.discard(network)

    def forget_all(self) -> None:
        """Compute all figures anew."""
        self._pages.clear()
        self._changed.clear()

    def _page(self, network: str) -> _Page:
        page = self._pages.get(network)
        if page is None:
            page = self._pages[network] = self._read(network)
        return page

    def _read(self, network: str) -> _Page:
        rules = self._rules()
        kept = self._archive.blobs.load(_name(network))
        if kept is not None:
            try:
                page = msgspec.json.decode(kept, type=_Page)
            except msgspec.DecodeError:
                page = _Page("", {})
            if page.rules == rules:
                return page
        return _Page(rules, {})


def _name(network: str) -> str:
    return f"figures-{network}"
