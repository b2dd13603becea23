"""Keys are taken out of everything that is written or shown as text: whatever was ever a secret here is replaced.

Must never keep a secret anywhere but in memory.
"""

from __future__ import annotations

import re
import threading
from functools import cache
from urllib.parse import quote, quote_plus

MASK = "•••"
SHORTEST = 6


class Secret:
    """A key in memory. Its text is reached by ``reveal`` only: printing, formatting and pickling never show it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text
        REDACTION.add(text)

    def reveal(self) -> str:
        """Return the key itself, for the one request that needs it."""
        return self._text

    def __bool__(self) -> bool:
        """Return whether there is a key at all."""
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        """Compare two keys."""
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        """Hash like the text."""
        return hash(self._text)

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        """Show the mask in every format."""
        return MASK

    def __reduce__(self) -> str:
        raise TypeError("a secret is never written")


class Redaction:
    """Everything that must not be shown, in the forms in which it may appear."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._forms: tuple[str, ...] = ()

    def add(self, text: str) -> None:
        """From now on this text is replaced wherever it appears; very short texts would blank out ordinary words."""
        if len(text) < SHORTEST:
            return
        forms = {text, quote(text, safe=""), quote(text), quote_plus(text), repr(text)[1:-1]}
        with self._lock:
            self._forms = tuple(sorted({*self._forms, *forms}, key=len, reverse=True))

    def clean(self, text: str) -> str:
        """Return the text without any known key, and without what looks like one."""
        for form in self._forms:
            if form in text:
                text = text.replace(form, MASK)
        for pattern, mask in _likely():
            text = pattern.sub(mask, text)
        return text


@cache
def _likely() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what looks like a key, and what stands for it; compiled when first needed, not before the first paint."""
    names = r"api[-_]?key|apikey|access[-_]?token|auth[-_]?token|token|secret|password|passwd|signature|x-cg-[a-z-]*key"
    return (
        (re.compile(rf"(?i)((?:{names})[\"']?\s*[=:]\s*[\"']?)(?!•)([^\s\"'&,;)}}\]]{{4,}})"), rf"\g<1>{MASK}"),
        (re.compile(r"(?i)\b(bearer|basic)\s+(?!•)[A-Za-z0-9+/=._~-]{6,}"), rf"\g<1> {MASK}"),
        (re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://)[^\s/@:]+:[^\s/@]+@"), rf"\g<1>{MASK}@"),
    )


REDACTION = Redaction()
"""The one list of this process: secrets may come from the keyring, a dialog or a channel's address."""
