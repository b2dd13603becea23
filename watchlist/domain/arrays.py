"""Array types of the program and the one way to freeze arrays before they cross a thread."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Ids: TypeAlias = npt.NDArray[np.int32]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Texts: TypeAlias = npt.NDArray[np.object_]

_ArrayT = TypeVar("_ArrayT", bound=npt.NDArray[Any])


def frozen(array: _ArrayT) -> _ArrayT:
    """Return the same array made read-only, so that it can be handed to another thread."""
    array.setflags(write=False)
    return array
