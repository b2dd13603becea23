"""The activity index as bytes: a header with version and checksum, then compressed ids, first days and day bits.

Must give the same bytes for the same index on every machine, and must notice a single changed bit.
"""

from __future__ import annotations

import hashlib
import struct

import numpy as np
import zstandard

from watchlist.domain.errors import Damaged
from watchlist.metrics.index_build import Built, room
from watchlist.metrics.packed_bits import WORD

MAGIC = b"WLACTIDX"
VERSION = 1
_HEAD = struct.Struct("<8sII16sqqq")  # magic, version, reserved, digest, base, days, rows
_LEVEL = 3


def to_bytes(index: Built) -> bytes:
    """Return the bytes of an index whose rows are in canonical order."""
    rows = len(index.ids)
    days = index.days if rows else 0
    base = index.base if rows else 0
    press = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=False, write_content_size=False).compressobj()
    new = np.bincount(index.first - base, minlength=days).astype("<i4")
    steps = np.diff(index.ids, prepend=np.int32(0)).astype("<i4")
    parts = [
        press.compress(new.tobytes()),
        press.compress(np.ascontiguousarray(steps.view(np.uint8).reshape(-1, 4).T).tobytes()),
    ]
    raw = index.bits.view(np.uint8)
    upto = np.cumsum(new, dtype=np.int64).tolist()
    parts += [press.compress(raw[day, : (upto[day] + 7) >> 3].tobytes()) for day in range(days)]
    parts.append(press.flush())
    body = b"".join(parts)
    return _HEAD.pack(MAGIC, VERSION, 0, _digest(base, days, rows, body), base, days, rows) + body


def from_bytes(data: bytes) -> Built:
    """Return the index again. Raises Damaged."""
    if len(data) < _HEAD.size or data[:8] != MAGIC:
        raise Damaged("this is no activity index")
    _, version, _, digest, base, days, rows = _HEAD.unpack_from(data)
    if version != VERSION:
        raise Damaged(f"the activity index is of version {version}, not {VERSION}")
    body = data[_HEAD.size :]
    if digest != _digest(base, days, rows, body):
        raise Damaged("the activity index does not match its checksum")
    press = zstandard.ZstdDecompressor().decompressobj()
    content = memoryview(press.decompress(body))
    new = np.frombuffer(content[: 4 * days], "<i4")
    planes = np.frombuffer(content[4 * days : 4 * (days + rows)], np.uint8).reshape(4, rows)
    ids = np.cumsum(np.ascontiguousarray(planes.T).view("<i4").ravel(), dtype=np.int32)
    first = np.repeat(np.arange(base, base + days, dtype=np.int32), new)
    bits = np.zeros(room(days, rows), WORD)
    raw = bits.view(np.uint8)
    at = 4 * (days + rows)
    upto = np.cumsum(new, dtype=np.int64).tolist()
    for day in range(days):
        wide = (upto[day] + 7) >> 3
        raw[day, :wide] = np.frombuffer(content[at : at + wide], np.uint8)
        at += wide
    return Built(base, days, ids, first, bits)


def _digest(base: int, days: int, rows: int, body: bytes) -> bytes:
    """Return the checksum of everything that the header does not fix."""
    return hashlib.blake2b(struct.pack("<qqq", base, days, rows) + body, digest_size=16).digest()
