"""Keeps a Python below 3.12 alive under PySide6 6.12, whose functions drop references to None, True and False.

Its wheels are built as if these were immortal, which they are from Python 3.12 on. Below, every call without a result
(each setPen, each drawLine) takes one of None's some ten thousand references away, and the interpreter ends with
"deallocating None" after a few painted frames, or with "deallocating True or False" at its end. Giving them
references that no program can use up is what 3.12 does as well.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 48
"""A million lost references a second would take nine years."""


def keep_singletons() -> bool:
    """Give them their references where the interpreter does not hold them for ever; return whether that was needed."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return False
    for held in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(held))
        if count.value < ENOUGH:
            count.value += ENOUGH
    return True
