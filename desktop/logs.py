"""The technical log: what happened, never to whom."""

import logging
import platform
import sys
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

_REPORTS_KEPT = 20


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


def write_report(folder: Path, problem: BaseException) -> Path:
    """Write what broke and where into a new file of `folder`: types, modules, lines, never a value or a path.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    moment = datetime.now(tz=UTC)
    lines = [f"{moment:%Y-%m-%d %H:%M:%S} UTC", f"Python {platform.python_version()} on {sys.platform}", ""]
    path = folder / f"report-{moment:%Y%m%d-%H%M%S-%f}.txt"
    path.write_text("\n".join([*lines, *_told(problem)]) + "\n", "utf-8")
    for old in sorted(folder.glob("report-*.txt"))[:-_REPORTS_KEPT]:
        old.unlink(missing_ok=True)
    return path


def _told(problem: BaseException) -> Iterator[str]:
    """Tell a problem and those it came from; messages may hold names, and file paths the user's."""
    seen: set[int] = set()
    at: BaseException | None = problem
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield type(at).__qualname__
        for frame, line in traceback.walk_tb(at.__traceback__):
            yield f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
        at = at.__cause__ or at.__context__
