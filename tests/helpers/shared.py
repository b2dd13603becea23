"""Where the recorded answers and specifications lie that are shared beside the repository; never a copy of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
"""The folder ``shared`` beside the checkout. It may be absent on a user's machine."""


def shared(*parts: str) -> Path:
    """Return a path under SHARED; skips the test where it is absent, except in CI, where it must be there."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        reason = f"recorded material is absent: shared/{'/'.join(parts)} beside the checkout"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path
