"""The commits of any git checkout as participation: one event per commit, participant is the hashed author.

Names and mail addresses never leave this file; bots are left out by name. Runs ``git log`` and changes nothing.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from watchlist.domain.activity import EventBatch, ReadSpan
from watchlist.domain.errors import InputError
from watchlist.domain.instants import DAY, SECOND
from watchlist.domain.network import StreamKey
from watchlist.sources.columns import EventRows
from watchlist.sources.github_bots import is_bot

LONGEST = 600.0
_FORMAT = "%H%x1f%at%x1f%an%x1f%ae%x1e"


@dataclass(frozen=True, slots=True, eq=False)
class GitHistory:
    """All commits that can be reached from the checkout's heads, and what was left out by reason."""

    batch: EventBatch
    span: ReadSpan
    skipped: tuple[tuple[str, int], ...]


def read(path: Path, key: StreamKey) -> GitHistory:
    """Read a checkout. Raises InputError where the folder is none or holds no commit."""
    rows = EventRows(key)
    skipped: Counter[str] = Counter()
    for line in _log(path).split("\x1e"):
        parts = line.strip("\n").split("\x1f")
        if len(parts) != 4:
            continue
        commit, seconds, name, mail = parts
        if is_bot(name) or is_bot(mail.partition("@")[0]):
            skipped["a bot"] += 1
        elif not seconds.isdigit():
            skipped["no usable date"] += 1
        else:
            rows.add(int(seconds) * SECOND, author(name, mail), commit, None, None)
    first, last = rows.first, rows.last
    if first is None or last is None:
        raise InputError("path", "there is no commit in this folder")
    return GitHistory(rows.batch(), ReadSpan(first // DAY * DAY, last + 1), tuple(skipped.items()))


def author(name: str, mail: str) -> str:
    """Return a stable name of an author that says nothing about the person."""
    who = mail.strip().casefold() or name.strip().casefold()
    return f"author-{hashlib.blake2b(who.encode(), digest_size=8).hexdigest()}"


def _log(path: Path) -> str:
    if not path.is_dir():
        raise InputError("path", "there is no such folder")
    command = ["git", "-C", str(path), "-c", "log.showSignature=false", "log", "--all", f"--pretty=format:{_FORMAT}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
    except FileNotFoundError:
        raise InputError("path", "git is not installed") from None
    except subprocess.TimeoutExpired:
        raise InputError("path", "reading the history took too long") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError("path", said[-1][:200] if said else "git could not read this folder")
    return done.stdout.decode("utf-8", "replace")
