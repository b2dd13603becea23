"""A log record from WARNING up that no test expected is a failure: this collects them and tells them apart."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable


class LogWatch(logging.Handler):
    """Keeps records from WARNING up; ``expect`` names patterns of those that are wanted."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        super().__init__(logging.WARNING)
        self._patterns = [re.compile(pattern) for pattern in patterns]
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self._records.append(record)

    def expect(self, *patterns: str) -> None:
        """Accept records whose message matches one of the patterns, before or after they are written."""
        self._patterns.extend(re.compile(pattern) for pattern in patterns)

    @property
    def messages(self) -> list[str]:
        """All messages so far."""
        return [record.getMessage() for record in self._records]

    def unexpected(self) -> list[str]:
        """Return the records that nothing expected."""
        return [
            f"{record.levelname} {record.name}: {record.getMessage()}"
            for record in self._records
            if not any(pattern.search(record.getMessage()) for pattern in self._patterns)
        ]
