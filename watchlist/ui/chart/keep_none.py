"""Keeps a Python below 3.12 alive under PySide6 6.12, whose functions without a result drop a reference to None.

Its wheels are built as if None were immortal, which it is from Python 3.12 on. Below, every such call (each setPen,
each drawLine) takes one of None's some ten thousand references away, and the interpreter ends with "deallocating
None" after a few painted frames. Giving None references that no program can use up is what 3.12 does as well.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 48
"""Ten thousand lost references a second would take nine hundred years."""


def keep_none() -> bool:
    """Give None its references where the interpreter does not hold it for ever; return whether that was needed."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return False
    count = ctypes.c_ssize_t.from_address(id(None))
    if count.value < ENOUGH:
        count.value += ENOUGH
    return True
