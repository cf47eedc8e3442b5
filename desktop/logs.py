"""The technical log: what happened, never to whom."""

import logging
from collections.abc import Mapping
from pathlib import Path


class _Redacted(logging.Formatter):
    """Writes types in place of values: a name in a log leaks as surely as one on paper."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the fixed words of the message, its arguments named by type only."""
        kind = "" if record.exc_info is None or record.exc_info[0] is None else f" {record.exc_info[0].__name__}"
        arguments = record.args if isinstance(record.args, tuple) else (record.args,) if record.args else ()
        words = " ".join(type(one).__name__ for one in arguments if not isinstance(one, Mapping))
        return f"{self.formatTime(record)} {record.levelname} {record.name} {record.msg!s} [{words}]{kind}"


def start_logging(target: Path | None = None) -> None:
    """Send warnings and worse to `target`, or to the error stream, without any personal data."""
    handler: logging.Handler = logging.FileHandler(target, encoding="utf-8") if target else logging.StreamHandler()
    handler.setFormatter(_Redacted())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
