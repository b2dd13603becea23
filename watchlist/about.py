"""Who the program is: read by code, by the packaging metadata and by build.spec. Must never import anything.

Plain constants only, so that the version can be read without running the program.
"""

NAME = "Watchlist"
PACKAGE = "watchlist"
APP_ID = "io.github.watchlist.Watchlist"
VERSION = "0.1.0"
SUMMARY = "Measures whether people keep taking part in decentralised networks, next to price."
COPYRIGHT = "Watchlist contributors"
LICENCE = "MIT"
