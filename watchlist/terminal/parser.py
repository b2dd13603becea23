"""The words of the command line and their options, with examples. Opens nothing and imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path

from watchlist import about

EXAMPLES = """examples:
  watchlist demo --refresh                       fill the data folder with simulated networks, no window
  watchlist networks add opengradient            put a shipped network on the list
  watchlist refresh --all                        pull everything now
  watchlist show --json | jq '.rows[].name'      the list for another program
  watchlist check || test $? -eq 10              for cron: 10 means that an alert came true
  watchlist export list.xlsx --all               every list on a sheet of its own
  watchlist snapshot --out march.wlsnap && watchlist verify march.wlsnap
  watchlist export history.csv --tidy            one row per asset, metric and period
  watchlist import git ~/src/project --network my-network
  echo $KEY | watchlist key set coingecko_demo   a key is never an argument
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all words."""
    made = argparse.ArgumentParser(
        prog=about.PACKAGE,
        description=about.SUMMARY,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--data-dir", type=Path, metavar="FOLDER", help="keep everything in this folder")
    made.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting for this run")
    made.add_argument("--offline", action="store_true", help="contact nobody")
    made.add_argument("--quiet", action="store_true", help="print results only")
    made.add_argument("--log-level", choices=("debug", "info", "warning", "error"), default="warning")
    words = made.add_subparsers(dest="word", metavar="command", required=True)
    words.add_parser("settings", help="list every setting, its default and what it takes")
    _reading(words)
    _managing(words)
    _taking_out(words)
    _backing_up(words)
    summary = words.add_parser("summary", help="refresh, print the watchlist and the alerts that came true")
    summary.add_argument("--demo", action="store_true", help="with the simulated networks")
    demo = words.add_parser("demo", help="open the window on the simulated networks")
    demo.add_argument("--refresh", action="store_true", help="fill the data folder without a window, then leave")
    return made


def _reading(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    show = words.add_parser("show", help="print the watchlist")
    show.add_argument("list", nargs="?", default="", help="id of a list; the first one where none is named")
    show.add_argument("--snapshot", default="", metavar="FILE", help="a snapshot as it stood then")
    show.add_argument("--json", action="store_true", help="every figure with interval, n and sources")
    show.add_argument("--csv", action="store_true", help="plain numbers, missing ones empty")
    show.add_argument("--watch", type=float, nargs="?", const=60.0, default=0.0, metavar="SECONDS")
    refresh = words.add_parser("refresh", help="pull what is due; 1 where a source failed")
    refresh.add_argument("network", nargs="*", help="only these networks, whether due or not")
    refresh.add_argument("--all", action="store_true", help="everything now")
    check = words.add_parser("check", help="refresh and evaluate the rules; 10 where an alert came true")
    check.add_argument("--no-refresh", action="store_true", help="on what was pulled before")


def _managing(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    networks = words.add_parser("networks", help="list, add, remove, validate; coverage: what rests on which source")
    networks.add_argument(
        "action", nargs="?", default="list", choices=("list", "add", "remove", "validate", "coverage")
    )
    networks.add_argument("what", nargs="?", default="", help="id of a network or a network file")
    key = words.add_parser("key", help="list, set (from standard input), test or remove a key")
    key.add_argument("action", nargs="?", default="list", choices=("list", "set", "test", "remove"))
    key.add_argument("name", nargs="?", default="")
    bring = words.add_parser("import", help="import data (csv, parquet, git), rules, or another program's list")
    bring.add_argument("form", choices=("csv", "parquet", "git", "network", "rules", "list"))
    bring.add_argument("path")
    bring.add_argument("--network", default="", help="the network that csv, parquet and git data belong to")
    bring.add_argument("--map", action="append", default=[], metavar="PART=COLUMN", help="time=date value=close …")
    bring.add_argument("--online", action="store_true", help="look for a list's symbols at the sources too")
    bring.add_argument("--preview", action="store_true", help="say what would be imported")
    words.add_parser("doctor", help="check both stores and repair what can be repaired")


def _backing_up(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = words.add_parser("backup", help="write one file with everything but keys")
    backup.add_argument("path", nargs="?", default="", metavar="FILE", help="the folder of backups where none is given")
    backup.add_argument(
        "--encrypt", action="store_true", help="with a passphrase, asked for or read from standard input"
    )
    backup.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    restore = words.add_parser("restore", help="put a backup back; what is there is set aside")
    restore.add_argument("path", metavar="FILE")
    restore.add_argument("--preview", action="store_true", help="say what would be restored and replaced")


def _taking_out(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = words.add_parser("export", help="write a list or its history as csv, json, parquet or xlsx")
    export.add_argument("path", nargs="?", default="", help="file to write; its ending says the form")
    export.add_argument("--list", action="append", default=[], metavar="ID", help="a list; may be repeated")
    export.add_argument("--all", action="store_true", help="all lists")
    export.add_argument("--form", choices=("csv", "json", "parquet", "xlsx"), help="where the ending does not say it")
    export.add_argument("--tidy", action="store_true", help="every period of every metric, and the stored points")
    export.add_argument("--columns", default="", metavar="A,B", help="row fields and metrics, in this order")
    export.add_argument("--titles", default="", metavar="A,B", help="names of the columns")
    export.add_argument("--networks", default="", metavar="A,B", help="only these networks, in this order")
    export.add_argument("--decimal-comma", action="store_true", help="numbers with a comma, fields with semicolons")
    export.add_argument("--digits", type=int, help="round numbers for reading")
    export.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    export.add_argument("--schema", action="store_true", help="print the JSON schema of json exports")
    snapshot = words.add_parser("snapshot", help="freeze a list as one file that can be verified later")
    snapshot.add_argument("list", nargs="?", default="", help="id of a list; the first one where none is named")
    snapshot.add_argument("--out", default="", metavar="FILE", help="the folder of snapshots where none is given")
    snapshot.add_argument("--at", default="", metavar="DATE", help="from the data up to then, as it is known now")
    snapshot.add_argument("--redact", action="store_true", help="without notes and theses")
    snapshot.add_argument("--pin", action="store_true", help="keep it whatever the rotation says")
    snapshot.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    snapshot.add_argument("--kept", action="store_true", help="list the snapshots there are")
    verify = words.add_parser("verify", help="say what of a snapshot is intact, and compute its numbers again")
    verify.add_argument("path", metavar="FILE")
    verify.add_argument("--all", action="store_true", help="every check, not only what speaks against it")
    compare = words.add_parser("compare", help="say what changed from one snapshot to another, and why")
    compare.add_argument("old", metavar="OLD")
    compare.add_argument("new", metavar="NEW")
    compare.add_argument("--json", action="store_true")
    report = words.add_parser("report", help="write a list as a PDF")
    report.add_argument("path", metavar="FILE")
    report.add_argument("--list", default="", metavar="ID", help="the first one where none is named")
    report.add_argument("--paper", choices=("a4", "letter"), default="", help="as the settings say where not given")
    report.add_argument("--since", default="", metavar="SNAPSHOT", help="tell the changes from this snapshot")
    report.add_argument("--overwrite", action="store_true", help="replace a file that is there")
