"""Makes texts harmless for spreadsheets: a note that begins like a formula is data, and nothing must ever run it.

A quote is put in front, which every spreadsheet shows as text; ``as_it_was`` takes exactly that quote away again.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*\s*[=+\-@|%＝＋－＠\t\r\n]")
_GUARDED = re.compile(r"'+\s*[=+\-@|%＝＋－＠\t\r\n]")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def as_it_was(text: str) -> str:
    """Return the text that ``harmless`` was given."""
    return text[1:] if _GUARDED.match(text) else text
