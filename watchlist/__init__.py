"""Watchlist measures whether people keep taking part in decentralised networks, next to price.

Where is what (each line may use the lines below it, never above):

app, __main__   composition root and command line
ui, terminal    windows and text output; Qt lives in ui and bridge only
bridge          the only door between the asyncio thread and Qt
services        what the program does, one use case per file, no Qt
sources         providers of public data (httpx)       store    documents and archive (TinyDB, DuckDB)
metrics         numbers from events and series         alerts   rules and their evaluation
channels        where messages go out                  exports  what leaves the program as files
settings        each setting once, state, secrets
domain          what we talk about: frozen values, periods, errors; no input or output
"""
