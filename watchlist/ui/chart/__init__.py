"""Everything that plots: the stack of linked panes and the charts beside it. Data arrives shaped; nothing here asks."""

from watchlist.ui.chart.keep_none import keep_none

keep_none()
