"""Everything that plots: the stack of linked panes and the charts beside it. Data arrives shaped; nothing here asks."""

from watchlist.bridge.singletons import keep_singletons

keep_singletons()
