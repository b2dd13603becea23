"""What entries of the known tables look like, as one table: only what must hold for an entry to be usable at all.

A key that stands here may be absent; a key that does not stand here is kept as it is. Tables without a line here are
free: their services read them with defaults.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Shape: TypeAlias = Mapping[str, tuple[type, ...]]

TEXT, WHOLE, FLAG, LIST, MAP = (str,), (int,), (bool,), (list,), (dict,)

SHAPES: Mapping[str, Shape] = {
    "lists": {"id": TEXT, "title": TEXT, "members": LIST, "groups": MAP, "smart": TEXT, "position": WHOLE},
    "networks": {"id": TEXT, "text": TEXT},
}


def problem(shape: Shape | None, entry: Mapping[str, Any]) -> str | None:
    """Return in words why an entry cannot be used; None where it can."""
    for key, kinds in (shape or {}).items():
        value = entry.get(key)
        if value is None:
            continue
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            return f"{key} is {type(value).__name__}, not {' or '.join(kind.__name__ for kind in kinds)}"
    return None
